namespace FlsAudit.Simulation.Exports;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    Blank,
    Text,
    Number,
    Date,

    /// <summary>A day written as the number that Excel stores for it.</summary>
    SerialDate,
}

/// <summary>A cell of an export before it is written in a format.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text of a text cell; the digits of a number, with a decimal point.</param>
/// <param name="Day">The day of a date as <see cref="DateOnly.DayNumber"/>.</param>
internal readonly record struct Cell(CellKind Kind, string Text, int Day)
{
    // Excel counts days from 1899-12-30 (for every day after February 1900).
    private static readonly int ExcelEpoch = new DateOnly(1899, 12, 30).DayNumber;

    public static Cell OfDate(int day) => new(CellKind.Date, "", day);

    public static Cell OfNumber(string digits) => new(CellKind.Number, digits, 0);

    public static Cell OfText(string text) => text.Length == 0 ? default : new(CellKind.Text, text, 0);

    /// <summary>The number that Excel stores for the day.</summary>
    public int Serial => Day - ExcelEpoch;
}
