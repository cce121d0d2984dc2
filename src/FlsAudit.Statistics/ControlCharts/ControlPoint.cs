namespace FlsAudit.Statistics.ControlCharts;

/// <summary>One point of a chart. All that has no value is null, never a number that is none.</summary>
/// <param name="Value">What was measured; null when nothing was.</param>
/// <param name="Counts">Whether it may be part of a signal: it has a value and is not excluded.</param>
/// <param name="Centre">The centre line here; null when the segment has none.</param>
/// <param name="Sigma">One standard deviation here; null when there are no limits.</param>
/// <param name="Limits">Three standard deviations either side, held to the scale; null when there are none.</param>
/// <param name="Warnings">Two standard deviations either side, held to the scale; null when there are none.</param>
public readonly record struct ControlPoint(double? Value, bool Counts, double? Centre, double? Sigma, Interval? Limits, Interval? Warnings)
{
    // Of the size of the numbers: a mean is not exactly what its equal terms are, and must not put them on one side.
    private const double RoundingError = 1e-12;

    /// <summary>1 above the centre, -1 below, 0 on it, without a centre, or when the point does not count.</summary>
    public int Side
    {
        get
        {
            if (!Counts || Centre is not { } centre) return 0;
            var off = Value!.Value - centre;
            return Math.Abs(off) <= RoundingError * (Math.Abs(centre) + Math.Abs(Value.Value) + (Sigma ?? 0)) ? 0 : Math.Sign(off);
        }
    }

    /// <summary>1 above the upper limit, -1 below the lower one, 0 between or on them, without limits, or when the point does not count.</summary>
    public int SideOutside => !Counts || Limits is not { } limits ? 0 : Value > limits.Upper ? 1 : Value < limits.Lower ? -1 : 0;

    /// <summary>1 when more than so many standard deviations above the centre, -1 below, else 0; outside the limits or not.</summary>
    internal int SideBeyond(double sigmas)
    {
        if (!Counts || Sigma is not { } sigma) return 0;
        var off = Value!.Value - Centre!.Value;
        return Math.Abs(off) > sigmas * sigma ? Math.Sign(off) : 0;
    }

    internal static ControlPoint Without(double? value, bool counts, double? centre) => new(value, counts, centre, null, null, null);

    internal static ControlPoint Around(double? value, bool counts, double centre, double sigma, Interval scale) => new(
        value,
        counts,
        centre,
        sigma,
        Held(centre, 3 * sigma, scale),
        Held(centre, 2 * sigma, scale));

    private static Interval Held(double centre, double reach, Interval scale) =>
        new(Math.Max(scale.Lower, centre - reach), Math.Min(scale.Upper, centre + reach));
}
