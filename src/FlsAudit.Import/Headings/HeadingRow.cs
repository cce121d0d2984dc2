namespace FlsAudit.Import.Headings;

/// <summary>The headings of a text file or worksheet, and what is needed to read what follows.</summary>
/// <param name="Sheet">The worksheet; null for a text file.</param>
/// <param name="SheetIndex">Its position among all sheets of the workbook; 0 for a text file.</param>
/// <param name="Row">The row of the headings.</param>
/// <param name="Texts">The headings, one per column.</param>
/// <param name="Separator">The separator of a text file.</param>
internal sealed record HeadingRow(string? Sheet, int SheetIndex, long Row, IReadOnlyList<string> Texts, char Separator)
{
    private readonly Lazy<string[][]> readings = new(() => [.. Texts.Select(text => TextFolding.Readings(text).ToArray())]);

    /// <summary>The ways to understand each heading, best first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Readings => readings.Value;

    /// <summary>The position of the first heading that is this one once folded, or -1.</summary>
    public int PositionOf(string folded)
    {
        for (var i = 0; i < Texts.Count; i++)
            if (string.Equals(TextFolding.Fold(Texts[i]), folded, StringComparison.Ordinal)) return i;
        return -1;
    }
}
