using System.Buffers;
using System.Text;

namespace FlsAudit.Reports.Pages;

/// <summary>Markdown as CommonMark with tables; text is escaped so that it reads as it is written.</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*[]<>|~&");

    /// <summary>Text within a line or a cell; line breaks become blanks.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is '\n' or '\r' ? ' ' : text[i];
            if (Special.Contains(c) || (c == '_' && !IsWithinWord(text, i)) || StartsBlock(text, i)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A condition as code; in a table too, since a bar ends a cell even within code.</summary>
    public static string Code(string text)
    {
        var fence = text.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        var padding = fence.Length > 1 ? " " : "";
        return $"{fence}{padding}{text.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal)}{padding}{fence}";
    }

    /// <summary>A table; cells are Markdown already.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        [Row(columns), Row([.. columns.Select(_ => "---")]), .. rows.Select(Row)];

    // A single underscore between letters or digits never means emphasis.
    private static bool IsWithinWord(string text, int i) =>
        i > 0 && i < text.Length - 1 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    // At the start of a line these would begin a heading or a list.
    private static bool StartsBlock(string text, int i) =>
        (i == 0 && text[i] is '#' or '-' or '+' or '=')
        || (i > 0 && text[i] is '.' or ')' && (i == text.Length - 1 || text[i + 1] == ' ') && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0);

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
