using System.Globalization;
using FlsAudit.Analysis;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Measures;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>From a small table of records to released results, all the way through engine, analysis and release.</summary>
internal sealed record Audit
{
    private static FieldDictionary Dictionary => TestDictionary.Small;

    public required IReadOnlyList<MeasureDefinition> Measures { get; init; }

    /// <summary>Fields as in the small dictionary; <c>site</c> (else "A"), and <c>n</c> for so many equal records (else 1).</summary>
    public required string Records { get; init; }

    public string AsAt { get; init; } = "2025-12-31";

    public PeriodKind Periods { get; init; } = PeriodKind.Quarter;

    public IReadOnlyList<string> By { get; init; } = [];

    public IReadOnlyList<string> CompletenessOf { get; init; } = [];

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>site | period | group | expected</summary>
    public string? Caseload { get; init; }

    /// <summary>Code fields, crossed.</summary>
    public IReadOnlyList<string> StandardiseBy { get; init; } = [];

    public OutlierPolicy Outliers { get; init; } = OutlierPolicy.None;

    public FunnelLimitKind FunnelLimits { get; init; } = FunnelLimitKind.Exact;

    public OrganisationAnswers Organisation { get; init; } = OrganisationAnswers.None;

    public DisclosurePolicy Disclosure { get; init; } = DisclosurePolicy.Internal;

    public static int Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    public static ReleasedReport Of(MeasureDefinition measure, string records) => new Audit { Measures = [measure], Records = records }.Run();

    public ReleasedReport Run() => FlsAudit.Analysis.Disclosure.Release(Results(), Disclosure);

    /// <summary>What was found, before release.</summary>
    public BenchmarkResults Results()
    {
        var plan = new MeasurePlan(Measures, Day(AsAt), Periods, Dictionary["fracture_date"], [.. By.Select(name => Breakdown.Of(Dictionary[name]))], [.. CompletenessOf.Select(name => Dictionary[name])])
        {
            Strata = new Strata([.. StandardiseBy.Select(name => Breakdown.Of(Dictionary[name]))]),
        };
        var sites = new SiteTable();
        var cube = CountedRecords.Count(plan, Sent(sites));
        return Benchmark.Analyse(new BenchmarkRequest
        {
            Cube = cube,
            Sites = sites,
            Sets = [new StandardSet("tests", "Tests", new Provenance("made for tests", ProvenanceStatus.Inferred), Measures) { ExcludesDeathsBeforeWindow = false }],
            Caseload = Caseload is null ? [] : [.. AsciiTable.Parse(Caseload).Rows.Select(row => new CaseloadRow(row.Cells[0], row.Cells[1], row.Cells[2], double.Parse(row.Cells[3], CultureInfo.InvariantCulture), "made for tests"))],
            Organisation = Organisation,
            Outliers = Outliers,
            FunnelLimits = FunnelLimits,
            From = From is null ? null : Day(From),
            To = To is null ? null : Day(To),
        });
    }

    private IEnumerable<Sent> Sent(SiteTable sites)
    {
        var table = AsciiTable.Parse(Records);
        var records = RecordTable.Records(Dictionary, Records);
        int site = table.IndexOf("site"), copies = table.IndexOf("n");
        for (var i = 0; i < records.Count; i++)
        {
            var number = sites.NumberOf(site < 0 ? "A" : table.Rows[i].Cells[site]);
            for (var copy = copies < 0 ? 1 : int.Parse(table.Rows[i].Cells[copies], CultureInfo.InvariantCulture); copy > 0; copy--)
                yield return new Sent(number, records[i]);
        }
    }
}
