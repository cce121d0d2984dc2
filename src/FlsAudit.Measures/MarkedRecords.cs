using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures;

/// <summary>One marked record.</summary>
/// <param name="Row">Its row as a spreadsheet program numbers it.</param>
/// <param name="Values">
/// Its days, codes or numbers in the order of the fields that the rule reads, NaN where nothing is recorded; empty unless the plan keeps them.
/// </param>
public sealed record MarkedExample(long Row, IReadOnlyList<double> Values);

/// <summary>How many records of one text file or worksheet a plausibility rule marks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Source">The text file or worksheet, without row and column.</param>
/// <param name="Records">How many records; at least 1.</param>
/// <param name="Examples">The first few by row, at most <see cref="MostExamples"/>.</param>
public sealed record Mark(PlausibilityRule Rule, Place Source, long Records, IReadOnlyList<MarkedExample> Examples)
{
    /// <summary>How many examples are kept.</summary>
    public const int MostExamples = 5;
}

/// <summary>
/// Marks by rule and by file or worksheet. Counts add up and the smallest rows are kept, so groups of records merge in any order.
/// </summary>
internal sealed class MarkedRecords
{
    private readonly Dictionary<(int Part, int Rule), Marks> marks = [];

    public void Add(int rule, int part, Place source, long row, Func<IReadOnlyList<double>> values)
    {
        if (!marks.TryGetValue((part, rule), out var own)) marks[(part, rule)] = own = new Marks(source);
        own.Records++;
        if (own.Wants(row)) own.Keep(new MarkedExample(row, values()));
    }

    public void Merge(MarkedRecords other)
    {
        foreach (var (key, added) in other.marks)
        {
            if (!marks.TryGetValue(key, out var own)) marks[key] = own = new Marks(added.Source);
            own.Records += added.Records;
            foreach (var example in added.Examples.Where(example => own.Wants(example.Row))) own.Keep(example);
        }
    }

    public IReadOnlyList<Mark> InOrder(IReadOnlyList<PlausibilityRule> rules) =>
        [.. marks.OrderBy(entry => entry.Key).Select(entry => new Mark(rules[entry.Key.Rule], entry.Value.Source, entry.Value.Records, [.. entry.Value.Examples]))];

    private sealed class Marks(Place source)
    {
        public Place Source { get; } = source;

        public long Records { get; set; }

        /// <summary>In order of rows.</summary>
        public List<MarkedExample> Examples { get; } = [];

        public bool Wants(long row) => Examples.Count < Mark.MostExamples || row < Examples[^1].Row;

        public void Keep(MarkedExample example)
        {
            var at = Examples.FindIndex(other => other.Row > example.Row);
            Examples.Insert(at < 0 ? Examples.Count : at, example);
            if (Examples.Count > Mark.MostExamples) Examples.RemoveAt(Mark.MostExamples);
        }
    }
}
