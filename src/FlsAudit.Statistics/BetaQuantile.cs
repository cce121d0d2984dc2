using MathNet.Numerics.Distributions;

namespace FlsAudit.Statistics;

/// <summary>Quantiles of the beta distribution to full relative accuracy, also where they lie close to 0.</summary>
internal static class BetaQuantile
{
    private const int NewtonSteps = 3;

    /// <summary>The point below which a beta variable with both shapes above 0 lies with the chance p.</summary>
    internal static double Of(double p, double a, double b) => Refine(Beta.InvCDF(a, b, p), a, b, p);

    // The library stops at an absolute accuracy, which is coarse for a limit near 0.
    private static double Refine(double limit, double a, double b, double p)
    {
        for (var i = 0; i < NewtonSteps; i++)
        {
            if (limit is <= 0 or >= 1) return limit;
            var next = limit - ((Beta.CDF(a, b, limit) - p) / Beta.PDF(a, b, limit));
            if (!(next > 0 && next < 1)) return limit;
            limit = next;
        }

        return limit;
    }
}
