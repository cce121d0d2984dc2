using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>A row of a small table.</summary>
/// <param name="Row">As a spreadsheet program numbers it.</param>
/// <param name="Cells">The cells of the columns that were asked for, by their names; empty where there is none.</param>
public sealed record NamedRow(long Row, IReadOnlyDictionary<string, string> Cells);

/// <summary>A small table that people write beside the exports, csv or workbook, read whole by its headings.</summary>
/// <param name="Rows">Rows that are not blank.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
public sealed record NamedTable(IReadOnlyList<NamedRow> Rows, Finding? Problem)
{
    /// <summary>Reads a table; never throws because of what the file holds.</summary>
    /// <param name="name">What such a table is called, for the finding.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="required">Headings without which it is none, in small letters.</param>
    /// <param name="optional">Headings that it may have.</param>
    public static NamedTable Read(string name, string path, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var file = new InputFile(0, Path.GetFileName(path), Path.GetFullPath(path), InputFile.FormatOf(path));
        var wanted = new SideHeadings(name, required, optional);
        try
        {
            if (file.Format is not (ExportFormat.Text or ExportFormat.Workbook))
                throw new BrokenFileException("file-not-an-export", $"'{file.Path}' is not a kind of file that is read.", $"Give a {InputFiles.Extensions} file.");
            var choice = new HeadingChoice(headings => (wanted.AreIn(headings), wanted.FoundIn(headings)));
            IReadOnlyList<HeadingRow> tables = file.Format == ExportFormat.Workbook ? new WorkbookExport(file).FindHeadings(choice).Item1 : [new CsvExport(file).FindHeadings(choice)];
            var headings = tables.FirstOrDefault(wanted.AreIn)
                ?? throw new BrokenFileException("layout-not-recognised", $"The {name} file lacks the headings of one.", $"The headings {wanted.Listed}.", null, tables.Count > 0 ? tables[0].Row : null);
            var table = new SideTable(file, headings);
            var columns = required.Concat(optional).ToDictionary(heading => heading, table.ColumnOf, StringComparer.Ordinal);
            return new NamedTable(
                [.. table.Rows().Select(row => new NamedRow(row.Row, columns.ToDictionary(
                    column => column.Key, column => column.Value >= 0 && column.Value < row.Cells.Count ? row.Cells[column.Value].Trim() : "", StringComparer.Ordinal)))],
                null);
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            return new NamedTable([], BrokenFileException.FindingAbout(e, file.Path));
        }
    }
}
