using FlsAudit.Analysis.Periods;
using FlsAudit.Model;

namespace FlsAudit.Analysis.Tables;

/// <summary>How a table that somebody else counted is compared.</summary>
public enum TableChart
{
    /// <summary>Sites against the limits of chance around their pooled value.</summary>
    Funnel,

    /// <summary>Sites in order of their values with their own limits.</summary>
    Caterpillar,

    /// <summary>Proportions period by period, limits by chance alone.</summary>
    P,

    /// <summary>Proportions period by period, limits that also allow for variation between periods.</summary>
    PPrime,

    /// <summary>Values period by period, limits from the differences of neighbours.</summary>
    Xmr,

    /// <summary>Values period by period around their median.</summary>
    Run,

    /// <summary>A period less the one before, a site less all others.</summary>
    Difference,

    /// <summary>Whether proportions rise or fall along the periods.</summary>
    Trend,
}

/// <summary>The words for comparisons, and what each asks of a table.</summary>
public static class TableCharts
{
    /// <summary>Comparisons by word, in order of presentation.</summary>
    public static IReadOnlyDictionary<string, TableChart> Words { get; } = new Dictionary<string, TableChart>
    {
        ["funnel"] = TableChart.Funnel,
        ["caterpillar"] = TableChart.Caterpillar,
        [ChartType.P.Word()] = TableChart.P,
        [ChartType.PPrime.Word()] = TableChart.PPrime,
        [ChartType.Xmr.Word()] = TableChart.Xmr,
        [ChartType.Run.Word()] = TableChart.Run,
        ["difference"] = TableChart.Difference,
        ["trend"] = TableChart.Trend,
    };

    /// <summary>The word of a comparison.</summary>
    public static string Word(this TableChart chart) => Words.First(pair => pair.Value == chart).Key;

    /// <summary>Whether it compares sites with one another, all periods together and period by period.</summary>
    public static bool ComparesSites(this TableChart chart) => chart is TableChart.Funnel or TableChart.Caterpillar;

    /// <summary>Whether it is a control or run chart, one for each site.</summary>
    public static bool IsControlChart(this TableChart chart) => ChartOf(chart) is not null;

    /// <summary>Whether values may stand in the place of counts.</summary>
    public static bool MayHaveValues(this TableChart chart) => chart is TableChart.Xmr or TableChart.Run;

    /// <summary>Whether a target says something in it: a difference or a slope has none.</summary>
    public static bool TakesTarget(this TableChart chart) => chart is not (TableChart.Difference or TableChart.Trend);

    /// <summary>The columns that it cannot do without.</summary>
    public static ComparisonColumns Needs(this TableChart chart) => chart switch
    {
        TableChart.Funnel or TableChart.Caterpillar => ComparisonColumns.Sites,
        TableChart.Difference => ComparisonColumns.SitesOrPeriods,
        _ => ComparisonColumns.Periods,
    };

    internal static ChartType? ChartOf(TableChart chart) => chart switch
    {
        TableChart.P => ChartType.P,
        TableChart.PPrime => ChartType.PPrime,
        TableChart.Xmr => ChartType.Xmr,
        TableChart.Run => ChartType.Run,
        _ => null,
    };
}
