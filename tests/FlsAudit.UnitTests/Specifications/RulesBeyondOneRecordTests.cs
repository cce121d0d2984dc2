using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>Every shipped rule between records and on mistyped years: its worked cases, and what they must show together.</summary>
public sealed class RulesBeyondOneRecordTests
{
    private static readonly FieldDictionary Dictionary = ShippedStandards.Folder.Dictionary;

    private static IEnumerable<TestCaseData> Between => ShippedStandards.Folder.BetweenRecordsRules.Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Name));

    private static IEnumerable<TestCaseData> Years => ShippedStandards.Folder.YearRules.Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Name));

    [TestCaseSource(nameof(Between))]
    public void Cases_of_rules_between_records_hold_pair_by_pair_and_on_the_columnar_engine(BetweenRecordsRule rule)
    {
        Assert.That(WorkedCaseRun.Run(rule, Dictionary).Where(result => !result.Passed).Select(result => result.Explanation), Is.Empty);
        Assert.That(rule.Cases.Select(workedCase => workedCase.Expected).Distinct(), Is.EquivalentTo(BetweenRecordsRule.Answers));
    }

    [TestCaseSource(nameof(Between))]
    public void Moving_the_days_or_leaving_out_a_field_breaks_a_case(BetweenRecordsRule rule)
    {
        (string Change, BetweenRecordsRule Changed)[] neighbours =
        [
            .. rule.Days is { } days ? new[] { ("a day more", rule with { Days = days + 1 }), ("no days", rule with { Days = null }) } : [],
            .. rule.Days is > 0 ? new[] { ("a day less", rule with { Days = rule.Days - 1 }) } : [],
            .. rule.Same.Select(field => ($"{field.Name} need not agree", rule with { Same = [.. rule.Same.Where(other => other != field)] })),
            .. rule.Differ.Select(field => ($"{field.Name} is not looked at", rule with { Differ = [.. rule.Differ.Where(other => other != field)] })),
            .. Definitions.Neighbours(rule.When).Select(change => (change.Change, rule with { When = change.Changed })),
        ];

        Assert.That(neighbours, Is.Not.Empty);
        Assert.That(neighbours.Where(neighbour => WorkedCaseRun.Run(neighbour.Changed, Dictionary).All(result => result.Passed)).Select(neighbour => neighbour.Change), Is.Empty, "changes that every case survives");
    }

    [TestCaseSource(nameof(Years))]
    public void Cases_of_rules_on_years_hold_and_show_a_repair_and_none(YearRule rule)
    {
        Assert.That(WorkedCaseRun.Run(rule, Dictionary).Where(result => !result.Passed).Select(result => result.Explanation), Is.Empty);
        Assert.That(rule.Cases.Select(workedCase => workedCase.Expected), Does.Contain(YearRule.Kept).And.Some.Not.EqualTo(YearRule.Kept));
    }

    [TestCaseSource(nameof(Years))]
    public void Moving_a_window_by_a_day_or_a_number_by_one_breaks_a_case(YearRule rule)
    {
        IEnumerable<(string Change, YearRule Changed)> neighbours = rule.Fracture is { } fracture
            ?
            [
                ("one more day", rule with { Fracture = fracture with { Latest = fracture.Latest + 1 } }),
                ("one day less", rule with { Fracture = fracture with { Latest = fracture.Latest - 1 } }),
                ("one date more", rule with { Fracture = fracture with { Fewest = fracture.Fewest + 1 } }),
                ("one date less", rule with { Fracture = fracture with { Fewest = fracture.Fewest - 1 } }),
            ]
            :
            [
                ("later by a day", With(rule, date => date with { Latest = date.Latest + 1 })),
                ("earlier by a day", With(rule, date => date with { Latest = date.Latest - 1 })),
                ("begins a day later", With(rule, date => date with { Earliest = date.Earliest + 1 })),
                ("before the fracture or not", With(rule, date => date with { MayBeBefore = !date.MayBeBefore })),
                .. rule.Dates[0].Earliest > 0 ? new[] { ("begins a day earlier", With(rule, date => date with { Earliest = date.Earliest - 1 })) } : [],
            ];

        Assert.That(neighbours.Where(neighbour => WorkedCaseRun.Run(neighbour.Changed, Dictionary).All(result => result.Passed)).Select(neighbour => neighbour.Change), Is.Empty, "changes that every case survives");
    }

    [Test]
    public void A_day_of_death_the_next_fracture_and_the_date_of_claims_are_never_repaired()
    {
        var repairable = ShippedStandards.Folder.YearRepairs.Fields;
        var dates = Dictionary.Fields.Where(field => field.Type == FieldType.Date).Select(field => field.Name);

        Assert.That(dates.Except(repairable), Is.EquivalentTo(new[] { "death_date", "refracture_date", "episode_date" }));
    }

    [Test]
    public void A_suspect_year_is_one_that_a_rule_marks_as_it_is()
    {
        // Whatever is repairable is before the fracture or after the as-at date, and both are marked.
        var folder = ShippedStandards.Folder;
        foreach (var date in folder.YearRepairs.Dates)
        {
            Assert.That(folder.PlausibilityRules.Where(rule => rule.Name == "date-after-as-at").Select(rule => rule.Field!.Name), Does.Contain(date.Field));
            if (!date.MayBeBefore) Assert.That(folder.PlausibilityRules.Where(rule => rule.Name == "date-before-fracture").Select(rule => rule.Field!.Name), Does.Contain(date.Field));
        }
    }

    private static YearRule With(YearRule rule, Func<YearRepair, YearRepair> change) => rule with { Dates = [.. rule.Dates.Select(change)] };
}
