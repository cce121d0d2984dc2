using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>What lists of records call a record, so that its site finds it again and nobody else learns who it is.</summary>
public static class RecordName
{
    /// <summary>The name of a record of a batch, as <see cref="Of(string?, Place, long)"/>; the row when the batch carries no ids.</summary>
    public static string Of(RecordBatch batch, int record) => Of(batch.RecordIds?[record], batch.Source, batch.Rows[record]);

    /// <summary>
    /// The record's id without white space around it; but <see cref="AtRow"/> when the id is blank, when it looks like a personal identifier
    /// (<see cref="PersonalIdentifiers.LooksLike"/>), or when it holds control characters, which do not print.
    /// </summary>
    /// <param name="id">The text of the field record_id; null when there is none.</param>
    /// <param name="source">The text file or worksheet that the record comes from.</param>
    /// <param name="row">Its row, as a spreadsheet program numbers it.</param>
    public static string Of(string? id, Place source, long row)
    {
        var name = id?.Trim() ?? "";
        return name.Length == 0 || name.Any(char.IsControl) || PersonalIdentifiers.LooksLike(name) ? AtRow(source, row) : name;
    }

    /// <summary>Where a record stands: <c>north.csv:17</c>, <c>north.xlsx[Data]:17</c>, or <c>row 17</c> when it comes from no file.</summary>
    public static string AtRow(Place source, long row) => source switch
    {
        { File: null } => FormattableString.Invariant($"row {row}"),
        { Sheet: null } => FormattableString.Invariant($"{source.File}:{row}"),
        _ => FormattableString.Invariant($"{source.File}[{source.Sheet}]:{row}"),
    };
}
