using System.Text;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.Import.SideFiles;

/// <summary>Reads one comparison table. Every problem becomes a finding, so that all are told at once; no cell is quoted, since a wrong file may hold records.</summary>
internal sealed class ComparisonTableFile(SideTable table, HeadingRow headings, FindingLog log, ComparisonColumns needed, bool mayHaveValues)
{
    private const string Measure = "measure";
    private const string Site = "site";
    private const string Period = "period";
    private const string Numerator = "numerator";
    private const string Denominator = "denominator";
    private const string Value = "value";

    private static readonly string[] Known = [Measure, Site, Period, Numerator, Denominator, Value];

    private bool readsValues;

    private string Listed => $"{needed switch { ComparisonColumns.Sites => Site, ComparisonColumns.Periods => Period, _ => $"{Site} and/or {Period}" }}, {Numerator} and {Denominator}{(mayHaveValues ? $" or {Value}" : "")}; {Measure} if there are several";

    /// <summary>The headings of the table, in the first sheet that has some of them.</summary>
    /// <exception cref="BrokenFileException">The file is empty, cannot be read or is no table.</exception>
    public static HeadingRow HeadingsOf(InputFile file, bool mayHaveValues)
    {
        var choice = new HeadingChoice(row => (SideTable.CountOf(row, [Numerator, Denominator]) == 2 || (mayHaveValues && row.PositionOf(Value) >= 0), SideTable.CountOf(row, Known)));
        var tables = file.Format == ExportFormat.Workbook ? new WorkbookExport(file).FindHeadings(choice).Tables : [new CsvExport(file).FindHeadings(choice)];
        return tables.OrderByDescending(row => SideTable.CountOf(row, Known)).FirstOrDefault()
            ?? throw new BrokenFileException("file-empty", "The workbook has no visible sheet with text.", "Save it again.");
    }

    /// <summary>The table and how many rows were read; the table only holds as long as no error is in the log.</summary>
    public (ComparisonTable? Table, long Rows) Read()
    {
        if (!CheckHeadings()) return (null, 0);
        var read = table.Rows();
        if (read.Count == 0) Add("table-empty", headings.Row, null, "The table has headings and no row.", "A row for each site, period or both.");
        var rows = read.Select(Row).ToList();
        CheckTwice(rows.OfType<ComparisonRow>());
        return (new ComparisonTable(table.File.SiteName, Has(Site), Has(Period), readsValues, [.. rows.OfType<ComparisonRow>()]), read.Count);
    }

    private bool CheckHeadings()
    {
        foreach (var same in headings.Texts.GroupBy(TextFolding.Fold, StringComparer.Ordinal).Where(same => same.Count() > 1 && Known.Contains(same.Key, StringComparer.Ordinal)))
            Add("table-heading-twice", headings.Row, same.Key, $"The heading '{same.Key}' is there more than once.", "One column of that name; rename or remove the others.");
        var twice = headings.Texts.Select(TextFolding.Fold).Where(text => Known.Contains(text, StringComparer.Ordinal)).GroupBy(text => text, StringComparer.Ordinal).Any(same => same.Count() > 1);
        var hasCounts = Has(Numerator) && Has(Denominator);
        readsValues = mayHaveValues && Has(Value);
        var missing = Missing(hasCounts).ToList();
        string[] others = [.. headings.Texts.Where(text => text.Length > 0 && !Known.Contains(TextFolding.Fold(text), StringComparer.Ordinal))];
        foreach (var name in missing)
            Add("table-column-missing", headings.Row, null, $"The table has no column '{name}'{Near(name, others)}", $"The headings {Listed}{(Has(Value) && !mayHaveValues ? $"; a table of a {Value} is for --chart xmr and --chart run" : "")}.");
        if (missing.Count > 0 || twice) return false;

        // Only now are they headings for sure, and no patient's record.
        if (others.Length > 0)
            Add("table-column-not-used", headings.Row, null, $"{(others.Length == 1 ? "A column is" : "Columns are")} not used: {string.Join(", ", others.Select(text => $"'{text}'"))}.",
                $"Nothing, if {(others.Length == 1 ? "it is" : "they are")} not needed; the columns that are read are {string.Join(", ", Known)}.", Severity.Information);
        if (readsValues && (Has(Numerator) || Has(Denominator)))
            Add("table-column-not-used", headings.Row, Value, $"The table has a column '{Value}' and counts as well; the values are charted and the counts are not used.", $"Nothing, if that is meant; otherwise remove the column '{Value}'.", Severity.Warning);
        if (!readsValues && Has(Value))
            Add("table-column-not-used", headings.Row, Value, $"The column '{Value}' is not used: what is compared is worked out from the counts.", "Nothing.", Severity.Information);
        return true;
    }

