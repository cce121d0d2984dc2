using System.Text;

namespace FlsAudit.Standards.Expressions;

/// <summary>A condition as people read it: parameters as their values, shared conditions as the whole of them.</summary>
internal sealed class WrittenOut(string text)
{
    private readonly List<(int Start, int End, string Text)> replaced = [];

    /// <summary>How long the whole text is, written out.</summary>
    public int Length => text.Length + replaced.Sum(piece => piece.Text.Length);

    /// <summary>Notes what a piece of the text stands for. Pieces do not overlap.</summary>
    public void Replace(int start, int end, string by) => replaced.Add((start, end, by));

    /// <summary>A piece of the text, from a beginning to an end.</summary>
    public string Of(int start, int end)
    {
        var written = new StringBuilder();
        var at = start;
        foreach (var (from, to, by) in replaced.Where(piece => piece.Start >= start && piece.End <= end).OrderBy(piece => piece.Start))
        {
            written.Append(text, at, from - at).Append(by);
            at = to;
        }

        return written.Append(text, at, end - at).ToString();
    }
}
