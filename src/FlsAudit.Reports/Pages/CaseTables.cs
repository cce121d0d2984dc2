using System.Globalization;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Pages;

/// <summary>The worked cases of a measure as tables, without the columns that no case fills.</summary>
internal static class CaseTables
{
    public static IReadOnlyList<PageTable> Of(MeasureDefinition measure) =>
        [.. new[] { Records(measure), Values(measure) }.OfType<PageTable>()];

    /// <summary>The worked cases of a breakdown; null when it has none.</summary>
    public static PageTable? Of(Breakdown breakdown) => breakdown.Cases.Count == 0 ? null : Of("Worked cases", breakdown.Cases, recorded: true);

    private static PageTable? Records(MeasureDefinition measure) => measure.Cases.Count == 0
        ? null
        : Of(measure.ReadsRecords ? "Worked cases: a record each" : "Worked cases: an answer each", measure.Cases, measure.ReadsRecords);

    private static PageTable Of(string caption, IReadOnlyList<WorkedCase> cases, bool recorded)
    {
        var fields = ColumnOrder.Of(cases.Select(worked => worked.Values.Keys));
        List<(string Name, Func<WorkedCase, string> Cell)> columns =
        [
            ("part", worked => worked.Part),
            .. fields.Select(field => (field, (Func<WorkedCase, string>)(worked => worked.Values.GetValueOrDefault(field, "")))),
            ("as_at", worked => recorded ? DateOnly.FromDayNumber(worked.AsAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""),
            ("gap", worked => worked.ExpectedGap?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("expect", worked => worked.Expected),
            ("why", worked => worked.Why),
        ];
        return Filled(caption, columns, cases);
    }

    private static PageTable? Values(MeasureDefinition measure)
    {
        var cases = measure.ValueCases;
        if (cases.Count == 0) return null;
        List<(string Name, Func<ValueCase, string> Cell)> columns =
        [
            .. ColumnOrder.Of(cases.Select(worked => worked.Inputs.Keys)).Select(name => (name, (Func<ValueCase, string>)(worked => worked.Inputs.GetValueOrDefault(name, "")))),
            .. ColumnOrder.Of(cases.Select(worked => worked.Expected.Keys)).Select(name => (name, (Func<ValueCase, string>)(worked => worked.Expected.GetValueOrDefault(name, "")))),
            ("why", worked => worked.Why),
        ];
        return Filled("Value cases: what follows from counts", columns, cases);
    }

    private static PageTable Filled<T>(string caption, IEnumerable<(string Name, Func<T, string> Cell)> columns, IReadOnlyList<T> cases)
    {
        List<(string Name, Func<T, string> Cell)> filled = [.. columns.Where(column => cases.Any(worked => column.Cell(worked).Length > 0))];
        return new PageTable(
            caption, [.. filled.Select(column => column.Name)], [.. cases.Select(worked => (IReadOnlyList<string>)[.. filled.Select(column => column.Cell(worked))])]);
    }
}
