using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>
/// Looks at whose fractures the rows are, before any record is used and after rows were replaced, and finds the episodes that were recorded again. Does nothing
/// unless the user asked for it.
/// </summary>
internal sealed class WashOutPass(ImportRequest request, SiteNames sites, Duplicates duplicates, byte[] secret, FindingLog log)
{
    private static readonly string[] Needed = [FieldNames.PatientId, FieldNames.FractureDate, FieldNames.FractureSite];

    private readonly HashSet<int> broken = [];

    /// <summary>The episodes recorded again, once every file has been looked at.</summary>
    public WashOuts WashOuts { get; } = new(request.WashOut ?? 0);

    /// <summary>Whether the user asked for it, which costs a pass over every file.</summary>
    public bool Wants(InspectedFile file) => request.WashOut is not null && file.Kind == FileKind.Records;

    /// <summary>Takes the episodes of a file.</summary>
    /// <returns>False when the file turned out to be broken, which is a finding: it takes no part, and need not be read again.</returns>
    public bool Look(InspectedFile file, Action<long> progress)
    {
        var findings = new List<Finding>();
        sites.BeginFile();
        try
        {
            foreach (var part in file.Parts) LookAt(part, findings, progress);
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
    public void Settle() => WashOuts.Settle(part => !broken.Contains(part));

    private void LookAt(ExportPart part, List<Finding> findings, Action<long> progress)
    {
        string[] fields = [.. Needed.Append(FieldNames.FractureSide).Where(name => request.Dictionary.Find(name) is { Type: not FieldType.Text })];
        var wanted = request with { Layout = new BatchLayout(fields.Select(name => request.Dictionary[name])), WithPatients = true, WithRecordIds = false };
        var plan = part.Plan(request.Dictionary, wanted.Layout);
        string[] absent = [.. Needed.Where(name => request.Dictionary.Find(name) is null || (plan.ColumnOf(name) < 0 && !part.Profile.Constants.ContainsKey(name)))];
        if (absent.Length > 0)
        {
            findings.Add(new Finding("wash-out-not-possible", Severity.Warning, new Place(part.File.Path, part.Sheet),
                $"The file has no column for {string.Join(", ", absent)}, so no episode of it can be recognised as recorded again; --wash-out changes nothing in it.",
                "An export with the patient's number, the day and the site of the fracture; or leave --wash-out out."));
            return;
        }

        var replaced = duplicates.ReplacedIn(part.Number);
        EpisodeReader NewReader() => new(plan, new SiteColumn(plan, sites, part.File.SiteName), replaced, wanted, secret);
        foreach (var row in part.Rows(NewReader, request.Workers, progress, (_, _) => { }))
        {
            sites.RequireFew(part);
            if (row != EpisodeRow.None) WashOuts.Add(part.Number, row);
        }
    }
}
