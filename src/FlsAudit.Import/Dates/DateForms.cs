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
        }

        return true;
    }

    /// <summary>What all threads found, one entry per column.</summary>
    public static IReadOnlyList<(DateEvidence Evidence, ValueProblemRows Either)> Merged(IReadOnlyCollection<DateForms> all, int columns) =>
        [.. Enumerable.Range(0, columns).Select(i => Column(all, i))];

    private static (DateEvidence Evidence, ValueProblemRows Either) Column(IReadOnlyCollection<DateForms> all, int column)
    {
        long Count(DateForm form) => all.Sum(forms => forms.counts[(column * Forms) + (int)form]);
        var rows = new ValueProblemRows();
        foreach (var forms in all) rows.Merge(forms.either[column]);
        return (new DateEvidence(Count(DateForm.Iso), Count(DateForm.Native), Count(DateForm.DayFirst), Count(DateForm.MonthFirst), Count(DateForm.Either),
            Count(DateForm.Same), Count(DateForm.Unreadable)), rows);
    }
}
