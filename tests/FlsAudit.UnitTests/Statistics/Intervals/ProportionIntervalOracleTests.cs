using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

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
    }

    [TestCaseSource(nameof(Cases))]
    public void Exact_intervals_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        using var scope = Assert.EnterMultipleScope();

        Near.AssertInterval(ExactBinomial.Of(answers["x"], answers["n"], ConfidenceLevel.Percent95), answers["exact95_lo"], answers["exact95_hi"]);
        Near.AssertInterval(ExactBinomial.Of(answers["x"], answers["n"], ConfidenceLevel.Percent998), answers["exact998_lo"], answers["exact998_hi"]);
    }
}
