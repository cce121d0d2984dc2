using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

/// <summary>Results and funnel of one proportion of <see cref="BenchmarkFixture"/>.</summary>
internal sealed class ProportionFixture(MeasureDefinition measure)
{
    private readonly double rate = measure.Id switch
    {
        "attendance-rate" => 0.62,
        "dxa-rate" => 0.55,
        "treatment-prescribed" => 0.78,
        "new-vertebral-fracture" => 0.12,
        "fls-db-6" => 0.83,
        "fls-db-9" => 0.34,
        _ => 0.66,
    };

    private readonly int quartersNotDue = measure.Id switch { "fls-db-11" => 4, "fls-db-9" => 2, "fls-db-4" => 1, _ => 0 };

    public IEnumerable<Result> Results()
    {
        UnknownPolicy[] policies = measure.Unknown == UnknownPolicy.ReportBoth
            ? [UnknownPolicy.NotMet, UnknownPolicy.LeaveOut]
            : [measure.Unknown];
        foreach (var policy in policies)
            foreach (var site in BenchmarkFixture.Sites.Prepend(Result.All))
                foreach (var period in BenchmarkFixture.Periods.Prepend(Result.All))
                    yield return Row(site, period, policy);
        if (measure.Id != "fls-db-4") yield break;
        foreach (var (category, share) in new[] { ("female", 0.78), ("male", 0.2), ("not_known", 0.02) })
            yield return Row(Result.All, Result.All, UnknownPolicy.NotMet, share) with { Breakdown = "sex", Category = category };
    }

    public SiteComparison Funnel()
    {
        var all = Row(Result.All, Result.All, UnknownPolicy.NotMet);
        var centre = all.Value!.Value / 100;
        var tau = measure.Id is "fls-db-4" or "attendance-rate" ? 0.05 : 0;
        var sites = BenchmarkFixture.Sites.Select(site => Row(site, Result.All, UnknownPolicy.NotMet)).Where(row => row.Value is not null)
            .Select(row => Site(row, centre, tau)).ToList();
        var largest = sites.Max(site => site.Denominator);
        return new SiteComparison
        {
            Measure = measure,
            Period = Result.All,
            Centre = 100 * centre,
            Phi = tau > 0 ? 4.2 : 1,
            Tau2 = tau * tau,
            Sites = sites,
            Curve = [.. Enumerable.Range(1, 60).Select(i => Point(largest * 1.05 * i / 60, centre, tau))],
            Method = "Exact binomial limits (Spiegelhalter 2005)" + (tau > 0 ? "; widened for over-dispersion on the arcsine scale" : ""),
        };
    }

    private static SiteInFunnel Site(Result row, double centre, double tau)
    {
        var n = row.Denominator!.Value;
        var point = Point(n, centre, tau);
        var s = Math.Sqrt(centre * (1 - centre) / n);
        return new SiteInFunnel
        {
            Site = row.Site,
            Numerator = row.Numerator!.Value,
            Denominator = n,
            Value = row.Value!.Value,
            Limits95 = point.Limits95,
            Limits998 = point.Limits998,
            AdjustedLimits95 = point.AdjustedLimits95,
            AdjustedLimits998 = point.AdjustedLimits998,
            Z = ((row.Value.Value / 100) - centre) / s,
            AdjustedZ = ((row.Value.Value / 100) - centre) / Math.Sqrt((s * s) + (tau * tau)),
            Flag = Flag(row.Value.Value, point.Limits95, point.Limits998),
            AdjustedFlag = Flag(row.Value.Value, point.AdjustedLimits95, point.AdjustedLimits998),
        };
    }

    private static FunnelFlag Flag(double value, Limits inner, Limits outer) =>
        value < outer.Lower ? FunnelFlag.Low998 : value > outer.Upper ? FunnelFlag.High998
        : value < inner.Lower ? FunnelFlag.Low95 : value > inner.Upper ? FunnelFlag.High95 : FunnelFlag.InLimits;

