namespace FlsAudit.Reports.Xlsx;

/// <summary>How a cell looks. Equal styles share one entry of the stylesheet.</summary>
internal sealed record CellStyle
{
    public static readonly CellStyle Plain = new();
    public static readonly CellStyle Title = new() { Bold = true, Size = 16 };
    public static readonly CellStyle Heading = new() { Bold = true, Size = 12 };
    public static readonly CellStyle Strong = new() { Bold = true };
    public static readonly CellStyle Quiet = new() { Italic = true, Colour = "595959" };
    public static readonly CellStyle Wrapped = new() { Wrap = true, Vertical = "top" };
    public static readonly CellStyle Label = new() { Bold = true, Wrap = true, Vertical = "top" };
    public static readonly CellStyle Link = new() { Colour = "1F5A99", Underline = true };
    public static readonly CellStyle ColumnHeading = new() { Bold = true, Wrap = true, Fill = "DCE6F1", Border = true, Horizontal = "center", Vertical = "center" };
    public static readonly CellStyle Body = new() { Border = true, Vertical = "center" };
    public static readonly CellStyle Count = Body with { Format = "#,##0" };
    public static readonly CellStyle OneDecimal = Body with { Format = "#,##0.0" };
    public static readonly CellStyle Date = new() { Format = "yyyy-mm-dd", Horizontal = "left" };

    /// <summary>An Excel number format; empty for General.</summary>
    public string Format { get; init; } = "";

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underline { get; init; }

    public double Size { get; init; } = 10;

    /// <summary>RGB, six hexadecimal digits; empty for black.</summary>
    public string Colour { get; init; } = "";

    /// <summary>RGB, six hexadecimal digits; empty for none.</summary>
    public string Fill { get; init; } = "";

    public bool Border { get; init; }

    /// <summary><c>left</c>, <c>center</c> or <c>right</c>; empty for what the value's type gives.</summary>
    public string Horizontal { get; init; } = "";

    /// <summary><c>top</c> or <c>center</c>; empty for bottom.</summary>
    public string Vertical { get; init; } = "";

    public bool Wrap { get; init; }

    /// <summary>Degrees, counter-clockwise.</summary>
    public uint Rotation { get; init; }
}
