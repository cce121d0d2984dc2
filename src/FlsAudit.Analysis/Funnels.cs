using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;

namespace FlsAudit.Analysis;

/// <summary>
/// Compares the sites of a proportion, or of a ladder on one, with their pooled centre: funnel limits (Spiegelhalter 2005, exact unless asked otherwise) and limits widened for
/// over-dispersion on the arcsine scale.
/// </summary>
internal sealed class Funnels
{
    private const int FewestSites = 2;
    private const int CurvePoints = 60;
    private const double CurveMargin = 1.05;
    private const string Exact = "exact binomial limits interpolated between counts, (r - a)/n at both ends (Spiegelhalter 2005; upper limit without the extra 1/n)";

    private const string Approximate = "normal limits, centre ∓ z·sqrt(p(1 - p)/n), held to 0-100 %";

    private readonly OverDispersion dispersion;
    private readonly double centre;
    private readonly FunnelMethod method;
    private readonly FunnelCache limits95;
    private readonly FunnelCache limits998;

    private Funnels(double centre, OverDispersion dispersion, FunnelLimitKind kind)
    {
        (this.centre, this.dispersion) = (centre, dispersion);
        method = kind == FunnelLimitKind.Normal ? FunnelMethod.Normal : FunnelMethod.InterpolatedBinomial;
        limits95 = new FunnelCache(centre, ConfidenceLevel.Percent95, method);
        limits998 = new FunnelCache(centre, ConfidenceLevel.Percent998, method);
    }

    /// <summary>The funnel of one measure and period, or null when fewer than two sites have a value.</summary>
    public static SiteComparison? Of(MeasureDefinition measure, string period, IReadOnlyList<Result> sites, FunnelLimitKind kind = FunnelLimitKind.Exact)
    {
        Result[] compared = [.. sites.Where(site => site is { Status: ResultStatus.Ok, Denominator: > 0 })];
        if (compared.Length < FewestSites) return null;
        var dispersion = OverDispersion.Of([.. compared.Select(site => (site.Numerator!.Value, site.Denominator!.Value))]);
        var centre = compared.Sum(site => site.Numerator!.Value) / compared.Sum(site => site.Denominator!.Value);
        var funnel = new Funnels(centre, dispersion, kind);
        return new SiteComparison
        {
            Measure = measure,
            Period = period,
            Centre = Kinds.Proportions.Percent(compared.Sum(site => site.Numerator!.Value), compared.Sum(site => site.Denominator!.Value)),
            Phi = dispersion.Phi,
            Tau2 = dispersion.Tau2 ?? 0,
            Sites = [.. compared.Select((site, i) => funnel.Compare(site, i))],
            Curve = funnel.Curve((long)compared.Max(site => site.Denominator!.Value)),
            Method = funnel.Method,
        };
    }

    private SiteInFunnel Compare(Result site, int index)
    {
        double numerator = site.Numerator!.Value, denominator = site.Denominator!.Value;
        var limits = LimitsAt((long)denominator);
        return new SiteInFunnel
        {
            Site = site.Site,
            Numerator = numerator,
            Denominator = denominator,
            Value = site.Value!.Value,
            Limits95 = limits.Limits95,
            Limits998 = limits.Limits998,
            AdjustedLimits95 = limits.AdjustedLimits95,
            AdjustedLimits998 = limits.AdjustedLimits998,
            Z = dispersion.Z[index],
            AdjustedZ = dispersion.AdjustedZ[index],
            Flag = Flag(
                FunnelLimits.SideOf(numerator, (long)denominator, centre, ConfidenceLevel.Percent95, method),
                FunnelLimits.SideOf(numerator, (long)denominator, centre, ConfidenceLevel.Percent998, method)),
            AdjustedFlag = Flag(Side(site.Value.Value, limits.AdjustedLimits95), Side(site.Value.Value, limits.AdjustedLimits998)),
        };
    }

    private FunnelPoint LimitsAt(long n) => new(
        n,
        Kinds.Proportions.Percent(limits95.LimitsAt(n)),
        Kinds.Proportions.Percent(limits998.LimitsAt(n)),
        Kinds.Proportions.Percent(dispersion.AdjustedLimitsAt(n, ConfidenceLevel.Percent95)),
        Kinds.Proportions.Percent(dispersion.AdjustedLimitsAt(n, ConfidenceLevel.Percent998)));

    // Outside means strictly outside, and the wider limit names the flag.
    private static FunnelFlag Flag(FunnelSide side95, FunnelSide side998) => (side95, side998) switch
    {
        (_, FunnelSide.Below) => FunnelFlag.Low998,
        (_, FunnelSide.Above) => FunnelFlag.High998,
        (FunnelSide.Below, _) => FunnelFlag.Low95,
        (FunnelSide.Above, _) => FunnelFlag.High95,
        _ => FunnelFlag.InLimits,
    };

    private static FunnelSide Side(double value, Limits limits) =>
        value < limits.Lower ? FunnelSide.Below : value > limits.Upper ? FunnelSide.Above : FunnelSide.Within;

    // Denser where the limits bend most: the square root of the denominator is spaced evenly.
    private FunnelPoint[] Curve(long largest)
    {
        var end = Math.Sqrt(Math.Ceiling(largest * CurveMargin));
        return
        [
            .. Enumerable.Range(1, CurvePoints)
                .Select(i => (long)Math.Max(1, Math.Round(Math.Pow(end * i / CurvePoints, 2), MidpointRounding.AwayFromZero)))
                .Distinct()
                .Select(LimitsAt),
        ];
    }

    private string Method => (method == FunnelMethod.Normal ? Approximate : Exact) + dispersion.Tau2 switch
    {
        null => "; too few sites to estimate over-dispersion",
        0 => "; no over-dispersion found",
        _ => "; adjusted: arcsine scale, 10 % winsorised, additive between-site variance",
    };
}
