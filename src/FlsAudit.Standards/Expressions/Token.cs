namespace FlsAudit.Standards.Expressions;

internal enum TokenKind
{
    Name,
    Number,
    Symbol,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public int End => Start + Text.Length;

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

            tokens.Add(new Token(kind, text.Substring(i, length), i));
            i += length;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static int LengthAt(string text, int i, out TokenKind kind)
    {
        if (char.IsAsciiLetter(text[i]) || text[i] == '_')
        {
            kind = TokenKind.Name;
            return Run(text, i, c => char.IsAsciiLetterOrDigit(c) || c == '_');
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

    private static int Run(string text, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end])) end++;
        return end - start;
    }
}
