using FlsAudit.Statistics.Ranking;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Ranking;

public sealed class AchievableBenchmarkTests
{
    [Test]
    public void The_best_units_that_hold_a_tenth_of_all_trials()
    {
        // 1000 trials, so 100 are needed. By (x + 1)/(n + 2): 59/62, 46/52, 2/3, ... The first two hold 110: (58 + 45)/110.
        var benchmark = AchievableBenchmark.Of([(300, 489), (1, 1), (45, 50), (58, 60), (200, 400)])!.Value;

        Assert.That((benchmark.Units, benchmark.X, benchmark.N), Is.EqualTo((2, 103.0, 110.0)));
        Assert.That(benchmark.Value, Near.To(103.0 / 110));
    }

    [Test]
    public void Where_less_is_better_the_lowest_lead()
    {
        // 1000 trials: (2 + 1)/(150 + 2) is the lowest.
        var benchmark = AchievableBenchmark.Of([(2, 150), (300, 850)], higherIsBetter: false)!.Value;

        Assert.That((benchmark.Units, benchmark.Value), Is.EqualTo((1, 2.0 / 150)));
    }

    [Test]
    public void None_one_and_units_without_trials()
    {
        Assert.That(AchievableBenchmark.Of([]), Is.Null);
        Assert.That(AchievableBenchmark.Of([(0, 0)]), Is.Null);
        Assert.That(AchievableBenchmark.Of([(3, 4), (0, 0)])!.Value, Is.EqualTo(new AchievableBenchmark(0.75, 1, 3, 4)));
        Assert.That(() => AchievableBenchmark.Of([(5, 4)]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Property]
    public void The_order_of_the_units_does_not_matter_and_the_best_are_at_least_as_good_as_all((byte, byte)[] pairs)
    {
        (double X, double N)[] units = [.. pairs.Select(pair => ((double)Math.Min(pair.Item1, pair.Item2), (double)Math.Max(pair.Item1, pair.Item2)))];
        var benchmark = AchievableBenchmark.Of(units);

        Assert.That(AchievableBenchmark.Of([.. units.Reverse()]), Is.EqualTo(benchmark));
        if (benchmark is { } best)
        {
            Assert.That(best.N, Is.GreaterThanOrEqualTo(0.1 * units.Sum(unit => unit.N)));
            Assert.That(best.Value, Is.InRange(0, 1));
        }
    }
}