    private IEnumerable<string> Missing(bool hasCounts)
    {
        if (needed == ComparisonColumns.Sites && !Has(Site)) yield return Site;
        if (needed == ComparisonColumns.Periods && !Has(Period)) yield return Period;
        if (needed == ComparisonColumns.SitesOrPeriods && !Has(Site) && !Has(Period)) yield return $"{Site}' or '{Period}";
        if (readsValues || hasCounts) yield break;
        if (mayHaveValues && !Has(Numerator) && !Has(Denominator))
        {
            yield return Value;
            yield break;
        }

        if (!Has(Numerator)) yield return Numerator;
        if (!Has(Denominator)) yield return Denominator;
    }

    private ComparisonRow? Row(SideRow row)
    {
        var sound = true;
        void Wrong(string code, string? column, string message, string expected)
        {
            Add(code, row.Row, column, message, expected);
            sound = false;
        }

        if (row.Cells.Skip(headings.Texts.Count).Any(cell => cell.Length > 0))
        {
            Wrong("table-row-too-long", null, "The row has more cells than there are headings.", "As many cells as headings: numbers without separators of thousands and with a decimal point, and texts with the separator in quotes.");
            return null;
        }

        string Name(string column)
        {
            var text = string.Join(' ', Cell(row, column).Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (Has(column) && text.Length == 0) Wrong("table-name-blank", column, $"The {column} is blank.", $"The {column} of every row; or no such column.");
            if (column != Measure && SiteTable.IsReserved(text))
                Wrong("table-row-pooled", column, $"The row is a total over every {column}, whose cases would be counted twice.", "Single sites and periods only: remove the row, the totals are worked out.");
            return text;
        }

        double? Count(string column)
        {
            var text = Cell(row, column);
            if (text.Length > 0 && Read(text) is { } number && number >= 0 && number == Math.Floor(number)) return number;
            Wrong("table-count-not-read", column, text.Length == 0 ? $"The {column} is blank." : $"The {column} is no whole number from 0.", $"A whole number without separators, such as 1234; a {Denominator} of 0 where there were no cases.");
            return null;
        }

        var (measure, site, period) = (Name(Measure), Name(Site), Name(Period));
        double? numerator = null, denominator = null, value = null;
        if (readsValues)
        {
            value = Read(Cell(row, Value));
            if (value is null && Cell(row, Value).Length > 0) Wrong("table-value-not-read", Value, "The value is no number.", "A number with a decimal point, such as 48.5; or a blank cell where there is none.");
        }
        else
        {
            (numerator, denominator) = (Count(Numerator), Count(Denominator));
            if (numerator > denominator) Wrong("table-count-impossible", Numerator, $"The {Numerator} is larger than the {Denominator}.", $"A {Numerator} of at most the {Denominator} of its row; look whether the columns are the wrong way round.");
        }

        return sound ? new ComparisonRow(row.Row, measure, site, period, numerator, denominator, value) : null;
    }

    private void CheckTwice(IEnumerable<ComparisonRow> rows)
    {
        string[] key = [.. new[] { Measure, Site, Period }.Where(Has)];
        foreach (var same in rows.GroupBy(row => (row.Measure, row.Site, row.Period)).Where(same => same.Count() > 1))
            log.Add(table.File.Index, new Finding("table-row-twice", Severity.Error, new Place(table.File.Path, table.Sheet, same.Skip(1).First().Row),
                FormattableString.Invariant($"The row has the same {string.Join(", ", key)} as row {same.First().Row}."), "One row for each; nobody can say which one holds.")
            {
                Occurrences = same.Count() - 1,
                ExampleRows = [.. same.Skip(1).Select(row => row.Row).Take(5)],
            });
    }

    private bool Has(string column) => table.ColumnOf(column) >= 0;

    private string Cell(SideRow row, string column) => table.ColumnOf(column) is var at && at >= 0 && at < row.Cells.Count ? row.Cells[at].Trim() : "";

    private static double? Read(string text) => NumberText.TryRead(Encoding.UTF8.GetBytes(text), '.', out var number) ? number : null;

    // Only what is near a heading is named: other cells may be a patient's record.
    private static string Near(string name, string[] others) => NearestName.Hint(name, others) is { Length: > 0 } hint ? hint : ".";

    private void Add(string code, long row, string? column, string message, string expected, Severity severity = Severity.Error) =>
        log.Add(table.File.Index, code, severity, new Place(table.File.Path, table.Sheet, row, column), message, expected);
}
