using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Identifiers;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>What may be worth knowing of a row that was read.</summary>
internal enum RowRemark
{
    /// <summary>It has quotes inside a cell that are not doubled.</summary>
    StrayQuote,

    /// <summary>The spreadsheet program does not show it.</summary>
    Hidden,
}

/// <summary>A text file with records, or one worksheet with records.</summary>
/// <param name="Number">Its place in the order of submission, over all files.</param>
/// <param name="File">The file.</param>
/// <param name="Match">Its profile and where the columns are.</param>
/// <param name="Columns">The position of each column of the profile, or -1.</param>
internal sealed record ExportPart(int Number, InputFile File, ProfileMatch Match, IReadOnlyList<int> Columns)
{
    public string? Sheet => Match.Headings.Sheet;

    /// <summary>How the dates of each column of dates are read, by position; what was decided from the data before any record is read.</summary>
    public IReadOnlyList<DateColumnUse> Dates { get; init; } = [];

    public RegistryProfile Profile => Match.Profile;

    /// <summary>The columns that say who patients are; null when nobody looked for them.</summary>
    public IdentifyingColumns? Identifying { get; init; }

    /// <summary>How the dates of a column are read.</summary>
    public DateRule DateRuleAt(int position)
    {
        foreach (var column in Dates)
            if (column.Column == position + 1) return new DateRule(column.Order, column.IsHalfConverted);
        return new DateRule(Profile.DateOrder);
    }

    /// <summary>The heading of the column that feeds a field; null when there is none.</summary>
    public string? HeadingOf(string field) =>
        Enumerable.Range(0, Columns.Count).Where(i => Columns[i] >= 0 && Profile.Columns[i].Fields.Any(mapping => mapping.Field == field))
            .Select(i => Match.Headings.Texts[Columns[i]]).FirstOrDefault();

    public RecordPlan Plan(FieldDictionary dictionary, BatchLayout layout) => new(this, dictionary, layout);

    /// <summary>Where its records come from.</summary>
    public Place Place => new(File.Path, Sheet);

    /// <summary>A row of it, for people.</summary>
    public string NameOf(long row) => FormattableString.Invariant($"{File.Path}{(Sheet is null ? "" : $" sheet '{Sheet}'")} row {row}");

    /// <summary>Shows every row to visitors, one per thread, and gives their results in row order.</summary>
    /// <exception cref="BrokenFileException">The file is not sound.</exception>
    public IEnumerable<TResult> Rows<TResult>(Func<IRowVisitor<TResult>> newVisitor, int workers, Action<long> progress, Action<RowRemark, long> remark) =>
        RowsOf(File, Match.Headings, newVisitor, workers, progress, remark);

    /// <summary>The rows of any table, as <see cref="Rows"/>.</summary>
    public static IEnumerable<TResult> RowsOf<TResult>(
        InputFile file, HeadingRow headings, Func<IRowVisitor<TResult>> newVisitor, int workers, Action<long> progress, Action<RowRemark, long> remark) =>
        file.Format == ExportFormat.Workbook
            ? new WorkbookExport(file).Rows(headings, newVisitor(), progress, row => remark(RowRemark.Hidden, row))
            : new CsvExport(file).Rows(headings, newVisitor, workers, progress, row => remark(RowRemark.StrayQuote, row));
}
