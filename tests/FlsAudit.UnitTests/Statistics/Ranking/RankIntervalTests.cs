using FlsAudit.Statistics;
using FlsAudit.Statistics.Ranking;
using Interval = FlsAudit.Statistics.Interval;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Ranking;

public sealed class RankIntervalTests
{
    [Test]
    public void A_unit_is_surely_ahead_only_where_intervals_do_not_touch()
    {
        // From the top: 80-90 is ahead of both others; 50-60 and 60-70 touch, so either may be second.
        var ranks = RankInterval.Of([new(50, 60), new(80, 90), new(60, 70)]);

        Assert.That(ranks, Is.EqualTo(new RankRange[] { new(2, 3), new(1, 1), new(2, 3) }));
        Assert.That(RankInterval.Of([new(50, 60), new(80, 90), new(60, 70)], highestFirst: false), Is.EqualTo(new RankRange[] { new(1, 2), new(3, 3), new(1, 2) }));
    }

    [Test]
    public void None_one_and_equal_ones()
    {
        Assert.That(RankInterval.Of([]), Is.Empty);
        Assert.That(RankInterval.Of([new(1, 2)]), Is.EqualTo(new RankRange[] { new(1, 1) }));
        Assert.That(RankInterval.Of([new(1, 1), new(1, 1)]), Is.EqualTo(new RankRange[] { new(1, 2), new(1, 2) }));
    }

    [Test]
    public void All_ranks_together_need_wider_intervals()
    {
        // (1 - 2t)^k = 0.95 gives the tail of each: k = 20, 0.95^(1/20) = 0.997439, t = 0.0012807.
        var joint = RankInterval.JointLevel(ConfidenceLevel.Percent95, 20);

        Assert.That(Math.Pow(1 - (2 * joint.Tail), 20), Near.To(0.95));
        Assert.That(joint.Tail, Is.EqualTo(0.0012807).Within(0.000_000_05));
        Assert.That(RankInterval.JointLevel(ConfidenceLevel.Percent95, 1), Is.EqualTo(ConfidenceLevel.Percent95));
        Assert.That(() => RankInterval.JointLevel(ConfidenceLevel.Percent95, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void An_interval_that_is_none_is_refused()
    {
        Assert.That(() => RankInterval.Of([new(2, 1)]), Throws.ArgumentException);
        Assert.That(() => RankInterval.Of([new(double.NaN, 1)]), Throws.ArgumentException);
    }

    [Property]
    public void Ranks_are_those_of_counting_pair_by_pair((byte, byte)[] pairs)
    {
        Interval[] intervals = [.. pairs.Select(pair => new Interval(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)))];
        var ranks = RankInterval.Of(intervals);
        for (var i = 0; i < intervals.Length; i++)
        {
            Assert.That(ranks[i].Best, Is.EqualTo(1 + intervals.Count(other => other.Lower > intervals[i].Upper)));
            Assert.That(ranks[i].Worst, Is.EqualTo(intervals.Length - intervals.Count(other => other.Upper < intervals[i].Lower)));
        }
    }
}
