using System.Globalization;
using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;
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
    public void Both_engines_find_the_same_first_episodes_of_patients_however_records_are_grouped()
    {
        var first = 0L;
        for (var seed = 1; seed <= Definitions; seed++)
        {
            var random = new RandomDefinitions(Dictionary, seed);
            var measure = Measure(random) with { Unit = CountedUnit.PatientFirstEpisode, IntakeYearStarts = seed % 2 == 0 ? null : new MonthDay(1, 20) };
            var asAt = random.Day();
            var choice = new Random(seed);
            EpisodeRecord[] records = [.. Enumerable.Range(0, RecordsEach).Select(row =>
            {
                var record = Record.Of(Dictionary, random.Values());
                return new EpisodeRecord(record, choice.Next(8) == 0 ? null : choice.Next(80), (int?)record[Dictionary[FieldNames.FractureDate]], row % 3, row);
            })];

            var naive = new NaiveTally();
            foreach (var judgement in PatientEpisodes.Judge(new ReferenceEngine(asAt), measure, measure.Parts[0], records)) naive.Add(judgement);
            var expected = naive.ToTally();
            first += expected.NotInPopulation;

            Assert.That(CountEpisodes(measure, asAt, records), Is.EqualTo(expected), $"seed {seed}");
        }

        Assert.That(first, Is.Positive);
    }

    [Test]
    public void Both_engines_find_the_same_days_of_durations()
    {
        var met = 0;
        for (var seed = 1; seed <= Definitions; seed++)
        {
            var random = new RandomDefinitions(Dictionary, seed);
            var proportion = Measure(random);
            // Every other measure is about everybody, so that enough records have a gap at all.
            var isNarrow = seed % 2 == 0;
            var part = new MeasurePart("", "", isNarrow ? proportion.Parts[0].When : null, null)
            {
                Due = new DueRule(seed % 40, Dictionary[FieldNames.FractureDate]),
                Gap = new DayDifference(Dictionary[FieldNames.FractureDate], Dictionary["assessment_date"]),
            };
            var measure = proportion with { Kind = MeasureKind.Duration, Parts = [part], Population = DefinitionText.Condition(isNarrow ? random.Condition(1) : "fracture_date is known", Dictionary), Exclusions = isNarrow ? proportion.Exclusions : [] };
            var asAt = random.Day();
            Record[] records = [.. Enumerable.Range(0, RecordsEach).Select(_ => Record.Of(Dictionary, random.Values()))];
            var judged = records.Select(record => new ReferenceEngine(asAt).Judge(measure, part, record)).ToList();

            var counted = Count(measure, asAt, records);

            Assert.That(counted.Histogram, Is.EqualTo(judged.Where(judgement => judgement.Gap is not null).GroupBy(judgement => judgement.Gap!.Value).OrderBy(days => days.Key).Select(days => (days.Key, (long)days.Count()))), $"seed {seed}");
            Assert.That((counted.Met, counted.NotMet), Is.EqualTo((judged.LongCount(judgement => judgement.Outcome == Outcome.Met), judged.LongCount(judgement => judgement.Outcome == Outcome.NotMet))), $"seed {seed}");
            met += judged.Count(judgement => judgement.Outcome == Outcome.Met);
        }

        Assert.That(met, Is.GreaterThan(300));
    }

    [Test]
    public void Every_kind_of_condition_is_judged_true_false_and_unknown_where_it_can_be()
    {
        var seen = new HashSet<(string Kind, Truth Truth)>();
        for (var seed = 1; seed <= Definitions; seed++)
        {
            var random = new RandomDefinitions(Dictionary, seed);
            var measure = Measure(random);
            var engine = new ReferenceEngine(random.Day());
            Record[] records = [.. Enumerable.Range(0, 50).Select(_ => Record.Of(Dictionary, random.Values()))];
            foreach (var condition in Specifications.Definitions.Conditions(measure))
                foreach (var record in records) seen.Add((KindOf(condition), engine.Evaluate(condition, record)));
        }

        string[] known = ["IsKnown Code", "IsKnown Date", "IsKnown Number"];
        string[] compared = ["And", "Or", "Not", "HasCode", "NumberComparison", "DateComparison", "DayComparison", "Within", "AfterAsAt"];
        Assert.That(seen, Is.SupersetOf(known.SelectMany(kind => new[] { (kind, Truth.True), (kind, Truth.False) })));
        Assert.That(seen, Is.SupersetOf(compared.SelectMany(kind => Enum.GetValues<Truth>().Select(truth => (kind, truth)))));
        Assert.That(seen, Is.SupersetOf(Enum.GetValues<Truth>().Select(truth => ("Within without end", truth))));
    }

    [Test]
    public void Both_engines_put_records_into_the_same_categories()
    {
        var seen = new HashSet<int>();
        for (var seed = 1; seed <= Definitions; seed++)
        {
            var random = new RandomDefinitions(Dictionary, seed);
            var breakdown = new Breakdown("generated", "Generated", [.. Enumerable.Range(0, 4).Select(i => new Category($"c{i}", "", DefinitionText.Condition(random.Condition(2), Dictionary)))]);
            var asAt = random.Day();
            Record[] records = [.. Enumerable.Range(0, RecordsEach).Select(_ => Record.Of(Dictionary, random.Values()))];
            var plan = new MeasurePlan([Measure(random)], asAt, PeriodKind.Year, Dictionary[FieldNames.FractureDate], [breakdown], []);
            var engine = new ColumnarEngine(plan, plan.LayoutFrom(Dictionary));
            foreach (var batch in Batches(plan, records, 64)) engine.Receive(batch);
            var cube = engine.Complete();

            var reference = new ReferenceEngine(asAt);
            int[] categories = [.. records.Select(record => reference.Categorise(breakdown, record))];
            foreach (var category in categories.Distinct())
            {
                seen.Add(category);
                var counted = cube.Keys.Where(key => key.Breakdown == 0 && key.Category == category).Sum(key => cube[key, plan.Items[0]].Records);
                Assert.That(counted, Is.EqualTo(categories.Count(other => other == category)), $"seed {seed}, category {category}");
            }
        }

        Assert.That(seen, Is.EquivalentTo(new[] { CellKey.NoCategory, 0, 1, 2, 3 }), "every category and none must occur");
    }

    [Test]
    public void Every_operator_of_the_language_is_generated()
    {
        var text = string.Join('\n', Enumerable.Range(1, Definitions).SelectMany(seed =>
        {
            var random = new RandomDefinitions(Dictionary, seed);
            return Enumerable.Range(0, 3).Select(_ => random.Condition());
        }));

        foreach (var word in new[] { " and ", " or ", "not (", " in (", " not in (", "is known", "is missing", "is after as_at", " within ", " on or after ", "days(", "weeks of", " = ", " != ", " < ", " <= ", " > ", " >= " })
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

    private static string KindOf(Expression condition) => condition switch
    {
        IsKnown known => $"IsKnown {known.Field.Type}",
        Within { HasLimit: false } => "Within without end",
        _ => condition.GetType().Name,
    };

    private static MeasureDefinition Measure(RandomDefinitions random)
    {
        Expression Condition(int depth = 3) => DefinitionText.Condition(random.Condition(depth), Dictionary);
        var due = random.Due();
        var frame = DefinitionText.Measure(
            $"""
            id: generated
            set: generated
            title: Generated
            question: Generated?
            source: {"{title: generated, status: inferred}"}
            population: fracture_date is known
            numerator: assessment_date is known
            {(due is null ? "" : $"due: {due}")}
            words: {"{numerator: generated, denominator: generated}"}
            cases: |
              as_at      | expect | why
              2025-12-31 | met    | only to be a whole definition
            """,
            Dictionary);
        // Most generated clauses could never decide, and a reader would refuse them; the engines must agree on them all the same.
        return frame with
        {
            Population = Condition(),
            Exclusions = [new Exclusion("first", Condition(1)), new Exclusion("second", Condition(1))],
            Parts = [frame.Parts[0] with { When = random.Day() % 2 == 0 ? null : Condition(1), Numerator = Condition() }],
        };
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
        RecordBatch[] batches = [.. Batches(plan, records, batchSize)];
        if (parallel) Parallel.ForEach(batches, engine.Receive);
        else Array.ForEach(batches, engine.Receive);
        var cube = engine.Complete();
        return cube.Keys.Aggregate(Tally.Empty, (sum, key) => sum.Merge(cube[key, plan.Items[0]]));
    }

    // Three files, each counted by an engine of its own, as an import does; merged in an order that has nothing to do with theirs.
    private static Tally CountEpisodes(MeasureDefinition measure, int asAt, IReadOnlyList<EpisodeRecord> records)
    {
        var plan = new MeasurePlan([measure], asAt, PeriodKind.Month, Dictionary[FieldNames.FractureDate], [], []);
        var layout = plan.LayoutFrom(Dictionary);
        var total = new Cube(plan);
        foreach (var part in new[] { 2, 0, 1 })
        {
            var engine = new ColumnarEngine(plan, layout);
            foreach (var chunk in records.Where(record => record.Part == part).Reverse().Chunk(20))
            {
                var batch = new RecordBatch(layout, chunk.Length, withPatients: true) { Part = part };
                for (var i = 0; i < chunk.Length; i++)
                {
                    chunk[i].Record.AddTo(batch, site: 0, row: chunk[i].Row);
                    batch.Patients![i] = chunk[i].Patient is int patient ? (UInt128)(patient + 1) : UInt128.Zero;
                }

                engine.Receive(batch);
            }

            total.Merge(engine.Complete());
        }

        total.Settle();
        return total.Keys.Aggregate(Tally.Empty, (sum, key) => sum.Merge(total[key, plan.Items[0]]));
    }

    private static IEnumerable<RecordBatch> Batches(MeasurePlan plan, IReadOnlyList<Record> records, int batchSize)
    {
        var layout = plan.LayoutFrom(Dictionary);
        foreach (var chunk in records.Chunk(batchSize))
        {
            var batch = new RecordBatch(layout, batchSize);
            foreach (var record in chunk) record.AddTo(batch, site: 0, row: 1);
            yield return batch;
        }
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
                Outcome.Unknown when judgement.Deciding.Clause is Clause.Population or Clause.Part or Clause.FirstEpisode => 3,
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
