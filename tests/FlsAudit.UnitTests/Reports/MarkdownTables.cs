namespace FlsAudit.UnitTests.Reports;

/// <summary>Looks at tables in Markdown.</summary>
internal static class MarkdownTables
{
    /// <summary>Rows with another number of cells than the row above them.</summary>
    public static IEnumerable<string> Ragged(string text)
    {
        var width = 0;
        foreach (var line in text.Split('\n'))
        {
            var cells = line.StartsWith('|') ? line.Replace("\\|", "", StringComparison.Ordinal).Split('|').Length : 0;
            if (width > 0 && cells > 0 && cells != width) yield return line;
            width = cells;
        }
    }
}
