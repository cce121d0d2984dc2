using FlsAudit.Analysis;
using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
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
        foreach (var policy in new[] { "not-met", "leave-out" })
        {
            var random = new RandomDefinitions(TestDictionary.Small, seed);
            var measure = Language.Measure($"population: {random.Condition(1)}\nexclude: [{{reason: x, when: \"{random.Condition(1)}\"}}]\nnumerator: {random.Condition(2)}\ndue: 20 days after fracture_date\nunknown: {policy}");
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
            var measure = Language.Measure($"population: {random.Condition(1)}\nnumerator: {random.Condition(2)}\ndue: 20 days after fracture_date");
            foreach (var result in Analysed(measure, CountedRecords.Random(seed, 20, Sites)).Results) seen.Add(result.Status);
        }

        Assert.That(seen, Is.SupersetOf(new[] { ResultStatus.Ok, ResultStatus.NoCases, ResultStatus.NotDue, ResultStatus.Unknown }));
    }

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
