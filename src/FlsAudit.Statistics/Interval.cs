namespace FlsAudit.Statistics;

/// <summary>A lower and an upper limit on the scale of the estimate they belong to; both ends belong to the interval.</summary>
/// <param name="Lower">The lower limit, never above <paramref name="Upper"/>.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Whether a value lies between the limits; a value on a limit does.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
