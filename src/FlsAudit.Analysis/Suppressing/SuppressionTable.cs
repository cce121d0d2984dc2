namespace FlsAudit.Analysis.Suppressing;

/// <summary>
/// Secondary suppression in a table of rows, whose sums are known, and columns with totals. A small count is safe when other tables agree with everything that
/// is shown and give it other values, over a range as wide as the policy's threshold. Such tables differ from the true one along cycles of suppressed cells,
/// which are the cycles of a network whose nodes are rows and columns (Cox 1980; Kelly, Golden and Assad 1992): the range is a greatest flow, and the cells to
/// suppress besides are those of a cheapest path. It is a proof for each small count, so no reasoning on the sums alone can find it.
/// </summary>
internal sealed class SuppressionTable
{
    private readonly IReadOnlyList<SuppressionCell> cells;
    private readonly int below;
    private readonly int columns;
    private readonly List<int>[] cellsOf;

    /// <param name="cells">All cells with a value; those that are withheld anyway are marked so. In a fixed order, which settles ties.</param>
    /// <param name="below">The threshold.</param>
    public SuppressionTable(IReadOnlyList<SuppressionCell> cells, int below)
    {
        this.cells = cells;
        this.below = below;
        columns = cells.Select(cell => cell.Column + 1).DefaultIfEmpty(0).Max();
        cellsOf = [.. Enumerable.Range(0, columns + cells.Select(cell => cell.Row + 1).DefaultIfEmpty(0).Max()).Select(_ => new List<int>())];
        for (var i = 0; i < cells.Count; i++)
        {
            cellsOf[cells[i].Column].Add(i);
            cellsOf[columns + cells[i].Row].Add(i);
        }
    }

    /// <summary>Suppresses cells until each small count has its range. False when the table cannot give it; then nothing of the table may be shown.</summary>
    /// <param name="isSmall">Whether a count of a cell is to be protected.</param>
    public bool Protect(Func<SuppressionCell, int, bool> isSmall)
    {
        int[] small = [.. Enumerable.Range(0, cells.Count)
            .Where(i => Enumerable.Range(0, cells[i].Counts.Count).Any(kind => isSmall(cells[i], kind)))
            .OrderBy(i => cells[i].Size).ThenBy(i => i)];
        foreach (var i in small) cells[i].IsSuppressed = true;
        foreach (var i in small)
            for (var kind = 0; kind < cells[i].Counts.Count; kind++)
                if (isSmall(cells[i], kind) && !Widen(i, kind)) return false;
        return true;
    }

    private bool Widen(int cell, int kind)
    {
        while (true)
        {
            var up = new Flow(this, cell, kind, isUp: true);
            var down = new Flow(this, cell, kind, isUp: false);
            var missing = below - up.Push(below) - down.Push(below);
            if (missing <= 0) return true;
            // One path that carries all that is missing suppresses less than several that carry a little.
            var found = new[] { missing, 1 }.SelectMany(atLeast => new[] { up.Cheapest(atLeast), down.Cheapest(atLeast) }).OfType<(long Cost, List<int> Cells)>().ToList();
            if (found.Count == 0) return false;
            foreach (var used in found.MinBy(path => path.Cost).Cells) cells[used].IsSuppressed = true;
        }
    }

    /// <summary>How far a cell may go up, or down, when other cells balance it.</summary>
    private sealed class Flow
    {
        private readonly SuppressionTable table;
        private readonly int cell;
        private readonly int kind;
        private readonly int source;
        private readonly int sink;
        private readonly long most;
        private readonly long[] change;

        public Flow(SuppressionTable table, int cell, int kind, bool isUp)
        {
            this.table = table;
            this.cell = cell;
            this.kind = kind;
            var (from, to) = table.Ends(cell);
            (source, sink) = isUp ? (to, from) : (from, to);
            change = new long[table.cells.Count];
            most = isUp ? table.Room(cell, kind) : table.cells[cell].Counts[kind];
        }

        private long Pushed { get; set; }

        /// <summary>Sends as much as suppressed cells carry, up to a limit.</summary>
        public int Push(int limit)
        {
            while (Pushed < Math.Min(limit, most) && Path(1, suppressedOnly: true) is { } path)
            {
                var amount = Math.Min(Math.Min(limit, most) - Pushed, path.Steps.Min(step => Residual(step.Cell, step.IsForward)));
                foreach (var (used, isForward) in path.Steps) change[used] += isForward ? amount : -amount;
                Pushed += amount;
            }

            return (int)Pushed;
        }

        /// <summary>The cells of the path that costs least to suppress; null when there is none.</summary>
        public (long Cost, List<int> Cells)? Cheapest(long atLeast) =>
            most - Pushed >= 1 && Path(Math.Min(atLeast, most - Pushed), suppressedOnly: false) is { } path ? (path.Cost, [.. path.Steps.Select(step => step.Cell)]) : null;

        private (long Cost, List<(int Cell, bool IsForward)> Steps)? Path(long atLeast, bool suppressedOnly)
        {
            var cost = new long[table.cellsOf.Length];
            Array.Fill(cost, long.MaxValue);
            var reachedBy = new (int Cell, bool IsForward)[cost.Length];
            var queue = new PriorityQueue<int, (long Cost, int Node)>();
            cost[source] = 0;
            queue.Enqueue(source, (0, source));
            while (queue.TryDequeue(out var node, out var priority))
            {
                if (node == sink) return (cost[sink], Steps(reachedBy));
                if (priority.Cost > cost[node]) continue;
                foreach (var next in table.cellsOf[node])
                {
                    if (next == cell || (suppressedOnly && !table.cells[next].IsSuppressed)) continue;
                    var (from, to) = table.Ends(next);
                    var isForward = node == from;
                    if (Residual(next, isForward) < atLeast) continue;
                    var there = isForward ? to : from;
                    var price = cost[node] + (table.cells[next].IsSuppressed ? 0 : table.cells[next].Size + 1);
                    if (price >= cost[there]) continue;
                    cost[there] = price;
                    reachedBy[there] = (next, isForward);
                    queue.Enqueue(there, (price, there));
                }
            }

            return null;
        }

        private List<(int Cell, bool IsForward)> Steps((int Cell, bool IsForward)[] reachedBy)
        {
            var steps = new List<(int Cell, bool IsForward)>();
            for (var node = sink; node != source;)
            {
                steps.Add(reachedBy[node]);
                var (from, to) = table.Ends(reachedBy[node].Cell);
                node = reachedBy[node].IsForward ? from : to;
            }

            return steps;
        }

        private long Residual(int used, bool isForward) => isForward ? table.Room(used, kind) - change[used] : table.cells[used].Counts[kind] + change[used];
    }

    // Forward is one more in the cell. A total changes the balance of its column the other way.
    private (int From, int To) Ends(int cell)
    {
        var (row, column) = (columns + cells[cell].Row, cells[cell].Column);
        return cells[cell].IsTotal ? (column, row) : (row, column);
    }

    // Another measure of the same population may show all records of a cell that is not small, so its counts may only change places.
    private long Room(int cell, int kind) =>
        cells[cell].Counts.Count > 1 && cells[cell].Size >= below ? cells[cell].Size - cells[cell].Counts[kind] : int.MaxValue;
}
