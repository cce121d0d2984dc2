using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Where a table of results stands on its sheet.</summary>
/// <param name="FirstRow">The first row of results beneath the pooled one, where there is one.</param>
/// <param name="LastRow">The last row of results; before the first when there are none.</param>
/// <param name="Value">The column of the values.</param>
internal sealed record TablePlace(int FirstRow, int LastRow, int Value);

/// <summary>Writes results of one measure below one another.</summary>
/// <param name="measure">Of all rows.</param>
/// <param name="showsCounts">Whether counts before policy are released.</param>
internal sealed class ResultTable(MeasureDefinition measure, bool showsCounts)
{
    // A level in words is wider than a number.
    private double NumberWidth => measure.Kind == MeasureKind.Level && !measure.IsShare ? 14 : 10.5;

    /// <summary>Sets the widths of all columns that a table may have, and returns the last column.</summary>
    public int SetWidths(Sheet sheet)
    {
        sheet.Widths[0] = 34;
        var column = 0;
        foreach (var (_, width, _) in Columns(null, null).Concat(measure.IsShare ? Standing(null) : [])) sheet.Widths[++column] = width;
        return column;
    }

    /// <summary>Writes a heading, the column headings and the rows beneath what the sheet holds.</summary>
    public TablePlace Write(
        Sheet sheet, string heading, string nameHeading, IReadOnlyList<Result> rows, Func<Result, string> name, SiteComparison? funnel = null)
    {
        sheet.Add(CellStyle.Heading, heading);
        var headings = sheet.NextRow;
        var columns = Columns(funnel, rows.Count > 0 ? rows[^1] : null).ToList();
        sheet.Set(headings, 0, nameHeading, CellStyle.ColumnHeading with { Horizontal = "left" });
        for (var i = 0; i < columns.Count; i++) sheet.Set(headings, i + 1, columns[i].Heading, CellStyle.ColumnHeading);
        foreach (var result in rows)
        {
            var row = sheet.NextRow;
            var pooled = rows.Count > 1 && result == rows[0] && result is { Site: Result.All, Period: Result.All, Breakdown.Length: 0 };
            sheet.Set(row, 0, name(result), CellStyle.Body with { Bold = pooled, Wrap = true });
            for (var i = 0; i < columns.Count; i++)
            {
                var cell = columns[i].Cell(result);
                sheet.Set(row, i + 1, cell.Value, pooled ? cell.Style with { Bold = true } : cell.Style);
            }
        }

        sheet.Skip();
        var first = rows.Count > 0 && rows[0] is { Site: Result.All, Period: Result.All, Breakdown.Length: 0 } ? headings + 2 : headings + 1;
        return new TablePlace(first, headings + rows.Count, MeasureText.HasCounts(measure) ? 3 : 1);
    }

    private IEnumerable<(string Heading, double Width, Func<Result, SheetCell> Cell)> Columns(SiteComparison? funnel, Result? last)
    {
        var unit = last?.Unit ?? "percent";
        var (numerator, denominator) = MeasureText.CountHeadings(measure, last);
        if (MeasureText.HasCounts(measure))
        {
            yield return (numerator, NumberWidth, result => ResultCells.Count(result.Numerator));
            yield return (denominator, NumberWidth, result => ResultCells.Count(result.Denominator));
            yield return (MeasureText.ValueHeading(measure, unit), NumberWidth, result => ResultCells.Number(result.Value, result.Unit, unit));
        }

        if (measure.Kind == MeasureKind.Duration)
        {
            yield return ("Lower quartile", NumberWidth, result => ResultCells.Number(result.LowerQuartile, result.Unit));
            yield return ("Upper quartile", NumberWidth, result => ResultCells.Number(result.UpperQuartile, result.Unit));
        }

        if (MeasureText.HasLimits(measure))
        {
            yield return ("Lower 95 %", NumberWidth, result => ResultCells.Number(result.Limits95?.Lower, result.Unit));
            yield return ("Upper 95 %", NumberWidth, result => ResultCells.Number(result.Limits95?.Upper, result.Unit));
            yield return ("Lower 99.8 %", NumberWidth, result => ResultCells.Number(result.Limits998?.Lower, result.Unit));
            yield return ("Upper 99.8 %", NumberWidth, result => ResultCells.Number(result.Limits998?.Upper, result.Unit));
        }

        if (MeasureText.HasBands(measure)) yield return (measure.Bands is null ? "Level" : "Band", measure.Bands is null ? 18 : 11, result => ResultCells.BandCell(result.Band));
        yield return ("Status", 17, result => ResultCells.Text(Words.Of(result.Status)));
        if (showsCounts)
        {
            yield return ("Unknown", NumberWidth, result => Counted(result.PrintedCounts?.Unknown));
            yield return ("of which counted", NumberWidth, result => Counted(result.PrintedCounts is null ? null : result.UnknownCounted));
            yield return ("Not due", NumberWidth, result => Counted(result.PrintedCounts?.NotDue));
            yield return ("Excluded", NumberWidth, result => Counted(result.PrintedCounts?.Excluded));
            yield return ("Not in population", 11.5, result => Counted(result.PrintedCounts?.NotInPopulation));
        }

        if (funnel is null) yield break;
        foreach (var column in Standing(funnel)) yield return column;
    }

    private static IEnumerable<(string Heading, double Width, Func<Result, SheetCell> Cell)> Standing(SiteComparison? funnel)
    {
        var sites = funnel?.Sites.ToDictionary(site => site.Site, StringComparer.Ordinal) ?? [];
        yield return ("Against the funnel", 22, result => ResultCells.Text(
            sites.TryGetValue(result.Site, out var site) ? Words.Sentence(funnel!.HeadlineFlag(site)) : null));
        yield return ("z", 8, result => new SheetCell(
            !sites.TryGetValue(result.Site, out var site) ? null : funnel!.Tau2 > 0 ? site.AdjustedZ : site.Z, CellStyle.Body with { Format = "0.00" }));
    }

    private static SheetCell Counted(long? count) => new(count, CellStyle.Count);
}
