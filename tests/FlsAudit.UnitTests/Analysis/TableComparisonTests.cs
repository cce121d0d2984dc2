using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Analysis.Tables;
using FlsAudit.Import;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Import;
using FsCheck;
using FsCheck.Fluent;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Tables that somebody else counted, compared as a report compares: what cannot be compared is said, and is never a number.</summary>
public sealed class TableComparisonTests
{
    private const string TwoSitesTwoPeriods = "site,period,numerator,denominator\nA,2025-Q1,1,10\nB,2025-Q1,2,10\nA,2025-Q2,3,10\nB,2025-Q2,4,10\n";

    [Test]
    public void Sites_are_compared_over_all_periods_and_in_each()
    {
        var compared = Compare(TwoSitesTwoPeriods, TableChart.Funnel);

        // A has 4 of 20 and B has 6 of 20: together 10 of 40.
        Assert.That(compared.SiteComparisons.Select(funnel => (funnel.Period, funnel.Centre)), Is.EqualTo((ValueTuple<string, double>[])[("All", 25), ("2025-Q1", 15), ("2025-Q2", 35)]));
        Assert.That(compared.SiteComparisons[0].Sites.Select(site => (site.Site, site.Numerator, site.Denominator)), Is.EqualTo((ValueTuple<string, double, double>[])[("A", 4, 20), ("B", 6, 20)]));
    }

    [TestCase(TableChart.P)]
    [TestCase(TableChart.PPrime)]
    [TestCase(TableChart.Xmr)]
    [TestCase(TableChart.Run)]
    public void Periods_are_charted_for_each_site_on_its_own(TableChart chart) =>
        Assert.That(Compare(TwoSitesTwoPeriods, chart).Charts.Select(made => $"{made.Site}: {string.Join(' ', made.Points.Select(point => point.Period.Value))}"), Is.EqualTo((string[])["A: 10 30", "B: 20 40"]));

    [Test]
    public void Differences_are_those_of_periods_in_each_site_and_of_each_site_and_all_others()
    {
        var differences = Compare(TwoSitesTwoPeriods, TableChart.Difference).Differences;

        Assert.That(differences.Select(difference => $"{difference.B} - {difference.A}: {difference.Difference}"), Is.EqualTo((string[])
        [
            "2025-Q2 - 2025-Q1: 20",
            "2025-Q2 - 2025-Q1: 20",
            "A - all other sites: -10",
            "B - all other sites: 10",
        ]));
    }

    [Test]
    public void Measures_are_compared_one_by_one_in_the_order_of_the_table()
    {
        var compared = Compare("measure,site,numerator,denominator\nz,A,1,10\nz,B,2,10\na,A,3,10\na,B,4,10\n", TableChart.Funnel);

        Assert.That(compared.SiteComparisons.Select(funnel => (funnel.Measure.Id, funnel.Centre)), Is.EqualTo((ValueTuple<string, double>[])[("z", 15), ("a", 35)]));
        Assert.That(compared.Sentences, Has.Count.EqualTo(2).And.All.Match("^[az]: none of 2 sites differs"));
    }

    [Test]
    public void Periods_out_of_order_are_charted_in_calendar_order() =>
        Assert.That(
            Compare("period,numerator,denominator\n2025/26-Q1,3,10\n2024/25-Q4,2,10\n2024/25-Q3,1,10\n", TableChart.P).Charts.Single().Points.Select(point => point.Period.Label),
            Is.EqualTo((string[])["2024/25-Q3", "2024/25-Q4", "2025/26-Q1"]));

    [Test]
    public void Periods_without_a_known_order_stay_in_that_of_the_file_and_it_is_said()
    {
        var compared = Compare("period,numerator,denominator\nbefore,3,10\nafter,2,10\n", TableChart.P);

        Assert.That(compared.Charts.Single().Points.Select(point => point.Period.Label), Is.EqualTo((string[])["before", "after"]));
        Assert.That(compared.Notes, Has.Some.Contains("in the order of the file"));
    }

    [Test]
    public void Periods_that_the_table_leaves_out_are_said_and_their_neighbours_compared()
    {
        var compared = Compare("period,numerator,denominator\n2019,30,100\n2021,40,100\n", TableChart.Difference);

        Assert.That(compared.Differences.Single(), Has.Property("A").EqualTo("2019").And.Property("B").EqualTo("2021").And.Property("Difference").EqualTo(10));
        Assert.That(compared.Differences.Single().Method, Does.Contain("not the one before in the calendar"));
        Assert.That(compared.Notes, Has.Some.Contains("no period between 2019 and 2021"));
    }

