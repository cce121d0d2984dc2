using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using static FlsAudit.UnitTests.Analysis.Periods.SmallSeries;

namespace FlsAudit.UnitTests.Analysis.Periods;

/// <summary>Trends over all complete periods.</summary>
public sealed class PeriodTrendTests
{
    [Test]
    public void Two_periods_give_the_chi_square_and_the_log_odds_of_the_table()
    {
        var trend = PeriodTrends.Of(Of((20, 100), (30, 100)))!;

        // Pearson: 200 (20 x 70 - 30 x 80)^2 / (100 x 100 x 50 x 150) = 2.6667; the slope is ln((30 x 80) / (70 x 20)).
        Assert.That(trend.ChiSquare, Is.EqualTo(200 * 1000.0 * 1000 / (100.0 * 100 * 50 * 150)).Within(1e-9));
        Assert.That(trend.Slope, Is.EqualTo(Math.Log(30.0 * 80 / (70 * 20))).Within(1e-9));
        var error = Math.Sqrt((1.0 / 20) + (1.0 / 80) + (1.0 / 30) + (1.0 / 70));
        Assert.That(trend.SlopeLimits95!.Upper, Is.EqualTo(trend.Slope!.Value + (1.959963984540054 * error)).Within(1e-6));
    }

    [Test]
    public void The_sentence_gives_direction_size_certainty_and_method() =>
        Assert.That(PeriodTrends.Of(Of((20, 100), (30, 100)))!.Sentence, Is.EqualTo(
            // exp(slope) = 1.714; the limits are its log -+ 1.96 x 0.33184, so exp(-0.1114) = 0.8946 and exp(1.1894) = 3.2851.
            "North: seen within 90 days rose over 2 quarters, 2023-Q1 to 2023-Q2: the odds changed by +71.4 % per quarter, 95 % limits -10.5 % to +228.5 % (logistic slope), no more than chance may bring (p = 0.102, Cochran-Armitage)."));

    [Test]
    public void Periods_without_records_and_incomplete_ones_keep_their_place_and_say_nothing()
    {
        var trend = PeriodTrends.Of(WithIncompleteLast(Of((20, 100), (0, 0), (30, 100), (99, 100))))!;
        var two = PeriodTrends.Of(Of((20, 100), (30, 100)))!;

        Assert.That((trend.Periods, trend.First, trend.Last), Is.EqualTo((2, "2023-Q1", "2023-Q3")));
        Assert.That(trend.Slope, Is.EqualTo(two.Slope!.Value / 2).Within(1e-9), "the same change over two steps");
        Assert.That(trend.ChiSquare, Is.EqualTo(two.ChiSquare!.Value).Within(1e-9));
        Assert.That(trend.Method, Does.EndWith("; incomplete periods left out"));
    }

    [Test]
    public void One_period_has_no_trend()
    {
        var trend = PeriodTrends.Of(Of((5, 10)))!;

        Assert.That((trend.ChiSquare, trend.P, trend.Slope), Is.EqualTo(((double?)null, (double?)null, (double?)null)));
        Assert.That(trend.Sentence, Is.EqualTo("North: seen within 90 days has a value in 2023-Q1 only; one quarter shows no trend."));
        Assert.That(trend.Method, Does.EndWith("; too few periods"));
    }

    [TestCase(0)]
    [TestCase(10)]
    public void Where_nobody_or_everybody_met_it_there_is_nothing_to_test(double met)
    {
        var trend = PeriodTrends.Of(Of((met, 10), (met, 10), (met, 10)))!;

        Assert.That((trend.P, trend.Slope), Is.EqualTo(((double?)null, (double?)null)));
        Assert.That(trend.Sentence, Does.Contain("nobody or everybody met it over 3 quarters"));
    }

    [Test]
    public void From_never_to_always_has_no_end()
    {
        var trend = PeriodTrends.Of(Of((0, 10), (4, 10), (10, 10)))!;

        Assert.That((trend.Slope, trend.SlopeLimits95), Is.EqualTo(((double?)null, (Limits?)null)));
        Assert.That(trend.Method, Does.Contain("the slope has no end"));
        Assert.That(trend.Sentence, Does.Contain("its speed cannot be given").And.Contain("p < 0.001"));
    }

    [Test]
    public void No_complete_period_has_no_trend_at_all() => Assert.That(PeriodTrends.Of(WithIncompleteLast(Of((5, 10)))), Is.Null);
}
