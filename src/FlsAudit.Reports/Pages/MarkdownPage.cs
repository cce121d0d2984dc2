namespace FlsAudit.Reports.Pages;

/// <summary>A measure's page as a file of the catalogue.</summary>
internal static class MarkdownPage
{
    /// <summary>From a page's own folder to the standards folder.</summary>
    private const string Up = "../../";

    public static string Of(MeasurePage page)
    {
        List<string> lines =
        [
            $"# {Markdown.Text(page.Title)}",
            "",
            $"{Markdown.Code(page.Measure.Id)} of [{Markdown.Text(page.Set.Title)}]({Up}README.md)",
        ];
        foreach (var section in page.Sections)
        {
            lines.AddRange(["", $"## {section.Heading}", ""]);
            lines.AddRange(section.Lines.Select(line => (section.Lines.Count > 1 ? "- " : "") + (section.Heading == MeasurePage.Headings[^1] ? Link(line.Text) : Line(line))));
            foreach (var table in section.Tables) lines.AddRange(["", Markdown.Text(table.Caption) + ":", "", .. Table(table)]);
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>A table of cases.</summary>
    public static IEnumerable<string> Table(PageTable table) =>
        Markdown.Table([.. table.Columns.Select(Markdown.Text)], table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Markdown.Text)]));

    /// <summary>A line: words escaped, a condition as code, an address as a link.</summary>
    public static string Line(PageLine line)
    {
        if (line.Logic.Length == 0) return IsAddress(line.Words) ? $"<{line.Words}>" : Markdown.Text(line.Words);
        return (line.Words.Length > 0 ? Markdown.Text(line.Words) + ": " : "") + Markdown.Code(line.Logic);
    }

    private static bool IsAddress(string text) =>
        (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal)) && text.All(c => c is > ' ' and not '<' and not '>');

    private static string Link(string file) => $"[{Markdown.Text(file)}]({Up}{file})";
}
