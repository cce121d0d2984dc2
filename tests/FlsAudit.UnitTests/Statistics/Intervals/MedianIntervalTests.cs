using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using Interval = FlsAudit.Statistics.Interval;

namespace FlsAudit.UnitTests.Statistics.Intervals;

public sealed class MedianIntervalTests
{
    // 6 observations: all lie on one side of the median with chance 2/2^6 = 3.1 %, below 5 %; of 5 with 2/2^5 = 6.25 %.
    // 99.8 %: 2/2^10 = 0.195 % is below 0.2 %, 2/2^9 = 0.39 % is not.
    [TestCase(5, null, null)]
    [TestCase(6, 1L, null)]
    [TestCase(8, 1L, null)]
    [TestCase(9, 2L, null)]
    [TestCase(10, 2L, 1L)]
    [TestCase(100, 40L, 35L)]
    public void The_rank_of_the_lower_limit_follows_the_binomial_table(long n, long? rank95, long? rank998)
    {
        Assert.That(MedianInterval.LowerRank(n, ConfidenceLevel.Percent95), Is.EqualTo(rank95));
        Assert.That(MedianInterval.LowerRank(n, ConfidenceLevel.Percent998), Is.EqualTo(rank998));
    }

    [Test]
    public void The_chance_to_miss_the_median_stays_within_the_level_and_one_rank_further_in_would_not([Range(6, 200)] int n)
    {
        var rank = (int)MedianInterval.LowerRank(n, ConfidenceLevel.Percent95)!.Value;

        // The lower limit misses when fewer than `rank` observations lie below the median: Σ C(n, i)/2^n for i < rank.
        Assert.That(ChanceOfFewerThan(rank, n), Is.LessThanOrEqualTo(0.025));
        Assert.That(ChanceOfFewerThan(rank + 1, n), Is.GreaterThan(0.025));
    }

    [Test]
    public void The_limits_are_the_observations_at_that_rank_from_either_end()
    {
        // 9 observations in order: 3 3 5 8 8 13 21 21 34; rank 2 and rank 9 + 1 - 2 = 8.
        var histogram = new[] { (3, 2L), (5, 1L), (8, 2L), (13, 1L), (21, 2L), (34, 1L) };

        Assert.That(MedianInterval.Of(histogram, ConfidenceLevel.Percent95), Is.EqualTo(new Interval(3, 21)));
    }

    [Test]
    public void A_sample_too_small_for_the_level_has_no_interval()
    {
        Assert.That(MedianInterval.Of([(3, 5L)], ConfidenceLevel.Percent95), Is.Null);
        Assert.That(MedianInterval.Of([(3, 9L)], ConfidenceLevel.Percent998), Is.Null);
    }

    [Test]
    public void Equal_observations_have_an_interval_without_width() =>
        Assert.That(MedianInterval.Of([(7, 40L)], ConfidenceLevel.Percent998), Is.EqualTo(new Interval(7, 7)));

    [Test]
    public void Billions_of_observations_are_no_burden()
    {
        // rank ≈ n/2 - 1.96·√n/2, with n = 4·10^9: 2·10^9 - 61,979.5.
        var rank = MedianInterval.LowerRank(4_000_000_000, ConfidenceLevel.Percent95);

        Assert.That(rank, Is.EqualTo(2_000_000_000 - 61_979).Within(2));
    }

    [Test]
    public void A_sample_of_nothing_is_refused()
    {
        Assert.That(() => MedianInterval.Of([(7, 0L)], ConfidenceLevel.Percent95), Throws.ArgumentException);
        Assert.That(() => MedianInterval.LowerRank(0, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static double ChanceOfFewerThan(int rank, int n)
    {
        var (term, sum) = (Math.Pow(0.5, n), 0.0);
        for (var i = 0; i < rank; i++)
        {
            sum += term;
            term *= (double)(n - i) / (i + 1);
        }

        return sum;
    }
}
