using FlsAudit.Statistics;
using FlsAudit.Statistics.Funnels;
using Interval = FlsAudit.Statistics.Interval;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Funnels;

public sealed class FunnelLimitsTests
{
    // The pooled proportion of a published table, 2786 of 4792. At n = 720 and 99.8 % the quantile is reached almost exactly.
    [TestCase(40, 41.30916, 72.02345, 32.58431, 79.96515)]
    [TestCase(105, 48.12961, 67.04659, 42.61626, 72.25251)]
    [TestCase(256, 51.86773, 63.96021, 48.33776, 67.37243)]
    [TestCase(505, 53.72004, 62.32820, 51.21310, 64.76975)]
    [TestCase(720, 54.45540, 61.66106, 52.36110, 63.71575)]
    public void Interpolated_limits_around_a_published_centre(int n, double lower95, double upper95, double lower998, double upper998)
    {
        var at95 = FunnelLimits.Of(2786.0 / 4792, n, ConfidenceLevel.Percent95);
        var at998 = FunnelLimits.Of(2786.0 / 4792, n, ConfidenceLevel.Percent998);

        Assert.That(Percent(at95), Is.EqualTo((lower95, upper95)));
        Assert.That(Percent(at998), Is.EqualTo((lower998, upper998)));
    }

    // The same pooled proportion; a public implementation in R has 1/n more on the upper limit.
    [TestCase(40, 74.52345, 82.46515)]
    [TestCase(105, 67.99898, 73.20489)]
    [TestCase(256, 64.35084, 67.76305)]
    [TestCase(505, 62.52621, 64.96777)]
    [TestCase(720, 61.79995, 63.85464)]
    public void The_other_upper_limit_in_circulation(int n, double upper95, double upper998)
    {
        var at95 = FunnelLimits.Of(2786.0 / 4792, n, ConfidenceLevel.Percent95, FunnelMethod.InterpolatedBinomialOneCountHigher);
        var at998 = FunnelLimits.Of(2786.0 / 4792, n, ConfidenceLevel.Percent998, FunnelMethod.InterpolatedBinomialOneCountHigher);

        Assert.That((Percent(at95).Upper, Percent(at998).Upper), Is.EqualTo((upper95, upper998)));
        Assert.That(at95.Lower, Is.EqualTo(FunnelLimits.Of(2786.0 / 4792, n, ConfidenceLevel.Percent95).Lower));
    }

    [Test]
    public void The_interpolation_by_hand()
    {
        // n = 4, centre 0.5: chances 1 4 6 4 1 in 16. Lower q = 0.1: P(X ≤ 0) = 0.0625 falls short, P(X ≤ 1) = 0.3125 reaches it,
        // so r = 1, a = (0.3125 - 0.1)/0.25 = 0.85, limit (1 - 0.85)/4 = 0.0375.
        // Upper q = 0.9: P(X ≤ 2) = 0.6875 falls short, P(X ≤ 3) = 0.9375 reaches it: a = 0.0375/0.25 = 0.15, limit 2.85/4 = 0.7125.
        var limits = FunnelLimits.Of(0.5, 4, ConfidenceLevel.WithTail(0.1));

        Near.AssertInterval(limits, 0.0375, 0.7125);
    }

    [TestCase(1_000_000, 0.5)]
    [TestCase(1_000_000, 0.000_001)]
    [TestCase(1_000_000_000, 0.999)]
    public void Large_numbers_of_trials_give_the_normal_limits_to_within_two_counts(long n, double centre)
    {
        var exact = FunnelLimits.Of(centre, n, ConfidenceLevel.Percent998);
        var normal = FunnelLimits.Of(centre, n, ConfidenceLevel.Percent998, FunnelMethod.Normal);

        Assert.That(exact.Lower, Is.EqualTo(normal.Lower).Within(3.0 / n));
        Assert.That(exact.Upper, Is.EqualTo(normal.Upper).Within(3.0 / n));
    }

    [Test]
    public void A_centre_of_0_or_1_leaves_no_room_for_chance([Values(0, 1)] int centre, [Values] FunnelMethod method) =>
        Assert.That(FunnelLimits.Of(centre, 12, ConfidenceLevel.Percent95, method), Is.EqualTo(new Interval(centre, centre)));

    // Chances 0.6, 0.93^5 = 0.70 and 0.1² = 0.01 exceed the tail of 0.001; 0.1^4 = 0.0001 does not.
    [TestCase(1, 0.6, FunnelSide.Within)]
    [TestCase(5, 0.93, FunnelSide.Within)]
    [TestCase(2, 0.1, FunnelSide.Within)]
    [TestCase(4, 0.1, FunnelSide.Above)]
    public void All_of_n_is_too_many_only_where_it_is_rarer_than_the_tail(int n, double centre, FunnelSide expected) =>
        Assert.That(FunnelLimits.SideOf(n, n, centre, ConfidenceLevel.Percent998), Is.EqualTo(expected));

