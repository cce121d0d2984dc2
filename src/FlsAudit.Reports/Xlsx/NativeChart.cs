namespace FlsAudit.Reports.Xlsx;

/// <summary>Charts that a spreadsheet program draws and lets people edit.</summary>
internal enum NativeChartKind
{
    /// <summary>Numbers against numbers.</summary>
    Scatter,

    /// <summary>A line over named periods.</summary>
    Line,

    /// <summary>Horizontal bars from top to bottom.</summary>
    Bars,
}

/// <summary>How a series is drawn.</summary>
internal enum SeriesLook
{
    /// <summary>Blue circles.</summary>
    Dots,

    /// <summary>Orange diamonds.</summary>
    Warnings,

    /// <summary>Orange triangles.</summary>
    Alerts,

    /// <summary>A thin grey line.</summary>
    Centre,

    /// <summary>A blue line.</summary>
    Limit,

    /// <summary>A dashed blue line.</summary>
    InnerLimit,

    /// <summary>A blue line with circles, or blue bars.</summary>
    Values,
}

/// <summary>Cells of a sheet and what they hold.</summary>
internal sealed record ChartRange(string Reference, IReadOnlyList<object?> Values);

/// <summary>Where a label stands beside its point.</summary>
internal enum LabelSide
{
    /// <summary>Right of it.</summary>
    Right,

    /// <summary>Left of it.</summary>
    Left,

    /// <summary>Above it.</summary>
    Above,

    /// <summary>Beneath it.</summary>
    Below,
}

/// <summary>A label of a point.</summary>
internal readonly record struct PointLabel(string Text, LabelSide Side);

/// <summary>One series.</summary>
internal sealed record ChartSeries(string Name, SeriesLook Look, ChartRange X, ChartRange Y)
{
    /// <summary>Lengths of error bars upwards; null for none.</summary>
    public ChartRange? Plus { get; init; }

    /// <summary>Lengths of error bars downwards; null for none.</summary>
    public ChartRange? Minus { get; init; }

    /// <summary>Labels of single points by position.</summary>
    public IReadOnlyDictionary<int, PointLabel> Labels { get; init; } = new Dictionary<int, PointLabel>();

    /// <summary>Whether the legend leaves it out, for the second of two equal lines.</summary>
    public bool Silent { get; init; }

    /// <summary>The number format in which each bar shows its value; null when it shows none.</summary>
    public string? ValueFormat { get; init; }
}

/// <summary>A chart of a sheet, drawn from cells of the same sheet.</summary>
internal sealed record NativeChart(
    NativeChartKind Kind, string Title, string XTitle, string YTitle, string Alternative, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Where the value axis starts; null lets the program decide.</summary>
    public double? Min { get; init; }

    /// <summary>Where the value axis ends; null lets the program decide.</summary>
    public double? Max { get; init; }
}
