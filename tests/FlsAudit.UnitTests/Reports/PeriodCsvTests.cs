using System.Text;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Reports;
using FlsAudit.UnitTests.Analysis.Periods;

namespace FlsAudit.UnitTests.Reports;

/// <summary>The three csv files on periods, line by line.</summary>
public sealed class PeriodCsvTests
{
    [Test]
    public void A_control_chart_has_a_line_for_each_period_with_limits_rules_and_direction()
    {
        // Frozen on two periods of 50 of 100: centre 50, limits 50 -+ 15, warnings 50 -+ 10.
        var series = SmallSeries.Of((50, 100), (50, 100), (90, 100), (0, 0));
        var chart = SmallSeries.Chart(series, actions: new ChartAction("", "", ChartActionKind.Freeze, "2023-Q2", ""));

        Assert.That(Lines(o => ControlChartCsv.Write([chart], o)), Is.EqualTo(new[]
        {
            "measure,site,period,numerator,denominator,value,centre,lower_limit,upper_limit,lower_warning,upper_warning,rules,direction,chart,preset",
            "seen,North,2023-Q1,50,100,50,50,35,65,40,60,,,p,making-data-count",
            "seen,North,2023-Q2,50,100,50,50,35,65,40,60,,,p,making-data-count",
            "seen,North,2023-Q3,90,100,90,50,35,65,40,60,outside the limits,improvement,p,making-data-count",
            "seen,North,2023-Q4,,,,50,,,,,,,p,making-data-count",
        }));
    }

    [Test]
    public void Several_rules_are_joined_by_a_semicolon()
    {
        var chart = SmallSeries.Chart(SmallSeries.Of([.. SmallSeries.Times(7, 40, 100), .. SmallSeries.Times(6, 60, 100), (75, 100)]));

        Assert.That(Lines(o => ControlChartCsv.Write([chart], o))[^1], Does.EndWith(",outside the limits;7 in a row on one side of the centre,improvement,p,making-data-count"));
    }

    [Test]
    public void A_difference_is_b_less_a_in_points()
    {
        var lines = Lines(o => DifferencesCsv.Write([.. PeriodDifferences.Of(SmallSeries.Of((25, 100), (50, 100)))], o));

        Assert.That(lines[0], Is.EqualTo("measure,site,a,b,x1,n1,x2,n2,difference,lower_95,upper_95,p,method"));
        Assert.That(lines[1], Does.StartWith("seen,North,2023-Q1,2023-Q2,25,100,50,100,25,1").And.EndsWith(",\"the period before; b - a, Newcombe's hybrid score limits, pooled score test without continuity correction\""));
    }

    [Test]
    public void A_trend_that_cannot_be_told_has_empty_cells_and_says_why()
    {
        var lines = Lines(o => TrendsCsv.Write([PeriodTrends.Of(SmallSeries.Of((5, 10)))!], o));

        Assert.That(lines, Is.EqualTo(new[]
        {
            "measure,site,periods,chi_square,p,slope,slope_lower_95,slope_upper_95,method",
            "seen,North,1,,,,,,Cochran-Armitage test with scores 0 to k - 1; logistic slope in log-odds per period with Wald limits; too few periods",
        }));
    }

    [Test]
    public void A_report_without_proportions_writes_headings_alone()
    {
        var report = new ReleasedReport(DisclosurePolicy.Internal, [], [], [], [], [], []);

        Assert.That(new[] { Lines(o => ControlChartCsv.Write(report, o)), Lines(o => DifferencesCsv.Write(report, o)), Lines(o => TrendsCsv.Write(report, o)) }.Select(lines => lines.Length), Is.All.EqualTo(1));
    }

    private static string[] Lines(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }
}
