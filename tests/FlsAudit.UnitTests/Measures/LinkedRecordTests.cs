using FlsAudit.Jobs;
using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Measures;

/// <summary>What rules between records mark: what holding every pair against each other says, however the records are cut.</summary>
public sealed class LinkedRecordTests
{
    private const int Files = 3;

    private static readonly FieldDictionary Dictionary = TestDictionary.Small;

    private static readonly BetweenRecordsRule[] Rules =
    [
        Rule("twice", "fracture_site = hip and fracture_side in (left, right)") with { Same = [Dictionary["fracture_side"]] },
        Rule("event", "fracture_site is known and fracture_date is known") with { Differ = [Dictionary["fracture_site"], Dictionary["fracture_side"]], Days = 0 },
        Rule("again", "fracture_site is known") with { Same = [Dictionary["fracture_site"], Dictionary["fracture_side"]], Days = 20 },
    ];

    [Test]
    public void The_marks_are_those_of_holding_every_pair_of_a_patient_against_each_other()
    {
        var marked = new long[Rules.Length];
        for (var seed = 1; seed <= 40; seed++)
        {
            var (records, patients, asAt) = Made(seed, 160);

            var marks = Count(records, patients, asAt, 64, false).LinkedMarks;

            var engine = new ReferenceEngine(asAt);
            var expected = from file in Enumerable.Range(0, Files)
                           from rule in Rules
                           let pairs = new RecordPairs(rule, engine, Dictionary["fracture_date"])
                           let rows = Enumerable.Range(0, records.Length).Where(row => row % Files == file && IsMarked(pairs, records, patients, row)).ToList()
                           where rows.Count > 0
                           select $"file {file} {rule.Name}: {rows.Count} at {string.Join(' ', rows.Take(5))}";
            Assert.That(marks.Select(Line), Is.EqualTo(expected), $"seed {seed}");
            foreach (var mark in marks) marked[Array.IndexOf(Rules, mark.Rule)] += mark.Records;
        }

        Assert.That(marked, Is.All.Positive, "every rule marked something");
    }

    [Test]
    public void Cutting_records_into_batches_and_threads_in_any_way_marks_the_same()
    {
        var (records, patients, asAt) = Made(7, 900);

        var whole = Count(records, patients, asAt, 1_000, false).LinkedMarks.Select(mark => $"{Line(mark)} after {mark.Earlier}").ToList();
        var parts = Count(records, patients, asAt, 7, true).LinkedMarks.Select(mark => $"{Line(mark)} after {mark.Earlier}");

        Assert.That(parts, Is.EqualTo(whole));
        Assert.That(whole, Has.Count.GreaterThan(Files));
    }

    [Test]
    public void Records_of_nobody_are_marked_by_no_rule()
    {
        var (records, patients, asAt) = Made(3, 300);

        Assert.That(Count(records, [.. patients.Select(_ => 0)], asAt, 64, false).LinkedMarks, Is.Empty);
    }

    [Test]
    public void The_file_that_is_too_much_and_all_after_it_are_not_looked_at_and_the_first_of_them_is_named()
    {
        var (records, patients, asAt) = Made(5, 300);
        var whole = Count(records, patients, asAt, 64, false);
        Assert.That(whole.LinkingStoppedAt, Is.Null);

        // 100 rows in each file, of which a few take no part: the first fits, the second does not, and the third is not held although it would fit alone.
        foreach (var isParallel in new[] { true, false })
        {
            var limited = Count(records, patients, asAt, 16, isParallel, limit: 110, forward: true);

            Assert.That(limited.LinkingStoppedAt, Is.EqualTo(new Place("file 1")));
            Assert.That(limited.LinkedMarks.Select(mark => mark.Source.File).Distinct(), Is.EqualTo(new[] { "file 0" }));
            Assert.That(PlausibilityFindings.Of(limited, [], null)[^1].Code, Is.EqualTo("linked-records-not-all-looked-at"), "nobody may take silence for agreement");
        }
    }

