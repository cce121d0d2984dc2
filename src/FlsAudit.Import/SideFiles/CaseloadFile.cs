using System.Globalization;
using System.Text;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.SideFiles;

/// <summary>Reads caseload files: <c>site,period,group,expected,basis</c>, the last optional.</summary>
internal static class CaseloadFile
{
    private static readonly string[] Groups = ["all", "hip", "spine", "non-spine", "non-hip"];

    public static SideHeadings Headings { get; } = new("caseload", ["site", "period", "group", "expected"], ["basis"]);

    /// <summary>
    /// The rows of a file. A row that cannot be read is left out with a finding; so are all rows that give the same site, period and group,
    /// because nobody can say which one holds.
    /// </summary>
    public static IReadOnlyList<CaseloadRow> Read(SideTable table, SiteNames sites, FindingLog log)
    {
        var rows = new List<(long Row, CaseloadRow Caseload)>();
        foreach (var row in table.Rows())
            if (Row(table, row, sites, log) is { } caseload) rows.Add((row.Row, caseload));

        var kept = new List<CaseloadRow>();
        foreach (var same in rows.GroupBy(row => (row.Caseload.Site, row.Caseload.Period, row.Caseload.Group)))
        {
            if (same.Count() == 1)
            {
                kept.Add(same.First().Caseload);
                continue;
            }

            log.Add(table.File.Index, new Finding("caseload-twice", Severity.Error, new Place(table.File.Path, table.Sheet, same.First().Row),
                $"The caseload of '{same.Key.Site}', period {same.Key.Period}, group {same.Key.Group}, is given more than once and not used.", "One row for each site, period and group.")
            {
                Occurrences = same.Count(),
                ExampleRows = [.. same.Select(row => row.Row).Take(5)],
            });
        }

        return kept;
    }

    private static CaseloadRow? Row(SideTable table, SideRow row, SiteNames sites, FindingLog log)
    {
        string Cell(string heading) => table.ColumnOf(heading) is var column && column >= 0 && column < row.Cells.Count ? row.Cells[column] : "";
        CaseloadRow? Wrong(string code, string heading, string message, string expected)
        {
            log.Add(table.File.Index, code, Severity.Error, new Place(table.File.Path, table.Sheet, row.Row, heading), message, expected);
            return null;
        }

        var group = TextFolding.Fold(Cell("group"));
        var period = Cell("period");
        if (Cell("site").Length == 0) return Wrong("caseload-site-blank", "site", "A caseload row names no site.", "The site as the exports or the sites file spell it.");
        if (!IsPeriod(period))
            return Wrong("caseload-period-not-read", "period", $"'{period}' is no period.", "A label such as 2025-Q1, 2025/26-Q1, 2025-03 or 2025, days such as 2016-01-01/2018-01-31, or All.");
        if (!Groups.Contains(group, StringComparer.Ordinal))
            return Wrong("caseload-group-unknown", "group", $"'{Cell("group")}' is no caseload group{NearestName.Hint(group, Groups)}", $"One of {string.Join(", ", Groups)}.");
        if (!NumberText.TryRead(Encoding.UTF8.GetBytes(Cell("expected")), '.', out var expected) || expected < 0)
            return Wrong("caseload-expected-not-read", "expected", $"'{Cell("expected")}' is no number of fractures.", "A number that is not negative, such as 1500.");
        var label = string.Equals(period, "all", StringComparison.OrdinalIgnoreCase) ? "All" : period;
        return new CaseloadRow(sites.NameOf(Cell("site")), label, group, expected, Cell("basis"));
    }

    private static bool IsPeriod(string text)
    {
        if (string.Equals(text, "all", StringComparison.OrdinalIgnoreCase) || Period.TryParse(text, out _)) return true;
        var days = text.Split('/');
        return days.Length == 2 && IsDay(days[0], out var first) && IsDay(days[1], out var last) && first <= last;
    }

    private static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
