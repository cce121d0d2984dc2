using FlsAudit.Analysis;
using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Measures;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>
/// Rates of generated records worked out a second time, straight from the judgements of the reference engine and in the words of the design, without tallies
/// and cubes.
/// </summary>
public sealed class SecondOpinionTests
{
    private const int Sites = 4;
    private static readonly int AsAt = RandomDefinitions.FirstDay + 40;

    [Test]
    public void Every_cell_has_the_same_counts_status_and_value([Range(1, 25)] int seed)
    {
        foreach (var policy in new[] { UnknownPolicy.NotMet, UnknownPolicy.LeaveOut })
        {
            var random = new RandomDefinitions(TestDictionary.Small, seed);
            var measure = Of(random.Condition(1), random.Condition(1), random.Condition(2), policy);
            var records = CountedRecords.Random(seed, 150, Sites);
            var report = Analysed(measure, records);

            foreach (var site in Enumerable.Range(-1, Sites + 1))
            {
                foreach (var period in report.Periods.Append(Result.All))
                {
                    var expected = Naive(measure, records, site, period);
                    var result = report.Find("tested", site < 0 ? Result.All : $"site-{site}", period)!;
                    Assert.That((result.Counts, result.Status, result.Numerator, result.Denominator), Is.EqualTo(expected), $"seed {seed} {policy} site {site} {period}");
                    Assert.That(result.Value, Is.EqualTo(expected.Numerator * 100 / expected.Denominator));
                }
            }
        }
    }

    [Test]
    public void The_generated_cells_show_every_status()
    {
        var seen = new HashSet<ResultStatus>();
        for (var seed = 1; seed <= 25; seed++)
        {
            var random = new RandomDefinitions(TestDictionary.Small, seed);
            var measure = Of(random.Condition(1), null, random.Condition(2), UnknownPolicy.NotMet);
            foreach (var result in Analysed(measure, CountedRecords.Random(seed, 20, Sites)).Results) seen.Add(result.Status);
        }

        Assert.That(seen, Is.SupersetOf(new[] { ResultStatus.Ok, ResultStatus.NoCases, ResultStatus.NotDue, ResultStatus.Unknown }));
    }

    // Put together from conditions, since the reader refuses a population that holds for an empty record and a numerator that never holds.
    private static MeasureDefinition Of(string population, string? exclusion, string numerator, UnknownPolicy policy)
    {
        var measure = Language.Measure("numerator: treatment = recommended\ndue: 20 days after fracture_date");
        return measure with
        {
            Population = Condition(population),
            Exclusions = exclusion is null ? [] : [new Exclusion("x", Condition(exclusion))],
            Parts = [measure.Parts[0] with { Numerator = Condition(numerator) }],
            Unknown = policy,
        };
    }

    private static Expression Condition(string text) => DefinitionText.Condition(text, TestDictionary.Small);

    private static ReleasedReport Analysed(MeasureDefinition measure, IEnumerable<Sent> records)
    {
        var sites = new SiteTable();
        for (var site = 0; site < Sites; site++) sites.NumberOf($"site-{site}");
        var plan = new MeasurePlan([measure], AsAt, PeriodKind.Month, TestDictionary.Small["fracture_date"], [], []);
        var set = new StandardSet("tests", "Tests", measure.Provenance, [measure]) { ExcludesDeathsBeforeWindow = false };
        return Disclosure.Release(Benchmark.Analyse(new BenchmarkRequest { Cube = CountedRecords.Count(plan, records), Sites = sites, Sets = [set] }), DisclosurePolicy.Internal);
    }

    private static (OutcomeCounts Counts, ResultStatus Status, double? Numerator, double? Denominator) Naive(MeasureDefinition measure, IEnumerable<Sent> records, int site, string period)
    {
        (int Site, Judgement Judgement)[] judged =
        [
            .. records.Where(sent => (site < 0 || sent.Site == site) && (period == Result.All || PeriodOf(sent.Record) == period))
                .Select(sent => (sent.Site, new ReferenceEngine(AsAt).Judge(measure, measure.Parts[0], sent.Record))),
        ];
        long Of(Outcome outcome) => judged.Count(item => item.Judgement.Outcome == outcome);
        var counts = new OutcomeCounts(Of(Outcome.Met), Of(Outcome.NotMet), Of(Outcome.Unknown), Of(Outcome.Excluded), Of(Outcome.NotDue), Of(Outcome.NotInPopulation));

        var answered = judged.Where(item => item.Judgement.Outcome is Outcome.Met or Outcome.NotMet).ToArray();
        if (answered.Length > 0)
        {
            // Of sites with at least one answer, the unknown numerators count as well.
            var counted = measure.Unknown == UnknownPolicy.LeaveOut ? 0 : judged.Count(item =>
                item.Judgement is { Outcome: Outcome.Unknown, Deciding.Clause: Clause.Numerator } && answered.Any(other => other.Site == item.Site));
            return (counts, ResultStatus.Ok, counts.Met, answered.Length + counted);
        }

        var status = judged.Any(item => item.Judgement is { Outcome: Outcome.Unknown, Deciding.Clause: Clause.Numerator }) ? ResultStatus.Unknown
            : counts.NotDue > 0 ? ResultStatus.NotDue
            : counts.Unknown > 0 ? ResultStatus.Unknown
            : ResultStatus.NoCases;
        return (counts, status, null, null);
    }

    private static string PeriodOf(Record record) =>
        record[TestDictionary.Small["fracture_date"]] is { } day ? Period.Of(PeriodKind.Month, (int)day).Label : Result.UnknownPeriod;
}
