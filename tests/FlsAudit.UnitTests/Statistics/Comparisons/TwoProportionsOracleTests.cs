using FlsAudit.Statistics;
using FlsAudit.Statistics.Comparisons;

namespace FlsAudit.UnitTests.Statistics.Comparisons;

/// <summary>two-proportions.csv: R on 18 pairs of proportions. An empty cell is a number that does not exist.</summary>
public sealed class TwoProportionsOracleTests
{
    private static IEnumerable<TestCaseData> Cases() => OracleTable.Read("two-proportions.csv").Rows
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.Text("x1")}/{row.Text("n1")} - {row.Text("x2")}/{row.Text("n2")}"));

    [TestCaseSource(nameof(Cases))]
    public void Newcombe_and_Wald_intervals_of_the_difference(object row)
    {
        var (answers, x1, n1, x2, n2) = Counts(row);
        var newcombe = NewcombeDifference.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95);
        var wald = WaldDifference.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95);
        using var scope = Assert.EnterMultipleScope();

        Assert.That((x1 / n1) - (x2 / n2), Is.EqualTo(answers["diff"]).Within(1e-15));
        Near.AssertInterval(newcombe!.Value, answers["newcombe_lo"], answers["newcombe_hi"]);
        Near.AssertInterval(wald!.Value, answers["wald_lo"], answers["wald_hi"]);
    }

    [TestCaseSource(nameof(Cases))]
    public void Chi_square_with_and_without_correction(object row)
    {
        var (answers, x1, n1, x2, n2) = Counts(row);
        var plain = PooledScoreTest.Of(x1, n1, x2, n2);
        var corrected = PooledScoreTest.WithContinuity(x1, n1, x2, n2);
        using var scope = Assert.EnterMultipleScope();

        if (answers.Text("chisq").Length == 0)
        {
            Assert.That(plain, Is.Null, "no success at all");
            Assert.That(corrected, Is.Null, "no success at all");
            return;
        }

        Assert.That(plain?.ChiSquare, Near.To(answers["chisq"]));
        Assert.That(plain?.P, Near.To(answers["p_uncorrected"]));
        Assert.That(corrected?.P, Near.To(answers["p_yates"]));
    }

    [TestCaseSource(nameof(Cases))]
    public void Fishers_exact_test(object row)
    {
        var (answers, x1, n1, x2, n2) = Counts(row);

        Assert.That(FisherExactTest.P((long)x1, (long)n1, (long)x2, (long)n2), Near.To(answers["p_fisher"]));
    }

    [TestCaseSource(nameof(Cases))]
    public void Risk_ratio_and_odds_ratio(object row)
    {
        var (answers, x1, n1, x2, n2) = Counts(row);
        using var scope = Assert.EnterMultipleScope();

        AssertRatio(RiskRatio.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95), answers, "rr");
        AssertRatio(OddsRatio.Of(x1, n1, x2, n2, ConfidenceLevel.Percent95), answers, "or");
    }

    [Test]
    public void Every_row_is_looked_at() => Assert.That(Cases().Count(), Is.EqualTo(18));

    private static void AssertRatio(RatioEstimate ratio, OracleRow answers, string column)
    {
        if (answers.Text(column).Length == 0)
        {
            // R was not asked wherever a count of the table is 0.
            Assert.That(ratio.State, Is.Not.EqualTo(RatioState.Estimated), column);
            Assert.That(ratio.Limits, Is.Null, column);
            return;
        }

        Assert.That(ratio.State, Is.EqualTo(RatioState.Estimated), column);
        Assert.That(ratio.Value, Near.To(answers[column]), column);
        Near.AssertInterval(ratio.Limits!.Value, answers[$"{column}_lo"], answers[$"{column}_hi"]);
    }

    private static (OracleRow Row, double X1, double N1, double X2, double N2) Counts(object row)
    {
        var answers = (OracleRow)row;
        return (answers, answers["x1"], answers["n1"], answers["x2"], answers["n2"]);
    }
}
