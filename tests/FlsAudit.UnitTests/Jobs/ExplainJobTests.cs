using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>Why a record counts or does not, down to the single tests and the fields that they read.</summary>
public sealed class ExplainJobTests
{
    private const string Headings = "record_id,site,patient_id,age_at_fracture,fracture_date,fracture_site,low_trauma,attendance,assessment_date";
    private const string AsAt = "2025-12-31";

    private ExportFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ExportFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Every_clause_that_was_looked_at_is_taken_apart_to_its_single_tests()
    {
        // 2025-01-01 and 87 days are 2025-03-29: inside 90 days.
        var part = Explain("fls-db-4", "7,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29");

        Assert.That(part.Outcome, Is.EqualTo("met"));
        Assert.That(part.Clauses.Select(clause => (clause.Title, clause.Truth)), Is.EqualTo(new[] { ("population", Truth.True), ("due", Truth.True), ("numerator", Truth.True) }));
        Assert.That(part.Clauses[0].Tests.Select(test => (test.Depth, test.Text, test.Truth)), Is.EqualTo(new[]
        {
            (0, "and", Truth.True),
            (1, "age_at_fracture >= 50", Truth.True),
            (1, "not", Truth.True),
            (2, "fracture_site in (skull, face, digit)", Truth.False),
        }));
        Assert.That(part.Clauses[2].Tests.Single().Fields.Select(field => (field.Name, field.State)), Is.EqualTo(new[] { ("assessment_date", "recorded"), ("fracture_date", "recorded") }));
    }

    [Test]
    public void A_test_that_is_written_as_one_is_shown_as_one()
    {
        var numerator = Explain("iof-kpi-3", "7,North,P1,73,2025-01-01,hip,yes,,2025-03-29").Clauses[^1];

        Assert.That(numerator.Tests.Select(test => (test.Depth, test.Text, test.Truth)), Is.EqualTo(new[]
        {
            (0, "and", Truth.False),
            (1, "or", Truth.True),
            (2, "attendance is missing", Truth.True),
            (2, "attendance = attended", Truth.Unknown),
            (1, "assessment_date within 12 weeks of fracture_date", Truth.False),
        }));
    }

    [TestCase("2025-03-31", "not due", "The window closes on 2025-04-01, after the as-at date.")]
    [TestCase("2025-04-01", "met", "The window closed on 2025-04-01.")]
    public void The_last_day_of_the_window_is_named(string asAt, string outcome, string remark)
    {
        var part = Explain("fls-db-4", "7,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29", asAt);

        Assert.That((part.Outcome, part.Clauses.Single(clause => clause.Title == "due").Remark), Is.EqualTo((outcome, remark)));
    }

    [Test]
    public void Clauses_after_the_one_that_decides_are_said_not_to_be_looked_at() =>
        Assert.That(Explain("iof-kpi-3", "7,North,P1,73,2025-01-01,hip,no,attended,2025-03-29").NotLookedAt, Is.EqualTo(new[] { "further exclusions", "due", "numerator" }));

    [Test]
    public void The_exclusion_that_decides_is_named_with_its_reason()
    {
        var part = Explain("iof-kpi-3", "7,North,P1,73,2025-01-01,hip,no,attended,2025-03-29");

        Assert.That((part.Outcome, part.Decided), Is.EqualTo(("excluded", "exclusion: More than a low trauma: low_trauma = no")));
    }

    [TestCase("", "blank")]
    [TestCase("not_known", "recorded as not known")]
    [TestCase("often", "blank: its cell could not be read (code-not-recognised)")]
    public void A_field_that_decides_nothing_is_blank_or_not_known_or_was_not_read(string cell, string state)
    {
        var part = Explain("iof-kpi-3", $"7,North,P1,73,2025-01-01,hip,{cell},attended,2025-03-01");

        var field = part.Clauses.SelectMany(clause => clause.Tests).SelectMany(test => test.Fields).First(field => field.Name == "low_trauma");
        Assert.That((field.State, field.Value), Is.EqualTo((state, (string?)null)));
    }

    [Test]
    public void A_date_after_the_as_at_date_is_said_not_to_have_happened()
    {
        var part = Explain("fls-db-4", "7,North,P1,73,2025-01-01,hip,yes,attended,2026-01-02");

        Assert.That(part.Clauses[^1].Tests[0].Fields[0].State, Is.EqualTo("recorded, after the as-at date, so it has not happened yet"));
    }

    [Test]
    public void A_field_without_a_column_is_said_to_have_none()
    {
        var file = folder.Write("a.csv", "record_id,site,fracture_date", "7,North,2025-01-01");

        var population = Answer(Request(["fls-db-4"], AsAt, file), "7").Records.Single().Measures[0].Parts[0].Clauses[0];

        Assert.That(population.Tests[1].Fields[0].State, Is.EqualTo("blank: the export has no column for it"));
    }

    [Test]
    public void Values_are_there_only_when_they_are_asked_for()
    {
        var file = folder.Write("a.csv", Headings, "7,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29");
        var request = Request(["fls-db-4", "iof-kpi-3"], AsAt, file);

        static IEnumerable<string> Values(ExplainOutcome outcome) => outcome.Records.Single().Measures.SelectMany(measure => measure.Parts).SelectMany(part => part.Clauses)
            .SelectMany(clause => clause.Tests).SelectMany(test => test.Fields).Select(field => field.Value).OfType<string>().Distinct();

        Assert.That(Values(Answer(request, "7")), Is.Empty);
        Assert.That(Values(Answer(request with { Input = request.Input with { ShowValues = true } }, "7")), Is.EquivalentTo(new[] { "73", "2025-01-01", "hip", "yes", "attended", "2025-03-29" }));
    }

