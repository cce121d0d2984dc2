using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

/// <summary>Results of the kinds that have no funnel.</summary>
internal static class OtherKindsFixture
{
    private static readonly OutcomeCounts None = new(0, 0, 0, 0, 0, 0);

    public static IEnumerable<Result> Duration(MeasureDefinition measure)
    {
        foreach (var (site, s) in SitesAndAll())
            foreach (var (period, p) in PeriodsAndAll())
            {
                var row = Empty(measure, site, period, "days", "Median by linear interpolation; limits by order statistics");
                if (site == BenchmarkFixture.NothingSent) yield return row with { Status = ResultStatus.NoDataSubmitted };
                else if (period == Result.UnknownPeriod) yield return row with { Status = ResultStatus.Unknown, Counts = None with { Unknown = 20 } };
                else
                {
                    var n = site == Result.All ? 800 : 60 + s;
                    var median = 48 + ((s * 7) % 19) - p + (p % 2 == 0 ? 0.5 : 0);
                    yield return row with
                    {
                        Counts = None with { Met = n, Unknown = 11 },
                        Numerator = n,
                        Denominator = n,
                        Value = median,
                        LowerQuartile = median - 21,
                        UpperQuartile = median + 33.25,
                        Limits95 = new Limits(median - 5, median + 6),
                        Limits998 = new Limits(median - 9, median + 10),
                    };
                }
            }
    }

    public static IEnumerable<Result> Ratio(MeasureDefinition measure)
    {
        foreach (var (site, s) in SitesAndAll())
            foreach (var (period, p) in PeriodsAndAll())
                foreach (var (group, caseload) in new[] { ("", 120.0), ("all", 120.0), ("hip", 31.5) })
                {
                    var scale = (site == Result.All ? 11 : 1) * (period == Result.All ? 10 : 1);
                    var expected = (caseload + s) * scale;
                    var found = Math.Floor(expected * (0.55 + (s % 6 * 0.11) - (p * 0.004)));
                    var row = Empty(measure, site, period, "percent", "Byar limits; the caseload is taken as exact") with
                    {
                        Breakdown = group.Length == 0 ? "" : "caseload_group",
                        Category = group,
                    };
                    if (site == BenchmarkFixture.NothingSent) yield return row with { Status = ResultStatus.NoDataSubmitted };
                    else if (site == "Dunmore") yield return row with { Status = ResultStatus.NotComputed, Counts = None with { Met = (long)found } };
                    else if (site == BenchmarkFixture.Small) yield return row with { Status = ResultStatus.Suppressed };
                    else yield return row with
                    {
                        Counts = None with { Met = (long)found },
                        Numerator = found,
                        Denominator = expected,
                        Value = 100 * found / expected,
                        Limits95 = new Limits(100 * (found - (2 * Math.Sqrt(found))) / expected, 100 * (found + (2 * Math.Sqrt(found))) / expected),
                        Limits998 = new Limits(100 * (found - (3 * Math.Sqrt(found))) / expected, 100 * (found + (3 * Math.Sqrt(found))) / expected),
                    };
                }
    }

    public static IEnumerable<Result> Completeness(MeasureDefinition measure)
    {
        foreach (var (site, s) in SitesAndAll())
        {
            var row = Empty(measure, site, Result.All, site == Result.All ? "percent" : "fields", "Fields with more than 20 % missing");
            var fields = site == BenchmarkFixture.EmptyBlock ? 6.0 : s % 4;
            yield return site switch
            {
                BenchmarkFixture.NothingSent => row with { Status = ResultStatus.NoDataSubmitted },
                Result.All => row with { Numerator = 10, Denominator = 11, Value = 1000.0 / 11, Counts = None with { Met = 10, NotMet = 1 } },
                _ => row with { Numerator = fields, Denominator = 17, Value = fields, Band = measure.Bands!.Of(fields) },
            };
            if (site == BenchmarkFixture.NothingSent) continue;
            foreach (var (period, p) in PeriodsAndAll().Skip(1))
            {
                var some = row with { Period = period };
                var inPeriod = (s + p) % 8;
                // Sites in the fixture with 5 fields or more are not good; how many are good does not matter here.
                if (period == Result.UnknownPeriod) yield return some with { Status = ResultStatus.Unknown };
                else if (site == Result.All) yield return some with { Numerator = 5 + (p % 5), Denominator = 11, Value = 100.0 * (5 + (p % 5)) / 11 };
                else yield return some with { Numerator = inPeriod, Denominator = 17, Value = inPeriod, Band = measure.Bands!.Of(inPeriod) };
            }

            foreach (var part in measure.Parts)
                yield return row with
                {
                    Breakdown = "field",
                    Category = part.Name,
                    Unit = "percent",
                    Numerator = 90,
                    Denominator = 100,
                    Value = 90,
                    Band = null,
                    Counts = None with { Met = 90, NotMet = 10 },
                };
        }
    }

    public static IEnumerable<Result> Cascade(MeasureDefinition measure)
    {
        foreach (var (site, _) in SitesAndAll())
        {
            var n = site == Result.All ? 6240 : 620;
            // The whole of a cascade is its last step.
            foreach (var (step, whole) in Enumerable.Range(0, measure.Parts.Count).Select(i => (i, false)).Prepend((measure.Parts.Count - 1, true)))
            {
                var row = Empty(measure, site, Result.All, "percent", "Wilson score interval");
                if (!whole) row = row with { Breakdown = "step", Category = measure.Parts[step].Label };
                var met = (long)(n * Math.Pow(0.72, step));
                if (site == BenchmarkFixture.NothingSent) yield return row with { Status = ResultStatus.NoDataSubmitted };
                else if (site == BenchmarkFixture.EmptyBlock && step == 4)
                    yield return row with { Status = ResultStatus.Unknown, Counts = None with { Unknown = n } };
                else yield return row with
                {
                    Numerator = met,
                    Denominator = n,
                    Value = 100.0 * met / n,
                    Counts = None with { Met = met, NotMet = n - met },
                    Limits95 = new Limits((100.0 * met / n) - 1, Math.Min(100, (100.0 * met / n) + 1)),
                };
            }
        }
    }

    private static IEnumerable<(string Site, int Number)> SitesAndAll() => BenchmarkFixture.Sites.Prepend(Result.All).Select((site, i) => (site, i));

    private static IEnumerable<(string Period, int Number)> PeriodsAndAll() =>
        BenchmarkFixture.Periods.Prepend(Result.All).Select((period, i) => (period, i));

    private static Result Empty(MeasureDefinition measure, string site, string period, string unit, string method) => new()
    {
        Measure = measure,
        Site = site,
        Period = period,
        Counts = None,
        Policy = measure.Unknown,
        Unit = unit,
        Method = method,
        Status = ResultStatus.Ok,
    };
}
