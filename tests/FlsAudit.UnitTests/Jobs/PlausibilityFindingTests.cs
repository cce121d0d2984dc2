using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>What <c>check</c> says of implausible values: each a finding with its place, and no value unless asked.</summary>
public sealed class PlausibilityFindingTests
{
    private const string Headings = "record_id,site,age_at_fracture,fracture_date,fracture_site,assessment_date,followup_16w_date,followup_52w_date,t_score";
    private static readonly DateOnly AsAt = new(2025, 12, 31);

    private ExportFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ExportFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("1,North,73,2025-03-10,hip,2025-03-09,,,", "date-before-fracture", Severity.Warning, "assessment_date")]
    [TestCase("1,North,111,2025-03-10,hip,,,,", "age-over-110", Severity.Warning, "age_at_fracture")]
    [TestCase("1,North,73,2025-03-10,hip,,2026-01-01,,", "date-after-as-at", Severity.Warning, "followup_16w_date")]
    [TestCase("1,North,73,2025-03-10,hip,,2025-07-01,2025-06-30,", "follow-ups-out-of-order", Severity.Warning, null, Description = "which of the two is wrong nobody knows")]
    [TestCase("1,North,73,2025-03-10,hip,,,,-25", "t-score-out-of-range", Severity.Warning, "t_score")]
    public void A_marked_record_is_a_finding_at_its_row_and_column_and_is_used(string row, string code, Severity severity, string? column)
    {
        var outcome = Check(AsAt, false, row);
        var finding = outcome.Findings.Single(finding => finding.Code == code);

        Assert.That((finding.Severity, finding.Place, finding.Occurrences), Is.EqualTo((severity, new Place("a.csv", null, 2, column), 1L)));
        Assert.That(finding.ExampleRows, Is.EqualTo(new[] { 2L }));
        Assert.That(finding.ExampleValues, Is.Empty);
        Assert.That(outcome.Reconciliations.Single().Used, Is.EqualTo(1), "a rule rejects nothing");
    }

    [Test]
    public void A_sound_record_is_marked_by_no_rule() => Assert.That(
        Check(AsAt, false, "1,North,73,2025-03-10,hip,2025-03-10,2025-07-01,2025-07-01,-2.5").Findings.Where(finding => finding.ExampleRows.Count > 0), Is.Empty);

    [Test]
    public void Values_are_shown_when_they_are_asked_for() => Assert.That(
        Check(AsAt, true, "1,North,73,2025-03-10,hip,2025-03-09,,,").Findings.Single(finding => finding.Code == "date-before-fracture").ExampleValues,
        Is.EqualTo(new[] { "assessment_date 2025-03-09, fracture_date 2025-03-10" }));

    [Test]
    public void All_are_counted_and_the_first_five_rows_named()
    {
        var finding = Check(AsAt, false, [.. Enumerable.Range(1, 7).Select(id => $"{id},North,111,2025-03-10,hip,,,,")]).Findings.Single(finding => finding.Code == "age-over-110");

        Assert.That(finding.Occurrences, Is.EqualTo(7));
        Assert.That(finding.ExampleRows, Is.EqualTo(new[] { 2L, 3, 4, 5, 6 }));
    }

    [Test]
    public void A_record_that_a_later_one_replaced_is_not_judged() => Assert.That(
        Check(AsAt, false, "1,North,111,2025-03-10,hip,,,,", "1,North,73,2025-03-10,hip,,,,").Findings.Where(finding => finding.Code == "age-over-110"), Is.Empty);

    [Test]
    public void Without_an_as_at_date_no_date_is_after_it() => Assert.That(
        Check(null, false, "1,North,73,2025-03-10,hip,,2999-01-01,,").Findings.Where(finding => finding.Code == "date-after-as-at"), Is.Empty);

    private CheckOutcome Check(DateOnly? asAt, bool showValues, params string[] rows) =>
        CheckJob.Run(ExportFolder.Input(folder.Write("a.csv", [Headings, .. rows])) with { ShowValues = showValues }, asAt);
}
