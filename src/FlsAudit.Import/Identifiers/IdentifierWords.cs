using System.Text.RegularExpressions;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Identifiers;

/// <summary>Recognises by its heading a column that says who patients are.</summary>
internal sealed partial class IdentifierWords
{
    private readonly IReadOnlyList<(IdentifierKind Kind, string Words, bool IsWhole)> known;

    public IdentifierWords(IReadOnlyList<IdentifierHeadings> headings) =>
        known =
        [
            .. headings.SelectMany(kind => kind.Whole.Select(words => (kind.Kind, Words(words), true))),
            .. headings.SelectMany(kind => kind.Within.Select(words => (kind.Kind, Words(words), false))),
        ];

    /// <summary>What stands under a heading; null when the heading does not say that it identifies anybody.</summary>
    public IdentifierKind? KindOf(string heading)
    {
        foreach (var reading in TextFolding.Readings(Apart().Replace(heading, " ")))
        {
            var words = Words(reading);
            foreach (var (kind, text, isWhole) in known)
                if (isWhole ? words == text : words.Contains(text, StringComparison.Ordinal)) return kind;
        }

        return null;
    }

    // Between blanks, so that words are looked for as words. The number of a question is none of them.
    private static string Words(string text) => $" {string.Join(' ', Word().Matches(TextFolding.Fold(text)).Select(match => match.Value).SkipWhile(word => word.All(char.IsAsciiDigit)))} ";

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // DateOfBirth, NHSNumber.
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();
}