    [Test]
    public void None_of_few_is_not_too_few() =>
        Assert.That(FunnelLimits.SideOf(0, 1, 0.95, ConfidenceLevel.Percent95), Is.EqualTo(FunnelSide.Within));

    [Test]
    public void None_of_many_is_too_few([Values] FunnelMethod method) =>
        Assert.That(FunnelLimits.SideOf(0, 50, 0.5, ConfidenceLevel.Percent998, method), Is.EqualTo(FunnelSide.Below));

    // 0.05 + 3.09·√(0.05·0.95/1) = 0.72 is below 1 of 1.
    [Test]
    public void The_normal_form_keeps_its_score_test_also_for_all_of_n() =>
        Assert.That(FunnelLimits.SideOf(1, 1, 0.05, ConfidenceLevel.Percent998, FunnelMethod.Normal), Is.EqualTo(FunnelSide.Above));

    [Test]
    public void On_the_limit_is_not_outside()
    {
        // 0.5 ∓ 3.09·√(0.25/4) = 0.5 ∓ 0.77 is held to 0..1, where 0 of 4 and 4 of 4 lie.
        Assert.That(FunnelLimits.Of(0.5, 4, ConfidenceLevel.Percent998, FunnelMethod.Normal), Is.EqualTo(new Interval(0, 1)));
        Assert.That(FunnelLimits.SideOf(0, 4, 0.5, ConfidenceLevel.Percent998, FunnelMethod.Normal), Is.EqualTo(FunnelSide.Within));
        Assert.That(FunnelLimits.SideOf(4, 4, 0.5, ConfidenceLevel.Percent998, FunnelMethod.Normal), Is.EqualTo(FunnelSide.Within));
    }

    [Test]
    public void The_cache_gives_the_same_limits_each_time([Values] FunnelMethod method)
    {
        var cache = new FunnelCache(0.37, ConfidenceLevel.Percent998, method);
        foreach (var n in new[] { 5L, 90, 5, 90, 1_000_000 })
        {
            Assert.That(cache.LimitsAt(n), Is.EqualTo(FunnelLimits.Of(0.37, n, ConfidenceLevel.Percent998, method)));
        }
    }

    // The formula as it is written, with every chance from the distribution itself: nothing is carried from count to count.
    [Property]
    public void Interpolated_limits_are_those_of_the_formula_as_it_is_written(ushort first, byte trials)
    {
        var (centre, n) = ((first + 0.5) / 65_536, trials + 1);
        foreach (var level in new[] { ConfidenceLevel.Percent95, ConfidenceLevel.Percent998 })
        {
            var limits = FunnelLimits.Of(centre, n, level);
            Assert.That(limits.Lower, Is.EqualTo(Math.Max(0, AsWritten(centre, n, level.Tail))).Within(1e-9), $"{centre} {n}");
            Assert.That(limits.Upper, Is.EqualTo(Math.Max(0, AsWritten(centre, n, 1 - level.Tail))).Within(1e-9), $"{centre} {n}");
        }
    }

    [TestCase(0.5, 0)]
    [TestCase(0.5, -1)]
    [TestCase(-0.1, 5)]
    [TestCase(1.1, 5)]
    [TestCase(double.NaN, 5)]
    public void Impossible_centres_and_trials_are_refused(double centre, long n) =>
        Assert.That(() => FunnelLimits.Of(centre, n, ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Property]
    public void Limits_are_ordered_inside_0_to_1_and_wider_at_the_higher_level(ushort first, ushort second, ushort trials)
    {
        var centre = (double)Math.Min(first, second) / Math.Max(Math.Max(first, second), (ushort)1);
        foreach (var method in Enum.GetValues<FunnelMethod>())
        {
            var narrow = FunnelLimits.Of(centre, trials + 1L, ConfidenceLevel.Percent95, method);
            var wide = FunnelLimits.Of(centre, trials + 1L, ConfidenceLevel.Percent998, method);

            Assert.That(narrow.Lower, Is.InRange(0, narrow.Upper), $"{method} {centre} {trials + 1}");
            Assert.That(wide.Lower, Is.InRange(0, narrow.Lower), $"{method} {centre} {trials + 1}");
            Assert.That(wide.Upper, Is.InRange(narrow.Upper, 1), $"{method} {centre} {trials + 1}");
        }
    }

    private static double AsWritten(double centre, int n, double q)
    {
        var below = 0.0;
        for (var r = 0; ; r++)
        {
            var here = ProbabilityOf(centre, n, r);
            if (below + here >= q || r == n) return (r - ((below + here - q) / here)) / n;
            below += here;
        }
    }

    private static double ProbabilityOf(double centre, int n, int r)
    {
        var log = (r * Math.Log(centre)) + ((n - r) * Math.Log(1 - centre));
        for (var i = 1; i <= r; i++) log += Math.Log((n - r + i) / (double)i);
        return Math.Exp(log);
    }

    private static (double Lower, double Upper) Percent(Interval limits) => (Math.Round(100 * limits.Lower, 5), Math.Round(100 * limits.Upper, 5));
}
