namespace FlsAudit.UnitTests.Standards;

/// <summary>Declared breakdowns: what is wrong with them.</summary>
public sealed class BreakdownTests
{
    private const string Sound = """
        name: group
        title: Group
        source: {title: made for tests, status: inferred}
        categories:
          - {name: left, label: Left, when: fracture_side = left}
          - {name: old, label: Old, when: age_at_fracture >= 80}
        cases: |
          fracture_side | age_at_fracture | as_at      | expect  | why
          left          | 90              | 2025-12-31 | left    | the first that holds
          right         | 90              | 2025-12-31 | old     | not left, and old
          right         | 50              | 2025-12-31 | missing | neither
                        | 90              | 2025-12-31 | missing | may be left
        """;

    private TemporaryStandards folder = null!;

    [SetUp]
    public void Make() => folder = new TemporaryStandards();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_breakdown_is_read_with_its_categories_and_cases()
    {
        folder.Write("breakdowns/group.yaml", Sound);

        var breakdown = folder.Read().Breakdowns.Single();

        Assert.That(breakdown.Categories.Select(category => category.Name), Is.EqualTo(new[] { "left", "old" }));
        Assert.That(FlsAudit.Measures.WorkedCaseRun.Run(breakdown, folder.Read().Dictionary).Select(result => result.Passed), Is.All.True);
    }

    [TestCase("name: group", "name: fracture_side", "the name 'fracture_side' is taken by a field or a condition.")]
    [TestCase("name: group", "name: grup", "the file of the breakdown 'grup' must be named grup.yaml.")]
    [TestCase("name: old, label", "name: left, label", "the category 'left' stands twice.")]
    [TestCase("name: old, label", "name: missing, label", "'missing' is no name of a category")]
    [TestCase("age_at_fracture >= 80", "fracture_side = left and age_at_fracture >= 80", "no record can be in the category 'old': it contradicts itself, or every record that it is about may belong to one before it.")]
    [TestCase("age_at_fracture >= 80", "age >= 80", "there is no field 'age'")]
    [TestCase("| old     |", "| older   |", "'older' is no category; expected left, old, missing")]
    public void What_is_wrong_with_a_breakdown_is_told(string text, string replacement, string problem)
    {
        folder.Write("breakdowns/group.yaml", Sound.Replace(text, replacement));

        Assert.That(folder.Problems(), Has.Some.Contains(problem));
        Assert.That(folder.Problems(), Has.All.StartsWith("breakdowns/group.yaml("));
    }
}
