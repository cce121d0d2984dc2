using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>Rejected rows that come back: held until they are right, and counted once however often they are sent.</summary>
public sealed class CorrectionTests
{
    private const string Plain = "site,fracture_date,age_at_fracture\n";
    private const string ToCorrect = "flsaudit_row,flsaudit_reason,site,fracture_date,age_at_fracture\n";

    private ImportCase folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ImportCase();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_corrected_row_is_used_beside_the_export_that_it_was_rejected_from()
    {
        folder.Write("a.csv", Plain + "North,2025-01-01,71\n,2025-01-02,72\n");
        folder.Write("b.csv", ToCorrect + "a.csv:3 #0123,,North,2025-01-02,72\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["North; fracture_date=2025-01-01; age_at_fracture=71", "North; fracture_date=2025-01-02; age_at_fracture=72"]));
        Assert.That(imported.Result.Reconciliations, Is.EqualTo((Reconciliation[])
        [
            new("a.csv", Used: 1, Duplicate: 0, Rejected: 1, OutOfRange: 0) { Read = 2 },
            new("b.csv", Used: 1, Duplicate: 0, Rejected: 0, OutOfRange: 0) { Read = 1 },
        ]));
    }

    [Test]
    public void It_can_be_read_alone_and_its_two_own_columns_are_known_in_every_layout()
    {
        folder.Profiles = [SmallProfiles.Plain, SmallProfiles.British];
        folder.Write("b.csv", "flsaudit_row,flsaudit_reason,Age,1.09 Date Index Frac Diagnosed\nx.csv:3 #0123,,72,02/01/2025\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["b; fracture_date=2025-01-02; age_at_fracture=72; low_trauma=yes"]));
        Assert.That(imported.FindingCodes, Has.No.Member("heading-not-read"));
    }

    [Test]
    public void A_row_waits_as_long_as_it_says_what_is_wrong_with_it()
    {
        folder.Write("b.csv", ToCorrect + "a.csv:3 #0123,The site is blank.,North,2025-01-02,72\na.csv:4 #4567, ,North,2025-01-03,73\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["North; fracture_date=2025-01-03; age_at_fracture=73"]), "a space is no reason");
        Assert.That(imported.Rejected.Single().Reason, Is.EqualTo("The cell 'flsaudit_reason' still says what is wrong with the row; clear it once the row is right."));
    }

    [TestCase(false, TestName = "A_correction_that_is_sent_again_replaces_the_one_before_without_a_key")]
    [TestCase(true, TestName = "A_correction_that_is_sent_again_replaces_the_one_before_although_its_key_was_corrected")]
    public void A_correction_that_is_sent_again(bool keyed)
    {
        folder.Profiles = [keyed ? SmallProfiles.Keyed : SmallProfiles.Plain];
        const string heading = "flsaudit_row,flsaudit_reason,record_id,site,fracture_date,age_at_fracture\n";
        folder.Write("b.csv", heading + "a.csv:3 #0123,,r1,North,2025-01-02,72\na.csv:4 #4567,,r2,North,2025-01-03,73\n");
        folder.Write("c.csv", heading + "a.csv:3 #0123,,r9,South,2025-01-02,27\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["North; fracture_date=2025-01-03; age_at_fracture=73", "South; fracture_date=2025-01-02; age_at_fracture=27"]));
        Assert.That(imported.Rejected.Select(row => $"{row.Place.File} {row.Place.Row} {row.Fate}: {row.Reason}"), Is.EqualTo((string[])["b.csv 2 Duplicate: Replaced by c.csv row 2."]));
    }

    [Test]
    public void Another_row_that_stood_at_the_same_place_is_another_record()
    {
        folder.Write("b.csv", ToCorrect + "a.csv:3 #0123,,North,2025-01-02,72\n");
        folder.Write("c.csv", ToCorrect + "a.csv:3 #89ab,,North,2025-04-02,82\n,,North,2025-04-03,83\n,,North,2025-04-04,84\n");

        Assert.That(folder.Run().Records, Has.Count.EqualTo(4), "the digest differs, and a blank place is nobody's");
    }

    [Test]
    public void The_apostrophe_before_what_a_spreadsheet_program_would_run_is_taken_off_again()
    {
        folder.Write("b.csv", "flsaudit_row,flsaudit_reason,site,fracture_date,age_at_fracture,t_score\na.csv:3 #0123,,'=North,2025-01-02,72,'-2.5\n");
        folder.Write("c.csv", "site,fracture_date,age_at_fracture,t_score\n'=North,2025-01-02,72,-2.5\n");

        Assert.That(folder.Run().Values, Is.EqualTo((string[])
        [
            "=North; fracture_date=2025-01-02; age_at_fracture=72; t_score=-2.5",
            "'=North; fracture_date=2025-01-02; age_at_fracture=72; t_score=-2.5",
        ]), "in an export it is part of the name");
    }

    [Test]
    public void Cells_of_rows_that_could_not_be_placed_come_along_when_they_are_to_be_corrected_and_no_others()
    {
        folder.Write("a.csv", Plain + ",2025-01-02,72\nNorth,2026-01-02,72\n");

        folder.WithRejectedCells = true;

        Assert.That(folder.Run().Rejected.Select(row => row.Cells), Is.EqualTo((string[]?[])[["", "2025-01-02", "72"], null]), "out of range is nothing to correct");
    }
}
