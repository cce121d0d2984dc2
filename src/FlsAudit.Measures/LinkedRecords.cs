using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures;

/// <summary>How many records of one text file or worksheet a rule between records marks: each is the later of two.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Source">The text file or worksheet, without row and column.</param>
/// <param name="Records">How many records; at least 1.</param>
/// <param name="Rows">The first few rows, at most <see cref="Mark.MostExamples"/>.</param>
/// <param name="Earlier">The record that the first of them was held against: file, sheet and row.</param>
public sealed record LinkedMark(BetweenRecordsRule Rule, Place Source, long Records, IReadOnlyList<long> Rows, Place Earlier);

/// <summary>
/// The records of known patients that a rule between records looks at, each as a hash, a few codes, a day and a place. When they become too many, those of the
/// file that is too much and of all after it are not held, so that memory does not grow with rows and the answer does not depend on threads.
/// </summary>
internal sealed class LinkedRecords(IReadOnlyList<BetweenRecordsRule> rules, int limit)
{
    private readonly Dictionary<int, Place> sources = [];
    private List<LinkedRecord> records = [];
    private int? stopped;

    /// <summary>The first file or worksheet that was not looked at; null when all were.</summary>
    public Place? StoppedAt => stopped is { } part ? sources[part] : null;

    public void Add(LinkedRecord record, Place source)
    {
        sources.TryAdd(record.Part, source);
        if (record.Part >= stopped) return;
        if (records.Count < limit) records.Add(record);
        else Stop(record.Part);
    }

    /// <summary>Adds those of another file, or of another thread that read the same one.</summary>
    public void Merge(LinkedRecords other)
    {
        foreach (var (part, source) in other.sources) sources.TryAdd(part, source);
        if (stopped is null && other.stopped is null && records.Count + other.records.Count <= limit)
        {
            records.AddRange(other.records);
            return;
        }

        if (other.sources.Count == 0) return;
        records.RemoveAll(record => other.sources.ContainsKey(record.Part));
        Stop(other.sources.Keys.Min());
    }

    /// <summary>What the rules mark: by file or worksheet in the order of submission, then in the order of the rules.</summary>
    public IReadOnlyList<LinkedMark> Marks(LinkedFields fields)
    {
        var marks = new SortedDictionary<(int Part, int Rule), Marked>();
        foreach (var patient in ByPatient())
        {
            for (var rule = 0; rule < rules.Count; rule++)
            {
                foreach (var (record, earlier) in fields.Later(rule, patient))
                {
                    if (!marks.TryGetValue((record.Part, rule), out var own)) marks[(record.Part, rule)] = own = new Marked();
                    own.Add(record, earlier);
                }
            }
        }

        return
        [
            .. marks.Select(entry => new LinkedMark(
                rules[entry.Key.Rule], sources[entry.Key.Part], entry.Value.Records, [.. entry.Value.Rows.Keys],
                sources[entry.Value.Rows.Values[0].Part] with { Row = entry.Value.Rows.Values[0].Row })),
        ];
    }

    private void Stop(int part)
    {
        if (stopped is null || part < stopped) stopped = part;
        records.RemoveAll(record => record.Part == part);
    }

    private IEnumerable<IReadOnlyList<LinkedRecord>> ByPatient()
    {
        records.Sort();
        for (var first = 0; first < records.Count;)
        {
            var next = first + 1;
            while (next < records.Count && records[next].Patient == records[first].Patient) next++;
            if (next - first > 1) yield return records.GetRange(first, next - first);
            first = next;
        }
    }

    private sealed class Marked
    {
        public long Records { get; private set; }

        /// <summary>The first few rows, and what each was held against.</summary>
        public SortedList<long, LinkedRecord> Rows { get; } = [];

        public void Add(LinkedRecord record, LinkedRecord earlier)
        {
            Records++;
            Rows[record.Row] = earlier;
            if (Rows.Count > Mark.MostExamples) Rows.RemoveAt(Mark.MostExamples);
        }
    }
}

/// <summary>One record of a known patient; ordered by patient, day and place. A record without a day stands last.</summary>
/// <param name="Patient">A hash of whose it is.</param>
/// <param name="Codes">The codes of the fields that rules compare, 16 bits each.</param>
/// <param name="Day">The fracture day, or <see cref="NoDay"/>.</param>
/// <param name="Rules">A bit for each rule that looks at it.</param>
/// <param name="Part">Its text file or worksheet.</param>
/// <param name="Row">Its row.</param>
internal readonly record struct LinkedRecord(UInt128 Patient, ulong Codes, int Day, int Rules, int Part, long Row) : IComparable<LinkedRecord>
{
    public const int NoDay = int.MaxValue;

    public int CompareTo(LinkedRecord other)
    {
        var order = Patient.CompareTo(other.Patient);
        if (order == 0) order = Day.CompareTo(other.Day);
        if (order == 0) order = Part.CompareTo(other.Part);
        return order != 0 ? order : Row.CompareTo(other.Row);
    }
}
