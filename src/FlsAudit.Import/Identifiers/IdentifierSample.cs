using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Rows;
using FlsAudit.Model;

namespace FlsAudit.Import.Identifiers;

/// <summary>
/// Looks at the first rows of a sheet and counts, column by column, the cells that look like personal identifiers. Names are not looked for in columns that feed
/// no field: option texts are words too. One thread uses it.
/// </summary>
internal sealed class IdentifierSample : IRowVisitor<bool>
{
    /// <summary>How many rows are looked at.</summary>
    public const int MostRows = 1_000;

    private const int MostCells = 500;

    // Nobody with a fragility fracture is younger than the one or older than the other, and hardly any other date lies so far back.
    private const int YoungestYears = 40;
    private const int OldestYears = 110;
    private const double DaysOfYear = 365.25;

    private readonly RecordPlan plan;
    private readonly int[] columns;
    private readonly IReadOnlySet<int> ids;
    private readonly int? asAt;
    private readonly int dateColumn;
    private readonly Dictionary<int, IdentifierCounts> counts = [];
    private int rows;

    /// <summary>A sample.</summary>
    /// <param name="plan">How the sheet is read.</param>
    /// <param name="columns">The positions to look at.</param>
    /// <param name="ids">Those of them that feed ids, in which names and dates count as well.</param>
    /// <param name="asAt">The day that stands for a fracture date that is missing; null when there is none.</param>
    public IdentifierSample(RecordPlan plan, IEnumerable<int> columns, IReadOnlySet<int> ids, int? asAt)
    {
        this.plan = plan;
        this.columns = [.. columns];
        this.ids = ids;
        this.asAt = asAt;
        dateColumn = plan.ColumnOf(FieldNames.FractureDate);
    }

    /// <summary>Whether further rows would not be looked at.</summary>
    public bool IsFull => rows >= MostRows;

    /// <summary>What was found in a column.</summary>
    public IdentifierCounts In(int column) => counts.GetValueOrDefault(column) ?? new IdentifierCounts();

    public bool Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        if (IsFull) return false;
        rows++;
        var reference = FractureDay(cells) ?? asAt;
        foreach (var column in columns)
        {
            var cell = cells.At(column);
            if (cell.IsEmpty || plan.Missing.Contains(cell.Text)) continue;
            if (!counts.TryGetValue(column, out var found)) counts[column] = found = new IdentifierCounts();
            if (found.Filled == MostCells) continue;
            found.Add(ids.Contains(column) ? PersonalIdentifiers.KindOf(TextOf(cell)) : KindOf(cell, column, reference));
        }

        return true;
    }

    private IdentifierKind? KindOf(in Cell cell, int column, int? reference)
    {
        if (cell.Kind == CellKind.Date) return IsBirth(cell, column, reference) ? IdentifierKind.DateOfBirth : null;
        return PersonalIdentifiers.KindOf(TextOf(cell)) switch
        {
            IdentifierKind.Name => null,
            IdentifierKind.DateOfBirth => IsBirth(cell, column, reference) ? IdentifierKind.DateOfBirth : null,
            var kind => kind,
        };
    }

    private bool IsBirth(in Cell cell, int column, int? reference) =>
        reference is { } day && DateText.TryRead(cell, plan.DateRuleAt(column), out var birth).WasRead()
        && (day - birth) / DaysOfYear is >= YoungestYears and <= OldestYears;

    private int? FractureDay<TCells>(TCells cells)
        where TCells : ICells
    {
        if (dateColumn < 0) return null;
        var cell = cells.At(dateColumn);
        return !cell.IsEmpty && DateText.TryRead(cell, plan.DateRuleAt(dateColumn), out var day).WasRead() ? day : null;
    }

    private string TextOf(in Cell cell) => TextEncodings.Decode(cell.Text, plan.Fallback);
}

/// <summary>How many cells of a column look like which personal identifier.</summary>
internal sealed class IdentifierCounts
{
    // With fewer, chance alone makes a column: one ten-digit number in eleven has the check digit of an NHS number.
    private const int FewestCells = 5;

    private readonly SortedDictionary<IdentifierKind, long> kinds = [];

    /// <summary>Cells that hold something.</summary>
    public long Filled { get; private set; }

    /// <summary>Cells that look personal.</summary>
    public long Personal => kinds.Values.Sum();

    /// <summary>Whether at least half of the cells, and enough of them, look personal.</summary>
    public bool IsMost => Filled >= FewestCells && Personal * 2 >= Filled;

    /// <summary>The kinds and how many cells look like each, the most frequent first, then in the order of the kinds.</summary>
    public IReadOnlyList<(IdentifierKind Kind, long Cells)> Kinds => [.. kinds.OrderByDescending(kind => kind.Value).Select(kind => (kind.Key, kind.Value))];

    public void Add(IdentifierKind? kind, long cells = 1)
    {
        Filled += cells;
        if (kind is { } found) kinds[found] = kinds.GetValueOrDefault(found) + cells;
    }
}
