using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>What <c>check</c> says of two records of one patient, and of what is a fact and no error.</summary>
public sealed class BetweenRecordFindingTests
{
    private const string Headings = "record_id,site,patient_id,age_at_fracture,fracture_date,fracture_site,fracture_side,on_treatment_at_fracture,treatment_start_date";
    private static readonly DateOnly AsAt = new(2025, 12, 31);

    private ExportFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ExportFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("hip,left", "2024-01-10", "hip,left", "2025-03-10", "same-hip-twice", Severity.Warning)]
    [TestCase("hip,left", "2025-03-10", "wrist,left", "2025-03-10", "same-event-several-records", Severity.Information)]
    [TestCase("wrist,left", "2025-01-10", "wrist,left", "2025-04-10", "recorded-again", Severity.Information)]
    public void The_later_record_is_a_finding_that_names_the_place_of_the_earlier_and_both_are_used(string one, string day, string other, string otherDay, string code, Severity severity)
    {
        var outcome = Check($"1,North,patient-7,73,{day},{one},,", $"2,North,patient-7,73,{otherDay},{other},,");

        var finding = outcome.Findings.Single(finding => finding.Code == code);
        Assert.That((finding.Severity, finding.Place, finding.Occurrences), Is.EqualTo((severity, new Place("a.csv", null, 3), 1L)));
        Assert.That(finding.ExampleRows, Is.EqualTo(new[] { 3L }));
        Assert.That(finding.Message, Does.EndWith("The first such record here follows a.csv:2."));
        Assert.That(FindingLine.Of(finding), Does.Not.Contain("patient-7"), "whose they are is never said");
        Assert.That(outcome.Reconciliations.Single().Used, Is.EqualTo(2));
        Assert.That(outcome.Findings.Select(other => other.Code).Where(IsBetween), Is.EqualTo(new[] { code }));
    }

    [Test]
    public void Records_in_two_files_are_held_against_each_other()
    {
        var first = folder.Write("a.csv", Headings, "1,North,P,73,2025-03-10,hip,left,,");
        var second = folder.Write("b.csv", Headings, "9,North,P,73,2024-03-10,hip,left,,");

        var finding = CheckJob.Run(ExportFolder.Input(first, second), AsAt).Findings.Single(finding => finding.Code == "same-hip-twice");

        Assert.That(finding.Place, Is.EqualTo(new Place("a.csv", null, 2)), "the later fracture, in whichever file");
        Assert.That(finding.Message, Does.EndWith("b.csv:2."));
    }

    [Test]
    public void Without_patients_nothing_is_held_against_anything() => Assert.That(
        Check("1,North,,73,2025-03-10,hip,left,,", "2,North,,73,2025-03-11,hip,left,,").Findings.Select(finding => finding.Code).Where(IsBetween), Is.Empty);

    [Test]
    public void The_same_number_at_another_site_is_somebody_else() => Assert.That(
        Check("1,North,P,73,2025-03-10,hip,left,,", "2,South,P,73,2025-03-11,hip,left,,").Findings.Select(finding => finding.Code).Where(IsBetween), Is.Empty);

    [Test]
    public void A_wash_out_leaves_out_what_was_recorded_again_and_then_there_is_nothing_to_mark()
    {
        var file = folder.Write("a.csv", Headings, "1,North,P,73,2025-03-10,hip,left,,", "2,North,P,73,2025-03-20,hip,left,,");

        var outcome = CheckJob.Run(ExportFolder.Input(file) with { WashOut = 90 }, AsAt);

        Assert.That(outcome.Findings.Select(finding => finding.Code), Does.Contain("washed-out").And.None.EqualTo("same-hip-twice").And.None.EqualTo("recorded-again"));
        Assert.That(outcome.Reconciliations.Single(), Is.EqualTo(new Reconciliation("a.csv", 1, 1, 0, 0) { Read = 2 }));
    }

    [TestCase("1,North,P,49,2025-03-10,hip,left,,", Description = "under 50")]
    [TestCase("1,North,P,18,2025-03-10,hip,left,,", Description = "young")]
    [TestCase("1,North,P,110,2025-03-10,hip,left,,", Description = "110 is in")]
    [TestCase("1,North,P,73,2025-03-10,hip,left,yes,2015-03-10", Description = "on treatment for ten years")]
    [TestCase("1,North,P,73,2025-03-10,hip,left,,2025-03-09", Description = "started the day before")]
    [TestCase("1,North,P,73,2025-03-10,hip,left,not_known,2024-03-10", Description = "started a year before, and nobody knows whether it went on")]
    public void A_fact_is_no_error_and_nothing_is_marked(string row) =>
        Assert.That(Check(row).Findings.Where(finding => finding.ExampleRows.Count > 0), Is.Empty);

    private static bool IsBetween(string code) => code is "same-hip-twice" or "same-event-several-records" or "recorded-again";

    private CheckOutcome Check(params string[] rows) => CheckJob.Run(ExportFolder.Input(folder.Write("a.csv", [Headings, .. rows])), AsAt);
}
