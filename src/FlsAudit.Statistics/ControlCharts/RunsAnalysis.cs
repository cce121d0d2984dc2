namespace FlsAudit.Statistics.ControlCharts;

/// <summary>
/// Runs on one side of the centre and crossings of it, and what chance allows (Anhøj and Olesen, PLoS ONE 2014;9:e113825): a run is too
/// long above round(log2 n) + 3, crossings are too few below the 5 % quantile of n - 1 throws of a coin. Points on the centre, missing
/// and excluded ones are left out, so a run goes on behind them.
/// </summary>
/// <param name="Useful">How many points are off the centre, n.</param>
/// <param name="LongestRun">The most in a row on one side.</param>
/// <param name="LongestRunLimit">The longest run that chance allows; null with fewer than two useful points.</param>
/// <param name="Crossings">How often the side changes.</param>
/// <param name="FewestCrossings">The fewest crossings that chance allows; null with fewer than two useful points.</param>
public readonly record struct RunsAnalysis(int Useful, int LongestRun, int? LongestRunLimit, int Crossings, int? FewestCrossings)
{
    private const double TooFewTail = 0.05;
    private static readonly ConfidenceLevel TooFew = ConfidenceLevel.WithTail(TooFewTail);

    /// <summary>Whether the longest run is longer than chance allows.</summary>
    public bool RunTooLong => LongestRun > LongestRunLimit;

    /// <summary>Whether there are fewer crossings than chance allows.</summary>
    public bool CrossingsTooFew => Crossings < FewestCrossings;

    /// <summary>The runs of one segment of a chart.</summary>
    /// <param name="chart">The chart; its centre may be a mean or a median.</param>
    /// <param name="segment">One of its segments; without a centre there is nothing to count.</param>
    public static RunsAnalysis Of(ControlChart chart, ChartSegment segment)
    {
        var (useful, longest, run, crossings, side) = (0, 0, 0, 0, 0);
        for (var i = segment.First; i < segment.First + segment.Count; i++)
        {
            var here = chart.Points[i].Side;
            if (here == 0) continue;
            useful++;
            if (side != 0 && here != side) crossings++;
            run = here == side ? run + 1 : 1;
            side = here;
            longest = Math.Max(longest, run);
        }

        return new RunsAnalysis(useful, longest, LongestRunLimitOf(useful), crossings, FewestCrossingsOf(useful));
    }

    /// <summary>The longest run that chance allows among so many useful points; null with fewer than two.</summary>
    public static int? LongestRunLimitOf(int useful) =>
        useful < 2 ? null : (int)Math.Round(Math.Log2(useful), MidpointRounding.ToEven) + 3;

    /// <summary>The fewest crossings that chance allows among so many useful points; null with fewer than two.</summary>
    public static int? FewestCrossingsOf(int useful) =>
        useful < 2 ? null : (int)new BinomialDistribution(useful - 1, 0.5).LowerQuantile(TooFew);
}
