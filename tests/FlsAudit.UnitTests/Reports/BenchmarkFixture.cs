using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

/// <summary>
/// A benchmark with the shape of a real one: 12 sites, 10 quarters, every kind of measure and every status. Its limits are rough; nothing here
/// tests statistics. Rosevale is far out, Kingsmead improves, Oakford sent no 52-week block, Zennor sent nothing, Lundholm is small.
/// </summary>
internal static class BenchmarkFixture
{
    public const string FarOut = "Rosevale General Hospital";
    public const string Improving = "Kingsmead";
    public const string EmptyBlock = "Oakford and District Memorial Hospital";
    public const string NothingSent = "Zennor";
    public const string Small = "Lundholm";

    public static readonly IReadOnlyList<string> Sites =
    [
        "Ashcombe Royal Infirmary", "Brackendale", "Carrick University Hospital", "Dunmore", "Hôpital Saint-Éloi", "Hartwell Community FLS",
        Improving, Small, "Mere and Fenland NHS Trust", EmptyBlock, FarOut, NothingSent,
    ];

    public static readonly IReadOnlyList<string> Periods =
    [
        "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", Result.UnknownPeriod,
    ];

    private static readonly Field[] Fields =
    [
        MeasureFixture.DateField("fracture_date", "Date of the index fracture"),
        MeasureFixture.DateField("assessment_date", "Date of assessment by the FLS"),
        MeasureFixture.DateField("dxa_date", "Date of DXA"),
        MeasureFixture.DateField("followup_16w_date", "Date of the 16-week follow-up"),
        MeasureFixture.DateField("followup_52w_date", "Date of the 52-week follow-up"),
    ];

    /// <summary>The same benchmark with other names in place of the sites'.</summary>
    public static ReleasedReport Renamed(Func<string, string> name) => new(
        Report.Policy, Report.Sets, [.. Report.Sites.Select(name)], Report.Periods,
        [.. Report.Results.Select(result => result.Site == Result.All ? result : result with { Site = name(result.Site) })],
        [.. Report.SiteComparisons.Select(comparison => comparison with { Sites = [.. comparison.Sites.Select(site => site with { Site = name(site.Site) })] })],
        [.. Report.Completeness.Select(entry => entry.Site == Result.All ? entry : entry with { Site = name(entry.Site) })]);

    private static BandRule HigherBands { get; } = new(new BandTest(">=", 80), new BandTest(">=", 50), new BandTest("<", 50), ProvenanceStatus.Secondary,
        "The page prints 50-79 and 80 and above; 79.9 is amber.");

    public static ReleasedReport Report { get; } = Build();

    public static ReportContext Context { get; } = new()
    {
        ToolVersion = "0.1.0",
        AsAt = new DateOnly(2024, 12, 31),
        Registries =
        [
            new RegistryProfile
            {
                Name = "uk-fls-db",
                Title = "UK Fracture Liaison Service Database",
                Provenance = new Provenance("Public analysis code", ProvenanceStatus.Secondary),
                Columns = [],
                FractureDateBasis = FractureDateBasis.Diagnosis,
            },
        ],
        Arguments =
        [
            new("input", "exports"), new("--as-at", "2024-12-31"), new("--registry", "uk-fls-db"), new("--standards", "fls-core,uk-fls-db"),
        ],
        Inputs =
        [
            new("ashcombe.csv", "records, uk-fls-db", new string('a', 64)), new("caseload.csv", "caseload", new string('b', 64)),
            new("rosevale.xlsx", "records, uk-fls-db", new string('c', 64)),
        ],
        Reconciliations =
        [
            new("ashcombe.csv", 10480, 12, 8, 100) { Read = 10600 }, new("rosevale.xlsx", 1290, 0, 3, 7) { Read = 1300 },
        ],
        Findings =
        [
            new("date-not-read", Severity.Warning, new Place("ashcombe.csv", null, 14, "1.07 DateFLSAssess"), "A date could not be read.",
                "A date such as 31/12/2024; correct the cell and export again.") { Occurrences = 37, ExampleRows = [14, 90, 233] },
            new("negative-gap", Severity.Warning, new Place("rosevale.xlsx", "Export", 41, "1.07 DateFLSAssess"),
                "The assessment lies before the fracture.", "An assessment on or after the day of fracture.") { Occurrences = 4, ExampleRows = [41] },
            new("file-not-read", Severity.Error, new Place("dunmore-2.xlsx"), "The workbook ends before its contents are complete.",
                "A complete workbook; export it again."),
        ],
        Remarks = ["Invented data for tests; no patient is behind them."],
    };

