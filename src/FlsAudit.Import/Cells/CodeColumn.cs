using System.Text;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>Reads a column of option texts into the code fields that it feeds.</summary>
internal sealed class CodeColumn(int column, IReadOnlyList<CodeTexts> fields, int[] slots, char? join, MissingTexts missing, Encoding fallback)
    : ColumnReader(column, fallback)
{
    // Meanings by number: the cache is compiled for numbers, and looked into for every cell.
    private readonly SpanCache<int> known = new();
    private readonly List<Meaning> meanings = [];

    public override void Read(in Cell cell, RecordBatch batch, int record, long row)
    {
        if (cell.IsEmpty)
        {
            foreach (var slot in slots) batch.Codes(slot)[record] = Missing.Code;
            return;
        }

        var meaning = known.TryGet(cell.Text, out var number) ? meanings[number] : Learn(cell.Text);
        for (var i = 0; i < slots.Length; i++) batch.Codes(slots[i])[record] = meaning.Codes[i];
        if (meaning.Problem is not null)
            Note(meaning.Problem, fields[meaning.Field].Field, fields[meaning.Field].Accepted, cell, row, meaning.Problem == ValueProblems.CodeNotRecognised ? meaning.Text : null);
    }

    private Meaning Learn(ReadOnlySpan<byte> text)
    {
        var meaning = Interpret(TextEncodings.Decode(text, Fallback), missing.Contains(text));
        if (known.Keep(text, meanings.Count)) meanings.Add(meaning);
        return meaning;
    }

    private Meaning Interpret(string text, bool isMissing)
    {
        var codes = new short[slots.Length];
        string? problem = null;
        var at = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            if (fields[i].TryFind(text, out codes[i]) || isMissing) continue;
            var found = join is { } mark && text.Contains(mark, StringComparison.Ordinal)
                ? Joined(text.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), fields[i], out codes[i])
                : ValueProblems.CodeNotRecognised;
            if (found is null || problem is not null) continue;
            problem = found;
            at = i;
        }

        return new Meaning(text, codes, problem, at);
    }

    private string? Joined(string[] parts, CodeTexts texts, out short code)
    {
        code = Missing.Code;
        var (several, contradicts) = (false, false);
        foreach (var part in parts)
        {
            if (!texts.TryFind(part, out var found))
            {
                if (missing.Contains(Encoding.UTF8.GetBytes(part))) continue;
                code = Missing.Code;
                return ValueProblems.CodeNotRecognised;
            }

            if (found == Missing.Code) continue;
            if (code != Missing.Code && code != found) (several, contradicts) = (true, contradicts || texts.StandsAlone(code) || texts.StandsAlone(found));
            code = found;
        }

        if (several) code = contradicts ? Missing.Code : texts.Several;
        return several && code == Missing.Code ? ValueProblems.ValuesDiffer : null;
    }

    // What a cell text means for each field, and the first field, if any, that does not know it.
    private sealed record Meaning(string Text, short[] Codes, string? Problem, int Field);
}
