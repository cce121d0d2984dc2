using FlsAudit.Model;

namespace FlsAudit.Measures;

/// <summary>One cell's place in a cube.</summary>
/// <param name="Site">The site's number.</param>
/// <param name="Period">The number of the period, or <see cref="UnknownPeriod"/>.</param>
/// <param name="Breakdown">The position of the breakdown in the plan, <see cref="Whole"/> or <see cref="Crossed"/>.</param>
/// <param name="Category">The position of the category, or <see cref="NoCategory"/> for records in none.</param>
public readonly record struct CellKey(int Site, int Period, int Breakdown, int Category)
{
    /// <summary>The period of records without a fracture date.</summary>
    public const int UnknownPeriod = int.MinValue;

    /// <summary>Not broken down.</summary>
    public const int Whole = -1;

    /// <summary>Broken down by all that makes the <see cref="MeasurePlan.Strata"/>, crossed; over all periods. The category is the number of the group.</summary>
    public const int Crossed = -2;

    /// <summary>The category of records that do not say.</summary>
    public const int NoCategory = -1;

    /// <summary>The cell of a crossed group; it is over all periods, or there would be as many cells as records.</summary>
    public static CellKey OfStratum(int site, int stratum) => new(site, UnknownPeriod, Crossed, stratum);
}

/// <summary>
/// Tallies of every part of a plan by site, period and breakdown, and how completely fields are filled by site and period.
/// Cubes of one plan merge: the cube of two groups of records is the merge of their cubes, in any order.
/// </summary>
public sealed class Cube
{
    private readonly Dictionary<CellKey, Cell> cells = [];
    private readonly FirstEpisodes episodes = new();
    private readonly MarkedRecords marked = new();
    private readonly LinkedRecords linked;
    private bool isSettled;

    /// <summary>An empty cube of a plan.</summary>
    public Cube(MeasurePlan plan)
    {
        Plan = plan;
        linked = new LinkedRecords(plan.BetweenRecordsRules, plan.MostLinkedRecords);
    }

    /// <summary>What was counted.</summary>
    public MeasurePlan Plan { get; }

    /// <summary>The cells that hold at least one record, in no particular order.</summary>
    public IReadOnlyCollection<CellKey> Keys => cells.Keys;

    /// <summary>The tally of one part in one cell; empty when no record fell there.</summary>
    public Tally this[CellKey key, PlanItem item] => cells.TryGetValue(key, out var cell) ? cell.Tally(item.Number) : Tally.Empty;

    /// <summary>How one field is filled in a cell that is not broken down: recorded, recorded as not known, blank.</summary>
    /// <param name="key">The cell.</param>
    /// <param name="field">The position by <see cref="MeasurePlan.PresenceOf"/>.</param>
    public (long Recorded, long NotKnown, long Blank) Presence(CellKey key, int field) =>
        cells.TryGetValue(key, out var cell) ? cell.PresenceOf(field) : default;

    /// <summary>The first and last fracture day in a cell; the first is after the last when no record there has one.</summary>
    public (int First, int Last) Days(CellKey key) =>
        cells.TryGetValue(key, out var cell) ? (cell.FirstDay, cell.LastDay) : (int.MaxValue, int.MinValue);

    /// <summary>How many records of a cell say whose they are; 0 unless the plan wants patients.</summary>
    public long Linked(CellKey key) => cells.TryGetValue(key, out var cell) ? cell.Linked : 0;

    /// <summary>What the plausibility rules of the plan mark: by file or worksheet in the order of submission, then in the order of the rules.</summary>
    public IReadOnlyList<Mark> Marks => marked.InOrder(Plan.PlausibilityRules);

    /// <summary>What the rules between records mark: by file or worksheet in the order of submission, then in the order of the rules.</summary>
    public IReadOnlyList<LinkedMark> LinkedMarks => linked.Marks(Plan.LinkedFields);

    /// <summary>The first file or worksheet that was not held against others because there were too many records; null when all were.</summary>
    public Place? LinkingStoppedAt => linked.StoppedAt;

    /// <summary>Adds the records of another cube of the same plan.</summary>
    /// <exception cref="ArgumentException">The other cube counts something else.</exception>
    /// <exception cref="InvalidOperationException">One of them is settled.</exception>
    public void Merge(Cube other)
    {
        if (!ReferenceEquals(Plan, other.Plan)) throw new ArgumentException("Cubes of different plans cannot be merged.", nameof(other));
        if (isSettled || other.isSettled) throw new InvalidOperationException("A settled cube cannot be merged: an earlier episode of a patient could still come.");
        foreach (var (key, cell) in other.cells) At(key).Merge(cell);
        episodes.Merge(other.episodes, CountLater);
        marked.Merge(other.marked);
        linked.Merge(other.linked);
    }

    /// <summary>
    /// Counts the first episodes of patients, once all records are there; before that they are in no tally. Does nothing for a plan that links no patients,
    /// and nothing the second time.
    /// </summary>
    public void Settle()
    {
        if (!Plan.LinksPatients) return;
        isSettled = true;
        episodes.Settle(Count);
    }

    internal void AddEpisode(int item, UInt128 patient, int year, Episode episode)
    {
        if (episodes.Add((item, patient, year), episode) is { } later) CountLater(item, later);
    }

    private void CountLater(int item, Episode episode) => Count(item, episode with { Counter = Counter.NotInPopulation, HasUnknownExclusion = false });

    private void Count(int item, Episode episode)
    {
        foreach (var key in episode.Cells)
        {
            var cell = At(key);
            cell.Count(item, episode.Counter, episode.HasUnknownExclusion);
            if (episode.Counter == Counter.Met && Plan.Items[item].Part.Gap is not null) cell.Histogram(item)[episode.Gap]++;
        }
    }

    internal void AddMark(int rule, RecordBatch batch, int record, Func<IReadOnlyList<double>> values) => marked.Add(rule, batch.Part, batch.Source, batch.Rows[record], values);

    internal void AddLinked(LinkedRecord record, Place source) => linked.Add(record, source);

    internal Cell At(CellKey key)
    {
        if (cells.TryGetValue(key, out var cell)) return cell;
        return cells[key] = new Cell(Plan);
    }
}
