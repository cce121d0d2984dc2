using FlsAudit.Statistics;
using FlsAudit.Statistics.Quantiles;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Quantiles;

public sealed class QuantileTests
{
    // 1 2 4 8: position 3 × 0.25 = 0.75 lies three quarters of the way from 1 to 2, and 3 × 0.5 = 1.5 half way from 2 to 4.
    [TestCase(0, 1)]
    [TestCase(0.25, 1.75)]
    [TestCase(0.5, 3)]
    [TestCase(0.75, 5)]
    [TestCase(1, 8)]
    public void A_quantile_lies_linearly_between_the_neighbours_of_its_position(double p, double expected)
    {
        Assert.That(Quantile.Type7([1.0, 2, 4, 8], p), Is.EqualTo(expected));
        Assert.That(Quantile.Type7([(1, 1L), (2, 1L), (4, 1L), (8, 1L)], p), Is.EqualTo(expected));
    }

    // 1 2 4 8. Type 6: position 5 × 0.25 = 1.25 from 1, so a quarter of the way from 1 to 2. Type 8: (4 + ⅓) × 0.25 + ⅓ = 1.41667.
    [TestCase(QuantileType.Type6, 1.25)]
    [TestCase(QuantileType.Type7, 1.75)]
    [TestCase(QuantileType.Type8, 1 + (5.0 / 12))]
    public void Other_types_put_the_quartile_elsewhere(QuantileType type, double expected) =>
        Assert.That(Quantile.Of([1.0, 2, 4, 8], 0.25, type), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void No_type_leaves_the_sample([Values] QuantileType type)
    {
        Assert.That(Quantile.Of([3.0, 5], 0, type), Is.EqualTo(3));
        Assert.That(Quantile.Of([3.0, 5], 0.01, type), Is.InRange(3, 5));
        Assert.That(Quantile.Of([3.0, 5], 1, type), Is.EqualTo(5));
        Assert.That(Quantile.Of([3.0, 5], 0.5, type), Is.EqualTo(4).Within(1e-12), "all agree on the median");
    }

    [Test]
    public void One_observation_is_every_quantile() => Assert.That(Quantile.Type7([(13, 1L)], 0.9), Is.EqualTo(13));

    [Test]
    public void A_value_counted_0_times_is_not_there() =>
        Assert.That(Quantile.Type7([(0, 0L), (3, 2L), (4, 0L), (9, 2L), (90, 0L)], 0.5), Is.EqualTo(6));

    [Test]
    public void Billions_of_observations_need_no_list() =>
        Assert.That(Quantile.Type7([(10, 3_000_000_000L), (20, 3_000_000_000L)], 0.5), Is.EqualTo(15));

    [Property]
    public void The_histogram_gives_the_quantile_of_the_sample_written_out(byte[] counts, byte share)
    {
        var histogram = counts.Select((count, i) => ((i * 3) - 10, (long)(count % 8))).ToArray();
        var sample = histogram.SelectMany(bin => Enumerable.Repeat((double)bin.Item1, (int)bin.Item2)).ToArray();
        if (sample.Length == 0) return;
        var p = share / 255.0;

        Assert.That(Quantile.Type7(histogram, p), Is.EqualTo(Naive(sample, p)).Within(1e-9));
        Assert.That(Quantile.Type7(sample, p), Is.EqualTo(Naive(sample, p)).Within(1e-9));
    }

    [Test]
    public void A_sample_of_nothing_has_no_quantile()
    {
        Assert.That(() => Quantile.Type7([(5, 0L)], 0.5), Throws.ArgumentException);
        Assert.That(() => Quantile.Type7(Array.Empty<double>(), 0.5), Throws.ArgumentException);
    }

    [Test]
    public void Values_out_of_order_and_negative_counts_are_refused()
    {
        Assert.That(() => Quantile.Type7([(5, 1L), (5, 1L)], 0.5), Throws.ArgumentException);
        Assert.That(() => Quantile.Type7([(5, 2L), (6, -1L)], 0.5), Throws.ArgumentException);
        Assert.That(() => Quantile.Type7([2.0, 1.0], 0.5), Throws.ArgumentException);
        Assert.That(() => Quantile.Type7([1.0, double.NaN], 0.5), Throws.ArgumentException);
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_share_outside_0_to_1_is_refused(double p)
    {
        Assert.That(() => Quantile.Type7([(5, 1L)], p), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Quantile.Type7([5.0], p), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    // The definition in words: between the observations at floor and ceiling of (n - 1)p, in proportion.
    private static double Naive(double[] sample, double p)
    {
        var position = (sample.Length - 1) * p;
        var floor = sample[(int)Math.Floor(position)];
        var ceiling = sample[(int)Math.Ceiling(position)];
        return floor + ((position - Math.Floor(position)) * (ceiling - floor));
    }
}