    [Test]
    public void A_period_without_cases_keeps_its_place_and_is_named()
    {
        var compared = Compare("period,numerator,denominator\n2025-01,5,10\n2025-02,0,0\n2025-03,6,10\n", TableChart.P);

        Assert.That(compared.Charts.Single().Points[1].Period.Value, Is.Null);
        Assert.That(compared.Notes, Has.Some.EqualTo("No cases, which is not 0: 2025-02."));
    }

    [TestCase("site,numerator,denominator\nA,3,10\n", "The proportion: only A has cases (30.0 %), so there is nothing to compare with.")]
    [TestCase("site,numerator,denominator\nA,0,0\nB,0,0\n", "The proportion: no site has cases, so there is nothing to compare with.")]
    public void One_site_alone_is_not_compared(string table, string sentence)
    {
        var compared = Compare(table, TableChart.Funnel);

        Assert.That(compared.SiteComparisons, Is.Empty);
        Assert.That(compared.Sentences, Is.EqualTo((string[])[sentence]));
    }

    [TestCase("A,0,10\nB,0,1000\nC,0,20\n", "all 3 sites are at 0.0 %, so nothing varies and no site is flagged")]
    [TestCase("A,10,10\nB,20,20\nC,9,9\n", "all 3 sites are at 100.0 %, so nothing varies and no site is flagged")]
    [TestCase("A,1,2\nB,100,200\n", "all 2 sites are at 50.0 %, so nothing varies and no site is flagged")]
    public void Sites_that_are_all_the_same_are_not_flagged(string rows, string said)
    {
        var compared = Compare("site,numerator,denominator\n" + rows, TableChart.Funnel);

        Assert.That(compared.SiteComparisons.Single().Sites.Select(site => (site.Flag, site.AdjustedFlag)), Is.All.EqualTo((FunnelFlag.InLimits, FunnelFlag.InLimits)));
        Assert.That(compared.Sentences.Single(), Does.Contain(said));
    }

    [TestCase(TableChart.P, "period,numerator,denominator\n2025-01,0,10\n2025-02,0,100\n", "no variation, so there are no limits and nothing is flagged")]
    [TestCase(TableChart.PPrime, "period,numerator,denominator\n2025-01,5,10\n2025-02,50,100\n2025-03,500,1000\n", "no variation, so there are no limits and nothing is flagged")]
    [TestCase(TableChart.PPrime, "period,numerator,denominator\n2025-01,5,10\n", "too few periods for limits, so nothing is flagged")]
    [TestCase(TableChart.Xmr, "period,value\n2025-01,5\n2025-02,5\n2025-03,5\n", "no variation, so there are no limits and nothing is flagged")]
    [TestCase(TableChart.Xmr, "period,value\n2025-01,5\n", "too few periods for limits, so nothing is flagged")]
    [TestCase(TableChart.Run, "period,value\n2025-01,\n", "The value has no value in any period, so there is no chart.")]
    [TestCase(TableChart.Trend, "period,numerator,denominator\n2025,0,0\n", "The proportion has no cases in any period, so there is no trend.")]
    [TestCase(TableChart.Trend, "period,numerator,denominator\n2024,0,9\n2025,0,9\n", "so there is no trend to test")]
    [TestCase(TableChart.Difference, "period,numerator,denominator\n2025,1,9\n", "The proportion has cases in 1 period, so there is no difference to take.")]
    [TestCase(TableChart.Difference, "site,numerator,denominator\nA,1,9\n", "The proportion: fewer than two sites have cases, so there is no other site to compare with.")]
    public void Where_nothing_can_be_told_a_sentence_says_so(TableChart chart, string table, string said)
    {
        var compared = Compare(table, chart);

        Assert.That(compared.Sentences.Single(), Does.Contain(said));
        Assert.That(compared.Charts.SelectMany(made => made.Points).SelectMany(point => point.Signals), Is.Empty);
    }

    [TestCase(Better.Higher, 10, "As things are, the target of 10.0 % will be reached.")]
    [TestCase(Better.Higher, 50, "As things are, the target of 50.0 % will be reached at times, by chance.")]
    [TestCase(Better.Higher, 90, "As things are, the target of 90.0 % will not be reached.")]
    [TestCase(Better.Lower, 10, "As things are, the target of 10.0 % will not be reached.")]
    [TestCase(Better.None, 10, "Whether the target of 10.0 % will be reached cannot be told: nobody said which direction is better.")]
    public void A_target_is_judged_by_the_limits(Better better, double target, string said)
    {
        // Around 50 of 100 the limits are 50 less and plus 3 times 5, 35 to 65.
        var compared = Compare("period,numerator,denominator\n2025-01,48,100\n2025-02,52,100\n2025-03,49,100\n2025-04,51,100\n", TableChart.P, better, target);

        Assert.That(compared.Sentences.Single(), Does.EndWith(said));
    }

