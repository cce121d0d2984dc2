using static FlsAudit.UnitTests.Standards.MeasureYaml;

namespace FlsAudit.UnitTests.Standards;

/// <summary>What is wrong with a table of worked cases, at the line of the file where it stands.</summary>
public sealed class WorkedCaseProblemTests
{
    private const string Heading = "  fracture_date | assessment_date | age_at_fracture | as_at      | expect | why";
    private const string Row = "  2025-01-01    | 2025-04-01      | 72              | 2025-12-31 | met    | day 90 is inside";

    [TestCase("  2025-01-01 | 2025-04-01 | 72 | 2025-12-31 | met", "tested.yaml(18,0): the row has 5 cells where the heading has 6.")]
    [TestCase("  2025-01-01 | 2025-04-01 | 72 | 2025-12-31 | meet | why", "tested.yaml(18,0): 'meet' is no outcome; expected met, not met, unknown, not due, excluded, not in population; did you mean 'met'?")]
    [TestCase("  2025-01-01 | 2025-04-01 | 72 | 31/12/2025 | met | why", "tested.yaml(18,0): 'as_at' must be a date such as 2025-12-31.")]
    [TestCase("  01/01/2025 | 2025-04-01 | 72 | 2025-12-31 | met | why", "tested.yaml(18,0): '01/01/2025' is no date for 'fracture_date'; expected a day such as 2025-12-31.")]
    [TestCase("  2025-01-01 | 2025-04-01 | old | 2025-12-31 | met | why", "tested.yaml(18,0): 'old' is no number for 'age_at_fracture'.")]
    [TestCase("  2025-01-01 | 2025-04-01 | NaN | 2025-12-31 | met | why", "tested.yaml(18,0): 'NaN' is no number for 'age_at_fracture'.")]
    [TestCase("  2025-01-01 | 2025-04-01 | 72 | 2025-12-31 | met |", "tested.yaml(18,0): 'why' is empty: a case without a reason teaches nothing.")]
    public void A_wrong_row_is_told_with_its_line_in_the_file(string row, string problem) =>
        Assert.That(Problems(With(Row, row)).Where(text => !text.Contains("no rows", StringComparison.Ordinal)), Is.EqualTo(new[] { problem }));

    [Test]
    public void Every_wrong_row_is_told()
    {
        var yaml = With(Row, Row, "  2025-01-01 | 2025-04-01 | 72", "  2025-01-01 | 2025-04-01 | 72 | 2025-12-31 | perhaps | why");

        Assert.That(Problems(yaml).Select(problem => problem.Split(':')[0]), Is.EqualTo(new[] { "tested.yaml(19,0)", "tested.yaml(20,0)" }));
    }

    [TestCase("  fracture_date | assessment_date | age_at_fractur | as_at      | expect | why", "tested.yaml(17,3): the column 'age_at_fractur' is no field; did you mean 'age_at_fracture'?")]
    [TestCase("  fracture_date | assessment_date | fracture_date | as_at      | expect | why", "tested.yaml(17,0): the column 'fracture_date' stands twice.")]
    [TestCase("  fracture_date | assessment_date | age_at_fracture | as_at      | expect | treatment", "tested.yaml(17,3): the table of cases has no column 'why'.")]
    public void A_wrong_column_is_told(string heading, string problem) =>
        Assert.That(Problems(With(Heading, heading)), Does.Contain(problem));

    [Test]
    public void A_table_without_rows_is_refused() =>
        Assert.That(Problems(With(Row)), Is.EqualTo(new[] { "tested.yaml(17,3): the table of cases has no rows." }));

    [Test]
    public void A_measure_without_cases_is_refused()
    {
        var yaml = Replace(Replace(With("cases: |"), Heading), Row);

        Assert.That(Problems(yaml), Is.EqualTo(new[] { "tested.yaml(1,1): the key 'cases' is missing." }));
    }

    [Test]
    public void A_case_of_a_part_that_is_not_there_is_told()
    {
        var yaml = Replace(With(Heading, Heading + " | part"), Row, Row + " | assesed");

        Assert.That(Problems(yaml), Is.EqualTo(new[] { "tested.yaml(18,0): the measure has no part 'assesed'" }));
    }

    [Test]
    public void Blank_lines_and_lines_of_dashes_count_as_lines_of_the_file()
    {
        var yaml = With(Row, "", "  ------|------", "  2025-01-01 | 2025-04-01 | 72 | 2025-12-31 | perhaps | why");

        Assert.That(Problems(yaml), Has.Count.EqualTo(1).And.Some.StartsWith("tested.yaml(20,0)"));
    }
}
