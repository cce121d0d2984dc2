namespace FlsAudit.Reports.Drawing;

/// <summary>What a colour and line mean; the writer decides what they look like.</summary>
internal enum Tone
{
    /// <summary>The thing itself.</summary>
    Main,

    /// <summary>What a reader should look at.</summary>
    Alert,

    /// <summary>Context.</summary>
    Quiet,
}

/// <summary>How a line is drawn.</summary>
internal enum Stroke
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Long dashes.</summary>
    Dashed,

    /// <summary>Dots, thin.</summary>
    Dotted,

    /// <summary>Unbroken, thin and pale: where there are many, so that labels can be read across them.</summary>
    Fine,
}

/// <summary>Shapes that are told apart without colour.</summary>
internal enum Marker
{
    /// <summary>A filled circle.</summary>
    Circle,

    /// <summary>An open triangle that points up.</summary>
    OpenUp,

    /// <summary>A filled triangle that points up.</summary>
    Up,

    /// <summary>An open triangle that points down.</summary>
    OpenDown,

    /// <summary>A filled triangle that points down.</summary>
    Down,

    /// <summary>A circle that is hollow.</summary>
    OpenCircle,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A square that is hollow.</summary>
    OpenSquare,
}

/// <summary>Something drawn on a panel.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Tone">What its colour means.</param>
internal abstract record Layer(string Name, Tone Tone);

/// <summary>A place on a panel.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A line; a gap in the data is a new line of the same layer.</summary>
internal sealed record CurveLayer(string Name, Tone Tone, Stroke Stroke, IReadOnlyList<IReadOnlyList<Spot>> Pieces) : Layer(Name, Tone);

/// <summary>A lower and an upper limit at a place on the x axis.</summary>
internal readonly record struct Reach(double X, double Lower, double Upper);

/// <summary>A shaded area between limits; a gap in the data is a new area of the same layer.</summary>
internal sealed record BandLayer(string Name, Tone Tone, IReadOnlyList<IReadOnlyList<Reach>> Pieces) : Layer(Name, Tone);

/// <summary>One mark.</summary>
/// <param name="Spot">Where.</param>
/// <param name="Hint">Shown on hovering, read aloud.</param>
/// <param name="Label">Printed beside it; empty for none.</param>
internal readonly record struct Dot(Spot Spot, string Hint, string Label = "");

/// <summary>Marks of one kind.</summary>
internal sealed record DotLayer(string Name, Tone Tone, Marker Marker, IReadOnlyList<Dot> Dots) : Layer(Name, Tone);

/// <summary>A stretch of the x axis where there is no value, and why.</summary>
internal readonly record struct Stretch(double From, double To, string Label);

/// <summary>Stretches without values.</summary>
internal sealed record StretchLayer(string Name, Tone Tone, IReadOnlyList<Stretch> Stretches) : Layer(Name, Tone);

/// <summary>A horizontal bar from zero.</summary>
/// <param name="Y">Its middle on the y axis.</param>
/// <param name="Length">Where it ends on the x axis; null when there is no value.</param>
/// <param name="Label">Printed at its end.</param>
internal readonly record struct Bar(double Y, double? Length, string Label);

/// <summary>Horizontal bars.</summary>
internal sealed record BarLayer(string Name, Tone Tone, IReadOnlyList<Bar> Bars) : Layer(Name, Tone);
