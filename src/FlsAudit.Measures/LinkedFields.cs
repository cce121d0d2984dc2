using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures;

/// <summary>The fields that rules between records compare, and how two records are held against each other.</summary>
internal sealed class LinkedFields
{
    // The codes of all compared fields are kept in one number of 64 bits per record.
    private const int CodeBits = 64 / BetweenRecordsRule.MostFields;

    private readonly IReadOnlyList<BetweenRecordsRule> rules;

    public LinkedFields(IReadOnlyList<BetweenRecordsRule> rules)
    {
        this.rules = rules;
        Fields = [.. rules.SelectMany(rule => rule.Same.Concat(rule.Differ)).DistinctBy(field => field.Name)];
        if (Fields.Count > BetweenRecordsRule.MostFields) throw new ArgumentException($"Rules between records compare {Fields.Count} fields; they may compare {BetweenRecordsRule.MostFields}.", nameof(rules));
    }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The codes of a record in one number.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="record">The record.</param>
    /// <param name="slots">The slots of the fields by their positions in <see cref="Fields"/>.</param>
    public static ulong Codes(RecordBatch batch, int record, int[] slots)
    {
        var codes = 0UL;
        for (var i = 0; i < slots.Length; i++) codes |= (ulong)(ushort)batch.Codes(slots[i])[record] << (i * CodeBits);
        return codes;
    }

    /// <summary>
    /// The records of one patient that a rule marks, each with the nearest earlier one that it goes with. It takes one look at each record, however many a patient has:
    /// of the earlier ones only the last with the same codes matters.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="patient">The patient's records, in order.</param>
    public IEnumerable<(LinkedRecord Record, LinkedRecord Earlier)> Later(int rule, IReadOnlyList<LinkedRecord> patient)
    {
        var (same, differ) = (MaskOf(rules[rule].Same), rules[rule].Differ);
        var compared = same | MaskOf(differ);
        var last = new Dictionary<ulong, LinkedRecord>();
        foreach (var record in patient)
        {
            if ((record.Rules & (1 << rule)) == 0) continue;
            LinkedRecord? earlier = null;
            foreach (var (codes, before) in last)
            {
                if (((codes ^ record.Codes) & same) != 0 || (differ.Count > 0 && !differ.Any(field => DiffersIn(field, codes, record.Codes)))) continue;
                if (IsNear(rules[rule].Days, before, record) && (earlier is null || before.CompareTo(earlier.Value) > 0)) earlier = before;
            }

            if (earlier is { } found) yield return (record, found);
            last[record.Codes & compared] = record;
        }
    }

    private static bool IsNear(int? days, LinkedRecord before, LinkedRecord record) =>
        days is null || (record.Day != LinkedRecord.NoDay && before.Day != LinkedRecord.NoDay && record.Day - before.Day <= days);

    private ulong MaskOf(IEnumerable<Field> fields) => fields.Aggregate(0UL, (mask, field) => mask | ((ulong)ushort.MaxValue << (IndexOf(field) * CodeBits)));

    private bool DiffersIn(Field field, ulong one, ulong other)
    {
        var (a, b) = (CodeIn(field, one), CodeIn(field, other));
        return a != b && IsKnown(field, a) && IsKnown(field, b);
    }

    private short CodeIn(Field field, ulong codes) => (short)(ushort)(codes >> (IndexOf(field) * CodeBits));

    private static bool IsKnown(Field field, short code) => code != Missing.Code && code != field.NotKnownIndex;

    private int IndexOf(Field field)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i].Name == field.Name) return i;
        return -1;
    }
}
