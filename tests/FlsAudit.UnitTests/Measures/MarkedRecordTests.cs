using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Measures;

/// <summary>What plausibility rules mark: the same on both engines, and however the records are cut.</summary>
public sealed class MarkedRecordTests
{
    private const int Files = 3;

    private static readonly FieldDictionary Dictionary = TestDictionary.Small;

    [Test]
    public void Both_engines_mark_the_same_generated_records_by_generated_rules()
    {
        var marked = 0L;
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new RandomDefinitions(Dictionary, seed);
            PlausibilityRule[] rules = [.. Enumerable.Range(0, 3).Select(i => Rule($"rule-{i}", random.Condition()))];
            var asAt = random.Day();
            Record[] records = [.. Enumerable.Range(0, 150).Select(_ => Record.Of(Dictionary, random.Values()))];

            var marks = Count(rules, asAt, records, 64, false).Marks;

            var engine = new ReferenceEngine(asAt);
            var expected = from file in Enumerable.Range(0, Files)
                           from rule in rules
                           let rows = Enumerable.Range(0, records.Length).Where(row => row % Files == file && engine.Evaluate(rule.When, records[row]) == Truth.True).ToList()
                           where rows.Count > 0
                           select $"file {file} {rule.Name}: {rows.Count} at {string.Join(' ', rows.Take(5))}";
            Assert.That(marks.Select(Line), Is.EqualTo(expected), $"seed {seed}");
            marked += marks.Sum(mark => mark.Records);
        }

        Assert.That(marked, Is.Positive);
    }

    [Test]
    public void Cutting_records_into_batches_and_threads_in_any_way_marks_the_same()
    {
        var random = new RandomDefinitions(Dictionary, 3);
        PlausibilityRule[] rules = [Rule("before", "assessment_date < fracture_date"), Rule("late", "death_date is after as_at")];
        Record[] records = [.. Enumerable.Range(0, 900).Select(_ => Record.Of(Dictionary, random.Values()))];

        var whole = Count(rules, RandomDefinitions.FirstDay + 30, records, 1_000, false).Marks.Select(Line);
        var parts = Count(rules, RandomDefinitions.FirstDay + 30, records, 7, true).Marks.Select(Line);

        Assert.That(parts, Is.EqualTo(whole));
        Assert.That(parts.Count(), Is.EqualTo(Files * rules.Length));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Values_are_kept_only_when_they_were_asked_for(bool keeps)
    {
        var record = Record.Of(Dictionary, new Dictionary<string, string> { ["age_at_fracture"] = "111" });

        var mark = Count([Rule("old", "age_at_fracture > 110 or fracture_date > death_date")], 0, [record], 1, false, keeps).Marks.Single();

        Assert.That(mark.Examples.Single().Values, Is.EqualTo(keeps ? new[] { 111, double.NaN, double.NaN } : []));
    }

    private static PlausibilityRule Rule(string name, string when) =>
        new(name, Severity.Warning, "", "", DefinitionText.Condition(when, Dictionary)) { Provenance = new Provenance("made for tests", ProvenanceStatus.Inferred) };

    private static string Line(Mark mark) => $"{mark.Source.File} {mark.Rule.Name}: {mark.Records} at {string.Join(' ', mark.Examples.Select(example => example.Row))}";

    // Records are dealt to files in turn; each file has an engine of its own, as in an import, and they are merged from the last to the first.
    private static Cube Count(IReadOnlyList<PlausibilityRule> rules, int asAt, IReadOnlyList<Record> records, int batchSize, bool parallel, bool keepsValues = false)
    {
        var plan = new MeasurePlan([], asAt, PeriodKind.Year, Dictionary[FieldNames.FractureDate], [], []) { PlausibilityRules = rules, KeepsMarkedValues = keepsValues };
        var layout = plan.LayoutFrom(Dictionary);
        var total = new Cube(plan);
        for (var file = Files - 1; file >= 0; file--)
        {
            var part = file;
            var engine = new ColumnarEngine(plan, layout);
            RecordBatch[] batches =
            [
                .. Enumerable.Range(0, records.Count).Where(row => row % Files == part).Reverse().Chunk(batchSize).Select(rows =>
                {
                    var batch = new RecordBatch(layout, batchSize) { Part = part, Source = new Place($"file {part}") };
                    foreach (var row in rows) records[row].AddTo(batch, site: 0, row);
                    return batch;
                }),
            ];
            if (parallel) Parallel.ForEach(batches, engine.Receive);
            else Array.ForEach(batches, engine.Receive);
            total.Merge(engine.Complete());
        }

        return total;
    }
}
