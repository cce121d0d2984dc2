using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>Mistyped years in exports: a finding, and changed only when the user asks for it.</summary>
public sealed class YearTypoTests
{
    private const string Heading = "record_id,site,age_at_fracture,fracture_date,fracture_site,identified_date,assessment_date\n";

    private static readonly YearRepair Identified = new("year-of-step", "identified_date", 0, 365);
    private static readonly YearRepair Assessed = new("year-of-step", "assessment_date", 0, 365);
    private static readonly YearRepairs Rules = new([Identified, Assessed], new FractureYearRepair("year-of-fracture", [Identified, Assessed], 2, 731));

    [Test]
    public void Without_repair_a_suspect_year_is_a_finding_and_the_value_stays()
    {
        using var folder = Case(repair: false);
        folder.Write("a.csv", Heading + "1,North,73,2025-03-10,hip,,2024-04-01\n2,North,74,2025-03-10,hip,,2025-04-01\n3,North,75,2025-03-10,hip,,2052-04-01\n");

        var imported = folder.Run();

        Assert.That(imported.Values[0], Is.EqualTo("North; fracture_date=2025-03-10; fracture_site=hip; assessment_date=2024-04-01; age_at_fracture=73"));
        var finding = imported.Finding("year-typo-suspected");
        Assert.That((finding.Severity, finding.Place, finding.Occurrences), Is.EqualTo((Severity.Information, new Place("a.csv", null, 2, "assessment_date"), 2L)));
        Assert.That(finding.ExampleRows, Is.EqualTo(new[] { 2L, 4 }));
        Assert.That(finding.ExampleValues, Is.Empty, "no value unless asked");
        Assert.That(finding.Expected, Does.Contain("--repair"));
        Assert.That(imported.Repairs, Is.Empty);
        Assert.That(imported.FindingCodes, Has.None.EqualTo("year-repaired"));
    }

