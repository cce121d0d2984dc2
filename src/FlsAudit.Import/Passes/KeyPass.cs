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
    private readonly List<ExportPart> keyed = [];

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
        keyed.AddRange(file.Parts.Where(part => part.Profile.KeyFields.Count > 0));
        return true;
    }

    /// <summary>Decides, after the last file.</summary>
    public void Settle()
    {
        Duplicates.Settle(part => !broken.Contains(part));
        foreach (var part in keyed)
        {
            Note(part, Duplicates.SharingIn(part.Number), "key-shared-in-file",
                $"Some rows share their key ({KeyOf(part)}) with a later row of the same file and do not say the same; the later row was used in place of each.",
                "One row for each record, and a record number of its own for each; look at these rows in rejected.csv.");
            Note(part, Duplicates.OtherSidesIn(part.Number), "same-key-other-side",
                $"Some rows have the key ({KeyOf(part)}) of an earlier record and another fracture side; both records count.",
                "A record number of its own for each fracture, if these are two; otherwise the right side in every export, or the record counts twice.");
        }
    }

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

        var (blank, damaged) = (new ValueProblemRows(), new ValueProblemRows());
        foreach (var reader in readers)
        {
            blank.Merge(reader.BlankKeys);
            damaged.Merge(reader.DamagedKeys);
        }

        if (damaged.Count > 0)
            findings.Add(new Finding("key-damaged", Severity.Error, new Place(part.File.Path, part.Sheet, damaged.Examples[0]),
                $"Some rows have an id in their key ({KeyOf(part)}) that a spreadsheet program has shortened to a power of ten; the id is lost, and none of these rows can be recognised as a duplicate.",
                "Ids whole; export them again as text, and do not save the file from a spreadsheet program.")
            { Occurrences = damaged.Count, ExampleRows = damaged.Examples });
        if (blank.Count > 0)
            findings.Add(new Finding("key-blank", Severity.Warning, new Place(part.File.Path, part.Sheet, blank.Examples[0]),
                $"Some rows lack a value of their key ({KeyOf(part)}) that can be read; none of them can be recognised as a duplicate.",
                "A value in every key column.")
            { Occurrences = blank.Count, ExampleRows = blank.Examples });
    }

    private void Note(ExportPart part, ValueProblemRows rows, string code, string message, string expected)
    {
        if (rows.Count > 0)
            log.Add(part.File.Index, new Finding(code, Severity.Warning, new Place(part.File.Path, part.Sheet, rows.Examples[0]), message, expected)
            { Occurrences = rows.Count, ExampleRows = rows.Examples });
    }

    private static string KeyOf(ExportPart part) => string.Join(", ", part.Profile.KeyFields);

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
        return new KeyPlan(plan, texts, slots, layout.SlotOf(FieldNames.FractureSide), side?.NotKnownIndex ?? -1);
    }

    // Site and side are looked at with every key and read apart: a blank side may be any.
    private static bool IsExtra(string field) =>
        !string.Equals(field, FieldNames.Site, StringComparison.Ordinal) && !string.Equals(field, FieldNames.FractureSide, StringComparison.Ordinal);
}
