using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Measures;
using FlsAudit.UnitTests.Specifications;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Sites against what all of them reach with patients alike.</summary>
public sealed class StandardisationTests
{
    private static readonly MeasureDefinition Treated = Language.Measure("numerator: treatment = recommended\nunknown: not-met");

    // a has mostly hips, of which few are treated anywhere; b has mostly wrists.
    private const string TwoMixes = """
        site | n  | fracture_site | treatment
        a    | 20 | hip           | recommended
        a    | 60 | hip           | declined
        a    | 15 | wrist         | recommended
        a    | 5  | wrist         | declined
        b    | 4  | hip           | recommended
        b    | 16 | hip           | declined
        b    | 60 | wrist         | recommended
        b    | 20 | wrist         | declined
        """;

    [Test]
    public void A_site_with_difficult_patients_is_held_against_difficult_patients()
    {
        var (a, b) = Both(TwoMixes);

        // Hips 24 of 100, wrists 75 of 100. a: 80 hips and 20 wrists = 19.2 + 15 = 34.2 expected, 35 seen. b: 20 and 80 = 4.8 + 60 = 64.8 expected, 64 seen.
        Assert.That((a.Observed, b.Observed), Is.EqualTo((35.0, 64.0)));
        Assert.That(a.Expected, Is.EqualTo(34.2).Within(1e-12));
        Assert.That(b.Expected, Is.EqualTo(64.8).Within(1e-12));
        Assert.That(a.Ratio, Is.EqualTo(35 / 34.2).Within(1e-12));

        // Pooled 99 of 200 = 49.5 %: plain values are 35 % and 64 %, standardised ones nearly the same.
        Assert.That(a.Percentage, Is.EqualTo(49.5 * 35 / 34.2).Within(1e-9));
        Assert.That(b.Percentage, Is.EqualTo(49.5 * 64 / 64.8).Within(1e-9));
    }

    [Test]
    public void The_limits_are_Byars_from_ten_on()
    {
        var (a, _) = Both(TwoMixes);

        // Byar: O(1 - 1/(9O) - z/(3√O))³ and (O + 1)(1 - 1/(9(O + 1)) + z/(3√(O + 1)))³, over E.
        const double Z = 1.959963984540054;
        var lower = 35 * Math.Pow(1 - (1 / (9 * 35.0)) - (Z / (3 * Math.Sqrt(35))), 3) / 34.2;
        var upper = 36 * Math.Pow(1 - (1 / (9 * 36.0)) + (Z / (3 * Math.Sqrt(36))), 3) / 34.2;
        Assert.That((a.RatioLimits95!.Lower, a.RatioLimits95.Upper), Is.EqualTo((lower, upper)).Using<double>((x, y) => Math.Abs(x - y) < 1e-9));
        Assert.That(a.PercentageLimits95!.Upper, Is.EqualTo(upper * 49.5).Within(1e-9));
    }

    [Test]
    public void A_record_that_does_not_say_is_in_a_group_of_its_own()
    {
        var (a, b) = Both(TwoMixes + "\na | 10 | | recommended\nb | 10 | | declined");

        // Not recorded 10 of 20: five more are expected at either.
        Assert.That((a.Expected, b.Expected), Is.EqualTo((39.2, 69.8)).Using<double>((x, y) => Math.Abs(x - y) < 1e-9));
        Assert.That((a.NotRecorded, a.Strata), Is.EqualTo((10.0, 3)));
    }

    [Test]
    public void Nothing_expected_is_no_ratio_and_says_so()
    {
        // The only site with hips treats none of them: of its records nobody expects anything.
        var (a, b) = Both("site | n | fracture_site | treatment\na | 7 | hip | declined\nb | 7 | wrist | recommended");

        Assert.That((a.Observed, a.Expected, a.Ratio, a.Percentage, a.Status), Is.EqualTo((0.0, 0.0, (double?)null, (double?)null, ResultStatus.NotComputed)));
        Assert.That(a.Method, Does.StartWith("not computed: "));
        Assert.That(b.Ratio, Is.EqualTo(1.0));
    }

