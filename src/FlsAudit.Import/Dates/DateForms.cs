using FlsAudit.Import.Cells;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.Import.Dates;

/// <summary>Counts the forms of the dates of some columns. One thread uses it.</summary>
/// <param name="plan">The sheet.</param>
/// <param name="columns">The positions of the columns.</param>
internal sealed class DateForms(RecordPlan plan, IReadOnlyList<int> columns) : IRowVisitor<bool>
{
    private static readonly int Forms = Enum.GetValues<DateForm>().Length;

    private readonly RowShape shape = new(plan);
    private readonly MissingTexts missing = plan.Missing;
    private readonly int[] positions = [.. columns];
    private readonly long[] counts = new long[columns.Count * Forms];
    private readonly ValueProblemRows[] either = [.. columns.Select(_ => new ValueProblemRows())];
    private readonly ValueProblemRows[] natives = [.. columns.Select(_ => new ValueProblemRows())];

    public bool Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        if (shape.Check(cells) != RejectReason.None) return false;
        for (var i = 0; i < positions.Length; i++)
        {
            var cell = cells.At(positions[i]);
            if (cell.IsEmpty) continue;
            var form = DateText.FormOf(cell);
            if (form == DateForm.Unreadable && missing.Contains(cell.Text)) continue;
            counts[(i * Forms) + (int)form]++;
            if (form == DateForm.Either) either[i].Add(cells.Row);
            else if (form == DateForm.NativeEither) natives[i].Add(cells.Row);
        }

        return true;
    }

    /// <summary>What all threads found, one entry per column.</summary>
    public static IReadOnlyList<DateCounts> Merged(IReadOnlyCollection<DateForms> all, int columns) =>
        [.. Enumerable.Range(0, columns).Select(i => Column(all, i))];

    private static DateCounts Column(IReadOnlyCollection<DateForms> all, int column)
    {
        long Count(DateForm form) => all.Sum(forms => forms.counts[(column * Forms) + (int)form]);
        var (either, natives) = (new ValueProblemRows(), new ValueProblemRows());
        foreach (var forms in all)
        {
            either.Merge(forms.either[column]);
            natives.Merge(forms.natives[column]);
        }

        var late = Count(DateForm.NativeLate);
        var evidence = new DateEvidence(Count(DateForm.Iso), Count(DateForm.NativeEither) + Count(DateForm.NativeSame) + late, Count(DateForm.DayFirst), Count(DateForm.MonthFirst),
            Count(DateForm.Either), Count(DateForm.Same), Count(DateForm.Unreadable))
        { NativeLate = late };
        return new DateCounts(evidence, either, natives);
    }
}

/// <summary>What a column of dates holds.</summary>
/// <param name="Evidence">How many dates of each form.</param>
/// <param name="Either">The rows whose texts can be read in two ways.</param>
/// <param name="Natives">The rows with a spreadsheet's own date that would be another day if day and month were exchanged.</param>
internal sealed record DateCounts(DateEvidence Evidence, ValueProblemRows Either, ValueProblemRows Natives);
