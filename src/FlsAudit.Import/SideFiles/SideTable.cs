using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Passes;
using FlsAudit.Import.Rows;

namespace FlsAudit.Import.SideFiles;

/// <summary>A row of a sites or caseload file.</summary>
internal sealed record SideRow(long Row, IReadOnlyList<string> Cells);

/// <summary>A small table beside the exports, read whole, its columns found by folded heading.</summary>
internal sealed class SideTable(InputFile file, HeadingRow headings)
{
    public InputFile File => file;

    public string? Sheet => headings.Sheet;

    /// <summary>The position of a column, or -1.</summary>
    public int ColumnOf(string heading) => headings.PositionOf(heading);

    /// <summary>Rows that are not blank.</summary>
    public IReadOnlyList<SideRow> Rows() =>
        [.. ExportPart.RowsOf(file, headings, () => new TextRows(), 1, _ => { }, (_, _) => { }).Where(row => row.Cells.Any(cell => cell.Length > 0))];

    /// <summary>How many of the headings are there.</summary>
    public static int CountOf(HeadingRow headings, IEnumerable<string> names) => names.Count(name => headings.PositionOf(name) >= 0);

    private sealed class TextRows : IRowVisitor<SideRow>
    {
        public SideRow Visit<TCells>(TCells cells)
            where TCells : ICells
        {
            var texts = new string[cells.Count];
            for (var i = 0; i < texts.Length; i++) texts[i] = TextEncodings.Decode(cells.At(i).Text, TextEncodings.Windows1252);
            return new SideRow(cells.Row, texts);
        }
    }
}
