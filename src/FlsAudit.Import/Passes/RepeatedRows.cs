using FlsAudit.Import.Cells;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>The used rows of one part that say the same as an earlier row, where the profile has no key.</summary>
internal sealed class RepeatedRows(PossibleDuplicates possible, ExportPart part)
{
    private readonly ValueProblemRows rows = new();
    private RowPlace earlier;

    public void Look(RowOutcome outcome)
    {
        if (possible.Look(new RowPlace(part.Number, outcome.Row), outcome.Hash) is not { } same) return;
        if (rows.Count == 0) earlier = same;
        rows.Add(outcome.Row);
    }

    /// <summary>What a person should know about it; nothing when no row is repeated.</summary>
    /// <param name="parts">All parts by number.</param>
    public IEnumerable<Finding> Findings(IReadOnlyDictionary<int, ExportPart> parts)
    {
        if (rows.Count > 0)
            yield return new Finding("possible-duplicate", Severity.Warning, new Place(part.File.Path, part.Sheet, rows.Examples[0]),
                $"Some rows say the same as an earlier row of their site in every column that the profile '{part.Profile.Name}' reads, the first of them the same as "
                    + $"{parts[earlier.Part].NameOf(earlier.Row)}. The layout has no record number, so nothing was dropped and each of them counts.",
                "Each fracture once. Compare the rows: if they are one fracture, remove one in the registry and export again, or use an export with a record number.")
            { Occurrences = rows.Count, ExampleRows = rows.Examples };
        if (possible.StoppedAt is { } stopped && stopped.Part == part.Number)
            yield return new Finding("possible-duplicates-not-all-looked-at", Severity.Information, new Place(part.File.Path, part.Sheet, stopped.Row),
                FormattableString.Invariant($"From this row on, also in later files, rows without a record number were not compared with others: {possible.Limit:N0} different rows came before it, and no more are held."),
                "An export with a record number, which has no such limit; or fewer files in one run.");
    }
}
