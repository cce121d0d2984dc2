using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;
using static FlsAudit.UnitTests.Measures.CountedRecords;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Measures;

/// <summary>Records counted once more in crossed groups, against judging and grouping them one by one.</summary>
public sealed class StrataTests
{
    private static readonly Strata Crossed = new([Breakdown.Of(Dictionary["fracture_side"]), Breakdown.Of(Dictionary["treatment"])]);

    private static readonly MeasurePlan Plan = new(
        [
            Language.Measure("population: age_at_fracture >= 48\nnumerator: assessment_date within 20 days of fracture_date\ndue: 20 days after fracture_date", "in-time"),
            Language.Measure("kind: duration\ngap: days(fracture_date, assessment_date)\ndue: 15 days after fracture_date", "wait"),
        ],
        Testing.RandomDefinitions.FirstDay + 45, PeriodKind.Month, Dictionary["fracture_date"], [], [])
    {
        Strata = Crossed,
    };

    private static readonly PlanItem InTime = Plan.Items[0];

    [Test]
    public void Every_group_has_a_number_of_its_own_and_the_number_tells_the_categories()
    {
        // Two sides and no side, four treatments and none: 3 times 5 groups.
        var numbers =
            (from side in Enumerable.Range(-1, 3)
             from treatment in Enumerable.Range(-1, 5)
             select (Number: Crossed.NumberOf(position => position == 0 ? side : treatment), Categories: new[] { side, treatment })).ToList();

        Assert.That(numbers.Select(entry => entry.Number).Order(), Is.EqualTo(Enumerable.Range(0, 15)));
        foreach (var (number, categories) in numbers) Assert.That(Crossed.CategoriesOf(number), Is.EqualTo(categories));
    }

    [Property(MaxTest = 20)]
    public void Both_engines_count_the_same_in_every_group(int seed)
    {
        var records = Random(seed, 150, sites: 2);
        var cube = Count(Plan, records);
        var engine = new ReferenceEngine(Plan.AsAt);
        var groups = records.GroupBy(sent => CellKey.OfStratum(sent.Site, Crossed.NumberOf(position => engine.Categorise(Crossed.Breakdowns[position], sent.Record)))).ToList();

        Assert.That(cube.Keys.Where(key => key.Breakdown == CellKey.Crossed), Is.EquivalentTo(groups.Select(group => group.Key)));
        foreach (var group in groups)
        {
            Outcome[] outcomes = [.. group.Select(sent => engine.Judge(InTime.Measure, InTime.Part, sent.Record).Outcome)];
            var tally = cube[group.Key, InTime];
            Assert.That(
                (tally.Met, tally.NotMet, tally.UnknownNumerator + tally.UnknownEligibility, tally.NotDue, tally.NotInPopulation),
                Is.EqualTo((Of(Outcome.Met), Of(Outcome.NotMet), Of(Outcome.Unknown), Of(Outcome.NotDue), Of(Outcome.NotInPopulation))));
            long Of(Outcome outcome) => outcomes.Count(other => other == outcome);
        }
    }

    [Property(MaxTest = 20)]
    public void The_groups_of_a_site_add_up_to_its_whole(int seed)
    {
        var cube = Count(Plan, Random(seed, 150, sites: 3));

        for (var site = 0; site < 3; site++)
            Assert.That(Sum(cube, site, CellKey.Crossed), Is.EqualTo(Sum(cube, site, CellKey.Whole)));
    }

    [Property(MaxTest = 10)]
    public void Order_and_threads_make_no_difference(int seed)
    {
        var records = Random(seed, 120, sites: 3);

        Assert.That(Told(Count(Plan, records.Reverse(), 7, parallel: true)), Is.EqualTo(Told(Count(Plan, records))));
    }

    [Test]
    public void Only_shares_are_counted_in_groups()
    {
        var cube = Count(Plan, Random(1, 100, sites: 1));

        Assert.That(cube.Keys.Where(key => key.Breakdown == CellKey.Crossed).Select(key => cube[key, Plan.Items[1]]), Is.Not.Empty.And.All.EqualTo(Tally.Empty));
    }

    [Test]
    public void A_first_episode_is_counted_in_its_group_once_it_is_known_to_be_the_first()
    {
        var measure = InTime.Measure with { Unit = CountedUnit.PatientFirstEpisode };
        var plan = new MeasurePlan([measure], Plan.AsAt, PeriodKind.Month, Dictionary["fracture_date"], [], []) { Strata = Crossed };
        var cube = Count(plan, Random(1, 100, sites: 1));
        cube.Settle();

        Assert.That(Sum(cube, 0, CellKey.Crossed), Is.EqualTo(Sum(cube, 0, CellKey.Whole)));
    }

    [Test]
    public void Without_groups_nothing_more_is_counted()
    {
        var plan = new MeasurePlan([InTime.Measure], Plan.AsAt, PeriodKind.Month, Dictionary["fracture_date"], [], []);

        Assert.That(Count(plan, Random(1, 100, sites: 1)).Keys.Select(key => key.Breakdown), Is.Not.Empty.And.All.EqualTo(CellKey.Whole));
    }

    private static Tally Sum(Cube cube, int site, int breakdown) =>
        cube.Keys.Where(key => key.Site == site && key.Breakdown == breakdown).Aggregate(Tally.Empty, (sum, key) => sum.Merge(cube[key, cube.Plan.Items[0]]));
}
