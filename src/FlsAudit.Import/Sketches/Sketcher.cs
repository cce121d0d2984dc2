using System.Collections.Concurrent;
using System.Text;
using System.Text.Unicode;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Identifiers;
using FlsAudit.Import.Passes;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.Import.Sketches;

/// <summary>Looks at every cell of a table without a profile. One thread uses it.</summary>
internal sealed class Sketcher : IRowVisitor<bool>
{
    private static readonly int Forms = Enum.GetValues<DateForm>().Length;

    private readonly HeadingRow headings;
    private readonly Column[] columns;
    private bool isUtf8 = true;

    private Sketcher(HeadingRow headings)
    {
        this.headings = headings;
        columns = [.. headings.Texts.Select(_ => new Column())];
    }

    /// <summary>Sketches a table.</summary>
    /// <exception cref="BrokenFileException">The file is not sound.</exception>
    public static ExportSketch Of(InputFile file, HeadingRow headings, IdentifierWords words, int workers)
    {
        var all = new ConcurrentBag<Sketcher>();
        Sketcher New()
        {
            var sketcher = new Sketcher(headings);
            all.Add(sketcher);
            return sketcher;
        }

        foreach (var _ in ExportPart.RowsOf(file, headings, New, workers, _ => { }, (_, _) => { }))
        {
            // The visits are what counts.
        }

        var columns = headings.Texts.Select((heading, i) => Merged(heading, words, [.. all.Select(sketcher => sketcher.columns[i])]));
        return new ExportSketch(file.Path, headings.Row, file.Format == ExportFormat.Workbook, headings.Separator, all.All(sketcher => sketcher.isUtf8), [.. columns]);
    }

    public bool Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        if (cells.CanShift && cells.Count != headings.Texts.Count) return false;
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = cells.At(i);
            if (cell.IsEmpty) continue;
            isUtf8 = isUtf8 && Utf8.IsValid(cell.Text);
            columns[i].Add(cell);
        }

        return true;
    }

    private static ColumnSketch Merged(string heading, IdentifierWords words, Column[] parts)
    {
        long Count(DateForm form) => parts.Sum(part => part.Dates[(int)form]);
        var texts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (text, rows) in parts.SelectMany(part => part.Texts)) texts[text] = texts.GetValueOrDefault(text) + rows;
        var isFreeText = parts.Any(part => part.IsFreeText) || texts.Count > ColumnSketch.MostTexts;
        SharedText[] shared =
        [
            .. texts.Where(text => !isFreeText && text.Value >= ColumnSketch.FewestSharing)
                .Select(text => new SharedText(text.Key, text.Value))
                .OrderByDescending(text => text.Rows)
                .ThenBy(text => text.Text, StringComparer.Ordinal),
        ];
        var dates = new DateEvidence(Count(DateForm.Iso), Count(DateForm.NativeEither) + Count(DateForm.NativeSame) + Count(DateForm.NativeLate), Count(DateForm.DayFirst), Count(DateForm.MonthFirst), Count(DateForm.Either), Count(DateForm.Same), Count(DateForm.Unreadable));
        return new ColumnSketch(heading.Trim(), parts.Sum(part => part.Filled), dates, parts.Sum(part => part.Numbers), parts.Sum(part => part.Commas), parts.Sum(part => part.Points), shared)
        {
            IsFreeText = isFreeText,
            IdentifiesPatients = words.KindOf(heading) is not null || (!isFreeText && ArePersonal(texts)),
        };
    }

    // Options are words as names are, and dates are looked at elsewhere.
    private static bool ArePersonal(Dictionary<string, long> texts)
    {
        var counts = new IdentifierCounts();
        foreach (var (text, rows) in texts)
        {
            counts.Add(PersonalIdentifiers.KindOf(text) is var kind and not (IdentifierKind.Name or IdentifierKind.DateOfBirth) ? kind : null, rows);
        }

        return counts.IsMost;
    }

    private sealed class Column
    {
        private readonly SpanCache<Counter> known = new();

        public long[] Dates { get; } = new long[Forms];

        public long Filled { get; private set; }

        public long Numbers { get; private set; }

        public long Commas { get; private set; }

        public long Points { get; private set; }

        public bool IsFreeText { get; private set; }

        public Dictionary<string, Counter> Counters { get; } = new(StringComparer.Ordinal);

        public IEnumerable<KeyValuePair<string, long>> Texts => Counters.Select(counter => KeyValuePair.Create(counter.Key, counter.Value.Rows));

        public void Add(in Cell cell)
        {
            Filled++;
            Dates[(int)DateText.FormOf(cell)]++;
            if (NumberText.TryRead(cell, '.', out _) || NumberText.TryRead(cell, ',', out _))
            {
                Numbers++;
                if (cell.Kind == CellKind.Text && cell.Text.Contains((byte)',')) Commas++;
                else if (cell.Text.Contains((byte)'.')) Points++;
            }

            if (!IsFreeText) Count(cell.Text);
        }

        private void Count(ReadOnlySpan<byte> bytes)
        {
            if (!known.TryGet(bytes, out var counter))
            {
                var text = TextEncodings.Decode(bytes, TextEncodings.Windows1252).Trim();
                if (!Counters.TryGetValue(text, out counter)) Counters.Add(text, counter = new Counter());
                known.Keep(bytes, counter);
                if (Counters.Count > ColumnSketch.MostTexts)
                {
                    IsFreeText = true;
                    Counters.Clear();
                    return;
                }
            }

            counter.Rows++;
        }
    }

    private sealed class Counter
    {
        public long Rows { get; set; }
    }
}
