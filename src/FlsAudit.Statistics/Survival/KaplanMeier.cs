namespace FlsAudit.Statistics.Survival;

/// <summary>What is known just after a time at which something happened.</summary>
/// <param name="Time">The time, in the unit of the observations.</param>
/// <param name="AtRisk">How many were still observed, without the event, just before.</param>
/// <param name="Events">How many had the event at it, above 0.</param>
/// <param name="Survival">The estimated share without the event after it, 0..1.</param>
/// <param name="Limits">The interval of the share, 0..1; null when the share is 0, of which the formula knows no error.</param>
public readonly record struct SurvivalStep(double Time, long AtRisk, long Events, double Survival, Interval? Limits);

/// <summary>
/// The share that goes on without an event, when some were not observed to the end (Kaplan and Meier, J Am Stat Assoc 1958;53:457-481). The
/// interval is on the log(-log) scale, where it stays inside 0..1, with Greenwood's variance. Where everybody was observed, the share is
/// the plain proportion; where not, no count over another gives it.
/// </summary>
public static class KaplanMeier
{
    /// <summary>The steps, one at each time with an event.</summary>
    /// <param name="observations">How long each was observed, 0 or more, and whether that ended with the event. One that ends at the time of an event without having it, was at risk of it.</param>
    /// <param name="level">How sure the limits are.</param>
    /// <returns>By rising time; none when nobody had the event.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or no finite number.</exception>
    public static IReadOnlyList<SurvivalStep> Of(IReadOnlyList<(double Time, bool Event)> observations, ConfidenceLevel level)
    {
        foreach (var (time, _) in observations)
        {
            if (!(time >= 0 && double.IsFinite(time))) throw new ArgumentOutOfRangeException(nameof(observations), time, "A time of observation must be a finite number, 0 or more.");
        }

        var steps = new List<SurvivalStep>();
        var (survival, greenwood, atRisk) = (1.0, 0.0, (long)observations.Count);
        foreach (var moment in observations.GroupBy(observation => observation.Time).OrderBy(group => group.Key))
        {
            long events = moment.Count(observation => observation.Event);
            if (events > 0)
            {
                survival *= (double)(atRisk - events) / atRisk;
                greenwood += events / ((double)atRisk * (atRisk - events));
                steps.Add(new SurvivalStep(moment.Key, atRisk, events, survival, Limits(survival, greenwood, level.Z)));
            }

            atRisk -= moment.Count();
        }

        return steps;
    }

    /// <summary>The share without the event just after a time.</summary>
    /// <param name="steps">The steps of <see cref="Of"/>.</param>
    /// <param name="time">Any time; before the first step the share is 1 and after the last observation it says nothing new.</param>
    public static double At(IReadOnlyList<SurvivalStep> steps, double time)
    {
        var survival = 1.0;
        foreach (var step in steps)
        {
            if (step.Time > time) break;
            survival = step.Survival;
        }

        return survival;
    }

    private static Interval? Limits(double survival, double greenwood, double z)
    {
        if (survival == 0) return null;
        var log = Math.Log(survival);
        var factor = Math.Exp(z * Math.Sqrt(greenwood) / -log);
        return new Interval(Math.Exp(log * factor), Math.Exp(log / factor));
    }
}