    [Test]
    public void An_id_at_two_sites_is_two_records_in_the_order_of_the_sites()
    {
        var file = folder.Write("a.csv", Headings, "7,South,P1,73,2025-01-01,hip,yes,attended,2025-03-29", "8,North,P2,73,2025-01-01,hip,yes,attended,", "7,North,P3,40,2025-01-01,hip,yes,attended,");

        var records = Answer(Request(["fls-db-4"], AsAt, file), "7").Records;

        Assert.That(records.Select(record => (record.Site, record.Place.Row, record.Measures[0].Parts[0].Outcome)), Is.EqualTo(new[] { ("North", 4L, "not in population"), ("South", (long?)2L, "met") }));
        Assert.That(Answer(Request(["fls-db-4"], AsAt, file) with { Site = "South" }, "7").Records.Single().Site, Is.EqualTo("South"));
    }

    [Test]
    public void A_record_is_found_by_its_place_and_an_id_that_says_who_somebody_is_is_not_repeated()
    {
        // 943 476 5919 is the example of an NHS number with its check digit.
        var file = folder.Write("a.csv", Headings, "9434765919,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29");
        var request = Request(["fls-db-4"], AsAt, file);

        Assert.That(Answer(request, "a.csv:2").Records.Single().Name, Is.EqualTo("a.csv:2"));
        Assert.That(Answer(request, "9434765919").Records.Single().Name, Is.EqualTo("a.csv:2"));
    }

    [Test]
    public void An_unknown_name_is_a_mistake_of_the_command_and_no_personal_one_is_repeated()
    {
        var request = Request(["fls-db-4"], AsAt, folder.Write("a.csv", Headings, "7,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29"));

        var plain = Assert.Throws<JobException>(() => ExplainJob.Record(request, "77"));
        var personal = Assert.Throws<JobException>(() => ExplainJob.Record(request, "9434765919"));

        Assert.That((plain!.ExitCode, plain.Message), Is.EqualTo((ExitCode.Usage, "There is no record '77' among the 1 rows read; give a record id as the export spells it, or its place such as 'a.csv:2'.")));
        Assert.That(personal!.Message, Does.StartWith("There is no record of that name among"));
    }

    [TestCase("8", "a.csv:3: out of range. The fracture date is after the as-at date.")]
    [TestCase("9", "a.csv:4: rejected. The site is blank.")]
    [TestCase("a.csv:4", "a.csv:4: rejected. The site is blank.")]
    public void A_record_whose_row_is_not_used_is_said_to_be_there_and_why(string name, string line)
    {
        var file = folder.Write("a.csv", Headings,
            "7,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29", "8,North,P1,73,2026-01-01,hip,yes,attended,", "9,,P1,73,2025-01-01,hip,yes,attended,");

        var stop = Assert.Throws<JobException>(() => ExplainJob.Record(Request(["fls-db-4"], AsAt, file), name));

        Assert.That(stop!.ExitCode, Is.EqualTo(ExitCode.Input));
        Assert.That(stop.Details, Is.EqualTo(new[] { line }));
    }

    [Test]
    public void An_earlier_submission_of_the_record_is_mentioned()
    {
        var first = folder.Write("a.csv", Headings, "7,North,P1,73,2025-01-01,hip,yes,attended,");
        var second = folder.Write("b.csv", Headings, "7,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29");

        var outcome = Answer(Request(["fls-db-4"], AsAt, first, second), "7");

        Assert.That(outcome.Records.Single().Place, Is.EqualTo(new Place("b.csv", null, 2)));
        Assert.That(outcome.NotUsed.Select(RowLine.Of), Is.EqualTo(new[] { "a.csv:2: Replaced by b.csv row 2." }));
    }

    [Test]
    public void A_measure_that_reads_no_records_points_to_the_answers_of_the_organisation()
    {
        var file = folder.Write("a.csv", Headings, "7,North,P1,73,2025-01-01,hip,yes,attended,2025-03-29");

        var measure = Answer(Request(["bpf-5"], AsAt, file), "7").Records.Single().Measures.Single();

        Assert.That(measure.Parts, Is.Empty);
        Assert.That(measure.Remark, Does.Contain("in organisation.yaml"));
    }

    [Test]
    public void A_part_that_a_measure_does_not_have_is_named_with_those_it_has()
    {
        var request = Request(["bpf-3"], AsAt, folder.Write("a.csv", Headings, "7,North,P1,73,2025-01-01,hip,yes,attended,")) with { Part = "within_9_weeks" };

        var stop = Assert.Throws<JobException>(() => ExplainJob.Record(request, "7"));

        Assert.That((stop!.ExitCode, stop.Message), Is.EqualTo((ExitCode.Usage, "The measure 'bpf-3' has no part 'within_9_weeks'; its parts are within_8_weeks, within_12_weeks, within_16_weeks.")));
    }

    private ExplainedPart Explain(string measure, string row, string asAt = AsAt) =>
        Answer(Request([measure], asAt, folder.Write("a.csv", Headings, row)), "7").Records.Single().Measures.Single().Parts.Single();

    private static ExplainOutcome Answer(ExplainRequest request, string name) => ExplainJob.Record(request, name);

    private static ExplainRequest Request(IReadOnlyList<string> measures, string asAt, params string[] files) =>
        new() { Input = ExportFolder.Input(files), AsAt = DateOnly.Parse(asAt, System.Globalization.CultureInfo.InvariantCulture), Measures = measures };
}