    private static ReleasedReport Build()
    {
        var steps = new (string Name, string Label)[]
        {
            ("identified", "Identified"), ("assessed", "Assessed within 90 days"), ("recommended", "Treatment recommended"),
            ("started", "Started by 16 weeks"), ("persisting", "On treatment at 52 weeks"),
        };
        var core = new[]
        {
            MeasureFixture.Ratio("identification-rate", "Identification rate", "all", "hip"),
            MeasureFixture.Proportion("attendance-rate", "Attended the FLS"),
            MeasureFixture.Proportion("dxa-rate", "DXA done"),
            MeasureFixture.Duration("days-to-assessment", "Days to assessment"),
            MeasureFixture.Proportion("treatment-prescribed", "Prescribed anti-osteoporosis medication") with { Unknown = UnknownPolicy.ReportBoth },
            MeasureFixture.Proportion("new-vertebral-fracture", "New vertebral fracture found")
                with { Better = Better.None, Provenance = new Provenance("Textbook", ProvenanceStatus.Recalled) },
            MeasureFixture.Cascade("care-cascade", "From identified to on treatment at 52 weeks", steps),
        };
        var uk = new[]
        {
            MeasureFixture.Completeness("fls-db-1", "Data completeness", Fields)
                with { Bands = new BandRule(new BandTest("<", 5), null, new BandTest(">=", 5), ProvenanceStatus.Verified, "Fewer than five is good.") },
            MeasureFixture.Proportion("fls-db-4", "Assessed by the FLS within 90 days", "uk-fls-db") with { Bands = HigherBands },
            MeasureFixture.Proportion("fls-db-6", "Falls risk assessed", "uk-fls-db") with { Bands = HigherBands },
            MeasureFixture.Proportion("fls-db-9", "Started treatment by 16 weeks", "uk-fls-db") with { Bands = HigherBands },
            MeasureFixture.Proportion("fls-db-11", "Confirmed adherence to prescribed treatment at 52 weeks", "uk-fls-db") with { Bands = HigherBands },
        };

        var results = new List<Result>();
        var funnels = new List<SiteComparison>();
        foreach (var measure in core.Concat(uk))
        {
            switch (measure.Kind)
            {
                case MeasureKind.Proportion:
                    var proportion = new ProportionFixture(measure);
                    results.AddRange(proportion.Results());
                    funnels.Add(proportion.Funnel());
                    break;
                case MeasureKind.Duration: results.AddRange(OtherKindsFixture.Duration(measure)); break;
                case MeasureKind.Ratio: results.AddRange(OtherKindsFixture.Ratio(measure)); break;
                case MeasureKind.Completeness: results.AddRange(OtherKindsFixture.Completeness(measure)); break;
                default: results.AddRange(OtherKindsFixture.Cascade(measure)); break;
            }
        }

        return new ReleasedReport(
            DisclosurePolicy.Internal,
            [
                new StandardSet("fls-core", "Core measures of a fracture liaison service", new Provenance("FlsAudit", ProvenanceStatus.Inferred), core)
                    { ExcludesDeathsBeforeWindow = false },
                new StandardSet("uk-fls-db", "UK Fracture Liaison Service Database", new Provenance("RCP", ProvenanceStatus.Verified), uk)
                    { ExcludesDeathsBeforeWindow = false, Note = "Missing dates count as not met." },
            ],
            Sites, Periods, results, funnels, Completeness());
    }

    private static List<FieldCompleteness> Completeness()
    {
        var rows = new List<FieldCompleteness>();
        foreach (var field in Fields)
        {
            var perSite = Sites.Where(site => site != NothingSent).Select((site, i) =>
            {
                long records = site == Small ? 12 : 900 + (70 * i);
                var late = field.Name == "followup_52w_date";
                var recorded = late && site == EmptyBlock ? 0 : records * (late ? 55 : 97 - i) / 100;
                return new FieldCompleteness(field, site, recorded, records / 50, records - recorded - (records / 50));
            }).ToList();
            rows.Add(new FieldCompleteness(field, Result.All, perSite.Sum(r => r.Recorded), perSite.Sum(r => r.NotKnown), perSite.Sum(r => r.Blank)));
            rows.AddRange(perSite);
        }

        return rows;
    }
}