    private static FunnelPoint Point(double n, double centre, double tau)
    {
        Limits At(double z, double extra)
        {
            var width = z * Math.Sqrt((centre * (1 - centre) / n) + (extra * extra));
            return new Limits(Math.Max(0, 100 * (centre - width)), Math.Min(100, 100 * (centre + width)));
        }

        return new FunnelPoint(n, At(1.96, 0), At(3.09, 0), At(1.96, tau), At(3.09, tau));
    }

    private Result Row(string site, string period, UnknownPolicy policy, double share = 1)
    {
        if (site == BenchmarkFixture.NothingSent) return Empty(site, period, policy, ResultStatus.NoDataSubmitted, new(0, 0, 0, 0, 0, 0));
        long met = 0, notMet = 0, unknown = 0, notDue = 0, outside = 0;
        foreach (var s in BenchmarkFixture.Sites)
        {
            if (s == BenchmarkFixture.NothingSent || (site != Result.All && s != site)) continue;
            foreach (var p in BenchmarkFixture.Periods)
            {
                if (period != Result.All && p != period) continue;
                var (n, r) = Cell(s, p);
                n = (long)(n * share);
                outside += n / 20;
                var missing = measure.Id == "fls-db-11" && s == BenchmarkFixture.EmptyBlock;
                if (p == Result.UnknownPeriod) unknown += n;
                else if (Array.IndexOf([.. BenchmarkFixture.Periods], p) >= 10 - quartersNotDue) notDue += n;
                else if (missing) unknown += n;
                else
                {
                    var m = (long)Math.Round(n * r, MidpointRounding.AwayFromZero);
                    met += m;
                    unknown += n / 25;
                    notMet += n - m - (n / 25);
                }
            }
        }

        var counts = new OutcomeCounts(met, notMet, unknown, 2, notDue, outside);
        if (met + notMet == 0)
        {
            var status = unknown > 0 ? ResultStatus.Unknown : notDue > 0 ? ResultStatus.NotDue : ResultStatus.NoCases;
            return Empty(site, period, policy, status, counts);
        }

        var counted = policy == UnknownPolicy.NotMet ? unknown : 0;
        var denominator = met + notMet + counted;
        var value = 100.0 * met / denominator;
        return Empty(site, period, policy, ResultStatus.Ok, counts) with
        {
            UnknownCounted = counted,
            Numerator = met,
            Denominator = denominator,
            Value = value,
            Limits95 = Wilson(met, denominator, 1.96),
            Limits998 = Wilson(met, denominator, 3.09),
            Band = measure.Bands?.Of(value),
        };
    }

    private Result Empty(string site, string period, UnknownPolicy policy, ResultStatus status, OutcomeCounts counts) => new()
    {
        Measure = measure,
        Site = site,
        Period = period,
        Counts = counts,
        Policy = policy,
        Unit = "percent",
        Method = "Wilson score interval",
        Status = status,
    };

    private (long Cases, double Rate) Cell(string site, string period)
    {
        var s = Array.IndexOf([.. BenchmarkFixture.Sites], site);
        var p = Array.IndexOf([.. BenchmarkFixture.Periods], period);
        var wobble = (((s * 37) + (p * 17) + (measure.Id.Length * 11)) % 23 / 23.0) - 0.5;
        long n = site == BenchmarkFixture.Small ? (p == 4 ? 0 : 3) : period == Result.UnknownPeriod ? 2 : 60 + (s * 9) + (p * 2);
        var r = rate + (0.08 * wobble) + ((s % 5) - 2) * 0.02;
        if (site == BenchmarkFixture.FarOut) r = Math.Max(0.03, rate - 0.3);
        if (site == BenchmarkFixture.Improving) r = Math.Min(0.95, rate - 0.1 + (0.03 * p));
        return (n, r);
    }

    private static Limits Wilson(double x, double n, double z)
    {
        var middle = (2 * x) + (z * z);
        var width = z * Math.Sqrt((z * z) + (4 * x * (1 - (x / n))));
        return new Limits(100 * (middle - width) / (2 * (n + (z * z))), 100 * (middle + width) / (2 * (n + (z * z))));
    }
}
