namespace FlsAudit.Model;

/// <summary>Why a row of the input did not become a record.</summary>
public enum RowFate
{
    /// <summary>It became a record.</summary>
    Used,

    /// <summary>A later submission of the same record replaced it, or the user asked for a wash-out and it is an episode that was recorded again.</summary>
    Duplicate,

    /// <summary>It could not be placed at all.</summary>
    Rejected,

    /// <summary>Its fracture date is outside the dates asked for, or after the as-at date.</summary>
    OutOfRange,
}

/// <summary>A row that was read and not used, and why.</summary>
/// <param name="Place">File, sheet and row.</param>
/// <param name="Fate">Duplicate, rejected or out of range.</param>
/// <param name="Reason">One sentence without any value of the row.</param>
/// <param name="Cells">The row itself, only when the user asked for values or for rows to correct.</param>
public sealed record RejectedRow(Place Place, RowFate Fate, string Reason, IReadOnlyList<string>? Cells = null);

/// <summary>What became of the rows of one file. The four fates add up to the rows read; blank rows are not read.</summary>
/// <param name="File">Path relative to the input.</param>
/// <param name="Used">Rows that became records.</param>
/// <param name="Duplicate">Rows that a later submission replaced, or that a wash-out took for an episode recorded again.</param>
/// <param name="Rejected">Rows that could not be placed.</param>
/// <param name="OutOfRange">Rows outside the dates asked for.</param>
public sealed record Reconciliation(string File, long Used, long Duplicate, long Rejected, long OutOfRange)
{
    /// <summary>Rows read, as counted by the reader itself and not as the sum of the fates.</summary>
    public required long Read { get; init; }

    /// <summary>Whether the fates account for every row read.</summary>
    public bool AddsUp => Used + Duplicate + Rejected + OutOfRange == Read;

    /// <summary>The sum over files.</summary>
    public static Reconciliation Total(IEnumerable<Reconciliation> files)
    {
        long used = 0, duplicate = 0, rejected = 0, outOfRange = 0, read = 0;
        foreach (var file in files)
        {
            used += file.Used;
            duplicate += file.Duplicate;
            rejected += file.Rejected;
            outOfRange += file.OutOfRange;
            read += file.Read;
        }

        return new Reconciliation("All", used, duplicate, rejected, outOfRange) { Read = read };
    }
}