    [Test]
    public void With_repair_the_value_is_changed_before_anything_else_sees_it_and_every_repair_is_told()
    {
        using var folder = Case(repair: true);
        folder.Write("a.csv", Heading + "1,North,73,2025-03-10,hip,2052-03-12,2024-04-01\n2,North,74,2025-03-10,hip,,2025-04-01\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo(new[]
        {
            "North; fracture_date=2025-03-10; fracture_site=hip; identified_date=2025-03-12; assessment_date=2025-04-01; age_at_fracture=73",
            "North; fracture_date=2025-03-10; fracture_site=hip; assessment_date=2025-04-01; age_at_fracture=74",
        }));
        Assert.That(imported.Repairs, Is.EqualTo(new[]
        {
            new RepairedDate(new Place("a.csv", null, 2, "identified_date"), "identified_date", "year-of-step", ImportCase.Day("2052-03-12"), ImportCase.Day("2025-03-12")),
            new RepairedDate(new Place("a.csv", null, 2, "assessment_date"), "assessment_date", "year-of-step", ImportCase.Day("2024-04-01"), ImportCase.Day("2025-04-01")),
        }));
        Assert.That(imported.Result.Findings.Where(finding => finding.Code == "year-repaired").Select(finding => (finding.Severity, finding.Place.Column, finding.Occurrences)),
            Is.EqualTo(new[] { (Severity.Warning, "assessment_date", 1L), (Severity.Warning, "identified_date", 1L) }));
        Assert.That(imported.FindingCodes, Has.None.EqualTo("year-typo-suspected"));
    }

    [Test]
    public void A_fracture_after_the_as_at_date_is_out_of_range_and_a_finding_and_in_range_once_it_is_repaired()
    {
        const string Row = "1,North,73,2052-03-10,hip,2025-03-12,2025-04-01\n";
        using var asIs = Case(repair: false);
        asIs.Write("a.csv", Heading + Row);
        using var repairing = Case(repair: true);
        repairing.Write("a.csv", Heading + Row);

        var (kept, repaired) = (asIs.Run(), repairing.Run());

        Assert.That(kept.Rejected.Single().Fate, Is.EqualTo(RowFate.OutOfRange));
        Assert.That(kept.Finding("year-typo-suspected").Place, Is.EqualTo(new Place("a.csv", null, 2, "fracture_date")));
        Assert.That(repaired.Values, Is.EqualTo(new[] { "North; fracture_date=2025-03-10; fracture_site=hip; identified_date=2025-03-12; assessment_date=2025-04-01; age_at_fracture=73" }));
        Assert.That(repaired.Repairs.Single().Rule, Is.EqualTo("year-of-fracture"));
        Assert.That(repaired.Result.Reconciliations.Single(), Is.EqualTo(new Reconciliation("a.csv", 1, 0, 0, 0) { Read = 1 }));
    }

    [Test]
    public void A_repair_that_puts_a_fracture_out_of_the_days_asked_for_is_told_as_well()
    {
        using var folder = Case(repair: true);
        folder.From = ImportCase.Day("2025-06-01");
        folder.Write("a.csv", Heading + "1,North,73,2052-03-10,hip,2025-03-12,2025-04-01\n");

        var imported = folder.Run();

        Assert.That(imported.Rejected.Single().Reason, Is.EqualTo("The fracture date is before the first day asked for."));
        Assert.That(imported.Repairs.Select(repair => repair.Field), Is.EqualTo(new[] { "fracture_date" }));
        Assert.That(imported.Finding("year-repaired").Occurrences, Is.EqualTo(1));
    }

    [Test]
    public void A_run_that_needs_no_other_date_repairs_the_fracture_all_the_same()
    {
        using var folder = Case(repair: true);
        folder.Write("a.csv", Heading + "1,North,73,2052-03-10,hip,2025-03-12,2025-04-01\n");
        var days = new List<int>();

        new FlsAudit.Import.Importer().Run(
            folder.Request() with { Layout = new BatchLayout([SmallProfiles.Dictionary["fracture_date"]]) }, new SiteTable(),
            _ => new FlsAudit.Import.RecordSink(batch => days.Add(batch.Dates(0)[0]), _ => { }, () => { }));

        Assert.That(days, Is.EqualTo(new[] { ImportCase.Day("2025-03-10") }));
    }

    [Test]
    public void A_broken_file_tells_no_repairs()
    {
        using var folder = Case(repair: true);
        folder.Write("a.csv", Heading + "1,North,73,2025-03-10,hip,,2024-04-01\n2,North,73,2025-03-10,hip,,\"2024-04-01\n");
        folder.Write("b.csv", Heading + "1,North,73,2025-03-10,hip,,2024-04-01\n");

        Assert.That(folder.Run().Repairs.Select(repair => repair.Place.File), Is.EqualTo(new[] { "b.csv" }));
    }

    [Test]
    public void Threads_do_not_change_what_is_found_or_repaired()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"{i},North,73,2025-03-10,hip,,{(i % 7 == 0 ? 2024 : 2025)}-04-01\n")));
        string Told(int workers, bool repair)
        {
            using var folder = Case(repair);
            folder.Workers = workers;
            folder.Write("a.csv", Heading + rows);
            var imported = folder.Run();
            return string.Join('\n', imported.Repairs.Select(one => one.ToString()).Concat(imported.Result.Findings.Select(finding => $"{finding.Code} {finding.Occurrences} {string.Join(' ', finding.ExampleRows)}")));
        }

        foreach (var repair in new[] { true, false }) Assert.That(Told(4, repair), Is.EqualTo(Told(1, repair)));

        // 20,000 / 7 = 2,857.1, and the first row counts.
        Assert.That(Told(1, false), Does.Contain("year-typo-suspected 2858 2 9 16 23 30"));
    }

    [Test]
    public void Values_are_among_the_examples_only_when_asked_for()
    {
        using var folder = Case(repair: true);
        folder.ShowValues = true;
        folder.Write("a.csv", Heading + "1,North,73,2025-03-10,hip,,2024-04-01\n");

        Assert.That(folder.Run().Finding("year-repaired").ExampleValues, Is.EqualTo(new[] { "2024-04-01 to 2025-04-01" }));
    }

    private static ImportCase Case(bool repair) => new() { Profiles = [SmallProfiles.Episodes], Years = Rules, Repair = repair };
}
