namespace FlsAudit.Statistics.Funnels;

/// <summary>The scale on which a proportion out of n has the same standard deviation wherever it lies: asin √p, in radians 0..π/2.</summary>
internal static class ArcsineScale
{
    internal static double AngleOf(double proportion) => Math.Asin(Math.Sqrt(proportion));

    internal static double VarianceAt(double n) => 1 / (4 * n);

    /// <summary>Limits as proportions. The angle is held to the scale before it is turned back: beyond its ends sin² would fold back.</summary>
    internal static Interval Limits(double angle, double reach) =>
        new(ProportionAt(Math.Max(0, angle - reach)), ProportionAt(Math.Min(Math.PI / 2, angle + reach)));

    private static double ProportionAt(double angle)
    {
        var sine = Math.Sin(angle);
        return sine * sine;
    }
}
