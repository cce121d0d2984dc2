namespace FlsAudit.Import.Headings;

/// <summary>Chooses the row of headings of a table, above which there may be titles.</summary>
/// <param name="understand">Whether a row can be the headings of something that is read, and how many known headings it has.</param>
internal sealed class HeadingChoice(Func<HeadingRow, (bool Fits, int Found)> understand)
{
    /// <summary>Headings are looked for in this many rows that are not blank.</summary>
    public const int MostRows = 20;

    /// <summary>
    /// The first row where it fits, as nearly always. Otherwise the one further down that fits, or where none does the one with the most known headings.
    /// Of equals the upper one is taken, and of several readings of one row the one with the most columns.
    /// </summary>
    /// <param name="readings">The rows from the top, once for each way to read them; each has at least one row.</param>
    public HeadingRow Of(IReadOnlyList<IReadOnlyList<HeadingRow>> readings)
    {
        var first = Ranked(readings.Select(rows => rows[0]));
        return first.Fits ? first.Row : Ranked(readings.SelectMany(rows => rows)).Row;
    }

    private (HeadingRow Row, bool Fits, int Found) Ranked(IEnumerable<HeadingRow> rows) =>
        rows.Select(row => understand(row) is var (fits, found) ? (Row: row, Fits: fits, Found: found) : default)
            .OrderByDescending(row => row.Fits)
            .ThenByDescending(row => row.Found)
            .ThenBy(row => row.Row.Row)
            .ThenByDescending(row => row.Row.Texts.Count)
            .First();
}
