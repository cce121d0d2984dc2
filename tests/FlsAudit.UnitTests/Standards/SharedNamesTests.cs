namespace FlsAudit.UnitTests.Standards;

/// <summary>Parameters of a set and conditions that measures share: what they stand for, and what is wrong with them.</summary>
public sealed class SharedNamesTests
{
    private const string SetHead = "set: tests\ntitle: Tests\nsource: {title: made for tests, status: inferred}\nmeasures: [tested, second]\n";

    private TemporaryStandards folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryStandards();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_parameter_stands_for_its_value_wherever_such_a_thing_stands()
    {
        folder.Write("measures/tests/set.yaml", SetHead + """
            parameters:
              - {name: window, value: 12 weeks, meaning: The window., status: verified}
              - {name: youngest, value: 50, meaning: The youngest., status: recalled}
              - {name: sides, value: "left, right", meaning: Both sides., status: verified}
            """);
        folder.Write("measures/tests/tested.yaml", MeasureYaml.Proportion
            .Replace("90 days after", "$window after").Replace("within 90 days", "within $window").Replace(">= 50", ">= $youngest and fracture_side in ($sides)"));

        var measure = folder.Read().FindMeasure("tested")!;

        Assert.That(measure.Population.Text, Is.EqualTo("age_at_fracture >= 50 and fracture_side in (left, right)"));
        Assert.That(measure.Parts[0].Numerator!.Text, Is.EqualTo("assessment_date within 12 weeks of fracture_date"));
        Assert.That(measure.Parts[0].Due!.Days, Is.EqualTo(12 * 7));
        Assert.That(measure.Parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "window", "youngest", "sides" }));
        Assert.That(measure.WeakestProvenance, Is.EqualTo(FlsAudit.Model.ProvenanceStatus.Inferred), "of the measure's own source, the weakest here");
    }

    [Test]
    public void A_shared_condition_stands_for_the_whole_of_it_in_brackets()
    {
        folder.Write("conditions/age.yaml", """
            group: age
            conditions:
              - {name: fifty, meaning: Fifty or over., when: age_at_fracture >= 50}
              - {name: either, meaning: Fifty or a side., when: fifty or fracture_side = left}
            """);
        folder.Write("measures/tests/tested.yaml", MeasureYaml.Proportion.Replace("population: age_at_fracture >= 50", "population: not either and fracture_date is known"));

        Assert.That(folder.Read().FindMeasure("tested")!.Population.Text, Is.EqualTo("not ((age_at_fracture >= 50) or fracture_side = left) and fracture_date is known"));
    }

    [Test]
    public void A_condition_of_a_set_uses_its_parameters_which_then_count_as_used_by_the_measure()
    {
        folder.Write("measures/tests/set.yaml", SetHead + """
            parameters:
              - {name: youngest, value: 50, meaning: The youngest., status: recalled}
            conditions:
              - {name: old_enough, meaning: Old enough., when: age_at_fracture >= $youngest}
            """);
        folder.Write("measures/tests/tested.yaml", MeasureYaml.Proportion.Replace("population: age_at_fracture >= 50", "population: old_enough"));

        var measure = folder.Read().FindMeasure("tested")!;

        Assert.That(measure.Population.Text, Is.EqualTo("age_at_fracture >= 50"));
        Assert.That(measure.Parameters.Single().Name, Is.EqualTo("youngest"));
    }

    [TestCase("parameters:\n  - {name: window, value: 12 moons, meaning: m, status: verified}", "'12 moons' is no value of a parameter")]
    [TestCase("parameters:\n  - {name: window, value: 12, meaning: m, status: verified}", "the parameter 'window' is used nowhere.")]
    [TestCase("parameters:\n  - {name: window, value: 12, meaning: m}", "the key 'status' is missing.")]
    [TestCase("conditions:\n  - {name: fracture_date, meaning: m, when: age_at_fracture >= 50}", "the name 'fracture_date' is taken by a field or another condition.")]
    [TestCase("conditions:\n  - {name: known, meaning: m, when: age_at_fracture >= 50}", "'known' is no name of a condition")]
    [TestCase("conditions:\n  - {name: unused, meaning: m, when: age_at_fracture >= 50}", "the condition 'unused' is used nowhere.")]
    [TestCase("conditions:\n  - {name: odd, meaning: m, when: age_at_fracture >= $window}", "the set has no parameter '$window'")]
    [TestCase("by: [side]", "there is no breakdown 'side'")]
    [TestCase("deaths_before_window: exclude", "the set says that deaths are excluded, and no measure of it has 'follow_up: true'.")]
    public void What_is_wrong_with_a_shared_name_is_told(string lines, string problem)
    {
        folder.Write("measures/tests/set.yaml", SetHead + lines);

        Assert.That(folder.Problems(), Has.Some.Contains(problem));
        Assert.That(folder.Problems(), Has.All.StartsWith("measures/tests/set.yaml("));
    }

    [Test]
    public void A_misspelt_name_in_a_measure_is_told_with_the_nearest()
    {
        folder.Write("conditions/age.yaml", "group: age\nconditions:\n  - {name: old_enough, meaning: m, when: age_at_fracture >= 50}\n");
        folder.Write("measures/tests/tested.yaml", MeasureYaml.Proportion.Replace("population: age_at_fracture >= 50", "population: old_enugh").Replace("within 90 days", "within $windw"));

        Assert.That(folder.Problems(), Is.EqualTo(new[]
        {
            "measures/tests/tested.yaml(8,13): there is no field 'old_enugh'; did you mean 'old_enough'?",
            "measures/tests/tested.yaml(8,22): expected a comparison (= != < <= > >=), 'in', 'is', 'within' or 'on or after', found the end.",
            "measures/tests/tested.yaml(9,35): the set has no parameter '$windw'",
            "measures/tests/tested.yaml(9,42): expected a number, found 'of'.",
        }));
    }
}
