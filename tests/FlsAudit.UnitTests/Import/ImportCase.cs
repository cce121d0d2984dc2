using System.Globalization;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>A folder with exports that a test writes, and what an import of it gives.</summary>
internal sealed class ImportCase : IDisposable
{
    public ImportCase()
    {
        Folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "import-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
    }

    public static int AsAt { get; } = Day("2025-12-31");

    public string Folder { get; }

    public IReadOnlyList<RegistryProfile> Profiles { get; set; } = [SmallProfiles.Plain];

    public FieldDictionary Dictionary { get; set; } = SmallProfiles.Dictionary;

    /// <summary>The fields wanted; null for all.</summary>
    public BatchLayout? Layout { get; set; }

    public bool ShowValues { get; set; }

    public bool WithRejectedCells { get; set; }

    public IReadOnlyList<IdentifierHeadings>? Identifiers { get; set; }

    public string? StandardInput { get; set; }

    public int Workers { get; set; } = 2;

    public int MostRowsCompared { get; set; } = PossibleDuplicates.MostRows;

    public int MostSites { get; set; } = FlsAudit.Import.SideFiles.SiteNames.MostSites;

    public int? From { get; set; }

    public int? To { get; set; }

    public YearRepairs Years { get; set; } = YearRepairs.None;

    public bool Repair { get; set; }

    public int? WashOut { get; set; }

    public RegistryProfile? Chosen { get; set; }

    public IReadOnlyList<NamedDateOrder> DateOrders { get; set; } = [];

    public string? SitesFile { get; set; }

    public string? CaseloadFile { get; set; }

    public static int Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    public string Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ImportRequest Request(params string[] inputs) => new()
    {
        Inputs = inputs.Length == 0 ? [Folder] : inputs,
        Profiles = Profiles,
        Chosen = Chosen,
        DateOrders = DateOrders,
        Dictionary = Dictionary,
        Layout = Layout ?? new BatchLayout(Dictionary.Fields.Where(field => field.Type != FieldType.Text)),
        AsAt = AsAt,
        From = From,
        To = To,
        SitesFile = SitesFile,
        CaseloadFile = CaseloadFile,
        Years = Years,
        Repair = Repair,
        WashOut = WashOut,
        ShowValues = ShowValues,
        WithRejectedCells = WithRejectedCells,
        Identifiers = Identifiers,
        StandardInput = StandardInput,
        Workers = Workers,
    };

    public Imported Run(params string[] inputs)
    {
        var sites = new SiteTable();
        var records = new List<string>();
        var rejected = new List<RejectedRow>();
        var repairs = new List<RepairedDate>();
        var result = new Importer { MostRowsCompared = MostRowsCompared, MostSites = MostSites }.Run(Request(inputs), sites, file =>
        {
            var mine = new List<(long Row, string Text)>();
            var refused = new List<RejectedRow>();
            var changed = new List<RepairedDate>();
            return new RecordSink(
                batch =>
                {
                    lock (mine)
                    {
                        for (var i = 0; i < batch.Count; i++) mine.Add((batch.Rows[i], Text(batch, i, sites)));
                    }
                },
                refused.Add,
                () =>
                {
                    records.AddRange(mine.OrderBy(record => record.Row).Select(record => $"{file.Path} {record.Row}: {record.Text}"));
                    rejected.AddRange(refused);
                    repairs.AddRange(changed);
                })
            { Repair = changed.Add };
        });
        return new Imported(result, records, rejected) { Repairs = repairs };
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // site; then each field that has a value, by name, in the layout's order.
    private static string Text(RecordBatch batch, int record, SiteTable sites)
    {
        var text = new StringBuilder(sites.NameOf(batch.Sites[record]));
        for (var slot = 0; slot < batch.Layout.Fields.Count; slot++)
        {
            var field = batch.Layout.Fields[slot];
            var value = field.Type switch
            {
                FieldType.Date => batch.Dates(slot)[record] is var day && day != Missing.Date ? DateOnly.FromDayNumber(day).ToString("O", CultureInfo.InvariantCulture) : null,
                FieldType.Code => batch.Codes(slot)[record] is var code && code != Missing.Code ? field.Values[code].Code : null,
                _ => batch.Numbers(slot)[record] is var number && !double.IsNaN(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null,
            };
            if (value is not null) text.Append("; ").Append(field.Name).Append('=').Append(value);
        }

        return text.ToString();
    }
}

/// <summary>What an import gave: records and refused rows of the files that were committed, as text.</summary>
internal sealed record Imported(ImportResult Result, IReadOnlyList<string> Records, IReadOnlyList<RejectedRow> Rejected)
{
    public IReadOnlyList<RepairedDate> Repairs { get; init; } = [];

    public IReadOnlyList<string> FindingCodes => [.. Result.Findings.Select(finding => finding.Code)];

    /// <summary>The records without file and row.</summary>
    public IReadOnlyList<string> Values => [.. Records.Select(record => record[(record.IndexOf(": ", StringComparison.Ordinal) + 2)..])];

    public Finding Finding(string code) => Result.Findings.Single(finding => finding.Code == code);
}
