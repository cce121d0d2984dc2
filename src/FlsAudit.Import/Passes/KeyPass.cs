using System.Collections.Concurrent;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>Looks at the keys of all files whose profile has some, before any record is used, and finds the rows that a later submission replaces.</summary>
internal sealed class KeyPass(ImportRequest request, SiteNames sites, byte[] secret, FindingLog log)
{
    private readonly HashSet<int> broken = [];

    /// <summary>The replaced rows, once every file has been looked at.</summary>
    public Duplicates Duplicates { get; } = new();

    /// <summary>Whether any part of the file is looked at, which costs a pass over it.</summary>
    public static bool Wants(InspectedFile file) => file.Parts.Any(Wants);

    /// <summary>Takes the keys of a file.</summary>
    /// <returns>False when the file turned out to be broken, which is a finding: it takes no part, and need not be read again.</returns>
    public bool Look(InspectedFile file, Action<long> progress)
    {
        var findings = new List<Finding>();
        sites.BeginFile();
        try
        {
            foreach (var part in file.Parts.Where(Wants)) LookAt(part, findings, progress);
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            log.Add(file.Input.Index, BrokenFileException.FindingAbout(e, file.Input.Path));
            foreach (var part in file.Parts) broken.Add(part.Number);
            return false;
        }

        foreach (var finding in findings) log.Add(file.Input.Index, finding);
        return true;
    }

    /// <summary>Decides, after the last file.</summary>
    public void Settle() => Duplicates.Settle(part => !broken.Contains(part));

    /// <summary>How often a part is read.</summary>
    public static int Passes(ExportPart part) => (part.Profile.KeyFields.Count > 0 ? 1 : 0) + (CorrectionColumns.AreIn(part.Match.Headings) ? 1 : 0);

    private static bool Wants(ExportPart part) => Passes(part) > 0;

    private void LookAt(ExportPart part, List<Finding> findings, Action<long> progress)
    {
        if (CorrectionColumns.AreIn(part.Match.Headings)) LookAtOrigins(part, progress);
        if (part.Profile.KeyFields.Count > 0) LookAtKeys(part, findings, progress);
    }

    // A correction that is sent again replaces the one before, whatever of the record has changed.
    private void LookAtOrigins(ExportPart part, Action<long> progress)
    {
        var plan = part.Plan(request.Dictionary, new BatchLayout([]));
        var reader = new OriginReader(plan, secret);
        foreach (var row in part.Rows(() => reader, 1, progress, (_, _) => { }))
            if (row != KeyedRow.None) Duplicates.Add(part.Number, row);
    }

    private void LookAtKeys(ExportPart part, List<Finding> findings, Action<long> progress)
    {
        if (Plan(part, findings) is not { } plan) return;
        var readers = new ConcurrentBag<KeyReader>();
        KeyReader NewReader()
        {
            var reader = new KeyReader(plan, new SiteColumn(plan.Plan, sites, part.File.SiteName), secret);
            readers.Add(reader);
            return reader;
        }

        foreach (var row in part.Rows(NewReader, request.Workers, progress, (_, _) => { }))
        {
            sites.RequireFew(part);
            if (row != KeyedRow.None) Duplicates.Add(part.Number, row);
        }

        var blank = new ValueProblemRows();
        foreach (var reader in readers) blank.Merge(reader.BlankKeys);

        if (blank.Count > 0)
            findings.Add(new Finding("key-blank", Severity.Warning, new Place(part.File.Path, part.Sheet, blank.Examples[0]),
                $"Some rows lack a value of their key ({string.Join(", ", part.Profile.KeyFields)}) that can be read; none of them can be recognised as a duplicate.",
                "A value in every key column.")
            { Occurrences = blank.Count, ExampleRows = blank.Examples });
    }

    private KeyPlan? Plan(ExportPart part, List<Finding> findings)
    {
        Field[] fields = [.. part.Profile.KeyFields.Where(IsExtra).Distinct(StringComparer.Ordinal).Select(name => request.Dictionary[name])];
        var side = request.Dictionary.Find(FieldNames.FractureSide);
        var layout = new BatchLayout([.. fields.Where(field => field.Type != FieldType.Text), .. side is null ? Array.Empty<Field>() : [side]]);
        var plan = part.Plan(request.Dictionary, layout);
        string[] absent = [.. fields.Where(field => plan.ColumnOf(field.Name) < 0 && !part.Profile.Constants.ContainsKey(field.Name)).Select(field => field.Name)];
        if (absent.Length > 0)
        {
            findings.Add(new Finding("key-column-missing", Severity.Warning, new Place(part.File.Path, part.Sheet),
                $"The file has no column for {string.Join(", ", absent)}, part of the key; none of its rows can be recognised as a duplicate.", "The key columns in every export."));
            return null;
        }

        int[] texts = [.. fields.Where(field => field.Type == FieldType.Text).Select(field => plan.ColumnOf(field.Name))];
        int[] slots = [.. fields.Where(field => field.Type != FieldType.Text).Select(field => layout.SlotOf(field.Name))];
        return new KeyPlan(plan, texts, slots, layout.SlotOf(FieldNames.FractureSide));
    }

    // Site and side belong to every key and are read apart: a blank side is a value like any other.
    private static bool IsExtra(string field) =>
        !string.Equals(field, FieldNames.Site, StringComparison.Ordinal) && !string.Equals(field, FieldNames.FractureSide, StringComparison.Ordinal);
}
