using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>Episodes recorded again: not counted when the user asks for a wash-out, and counted otherwise.</summary>
public sealed class WashOutTests
{
    private const string Heading = "record_id,site,age_at_fracture,patient_id,fracture_site,fracture_side,fracture_date\n";

    [Test]
    public void Off_every_episode_counts_and_nothing_is_said()
    {
        using var folder = Case(null);
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,left,2025-01-01\n2,North,73,P1,hip,left,2025-01-02\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        Assert.That(imported.FindingCodes, Has.None.Contains("wash"));
    }

    [TestCase("2025-01-01", false, Description = "the same day")]
    [TestCase("2025-01-02", false, Description = "1 day later")]
    [TestCase("2025-04-01", false, Description = "90 days later")]
    [TestCase("2025-04-02", true, Description = "91 days later is a new episode")]
    public void An_episode_within_the_days_of_the_one_before_it_is_not_counted(string day, bool counts)
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + $"1,North,73,P1,hip,left,2025-01-01\n2,North,73,P1,hip,left,{day}\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(counts ? 2 : 1));
        Assert.That(imported.Rejected.Select(row => $"{row.Place.Row} {row.Fate}: {row.Reason}"), Is.EqualTo(counts ? [] : new[] { "3 Duplicate: Recorded again within 90 days of a.csv row 2." }));
        Assert.That(imported.Result.Reconciliations.Single(), Is.EqualTo(new Reconciliation("a.csv", counts ? 2 : 1, counts ? 0 : 1, 0, 0) { Read = 2 }));
    }

    [TestCase("0")]
    [TestCase("000")]
    [TestCase("not known")]
    [TestCase("Unknown")]
    [TestCase("n/a")]
    [TestCase("--")]
    [TestCase("?")]
    [TestCase("1.23457E+11")]
    public void What_stands_in_the_place_of_a_patient_is_no_patient(string id)
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + $"1,North,73,{id},hip,left,2025-01-01\n2,North,73,{id},hip,left,2025-01-02\n");

        Assert.That(folder.Run().Records, Has.Count.EqualTo(2));
    }

    [Test]
    public void An_unknown_bone_is_not_the_same_bone_again()
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + "1,North,73,P1,not_known,left,2025-01-01\n2,North,73,P1,not_known,left,2025-01-02\n");

        Assert.That(folder.Run().Records, Has.Count.EqualTo(2));
    }

    [Test]
    public void The_gap_is_to_the_one_recorded_before_it_even_if_that_is_not_counted()
    {
        using var folder = Case(30);
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,left,2025-01-01\n2,North,73,P1,hip,left,2025-01-31\n3,North,73,P1,hip,left,2025-03-02\n4,North,73,P1,hip,left,2025-04-02\n");

        var imported = folder.Run();

        // 30 days, 30 days, and 31 days, which begin a new episode.
        Assert.That(imported.Records.Select(record => record[..7]), Is.EqualTo(new[] { "a.csv 2", "a.csv 5" }));
        Assert.That(imported.Rejected.Select(row => row.Reason), Is.EqualTo(new[] { "Recorded again within 30 days of a.csv row 2.", "Recorded again within 30 days of a.csv row 3." }));
    }

    [TestCase("1,South,73,P1,hip,left,2025-01-02", Description = "another site")]
    [TestCase("1,North,73,P2,hip,left,2025-01-02", Description = "another patient")]
    [TestCase("1,North,73,P1,wrist,left,2025-01-02", Description = "another bone")]
    [TestCase("1,North,73,P1,hip,right,2025-01-02", Description = "the other side")]
    [TestCase("1,North,73,P1,hip,,2025-01-02", Description = "a blank side is no side")]
    [TestCase("1,North,73,,hip,left,2025-01-02", Description = "nobody's")]
    [TestCase("1,North,73,NA,hip,left,2025-01-02", Description = "nobody's, in the words of the registry")]
    [TestCase("1,North,73,P1,,left,2025-01-02", Description = "no bone")]
    [TestCase("1,North,73,P1,not_known,left,2025-01-02", Description = "a bone that is not known")]
    [TestCase("1,North,73,P1,hip,left,", Description = "no day")]
    [TestCase("1,North,73,P1,hip,left,soon", Description = "no day that can be read")]
    public void What_may_be_another_fracture_is_never_washed_out(string row)
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,left,2025-01-01\n" + row + "\n" + row + "9\n");

        Assert.That(folder.Run().Rejected.Where(refused => refused.Place.Row == 3), Is.Empty);
    }

    [Test]
    public void Two_records_that_say_neither_whose_nor_what_nor_when_are_both_kept()
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + "1,North,73,,hip,left,2025-01-01\n2,North,73,,hip,left,2025-01-02\n3,North,73,P1,,left,2025-01-01\n4,North,73,P1,,left,2025-01-02\n5,North,73,P1,hip,left,\n6,North,73,P1,hip,left,\n");

        Assert.That(folder.Run().Records, Has.Count.EqualTo(6));
    }

    [Test]
    public void Blank_sides_are_equal_to_blank_sides()
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,,2025-01-01\n2,North,73,P1,hip,,2025-01-02\n");

        Assert.That(folder.Run().Rejected.Single().Place.Row, Is.EqualTo(3));
    }

    [Test]
    public void The_order_of_days_decides_over_files_and_of_one_day_the_first_submitted_counts()
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,left,2025-02-01\n2,North,73,P2,hip,left,2025-02-01\n");
        folder.Write("b.csv", Heading + "1,North,73,P1,hip,left,2025-01-15\n2,North,73,P2,hip,left,2025-02-01\n");

        var imported = folder.Run();

        Assert.That(imported.Rejected.Select(row => $"{row.Place.File} {row.Place.Row}: {row.Reason}"), Is.EqualTo(new[]
        {
            "a.csv 2: Recorded again within 90 days of b.csv row 2.",
            "b.csv 3: Recorded again within 90 days of a.csv row 3.",
        }));
        Assert.That(imported.Result.Findings.Where(finding => finding.Code == "washed-out").Select(finding => (finding.Place, finding.Severity, finding.Occurrences)), Is.EqualTo(new[]
        {
            (new Place("a.csv", null, 2), Severity.Warning, 1L),
            (new Place("b.csv", null, 3), Severity.Warning, 1L),
        }));
    }

    [Test]
    public void A_row_that_a_later_submission_replaced_takes_no_part()
    {
        using var folder = Case(90, SmallProfiles.Episodes with { Name = "keyed", KeyFields = ["record_id"] });
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,left,2025-01-01\n2,North,73,P1,hip,left,2025-02-01\n1,North,73,P1,hip,left,2025-08-01\n");

        var imported = folder.Run();

        // The first row is replaced by the third, so that the second has none before it and is half a year from the third.
        Assert.That(imported.Rejected.Select(row => $"{row.Place.Row}: {row.Reason}"), Is.EqualTo(new[] { "2: Replaced by a.csv row 4." }));
        Assert.That(imported.Result.Reconciliations.Single(), Is.EqualTo(new Reconciliation("a.csv", 2, 1, 0, 0) { Read = 3 }));
    }

    [Test]
    public void An_episode_before_the_days_asked_for_is_remembered_and_one_out_of_range_is_no_duplicate()
    {
        using var folder = Case(90);
        folder.From = ImportCase.Day("2025-02-01");
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,left,2025-01-10\n2,North,73,P1,hip,left,2025-01-20\n3,North,73,P1,hip,left,2025-02-10\n");

        Assert.That(folder.Run().Rejected.Select(row => row.Fate), Is.EqualTo(new[] { RowFate.OutOfRange, RowFate.OutOfRange, RowFate.Duplicate }));
    }

    [Test]
    public void A_file_that_does_not_say_whose_its_records_are_is_a_warning()
    {
        using var folder = Case(90);
        folder.Write("a.csv", "record_id,site,age_at_fracture,fracture_site,fracture_date\n1,North,73,hip,2025-01-01\n2,North,73,hip,2025-01-01\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        Assert.That(imported.Finding("wash-out-not-possible"), Has.Property("Severity").EqualTo(Severity.Warning).And.Property("Message").Contains("patient_id"));
    }

    [Test]
    public void Rows_of_a_broken_file_wash_nothing_out()
    {
        using var folder = Case(90);
        folder.Write("a.csv", Heading + "1,North,73,P1,hip,left,2025-01-01\n2,North,73,P1,hip,\"left,2025-01-01\n");
        folder.Write("b.csv", Heading + "1,North,73,P1,hip,left,2025-01-15\n");

        var imported = folder.Run();

        Assert.That(imported.Records.Select(record => record[..7]), Is.EqualTo(new[] { "b.csv 2" }));
    }

    [Test]
    public void A_repaired_fracture_date_is_the_one_that_counts()
    {
        var identified = new YearRepair("step", "identified_date", 0, 365);
        var assessed = new YearRepair("step", "assessment_date", 0, 365);
        using var folder = Case(90);
        folder.Years = new YearRepairs([identified, assessed], new FractureYearRepair("fracture", [identified, assessed], 2, 731));
        folder.Repair = true;
        folder.Write("a.csv", Heading.TrimEnd() + ",identified_date,assessment_date\n1,North,73,P1,hip,left,2025-01-01,,\n2,North,73,P1,hip,left,2052-01-20,2025-01-21,2025-01-30\n");

        var imported = folder.Run();

        Assert.That(imported.Rejected.Select(row => row.Reason), Is.EqualTo(new[] { "Recorded again within 90 days of a.csv row 2." }));
        Assert.That(imported.Repairs.Select(repair => (repair.Place.Row, repair.Field)), Is.EqualTo(new[] { ((long?)3, "fracture_date") }), "the repair decided it, so it is told");
    }

    [TestCase(1)]
    [TestCase(4)]
    public void What_is_washed_out_is_what_walking_through_each_patient_by_day_says(int workers)
    {
        const int Days = 30;
        var random = new Random(11);
        var rows = Enumerable.Range(0, 6_000).Select(i => (Row: i + 2L, Patient: random.Next(900), Side: random.Next(2) == 0 ? "left" : "right", Day: ImportCase.Day("2024-01-01") + random.Next(700))).ToList();
        using var folder = Case(Days);
        folder.Workers = workers;
        folder.Write("a.csv", Heading + string.Concat(rows.Select(row => $"{row.Row},North,73,P{row.Patient},hip,{row.Side},{DateOnly.FromDayNumber(row.Day):yyyy-MM-dd}\n")));

        var imported = folder.Run();

        var expected = new SortedSet<long>();
        foreach (var group in rows.GroupBy(row => (row.Patient, row.Side)))
        {
            var inOrder = group.OrderBy(row => row.Day).ThenBy(row => row.Row).ToList();
            for (var i = 1; i < inOrder.Count; i++)
                if (inOrder[i].Day - inOrder[i - 1].Day <= Days) expected.Add(inOrder[i].Row);
        }

        Assert.That(expected, Is.Not.Empty);
        Assert.That(imported.Rejected.Select(row => row.Place.Row), Is.EqualTo(expected));
        Assert.That(imported.Finding("washed-out").Occurrences, Is.EqualTo(expected.Count));
        Assert.That(imported.Result.Reconciliations.Single(), Is.EqualTo(new Reconciliation("a.csv", 6_000 - expected.Count, expected.Count, 0, 0) { Read = 6_000 }));
    }

    private static ImportCase Case(int? washOut, RegistryProfile? profile = null) => new() { Profiles = [profile ?? SmallProfiles.Episodes], WashOut = washOut };
}
