using System.Collections.Concurrent;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>Counts records by the last day that any of their dates shows.</summary>
internal sealed class LastDays(ImportRequest request)
{
    // Five records are no accident in a small file; in a large one mistyped years are, so there it is one record in two hundred.
    private const int FewestRecords = 5;
    private const int OneIn = 200;

    private readonly BatchLayout layout = new(request.Dictionary.Fields.Where(field => field.Type == FieldType.Date));
    private readonly SortedDictionary<int, long> records = [];

    /// <summary>The last day that enough records have a date on or after; null without any date.</summary>
    public int? Suggestion
    {
        get
        {
            var dated = records.Values.Sum();
            var wanted = Math.Min(dated, Math.Max(FewestRecords, dated / OneIn));
            var seen = 0L;
            foreach (var (day, count) in records.Reverse())
            {
                seen += count;
                if (seen >= wanted) return day;
            }

            return null;
        }
    }

    /// <summary>Adds the records of a file; a broken file adds nothing.</summary>
    public void Add(InspectedFile file, Action<long> progress)
    {
        var readers = new ConcurrentBag<DayReader>();
        try
        {
            foreach (var part in file.Parts)
            {
                var plan = part.Plan(request.Dictionary, layout);
                DayReader NewReader()
                {
                    var reader = new DayReader(plan);
                    readers.Add(reader);
                    return reader;
                }

                foreach (var _ in part.Rows(NewReader, request.Workers, progress, (_, _) => { }))
                {
                    // The visits are what counts.
                }
            }
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            return;
        }

        foreach (var (day, count) in readers.SelectMany(reader => reader.Days)) records[day] = records.GetValueOrDefault(day) + count;
    }

    private sealed class DayReader(RecordPlan plan) : IRowVisitor<bool>
    {
        private readonly ColumnReader[] readers = plan.NewReaders();
        private readonly RecordBatch batch = plan.NewBatch(1);
        private readonly RowShape shape = new(plan);

        public Dictionary<int, long> Days { get; } = [];

        public bool Visit<TCells>(TCells cells)
            where TCells : ICells
        {
            if (shape.Check(cells) != RejectReason.None) return false;
            foreach (var reader in readers)
            {
                var cell = cells.At(reader.Column);
                reader.Read(cell, batch, 0, cells.Row);
            }

            var last = Missing.Date;
            for (var slot = 0; slot < batch.Layout.Fields.Count; slot++) last = Math.Max(last, batch.Dates(slot)[0]);
            if (last == Missing.Date) return false;
            Days[last] = Days.GetValueOrDefault(last) + 1;
            return true;
        }
    }
}
