using FlsAudit.Model;

namespace FlsAudit.Standards.Expressions;

internal enum TokenKind
{
    Name,
    Number,
    Symbol,
    Parameter,
    End,
}

/// <summary>A word of a condition and where it stands; the words of a parameter's value stand where the parameter stands.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    private const int MostWords = 5_000;

    /// <summary>Words with parameters replaced by those of their values.</summary>
    public static IReadOnlyList<Token> Expand(IReadOnlyList<Token> words, Scope scope, Action<int, string> problem)
    {
        var tokens = new List<Token>();
        foreach (var token in words)
        {
            if (tokens.Count > MostWords)
            {
                problem(token.Start, $"the condition has more than {MostWords} words.");
                tokens.Add(words[^1]);
                return tokens;
            }

            if (token.Kind != TokenKind.Parameter) tokens.Add(token);
            else if (scope.Parameter(token.Text[1..]) is { } parameter) tokens.AddRange(Split(parameter.Value, (_, _) => { }).SkipLast(1).Select(word => word with { Start = token.Start, End = token.End }));
            else problem(token.Start, $"the set has no parameter '{token.Text}'{NearestName.Hint(token.Text[1..], scope.ParameterNames)}");
        }

        return tokens;
    }

    /// <summary>The words of a text as they stand there, the end last.</summary>
    public static IReadOnlyList<Token> Split(string text, Action<int, string> problem)
    {
        var tokens = new List<Token>();
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var length = LengthAt(text, i, out var kind);
            if (length == 0)
            {
                problem(i, $"the character '{text[i]}' has no meaning in a condition.");
                i++;
                continue;
            }

            tokens.Add(new Token(kind, text.Substring(i, length), i, i + length));
            i += length;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private static int LengthAt(string text, int i, out TokenKind kind)
    {
        if (IsNameStart(text[i]))
        {
            kind = TokenKind.Name;
            return Run(text, i, IsNamePart);
        }

        if (text[i] == '$' && i + 1 < text.Length && IsNameStart(text[i + 1]))
        {
            kind = TokenKind.Parameter;
            return 1 + Run(text, i + 1, IsNamePart);
        }

        if (char.IsAsciiDigit(text[i]) || (text[i] == '-' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
        {
            kind = TokenKind.Number;
            return 1 + Run(text, i + 1, c => char.IsAsciiDigit(c) || c == '.');
        }

        kind = TokenKind.Symbol;
        if (i + 1 < text.Length && text.AsSpan(i, 2) is "!=" or "<=" or ">=") return 2;
        return "=<>(),".Contains(text[i], StringComparison.Ordinal) ? 1 : 0;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static int Run(string text, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end])) end++;
        return end - start;
    }
}
