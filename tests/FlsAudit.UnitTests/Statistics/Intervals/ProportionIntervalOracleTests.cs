using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;
using Interval = FlsAudit.Statistics.Interval;

namespace FlsAudit.UnitTests.Statistics.Intervals;

/// <summary>proportion-intervals.csv: R and PHEindicatormethods on 36 pairs of counts.</summary>
public sealed class ProportionIntervalOracleTests
{
    private static IEnumerable<TestCaseData> Cases() => OracleTable.Read("proportion-intervals.csv").Rows
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.Text("x")} of {row.Text("n")}"));

    [TestCaseSource(nameof(Cases))]
    public void Wilson_intervals_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        using var scope = Assert.EnterMultipleScope();

        Near.AssertInterval(WilsonInterval.Of(answers["x"], answers["n"], ConfidenceLevel.Z95), answers["wilson95_lo"], answers["wilson95_hi"]);
        Near.AssertInterval(WilsonInterval.Of(answers["x"], answers["n"], ConfidenceLevel.Z998), answers["wilson998_lo"], answers["wilson998_hi"]);
        Near.AssertInterval(WilsonInterval.Of(answers["x"], answers["n"], ConfidenceLevel.Z95), answers["r_proptest_wilson95_lo"], answers["r_proptest_wilson95_hi"]);
    }

    [TestCaseSource(nameof(Cases))]
    public void Exact_intervals_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        using var scope = Assert.EnterMultipleScope();

        Near.AssertInterval(ExactBinomial.Of(answers["x"], answers["n"], ConfidenceLevel.Percent95), answers["exact95_lo"], answers["exact95_hi"]);
        Near.AssertInterval(ExactBinomial.Of(answers["x"], answers["n"], ConfidenceLevel.Percent998), answers["exact998_lo"], answers["exact998_hi"]);
    }

    [TestCaseSource(nameof(Cases))]
    public void Wilson_intervals_with_continuity_correction_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        var (x, n) = (answers["x"], answers["n"]);
        var interval = WilsonInterval.WithContinuity(x, n, ConfidenceLevel.Percent95);
        using var scope = Assert.EnterMultipleScope();

        // R's test is against one half and corrects by no more than |x - n/2|. At x = n/2 it therefore prints the uncorrected interval.
        var corrected = Math.Min(0.5, Math.Abs(x - (n / 2)));
        Assert.That(corrected, Is.EqualTo(0.5).Or.EqualTo(0));
        var expected = new Interval(answers["wilson_cc95_lo"], answers["wilson_cc95_hi"]);
        if (corrected == 0.5) Near.AssertInterval(interval, expected.Lower, expected.Upper);
        else
        {
            Near.AssertInterval(WilsonInterval.Of(x, n, ConfidenceLevel.Percent95), expected.Lower, expected.Upper);
            Near.AssertInterval(interval, WilsonInterval.Of(x - 0.5, n, ConfidenceLevel.Percent95).Lower, WilsonInterval.Of(x + 0.5, n, ConfidenceLevel.Percent95).Upper);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Jeffreys_Agresti_Coull_and_Wald_intervals_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        using var scope = Assert.EnterMultipleScope();

        AssertMethod(answers, ProportionMethod.Jeffreys, "jeffreys95");
        AssertMethod(answers, ProportionMethod.AgrestiCoull, "agresti_coull95");
        AssertMethod(answers, ProportionMethod.Wald, "wald95");
    }

    [Test]
    public void Every_row_is_looked_at() => Assert.That(Cases().Count(), Is.EqualTo(36));

    // A limit that is 0 by cancellation in R keeps an error of rounding.
    private static void AssertMethod(OracleRow answers, ProportionMethod method, string column)
    {
        var interval = ProportionInterval.Of((long)answers["x"], (long)answers["n"], ConfidenceLevel.Percent95, method);

        Assert.That(interval?.Lower, Is.EqualTo(answers[$"{column}_lo"]).Within(1e-9 * Math.Abs(answers[$"{column}_lo"]) + 1e-15), $"{method} lower");
        Assert.That(interval?.Upper, Is.EqualTo(answers[$"{column}_hi"]).Within(1e-9 * Math.Abs(answers[$"{column}_hi"]) + 1e-15), $"{method} upper");
    }
}
