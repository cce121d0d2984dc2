using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Passes;

namespace FlsAudit.Import.Rows;

/// <summary>Notes which columns hold any value at all.</summary>
internal sealed class OccupiedColumns : IRowVisitor<bool>
{
    // Threads write only true, so they need no turn.
    private readonly bool[] occupied;
    private readonly MissingTexts missing;

    private OccupiedColumns(ProfileMatch match)
    {
        occupied = new bool[match.Headings.Texts.Count];
        missing = new MissingTexts(match.Profile.MissingTexts, TextEncodings.Fallback(match.Profile.Encoding));
    }

    public static OccupiedColumns Of(InputFile file, ProfileMatch match, int workers)
    {
        var columns = new OccupiedColumns(match);
        foreach (var _ in ExportPart.RowsOf(file, match.Headings, () => columns, workers, _ => { }, (_, _) => { }))
        {
            // The visits are what counts.
        }

        return columns;
    }

    public bool Contains(int column) => occupied[column];

    public bool Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        for (var i = 0; i < occupied.Length; i++)
        {
            if (occupied[i]) continue;
            var text = cells.At(i).Text;
            if (!text.IsEmpty && !missing.Contains(text)) occupied[i] = true;
        }

        return true;
    }
}
