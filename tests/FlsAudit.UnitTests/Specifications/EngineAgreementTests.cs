using System.Globalization;
using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>Generated measures on generated records: the columnar engine must count what the reference engine judges.</summary>
public sealed class EngineAgreementTests
{
    private const int Definitions = 100;
    private const int RecordsEach = 250;

    private static readonly FieldDictionary Dictionary = TestDictionary.Small;

    [Test]
    public void Both_engines_count_the_same_on_generated_definitions_and_records()
    {
        var seen = new Dictionary<Outcome, int>();
        for (var seed = 1; seed <= Definitions; seed++)
        {
            var random = new RandomDefinitions(Dictionary, seed);
            var measure = Measure(random);
            var asAt = random.Day();
            Record[] records = [.. Enumerable.Range(0, RecordsEach).Select(_ => Record.Of(Dictionary, random.Values()))];

            var expected = Judge(measure, asAt, records, seen);
            var counted = Count(measure, asAt, records);

            Assert.That(counted, Is.EqualTo(expected), () => $"seed {seed}: {measure.Population.Text} | {measure.Parts[0].Numerator!.Text}");
        }

        Assert.That(seen.Keys, Is.EquivalentTo(Enum.GetValues<Outcome>()), "every outcome must occur among the generated cases");
        Assert.That(seen.Values.Sum(), Is.GreaterThanOrEqualTo(20_000));
    }

    [Test]
    public void Every_operator_of_the_language_is_generated()
    {
        var text = string.Join('\n', Enumerable.Range(1, Definitions).SelectMany(seed =>
        {
            var random = new RandomDefinitions(Dictionary, seed);
            return Enumerable.Range(0, 3).Select(_ => random.Condition());
        }));

        foreach (var word in new[] { " and ", " or ", "not (", " in (", " not in (", "is known", "is missing", " within ", "days(", "weeks of", " = ", " != ", " < ", " <= ", " > ", " >= " })
            Assert.That(text, Does.Contain(word));
    }

    [Test]
    public void Cutting_records_into_batches_and_threads_in_any_way_gives_the_same_cube()
    {
        var random = new RandomDefinitions(Dictionary, 7);
        var measure = Measure(random);
        var asAt = RandomDefinitions.FirstDay + 30;
        Record[] records = [.. Enumerable.Range(0, 1_000).Select(_ => Record.Of(Dictionary, random.Values()))];

        var whole = Count(measure, asAt, records);
        var parts = Count(measure, asAt, records, batchSize: 7, parallel: true);

        Assert.That(parts, Is.EqualTo(whole));
    }

    private static MeasureDefinition Measure(RandomDefinitions random)
    {
        var due = random.Due();
        var yaml = $"""
            id: generated
            set: generated
            title: Generated
            question: Generated?
            source:
              title: generated
              status: inferred
            population: {random.Condition()}
            exclude:
              - reason: generated
                when: {random.Condition(1)}
            numerator: {random.Condition()}
            {(due is null ? "" : $"due: {due}")}
            words:
              numerator: generated
              denominator: generated
            cases: |
              as_at      | expect | why
              2025-12-31 | met    | only to be a whole definition
            """;
        return DefinitionText.Measure(yaml, Dictionary);
    }

    private static Tally Judge(MeasureDefinition measure, int asAt, IEnumerable<Record> records, Dictionary<Outcome, int> seen)
    {
        var engine = new ReferenceEngine(asAt);
        var tally = new NaiveTally();
        foreach (var record in records)
        {
            var judgement = engine.Judge(measure, measure.Parts[0], record);
            tally.Add(judgement);
            seen[judgement.Outcome] = seen.GetValueOrDefault(judgement.Outcome) + 1;
        }

        return tally.ToTally();
    }

    private static Tally Count(MeasureDefinition measure, int asAt, IReadOnlyList<Record> records, int batchSize = 64, bool parallel = false)
    {
        var plan = new MeasurePlan([measure], asAt, PeriodKind.Month, Dictionary[FieldNames.FractureDate], [], []);
        var layout = plan.LayoutFrom(Dictionary);
        var engine = new ColumnarEngine(plan, layout);
        RecordBatch[] batches = [.. records.Chunk(batchSize).Select(chunk =>
        {
            var batch = new RecordBatch(layout, batchSize);
            foreach (var record in chunk) record.AddTo(batch, site: 0, row: 1);
            return batch;
        })];
        if (parallel) Parallel.ForEach(batches, engine.Receive);
        else Array.ForEach(batches, engine.Receive);
        var cube = engine.Complete();
        return cube.Keys.Aggregate(Tally.Empty, (sum, key) => sum.Merge(cube[key, plan.Items[0]]));
    }

    /// <summary>Counts judgements one by one, in the words of the design.</summary>
    private sealed class NaiveTally
    {
        private readonly long[] counters = new long[8];

        public void Add(Judgement judgement)
        {
            var index = judgement.Outcome switch
            {
                Outcome.NotInPopulation => 0,
                Outcome.Excluded => 1,
                Outcome.NotDue => 2,
                Outcome.Unknown when judgement.Deciding.Clause is Clause.Population or Clause.Part => 3,
                Outcome.Unknown => 4,
                Outcome.NotMet => 5,
                _ => 6,
            };
            counters[index]++;
            if (judgement.HasUnknownExclusion && judgement.Outcome != Outcome.Excluded) counters[7]++;
        }

        public Tally ToTally() => new(counters, []);
    }
}
