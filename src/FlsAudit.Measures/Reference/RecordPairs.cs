using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures.Reference;

/// <summary>Holds two records of a patient against each other, pair by pair: the second opinion on rules between records, written to be obviously right.</summary>
internal sealed class RecordPairs(BetweenRecordsRule rule, ReferenceEngine engine, Field fractureDate)
{
    /// <summary>Whether the rule marks a record: one of the patient's others comes before it and goes with it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="place">Where it stands; of two records of one day the one that stands first comes first.</param>
    /// <param name="others">The other records of the patient, with their places.</param>
    public bool IsLaterOfTwo(Record record, long place, IReadOnlyList<(Record Record, long Place)> others) =>
        others.Any(other => IsBefore(other.Record, other.Place, record, place) && GoesWith(other.Record, record));

    private bool IsBefore(Record one, long place, Record other, long otherPlace)
    {
        var (first, second) = (one[fractureDate] ?? double.MaxValue, other[fractureDate] ?? double.MaxValue);
        return first < second || (first == second && place < otherPlace);
    }

    private bool GoesWith(Record earlier, Record later) =>
        engine.Evaluate(rule.When, earlier) == Truth.True
        && engine.Evaluate(rule.When, later) == Truth.True
        && rule.Same.All(field => earlier[field] == later[field])
        && (rule.Differ.Count == 0 || rule.Differ.Any(field => IsKnown(field, earlier) && IsKnown(field, later) && earlier[field] != later[field]))
        && (rule.Days is null || later[fractureDate] - earlier[fractureDate] <= rule.Days);

    private static bool IsKnown(Field field, Record record) => record[field] is { } code && code != field.NotKnownIndex;
}