    [Test]
    public void A_file_that_is_too_much_alone_is_not_looked_at_whichever_thread_read_it()
    {
        var (records, patients, asAt) = Made(5, 300);

        Assert.That(Count(records, patients, asAt, 8, true, limit: 50, forward: true).LinkedMarks, Is.Empty);
        Assert.That(Count(records, patients, asAt, 8, true, limit: 50, forward: true).LinkingStoppedAt, Is.EqualTo(new Place("file 0")));
    }

    [Test]
    public void More_fields_than_there_is_room_for_are_refused() => Assert.That(
        () => new MeasurePlan([], 0, PeriodKind.Year, Dictionary["fracture_date"], [], [])
        {
            BetweenRecordsRules = [Rules[0] with { Same = [.. Enumerable.Range(0, BetweenRecordsRule.MostFields + 1).Select(i => new Field($"f{i}", FieldType.Code, "", "") { Provenance = Rules[0].Provenance })] }],
        },
        Throws.ArgumentException);

    // Few patients, few codes and few days, so that records meet.
    private static (Record[] Records, int[] Patients, int AsAt) Made(int seed, int count)
    {
        var random = new Random(seed);
        string Pick(params string[] codes) => codes[random.Next(codes.Length)];
        Record[] records =
        [
            .. Enumerable.Range(0, count).Select(_ => Record.Of(Dictionary, new Dictionary<string, string>
            {
                ["fracture_site"] = Pick("hip", "hip", "wrist", "not_known", ""),
                ["fracture_side"] = Pick("left", "right", ""),
                ["fracture_date"] = random.Next(8) == 0 ? "" : new DateOnly(2025, 1, 1).AddDays(random.Next(60)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            }.Where(value => value.Value.Length > 0).ToDictionary())),
        ];
        return (records, [.. records.Select(_ => random.Next(count / 5))], new DateOnly(2025, 2, 20).DayNumber);
    }

    private static bool IsMarked(RecordPairs pairs, Record[] records, int[] patients, int row) => patients[row] != 0 && pairs.IsLaterOfTwo(
        records[row], Order(row), [.. Enumerable.Range(0, records.Length).Where(other => other != row && patients[other] == patients[row]).Select(other => (records[other], Order(other)))]);

    // By file, then by row.
    private static long Order(int row) => ((long)(row % Files) << 32) + row;

    private static BetweenRecordsRule Rule(string name, string when) =>
        new(name, Severity.Warning, "", "", DefinitionText.Condition(when, Dictionary)) { Provenance = new Provenance("made for tests", ProvenanceStatus.Inferred) };

    private static string Line(LinkedMark mark) => $"{mark.Source.File} {mark.Rule.Name}: {mark.Records} at {string.Join(' ', mark.Rows)}";

    private static Cube Count(IReadOnlyList<Record> records, IReadOnlyList<int> patients, int asAt, int batchSize, bool parallel, int limit = 1_000_000, bool forward = false)
    {
        var plan = new MeasurePlan([], asAt, PeriodKind.Year, Dictionary[FieldNames.FractureDate], [], []) { BetweenRecordsRules = Rules, MostLinkedRecords = limit };
        var layout = plan.LayoutFrom(Dictionary);
        var total = new Cube(plan);
        foreach (var part in forward ? Enumerable.Range(0, Files) : Enumerable.Range(0, Files).Reverse())
        {
            var engine = new ColumnarEngine(plan, layout);
            RecordBatch[] batches =
            [
                .. Enumerable.Range(0, records.Count).Where(row => row % Files == part).Reverse().Chunk(batchSize).Select(rows =>
                {
                    var batch = new RecordBatch(layout, batchSize, withPatients: true) { Part = part, Source = new Place($"file {part}") };
                    foreach (var row in rows)
                    {
                        records[row].AddTo(batch, site: 0, row);
                        batch.Patients![batch.Count - 1] = (UInt128)patients[row];
                    }

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
