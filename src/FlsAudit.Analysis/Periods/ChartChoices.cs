namespace FlsAudit.Analysis.Periods;

/// <summary>How a series is charted.</summary>
public enum ChartType
{
    /// <summary>Proportions, limits by chance alone.</summary>
    P,

    /// <summary>Proportions, limits that also allow for variation between periods (Laney).</summary>
    PPrime,

    /// <summary>Single values, limits from the differences of neighbours.</summary>
    Xmr,

    /// <summary>Values around their median, without limits.</summary>
    Run,
}

/// <summary>Which patterns count as a special cause.</summary>
public enum RulePreset
{
    /// <summary>"Making Data Count" with extreme moving ranges screened.</summary>
    MakingDataCount,

    /// <summary>"Making Data Count" with every moving range kept.</summary>
    WithoutScreening,

    /// <summary>Western Electric.</summary>
    WesternElectric,

    /// <summary>The eight tests of Nelson.</summary>
    Nelson,

    /// <summary>Runs too long and crossings too few, after Anhøj.</summary>
    Anhoej,
}

/// <summary>The words that options take and csv files print.</summary>
public static class ChartWords
{
    /// <summary>Charts by word.</summary>
    public static IReadOnlyDictionary<string, ChartType> Charts { get; } = new Dictionary<string, ChartType>
    {
        ["p"] = ChartType.P,
        ["p-prime"] = ChartType.PPrime,
        ["xmr"] = ChartType.Xmr,
        ["run"] = ChartType.Run,
    };

    /// <summary>Presets by word.</summary>
    public static IReadOnlyDictionary<string, RulePreset> Presets { get; } = new Dictionary<string, RulePreset>
    {
        ["making-data-count"] = RulePreset.MakingDataCount,
        ["without-screening"] = RulePreset.WithoutScreening,
        ["western-electric"] = RulePreset.WesternElectric,
        ["nelson"] = RulePreset.Nelson,
        ["anhoej"] = RulePreset.Anhoej,
    };

    /// <summary>The word of a chart.</summary>
    public static string Word(this ChartType chart) => Charts.First(pair => pair.Value == chart).Key;

    /// <summary>The word of a preset.</summary>
    public static string Word(this RulePreset preset) => Presets.First(pair => pair.Value == preset).Key;

    /// <summary>A chart as a sentence calls it.</summary>
    public static string Name(this ChartType chart) => chart switch
    {
        ChartType.P => "p chart",
        ChartType.PPrime => "p′ chart",
        ChartType.Xmr => "XmR chart",
        _ => "run chart",
    };

    /// <summary>A preset as a sentence calls it.</summary>
    public static string Name(this RulePreset preset) => preset switch
    {
        RulePreset.MakingDataCount => "Making Data Count",
        RulePreset.WithoutScreening => "Making Data Count without screening",
        RulePreset.WesternElectric => "Western Electric",
        RulePreset.Nelson => "Nelson",
        _ => "Anhøj",
    };
}

/// <summary>What people may decide about a chart.</summary>
public enum ChartActionKind
{
    /// <summary>Centre and limits are taken from the periods through this one.</summary>
    Freeze,

    /// <summary>The period is shown and takes part in no centre, limit or rule.</summary>
    Exclude,

    /// <summary>A new centre and new limits begin with this period.</summary>
    Rebase,
}

/// <summary>A decision about charts, with its reason; nothing of the kind ever happens by itself.</summary>
/// <param name="Measure">The measure's id; empty for every measure.</param>
/// <param name="Site">The site, or <see cref="Result.All"/> for all sites together; empty for every site and all together.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Period">The label of the period.</param>
/// <param name="Reason">Why; printed with the chart.</param>
/// <param name="Row">The row of the file that says so, as a spreadsheet program numbers it; 0 when no file does.</param>
public sealed record ChartAction(string Measure, string Site, ChartActionKind Kind, string Period, string Reason, long Row = 0)
{
    /// <summary>Whether it is about a series.</summary>
    public bool IsAbout(PeriodSeries series) => (Measure.Length == 0 || Measure == series.Measure) && (Site.Length == 0 || Site == series.Site);
}

/// <summary>How charts are made.</summary>
public sealed record ChartSettings
{
    /// <summary>
    /// The kind of chart. Null for a p chart of proportions, which becomes a p′ chart where more than half of the periods would lie outside its limits: a chart that
    /// flags nearly everything tells nothing; and for an XmR chart of other values.
    /// </summary>
    public ChartType? Chart { get; init; }

    /// <summary>The rules; null for those that go with the chart: Anhøj's for a run chart, otherwise "Making Data Count".</summary>
    public RulePreset? Preset { get; init; }

    /// <summary>What people decided about single charts.</summary>
    public IReadOnlyList<ChartAction> Actions { get; init; } = [];
}
