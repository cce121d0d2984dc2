using System.Text;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;

namespace FlsAudit.Import.Rows;

/// <summary>Looks at a row before its values: whether it is blank, and whether its cells stand under their headings.</summary>
internal sealed class RowShape(RecordPlan plan)
{
    private readonly int[] mapped = plan.MappedCells;
    private readonly MissingTexts missing = plan.Missing;
    private readonly int headings = plan.HeadingCount;
    private readonly int reason = plan.ReasonColumn;

    /// <summary>Whether every mapped cell is blank, or says that nothing was recorded.</summary>
    public bool IsBlank<TCells>(TCells cells)
        where TCells : ICells
    {
        foreach (var column in mapped)
        {
            var cell = cells.At(column);
            if (!cell.IsEmpty && !missing.Contains(cell.Text)) return false;
        }

        return true;
    }

    /// <summary>
    /// What is wrong with the row as a whole, if anything: it stands for several rows, it is the headings once more, or its number of cells is not theirs. Cells past the headings are no harm while they are empty. A row for correction that still gives
    /// the reason why it was rejected is not corrected yet.
    /// </summary>
    public RejectReason Check<TCells>(TCells cells)
        where TCells : ICells
    {
        if (reason >= 0 && !cells.At(reason).IsEmpty) return RejectReason.NotCorrected;
        if (cells.SwallowsRows(headings)) return RejectReason.QuoteSwallowsRows;
        if (RepeatsHeadings(cells)) return RejectReason.HeadingsRepeated;
        if (!cells.CanShift || cells.Count == headings) return RejectReason.None;
        if (cells.Count < headings) return RejectReason.TooFewCells;
        for (var i = headings; i < cells.Count; i++)
            if (!cells.At(i).IsEmpty) return RejectReason.TooManyCells;
        return RejectReason.None;
    }

    private bool RepeatsHeadings<TCells>(TCells cells)
        where TCells : ICells
    {
        foreach (var column in mapped)
            if (!IsHeading(cells.At(column).Text, plan.Headings[column])) return false;
        return mapped.Length > 0;
    }

    private bool IsHeading(ReadOnlySpan<byte> text, string heading) =>
        Ascii.IsValid(text)
            ? Ascii.EqualsIgnoreCase(text, heading)
            : string.Equals(TextFolding.Fold(TextEncodings.Decode(text, plan.Fallback)), TextFolding.Fold(heading), StringComparison.Ordinal);
}
