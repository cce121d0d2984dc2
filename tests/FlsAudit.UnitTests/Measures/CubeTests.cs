using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.UnitTests.Specifications;
using static FlsAudit.UnitTests.Measures.CountedRecords;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Measures;

/// <summary>A cube of generated records: the same however they are split, and what counting judgements one by one gives.</summary>
public sealed class CubeTests
{
    private static readonly MeasurePlan Plan = PlanOf(
        asAt: Testing.RandomDefinitions.FirstDay + 45,
        Language.Measure("population: age_at_fracture >= 48\nexclude: [{reason: refused, when: treatment = declined}]\nnumerator: assessment_date within 20 days of fracture_date\ndue: 20 days after fracture_date", "in-time"),
        Language.Measure("kind: duration\ngap: days(fracture_date, assessment_date)\ndue: 15 days after fracture_date", "wait"),
        Language.Measure("kind: ratio\ncaseload: all\nparts:\n  - {name: hip, label: Hip, when: fracture_site = hip, caseload: hip}", "found"),
        Language.Measure("kind: cascade\nparts:\n  - {name: seen, label: Seen, numerator: assessment_date is known}\n  - {name: treated, label: Treated, numerator: treatment = recommended}", "steps"));

    [Property(MaxTest = 40)]
    public void Splitting_records_and_merging_equals_pooling(int seed, byte groups)
    {
        var records = Random(seed, 120, sites: 3);
        var pooled = Count(Plan, records);

        var merged = new Cube(Plan);
        foreach (var group in records.Select((record, i) => (record, i)).GroupBy(item => item.i * 31 % ((groups % 5) + 1)).OrderByDescending(group => group.Key))
            merged.Merge(Count(Plan, group.Select(item => item.record)));

        Assert.That(Told(merged), Is.EqualTo(Told(pooled)));
    }

    [Property(MaxTest = 20)]
    public void Order_batches_and_threads_make_no_difference(int seed, byte batchSize)
    {
        var records = Random(seed, 120, sites: 3);

        Assert.That(Told(Count(Plan, records.Reverse(), (batchSize % 40) + 1, parallel: true)), Is.EqualTo(Told(Count(Plan, records))));
    }

    [Test]
    public void Cubes_merge_commutatively_and_an_empty_cube_changes_nothing()
    {
        Cube Merged(params int[] seeds)
        {
            var cube = new Cube(Plan);
            foreach (var seed in seeds) cube.Merge(Count(Plan, Random(seed, 50, sites: 2)));
            return cube;
        }

        var there = Merged(1, 2, 3);
        var empty = new Cube(Plan);
        there.Merge(empty);

        Assert.That(Told(Merged(3, 1, 2)), Is.EqualTo(Told(there)));
        Assert.That(empty.Keys, Is.Empty);
    }

    [Test]
    public void Cubes_of_different_plans_do_not_merge()
    {
        var other = PlanOf(Plan.AsAt, Plan.Items[0].Measure);

        Assert.That(() => new Cube(Plan).Merge(new Cube(other)), Throws.ArgumentException);
    }

    [Property(MaxTest = 20)]
    public void Counts_are_those_of_judgements_one_by_one(int seed)
    {
        var records = Random(seed, 150, sites: 2);
        var cube = Count(Plan, records);

        var keys = records.SelectMany(KeysOf).ToHashSet();
        Assert.That(cube.Keys, Is.EquivalentTo(keys));
        foreach (var key in keys)
        {
            Record[] inCell = [.. records.Where(sent => KeysOf(sent).Contains(key)).Select(sent => sent.Record)];
            foreach (var item in Plan.Items)
                Assert.That(cube[key, item], Is.EqualTo(Naive(item, inCell)), $"{item.Measure.Id} {item.Part.Name} {key}");
            if (key.Breakdown != CellKey.Whole) continue;
            for (var i = 0; i < Plan.CompletenessOf.Count; i++)
                Assert.That(cube.Presence(key, i), Is.EqualTo(NaivePresence(Plan.CompletenessOf[i], inCell)), Plan.CompletenessOf[i].Name);
        }
    }

    private static MeasurePlan PlanOf(int asAt, params FlsAudit.Standards.MeasureDefinition[] measures) => new(
        measures, asAt, PeriodKind.Month, Dictionary["fracture_date"], [FlsAudit.Standards.Breakdown.Of(Dictionary["fracture_side"]), FlsAudit.Standards.Breakdown.Of(Dictionary["treatment"])],
        [Dictionary["treatment"], Dictionary["assessment_date"], Dictionary["age_at_fracture"]]);

    private static CellKey[] KeysOf(Sent sent)
    {
        var period = sent.Record[Dictionary["fracture_date"]] is { } day ? Period.Of(PeriodKind.Month, (int)day).Number : CellKey.UnknownPeriod;
        return
        [
            new CellKey(sent.Site, period, CellKey.Whole, CellKey.NoCategory),
            .. Plan.Breakdowns.Select((breakdown, i) => new CellKey(sent.Site, period, i, (int)(sent.Record[breakdown.Field!] ?? CellKey.NoCategory))),
        ];
    }

    private static Tally Naive(PlanItem item, IReadOnlyList<Record> records)
    {
        Judgement[] judgements = [.. records.Select(record => new ReferenceEngine(Plan.AsAt).Judge(item.Measure, item.Part, record))];
        long Of(Outcome outcome) => judgements.Count(judgement => judgement.Outcome == outcome);
        var eligibility = judgements.Count(judgement => judgement is { Outcome: Outcome.Unknown, Deciding.Clause: Clause.Population or Clause.Part });
        var days = new long[100];
        foreach (var judgement in judgements.Where(judgement => judgement.Gap is not null)) days[judgement.Gap!.Value]++;
        return new Tally(
            [
                Of(Outcome.NotInPopulation), Of(Outcome.Excluded), Of(Outcome.NotDue), eligibility, Of(Outcome.Unknown) - eligibility, Of(Outcome.NotMet), Of(Outcome.Met),
                judgements.Count(judgement => judgement.HasUnknownExclusion && judgement.Outcome != Outcome.Excluded),
            ],
            days);
    }

    private static (long Recorded, long NotKnown, long Blank) NaivePresence(Field field, IReadOnlyList<Record> records)
    {
        var blank = records.Count(record => record[field] is null);
        var notKnown = field.NotKnownIndex < 0 ? 0 : records.Count(record => record[field] == field.NotKnownIndex);
        return (records.Count - blank - notKnown, notKnown, blank);
    }
}
