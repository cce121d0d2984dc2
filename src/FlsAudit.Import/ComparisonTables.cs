using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>What reading a comparison table gave.</summary>
/// <param name="Table">Null when there is an error, so that no row is ever left out in silence.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Findings">All problems together, and what was not used; by place.</param>
public sealed record ComparisonReading(ComparisonTable? Table, long Rows, IReadOnlyList<Finding> Findings);

/// <summary>
/// The one reader of tables that somebody else counted: <c>site</c> and/or <c>period</c>, <c>numerator</c> and <c>denominator</c> or <c>value</c>, and
/// <c>measure</c> if there are several. As exports they may be text with any separator and encoding, or workbooks, with titles above the headings.
/// </summary>
public static class ComparisonTables
{
    /// <summary>Reads a table.</summary>
    /// <param name="path">The file, or <see cref="StandardInput.Mark"/>.</param>
    /// <param name="needed">The columns that it cannot do without.</param>
    /// <param name="mayHaveValues">Whether a column of values may stand for the counts.</param>
    /// <param name="standardInput">Where the copy of standard input is; null when the mark stands for a file of that name.</param>
    public static ComparisonReading Read(string path, ComparisonColumns needed, bool mayHaveValues, string? standardInput = null)
    {
        var log = new FindingLog();
        using var spool = new SpooledFiles();
        var rows = 0L;
        ComparisonTable? table = null;
        var files = InputFiles.List([path], log, spool, standardInput);
        foreach (var file in files.Where(file => file.Format != ExportFormat.Other).Take(1))
        {
            try
            {
                var headings = ComparisonTableFile.HeadingsOf(file, mayHaveValues);
                var reader = new ComparisonTableFile(new SideTable(file, headings), headings, log, needed, mayHaveValues);
                (table, rows) = reader.Read();
            }
            catch (Exception e) when (BrokenFileException.Covers(e))
            {
                log.Add(file.Index, BrokenFileException.FindingAbout(e, file.Path));
            }
        }

        if (files.Count > 1)
            log.Add(0, "table-of-several", Severity.Error, new Place(files[0].Path), "A folder or an archive with several files was given.", "One table: name the file.");
        var findings = log.InOrder();
        return new ComparisonReading(findings.Any(finding => finding.Severity == Severity.Error) ? null : table, rows, findings);
    }
}
