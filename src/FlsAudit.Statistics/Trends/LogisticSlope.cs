namespace FlsAudit.Statistics.Trends;

/// <summary>Whether a logistic slope can be given.</summary>
public enum SlopeState
{
    /// <summary>It can.</summary>
    Estimated,

    /// <summary>Fewer than two periods have trials.</summary>
    TooFewPeriods,

    /// <summary>There is no success, or no failure, in any period: the slope is 0 by any account and has no error.</summary>
    NoVariation,

    /// <summary>All failures come before all successes, or after them, but for one period at most: the slope has no upper, or no lower, end.</summary>
    Unbounded,
}

/// <summary>
/// How fast the log-odds of a success change from one period to the next: logistic regression of the counts on the place of the period,
/// 0, 1, 2 ..., by maximum likelihood (Cox, J R Stat Soc B 1958;20:215-242), with Wald limits.
/// </summary>
/// <param name="State">Whether there is a slope; all numbers are null when there is none.</param>
/// <param name="Intercept">The log-odds in the first period.</param>
/// <param name="Slope">The change of the log-odds per period; its exponential is the odds ratio per period.</param>
/// <param name="StandardError">The error of the slope, by the information at the maximum.</param>
/// <param name="Limits">Slope ∓ z·error.</param>
/// <param name="P">The two-sided p-value of slope over error.</param>
/// <param name="Deviance">Twice the log-likelihood lost against a proportion of its own in each period.</param>
/// <param name="NullDeviance">The same with a slope of 0.</param>
/// <param name="LikelihoodRatioP">The p-value of the difference of the two deviances.</param>
public sealed record LogisticSlope(
    SlopeState State, double? Intercept, double? Slope, double? StandardError, Interval? Limits, double? P, double? Deviance, double? NullDeviance, double? LikelihoodRatioP)
{
    private const int MostSteps = 100;
    private const double Converged = 1e-13;

    /// <summary>The slope through the periods.</summary>
    /// <param name="periods">Successes and trials in order; a period without trials keeps its place and says nothing.</param>
    /// <param name="level">How sure the limits are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is impossible.</exception>
    public static LogisticSlope Of(IReadOnlyList<(double X, double N)> periods, ConfidenceLevel level)
    {
        foreach (var (x, n) in periods) Counts.RequireTally(x, n);
        var state = StateOf(periods);
        return state == SlopeState.Estimated ? Fit(periods, level) : new LogisticSlope(state, null, null, null, null, null, null, null, null);
    }

    private static SlopeState StateOf(IReadOnlyList<(double X, double N)> periods)
    {
        var (firstMet, lastMet, firstNot, lastNot, compared) = (int.MaxValue, -1, int.MaxValue, -1, 0);
        for (var i = 0; i < periods.Count; i++)
        {
            if (periods[i].N > 0) compared++;
            if (periods[i].X > 0) (firstMet, lastMet) = (Math.Min(firstMet, i), i);
            if (periods[i].X < periods[i].N) (firstNot, lastNot) = (Math.Min(firstNot, i), i);
        }

        return compared < 2 ? SlopeState.TooFewPeriods
            : lastMet < 0 || lastNot < 0 ? SlopeState.NoVariation
            : lastNot <= firstMet || lastMet <= firstNot ? SlopeState.Unbounded
            : SlopeState.Estimated;
    }

    private static LogisticSlope Fit(IReadOnlyList<(double X, double N)> periods, ConfidenceLevel level)
    {
        var x = periods.Sum(period => period.X);
        var n = periods.Sum(period => period.N);
        var pooled = x / n;

        // Around the middle of the trials intercept and slope hardly depend on each other, which keeps the steps short.
        var middle = periods.Select((period, i) => i * period.N).Sum() / n;
        var line = new Line(Math.Log(pooled / (1 - pooled)), 0, middle);
        var deviance = line.Deviance(periods);
        var nullDeviance = deviance;
        for (var i = 0; i < MostSteps; i++)
        {
            var (atMiddle, slope) = line.NewtonStep(periods);
            var next = line;
            var lost = double.PositiveInfinity;
            for (var share = 1.0; share > Converged && !(lost <= deviance + (Converged * (1 + deviance))); share /= 2)
            {
                next = new Line(line.AtMiddle + (share * atMiddle), line.Slope + (share * slope), middle);
                lost = next.Deviance(periods);
            }

            (line, deviance) = (next, lost);
            if (Math.Abs(atMiddle) + Math.Abs(slope) <= Converged * (1 + Math.Abs(line.AtMiddle) + Math.Abs(line.Slope))) break;
        }

        var error = line.SlopeError(periods);
        return new LogisticSlope(
            SlopeState.Estimated,
            line.AtMiddle - (line.Slope * middle),
            line.Slope,
            error,
            new Interval(line.Slope - (level.Z * error), line.Slope + (level.Z * error)),
            StandardNormal.TwoSided(line.Slope / error),
            deviance,
            nullDeviance,
            ChiSquareResult.Of(Math.Max(0, nullDeviance - deviance), 1).P);
    }
}