    [Test]
    public void A_run_chart_says_nothing_of_a_target_and_why() =>
        Assert.That(
            Compare("period,value\n2025-01,48\n2025-02,52\n", TableChart.Run, Better.Higher, 50).Sentences.Single(),
            Does.EndWith("Whether the target of 50.0 will be reached cannot be told: a run chart has no limits."));

    [TestCase(Better.Higher, "1 of 2 sites is at 50.0 % or above.")]
    [TestCase(Better.Lower, "2 of 2 sites are at 50.0 % or below.")]
    public void Sites_at_the_target_are_counted(Better better, string said) =>
        Assert.That(Compare("site,numerator,denominator\nA,4,10\nB,5,10\n", TableChart.Funnel, better, 50).Sentences.Single(), Does.EndWith(said));

    [Test]
    public void A_sentence_names_the_sites_far_out_and_whether_that_is_better()
    {
        var sentence = Compare("site,numerator,denominator\nA,50,100\nB,49,100\nC,51,100\nD,50,100\nE,95,100\n", TableChart.Funnel, Better.Lower).Sentences.Single();

        Assert.That(sentence, Does.StartWith("The proportion: 1 of 5 sites differs from the pooled 59.0 % by more than chance explains: E (95.0 %, above the 95 % limit, worse)"));
    }

    [Test]
    public void What_is_true_of_every_site_is_noted_once()
    {
        var notes = Compare(TwoSitesTwoPeriods, TableChart.P).Notes;

        Assert.That(notes, Is.Unique);
        Assert.That(notes.Count(note => note.Contains("trial limits", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Values_have_no_proportions_to_compare() =>
        Assert.That(() => TableComparison.Of(new TableRequest { Table = Read("period,value\n2025,5\n", TableChart.Xmr), Chart = TableChart.P }), Throws.ArgumentException);

    [FsCheck.NUnit.Property(MaxTest = 12)]
    public Property Whatever_the_counts_every_number_is_one()
    {
        var counts = Gen.Choose(0, 30).SelectMany(n => Gen.Choose(0, n).Select(x => (X: x, N: n)));
        return Prop.ForAll(Gen.ListOf(counts, 12).ToArbitrary(), rows =>
        {
            var table = "site,period,numerator,denominator\n" + string.Concat(rows.Select((row, i) => FormattableString.Invariant($"S{i % 4},{2020 + (i / 4)},{row.X},{row.N}\n")));
            foreach (var chart in TableCharts.Words.Values)
            {
                var compared = Compare(table, chart);
                double?[] numbers =
                [
                    .. compared.SiteComparisons.SelectMany(funnel => funnel.Sites).SelectMany(site => new double?[] { site.Value, site.Z, site.AdjustedZ, site.Limits95.Lower, site.Limits998.Upper, site.AdjustedLimits998.Lower }),
                    .. compared.Charts.SelectMany(made => made.Points).SelectMany(point => new[] { point.Centre, point.Limits?.Lower, point.Limits?.Upper, point.Warnings?.Lower }),
                    .. compared.Differences.SelectMany(difference => new[] { difference.Difference, difference.Limits95.Lower, difference.Limits95.Upper, difference.P }),
                    .. compared.Trends.SelectMany(trend => new[] { trend.ChiSquare, trend.P, trend.Slope, trend.SlopeLimits95?.Lower }),
                ];
                if (numbers.Any(number => number is { } known && !double.IsFinite(known)) || compared.Sentences.Count == 0 || compared.Sentences.Any(sentence => sentence.Contains("NaN", StringComparison.Ordinal))) return false;
            }

            return true;
        });
    }

    private static FlsAudit.Model.ComparisonTable Read(string text, TableChart chart)
    {
        using var folder = new ImportCase();
        var reading = ComparisonTables.Read(folder.Write("counted.csv", text), chart.Needs(), chart.MayHaveValues());
        return reading.Table ?? throw new AssertionException(string.Join('\n', reading.Findings));
    }

    private static ReleasedComparison Compare(string text, TableChart chart, Better better = Better.None, double? target = null) =>
        Disclosure.ReleaseTable(TableComparison.Of(new TableRequest { Table = Read(text, chart), Chart = chart, Better = better, Target = target }), DisclosurePolicy.Internal);
}