    [Test]
    public void Without_groups_nothing_is_standardised() => Assert.That(Audit.Of(Treated, TwoMixes).Standardised, Is.Empty);

    [Test]
    public void One_site_is_not_held_against_itself() =>
        Assert.That(new Audit { Measures = [Treated], Records = "site | n | fracture_site | treatment\na | 7 | hip | declined", StandardiseBy = ["fracture_site"] }.Run().Standardised, Is.Empty);

    [Property(MaxTest = 40)]
    public void It_is_what_grouping_the_judgements_one_by_one_gives_and_expected_adds_up_to_observed(int seed, bool leavesOut)
    {
        var definition = Language.Measure("population: age_at_fracture >= 40\nnumerator: assessment_date within 20 days of fracture_date\ndue: 20 days after fracture_date");
        var measure = definition with { Unknown = leavesOut ? UnknownPolicy.LeaveOut : UnknownPolicy.NotMet };
        var records = CountedRecords.Random(seed, 200, sites: 3);
        var asAt = RandomDefinitions.FirstDay + 45;
        Breakdown[] by = [Breakdown.Of(TestDictionary.Small["fracture_side"]), Breakdown.Of(TestDictionary.Small["fracture_site"])];
        var results = Analysed(measure, records, asAt, by).Standardised;

        var engine = new ReferenceEngine(asAt);
        var judged = records.Select(sent => (sent.Site, Group: (engine.Categorise(by[0], sent.Record), engine.Categorise(by[1], sent.Record)), Judgement: engine.Judge(measure, measure.Parts[0], sent.Record)))
            .Where(item => item.Judgement.Outcome is Outcome.Met or Outcome.NotMet || (!leavesOut && item.Judgement is { Outcome: Outcome.Unknown, Deciding.Clause: Clause.Numerator }))
            .Select(item => (item.Site, item.Group, Met: item.Judgement.Outcome == Outcome.Met, Known: item.Judgement.Outcome != Outcome.Unknown))
            .ToList();

        // A site of which no record says anything is not compared.
        int[] compared = [.. judged.Where(item => item.Known).Select(item => item.Site).Distinct().Order()];
        judged = [.. judged.Where(item => compared.Contains(item.Site))];
        Assert.That(results.Select(result => result.Site), Is.EqualTo(compared.Length < 2 ? [] : compared.Select(site => $"site-{site}")));
        foreach (var result in results)
        {
            var mine = judged.Where(item => $"site-{item.Site}" == result.Site).ToList();
            var expected = mine.Sum(item => judged.Where(other => other.Group == item.Group).Average(other => other.Met ? 1.0 : 0));
            Assert.That((result.Observed, result.Denominator), Is.EqualTo(((double)mine.Count(item => item.Met), (double)mine.Count)));
            Assert.That(result.Expected, Is.EqualTo(expected).Within(1e-9));
        }

        Assert.That(results.Sum(result => result.Expected), Is.EqualTo(results.Sum(result => result.Observed)).Within(1e-9));
    }

    private static ReleasedReport Analysed(MeasureDefinition measure, IEnumerable<Sent> records, int asAt, IReadOnlyList<Breakdown> by)
    {
        var sites = new SiteTable();
        for (var site = 0; site < 3; site++) sites.NumberOf($"site-{site}");
        var plan = new MeasurePlan([measure], asAt, PeriodKind.Month, TestDictionary.Small["fracture_date"], [], []) { Strata = new Strata(by) };
        var set = new StandardSet("tests", "Tests", measure.Provenance, [measure]) { ExcludesDeathsBeforeWindow = false };
        return Disclosure.Release(Benchmark.Analyse(new BenchmarkRequest { Cube = CountedRecords.Count(plan, records), Sites = sites, Sets = [set] }), DisclosurePolicy.Internal);
    }

    private static (StandardisedResult A, StandardisedResult B) Both(string records)
    {
        var results = new Audit { Measures = [Treated], Records = records, StandardiseBy = ["fracture_site"] }.Run().Standardised;
        return (results[0], results[1]);
    }
}
