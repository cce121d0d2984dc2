using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

/// <summary>Few sites and many periods: two sites over 24 months, so that the matrix is wider than every other table. No two values are equal.</summary>
internal static class MonthlyFixture
{
    public static readonly IReadOnlyList<string> Sites = ["Ashcombe", "Brackendale"];

    public static readonly IReadOnlyList<string> Months =
        [.. Enumerable.Range(0, 24).Select(i => $"{2023 + (i / 12)}-{(i % 12) + 1:00}")];

    public static MeasureDefinition Measure { get; } = MeasureFixture.Proportion("dxa-rate", "DXA done");

    public static ReleasedReport Report { get; } = new(
        DisclosurePolicy.Internal,
        [new StandardSet("fls-core", "Core measures", new Provenance("FlsAudit", ProvenanceStatus.Inferred), [Measure]) { ExcludesDeathsBeforeWindow = false }],
        Sites, Months, [.. Results()], [Funnel()], []);

    private static IEnumerable<Result> Results()
    {
        string[] places = [Result.All, .. Sites];
        string[] periods = [Result.All, .. Months];
        for (var s = 0; s < places.Length; s++)
            for (var p = 0; p < periods.Length; p++)
            {
                var met = 1000 + (100 * s) + p;
                yield return new Result
                {
                    Measure = Measure,
                    Site = places[s],
                    Period = periods[p],
                    Counts = new OutcomeCounts(met, 2000 - met, 0, 0, 0, 0),
                    Policy = UnknownPolicy.NotMet,
                    Numerator = met,
                    Denominator = 2000,
                    Value = met / 20.0,
                    Unit = "percent",
                    Limits95 = new Limits((met / 20.0) - 2, (met / 20.0) + 2),
                    Limits998 = new Limits((met / 20.0) - 3, (met / 20.0) + 3),
                    Method = "Wilson score interval",
                    Status = ResultStatus.Ok,
                };
            }
    }

    private static SiteComparison Funnel()
    {
        Limits inner = new(48, 52), outer = new(46, 54);
        return new SiteComparison
        {
            Measure = Measure,
            Period = Result.All,
            Centre = 50,
            Phi = null,
            Tau2 = 0,
            Sites = [.. Sites.Select((site, i) => new SiteInFunnel
            {
                Site = site,
                Numerator = 1100 + (100 * i),
                Denominator = 2000,
                Value = 55 + (5 * i),
                Limits95 = inner,
                Limits998 = outer,
                AdjustedLimits95 = inner,
                AdjustedLimits998 = outer,
                Z = 1,
                AdjustedZ = 1,
                Flag = FunnelFlag.High998,
                AdjustedFlag = FunnelFlag.High998,
            })],
            Curve = [.. Enumerable.Range(1, 60).Select(i => new FunnelPoint(40 * i, inner, outer, inner, outer))],
            Method = "Exact binomial limits",
        };
    }
}
