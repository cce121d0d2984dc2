namespace FlsAudit.Reports.Drawing;

/// <summary>A chart as data: what it says and where, but not how it is drawn.</summary>
/// <param name="Name">File name without extension; letters, digits, hyphens and underscores.</param>
/// <param name="Title">For people.</param>
/// <param name="Alternative">What it shows, in words, for people who do not see it.</param>
/// <param name="Rows">Panels from top to bottom and left to right.</param>
internal sealed record Figure(string Name, string Title, string Alternative, IReadOnlyList<PanelRow> Rows)
{
    /// <summary>What is counted, out of what; empty when there is nothing to add.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>How it was made, printed beneath.</summary>
    public string Note { get; init; } = "";

    /// <summary>What a file of its own must say besides, since no page around it does: one line each.</summary>
    public IReadOnlyList<string> Footing { get; init; } = [];

    /// <summary>The layers that a legend explains, in its order.</summary>
    public IReadOnlyList<Layer> Legend { get; init; } = [];
}

/// <summary>Panels side by side.</summary>
/// <param name="Height">Of the plots, in pixels, without titles and axes.</param>
/// <param name="Places">How many panels fit side by side; the row may hold fewer.</param>
/// <param name="Panels">From left to right.</param>
internal sealed record PanelRow(double Height, int Places, IReadOnlyList<Panel> Panels);

/// <summary>One pair of axes and what is drawn on them, from back to front.</summary>
internal sealed record Panel(string Title, Axis X, Axis Y, IReadOnlyList<Layer> Layers);

/// <summary>An axis.</summary>
/// <param name="Title">Quantity and unit; empty when the panel explains it.</param>
/// <param name="Min">Where it starts.</param>
/// <param name="Max">Where it ends.</param>
/// <param name="Ticks">Where it is labelled.</param>
internal sealed record Axis(string Title, double Min, double Max, IReadOnlyList<Tick> Ticks)
{
    /// <summary>Whether the ticks are names of rows rather than numbers; then the axis runs from top to bottom and has no grid.</summary>
    public bool Names { get; init; }
}

/// <summary>A labelled place on an axis.</summary>
internal readonly record struct Tick(double At, string Label);
