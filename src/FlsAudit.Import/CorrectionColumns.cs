using FlsAudit.Import.Headings;

namespace FlsAudit.Import;

/// <summary>
/// The columns that a file of rejected rows has before those of its layout. By the one a corrected row is known again, however often it is sent; the other
/// holds the row back until somebody has put it right and cleared the cell, because a spreadsheet program silently fills up rows that are too short.
/// </summary>
public static class CorrectionColumns
{
    /// <summary>Where the row stood when it was rejected, and a digest of what it said then. Of rows with the same text the later submission wins.</summary>
    public const string Origin = "flsaudit_row";

    /// <summary>Why it was rejected; to be cleared once the row is right.</summary>
    public const string Reason = "flsaudit_reason";

    /// <summary>Whether a heading is one of these, which no profile needs to know.</summary>
    internal static bool Contains(string folded) => folded is Origin or Reason;

    /// <summary>Whether a table was written as rows for correction.</summary>
    internal static bool AreIn(HeadingRow headings) => headings.PositionOf(Origin) >= 0;

    /// <summary>The text of a cell without the apostrophe that the file has before what a spreadsheet program would run.</summary>
    internal static ReadOnlySpan<byte> Unguarded(ReadOnlySpan<byte> text) =>
        text is [(byte)'\'', (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@', ..] ? text[1..] : text;
}
