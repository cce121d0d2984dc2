namespace FlsAudit.Import.Cells;

/// <summary>What a cell holds besides its text.</summary>
internal enum CellKind
{
    /// <summary>Text only.</summary>
    Text,

    /// <summary>A native number of a workbook.</summary>
    Number,

    /// <summary>A native date of a workbook.</summary>
    Date,
}

/// <summary>One cell of an export: its text, trimmed, and its native value when a workbook has one.</summary>
internal readonly ref struct Cell(ReadOnlySpan<byte> text, CellKind kind = CellKind.Text, double number = 0)
{
    /// <summary>The trimmed text; UTF-8, or bytes of the profile's other encoding.</summary>
    public ReadOnlySpan<byte> Text { get; } = Trim(text);

    public CellKind Kind { get; } = kind;

    /// <summary>The days to add to a number before it counts as a day of the calendar of 1900; 0 in nearly every workbook.</summary>
    public int CalendarDays { get; init; }

    /// <summary>The number, or the day as <see cref="DateOnly.DayNumber"/> for a native date.</summary>
    public double Number { get; } = number;

    public bool IsEmpty => Text.IsEmpty;

    // White space of ASCII and the no-break space, which spreadsheets leave behind.
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text[0] > 0x20 && text[^1] > 0x20 && text[0] != 0xC2 && text[^1] != 0xA0) ? text : TrimEnds(text);

    private static ReadOnlySpan<byte> TrimEnds(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            if (text.IsEmpty) return text;
            if (text[0] > 0x20 && text[^1] > 0x20 && text[0] != 0xC2 && text[^1] != 0xA0) return text;
            if (text[0] <= 0x20) text = text[1..];
            else if (text[^1] <= 0x20) text = text[..^1];
            else if (text is [0xC2, 0xA0, ..]) text = text[2..];
            else if (text is [.., 0xC2, 0xA0]) text = text[..^2];
            else return text;
        }
    }
}

/// <summary>The cells of one row. Both formats have one; the readers are compiled for each.</summary>
internal interface ICells
{
    /// <summary>The row as a spreadsheet program numbers it.</summary>
    long Row { get; }

    /// <summary>How many cells the row has.</summary>
    int Count { get; }

    /// <summary>Whether a short or long row means that cells have shifted: true for separated text, false where each cell has an address.</summary>
    bool CanShift { get; }

    /// <summary>Whether a cell holds lines that look like rows of so many cells, as when a stray quote made several rows one.</summary>
    bool SwallowsRows(int headings);

    /// <summary>The cell at a position; empty past the end of the row.</summary>
    Cell At(int index);
}
