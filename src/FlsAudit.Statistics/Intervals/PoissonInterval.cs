using MathNet.Numerics.Distributions;

namespace FlsAudit.Statistics.Intervals;

/// <summary>How the interval of a count of events is computed.</summary>
public enum PoissonMethod
{
    /// <summary>Exact below 10 events, Byar's from 10: the convention of English public health statistics.</summary>
    ExactBelowTenThenByar,

    /// <summary>Chi-square quantiles (Garwood, Biometrika 1936;28:437-442), at any count.</summary>
    Exact,

    /// <summary>Byar's approximation (Breslow and Day, Statistical Methods in Cancer Research II, 1987), at any count; rough below 10 events.</summary>
    Byar,
}

/// <summary>Intervals for a count of events that has no upper bound, and for its ratio to something known exactly: a rate or observed over expected.</summary>
public static class PoissonInterval
{
    private const double ExactBelow = 10;

    /// <summary>The interval of the mean behind a count.</summary>
    /// <param name="events">0 or more; at 0 the lower limit is exactly 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <param name="method">How it is computed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or no finite number.</exception>
    public static Interval Of(double events, ConfidenceLevel level, PoissonMethod method = PoissonMethod.ExactBelowTenThenByar)
    {
        if (!(events >= 0 && double.IsFinite(events)))
        {
            throw new ArgumentOutOfRangeException(nameof(events), events, "The number of events must be a finite number, 0 or more.");
        }

        var exact = method == PoissonMethod.Exact || (method == PoissonMethod.ExactBelowTenThenByar && events < ExactBelow);
        return exact ? Exact(events, level.Tail) : Byar(events, level.Z);
    }

    /// <summary>The interval of events over exposure. The exposure is taken as exact; a ratio above 1 is nothing special.</summary>
    /// <param name="events">0 or more.</param>
    /// <param name="exposure">The population, or the events expected; above 0.</param>
    /// <param name="level">How sure the interval is.</param>
    /// <param name="method">How it is computed.</param>
    /// <returns>Limits on the scale of events / exposure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, the exposure is 0 or less, or one is no finite number.</exception>
    public static Interval OfRatio(double events, double exposure, ConfidenceLevel level, PoissonMethod method = PoissonMethod.ExactBelowTenThenByar)
    {
        if (!(exposure > 0 && double.IsFinite(exposure)))
        {
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "What events are divided by must be a finite number above 0.");
        }

        var count = Of(events, level, method);
        return new Interval(count.Lower / exposure, count.Upper / exposure);
    }

    private static Interval Exact(double events, double tail) => new(
        events == 0 ? 0 : ChiSquared.InvCDF(2 * events, tail) / 2,
        ChiSquared.InvCDF((2 * events) + 2, 1 - tail) / 2);

    private static Interval Byar(double events, double z) => new(
        events == 0 ? 0 : Math.Max(0, events * Cube(1 - (1 / (9 * events)) - (z / (3 * Math.Sqrt(events))))),
        (events + 1) * Cube(1 - (1 / (9 * (events + 1))) + (z / (3 * Math.Sqrt(events + 1)))));

    private static double Cube(double value) => value * value * value;
}
