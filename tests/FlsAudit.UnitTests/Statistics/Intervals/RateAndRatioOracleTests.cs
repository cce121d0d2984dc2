using FlsAudit.Statistics;
using FlsAudit.Statistics.Intervals;

namespace FlsAudit.UnitTests.Statistics.Intervals;

/// <summary>rate-and-smr-intervals.csv: PHEindicatormethods' rates per 1,000 and standardised ratios, R's exact Poisson intervals.</summary>
public sealed class RateAndRatioOracleTests
{
    private static IEnumerable<TestCaseData> Cases() => OracleTable.Read("rate-and-smr-intervals.csv").Rows
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.Text("events")} events"));

    [TestCaseSource(nameof(Cases))]
    public void Rates_have_the_intervals_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        var exposure = answers["population"] / answers["per"];
        using var scope = Assert.EnterMultipleScope();

        Near.AssertInterval(PoissonInterval.OfRatio(answers["events"], exposure, ConfidenceLevel.Percent95), answers["lower95"], answers["upper95"]);
        Near.AssertInterval(PoissonInterval.OfRatio(answers["events"], exposure, ConfidenceLevel.Percent998), answers["lower998"], answers["upper998"]);
    }

    [TestCaseSource(nameof(Cases))]
    public void Exact_intervals_on_request_are_those_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        var exposure = answers["population"] / answers["per"];
        using var scope = Assert.EnterMultipleScope();

        Near.AssertInterval(
            PoissonInterval.OfRatio(answers["events"], exposure, ConfidenceLevel.Percent95, PoissonMethod.Exact), answers["exact95_lo"], answers["exact95_hi"]);
    }

    [TestCaseSource(nameof(Cases))]
    public void Observed_over_expected_has_the_interval_of_the_oracle(object row)
    {
        var answers = (OracleRow)row;
        using var scope = Assert.EnterMultipleScope();

        Near.AssertInterval(PoissonInterval.OfRatio(answers["events"], answers["expected"], ConfidenceLevel.Percent95), answers["smr_lower95"], answers["smr_upper95"]);
        Near.AssertInterval(PoissonInterval.OfRatio(answers["events"], answers["expected"], ConfidenceLevel.Percent998), answers["smr_lower998"], answers["smr_upper998"]);
    }
}
