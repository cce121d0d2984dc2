using FlsAudit.Analysis;
// The components of the page are public and take no internal type, so a row is a tuple: whether it is about all sites, and what a cell without a result says.
using CrossRow = (string Label, bool IsAll, System.Collections.Generic.IReadOnlyList<FlsAudit.Analysis.Result?> Cells, FlsAudit.Analysis.ResultStatus Without);

namespace FlsAudit.Reports.Wording;

/// <summary>Results over all periods in two directions: sites or measures downwards, categories or windows across.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="RowHeading">What the rows are.</param>
/// <param name="Columns">The headings of the cells.</param>
/// <param name="Rows">In order.</param>
internal sealed record CrossTable(string Caption, string RowHeading, IReadOnlyList<string> Columns, IReadOnlyList<CrossRow> Rows);
