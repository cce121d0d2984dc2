using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs;

/// <summary>A row that became no record, as one line for a terminal.</summary>
public static class RowLine
{
    /// <summary>Where, what became of it, and why.</summary>
    public static string Of(RejectedRow row) => $"{RecordName.AtRow(row.Place, row.Place.Row ?? 0)}: {Fate(row.Fate)}{row.Reason}";

    private static string Fate(RowFate fate) => fate switch
    {
        RowFate.OutOfRange => "out of range. ",
        RowFate.Rejected => "rejected. ",
        // The reason names the row that replaced it.
        _ => "",
    };
}
