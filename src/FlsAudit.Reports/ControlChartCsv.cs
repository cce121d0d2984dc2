using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Csv;

namespace FlsAudit.Reports;

/// <summary><c>control-chart.csv</c>: one line per period of a chart, in the order of the report; values and limits in the unit of the value, proportions in percent, unrounded.</summary>
public static class ControlChartCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "control-chart.csv";

    /// <summary>Writes the charts of a report to a stream, which stays open. A report without any gives the heading line alone.</summary>
    public static void Write(ReleasedReport report, Stream output) => Write(report.Charts, output);

    /// <summary>Writes charts to a stream, which stays open.</summary>
    public static void Write(IReadOnlyList<PeriodChart> charts, Stream output)
    {
        using var csv = new TidyCsv(
            output,
            "measure", "site", "period", "numerator", "denominator", "value", "centre",
            "lower_limit", "upper_limit", "lower_warning", "upper_warning", "rules", "direction", "chart", "preset");
        foreach (var chart in charts)
        {
            foreach (var point in chart.Points)
            {
                csv.Text(chart.Measure).Text(chart.Site).Text(point.Period.Label)
                    .Number(point.Period.Numerator).Number(point.Period.Denominator).Number(point.Period.Value).Number(point.Centre)
                    .Number(point.Limits?.Lower).Number(point.Limits?.Upper).Number(point.Warnings?.Lower).Number(point.Warnings?.Upper)
                    .Text(string.Join(';', point.Signals.Select(signal => signal.Rule))).Text(point.Direction)
                    .Text(chart.Chart.Word()).Text(chart.Preset.Word())
                    .EndRow();
            }
        }
    }
}
