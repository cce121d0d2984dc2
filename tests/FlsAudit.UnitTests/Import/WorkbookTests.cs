using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

public sealed class WorkbookTests
{
    private static readonly object?[] Heading = ["record_id", "site", "fracture_date", "assessment_date", "age_at_fracture", "t_score", "fracture_side", "dxa"];

    [Test]
    public void A_workbook_gives_the_records_that_the_same_text_gives()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "record_id,site,fracture_date,assessment_date,age_at_fracture,t_score,fracture_side,dxa\n"
            + "17,North,2025-01-02,2025-02-01,72,-2.5,left,yes\n,,,,,,,\n18,Évreux,2025-01-03,,68,,,\n");
        using var other = new ImportCase();
        WorkbookFile.Write(Path.Combine(other.Folder, "a.xlsx"), ("Data",
        [
            Heading,
            [17, "North", new DateTime(2025, 1, 2), "2025-02-01", 72, -2.5, "left", "yes"],
            null,
            [18, "Évreux", new DateTime(2025, 1, 3, 14, 30, 0), null, "68", null, null, null],
        ], false));

        var text = folder.Run();
        var workbook = other.Run();

        Assert.That(workbook.Result.Findings, Is.Empty);
        Assert.That(workbook.Records.Select(record => record.Replace("a.xlsx", "a.csv", StringComparison.Ordinal)), Is.EqualTo(text.Records));
        Assert.That(workbook.Records.Select(record => record.Split(':')[0]), Is.EqualTo((string[])["a.xlsx 2", "a.xlsx 4"]));
    }

    [Test]
    public void A_number_under_a_date_heading_is_a_serial_day()
    {
        using var folder = new ImportCase();
        // 45658 days after 1899-12-30 is 2025-01-01.
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"), ("Data", [Heading, [1, "North", 45658, null, 72, null, null, null]], false));

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["North; fracture_date=2025-01-01; age_at_fracture=72"]));
        Assert.That(imported.Finding("date-serial").ExampleRows, Is.EqualTo((long[])[2]));
    }

    [Test]
    public void Every_visible_sheet_with_the_headings_is_read_and_the_others_are_named()
    {
        using var folder = new ImportCase();
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"),
            ("Notes", [["made by", "somebody"]], false),
            ("Q1", [Heading, [1, "North", "2025-01-01", null, 72, null, null, null]], false),
            ("Copy", [Heading, [1, "North", "2025-01-01", null, 72, null, null, null]], true),
            ("Q2", [null, null, Heading, [2, "North", "2025-04-01", null, 73, null, null, null]], false));

        var imported = folder.Run();

        Assert.That(imported.Records.Select(record => record.Split(':')[0]), Is.EquivalentTo((string[])["a.xlsx 2", "a.xlsx 4"]));
        Assert.That(imported.Result.Reconciliations.Single().Read, Is.EqualTo(2));
        Assert.That(imported.Finding("sheet-not-recognised").Place.Sheet, Is.EqualTo("Notes"));
        Assert.That(imported.Finding("sheet-hidden").Place, Is.EqualTo(new Place("a.xlsx", "Copy")));
        Assert.That(imported.Finding("sheet-hidden").Severity, Is.EqualTo(Severity.Information));
        Assert.That(imported.Result.Files.Single().Sheets.Select(sheet => sheet.HeadingRow), Is.EqualTo((long[])[1, 1, 3]));
    }

    [Test]
    public void A_workbook_that_is_cut_off_contributes_nothing_and_the_others_are_read()
    {
        using var folder = new ImportCase();
        var sound = Path.Combine(folder.Folder, "b.xlsx");
        object?[]?[] rows = [Heading, .. Enumerable.Range(0, 300).Select(i => (object?[])[i, "North", new DateTime(2025, 1, 1).AddDays(i), null, 60 + (i % 30), -i / 100.0, null, null])];
        WorkbookFile.Write(sound, ("Data", rows, false));
        var bytes = File.ReadAllBytes(sound);
        folder.Write("a.xlsx", bytes[..(bytes.Length * 2 / 3)]);
        folder.Write("c.xlsx", "this is no zip archive"u8.ToArray());

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(300));
        Assert.That(imported.Result.Findings.Select(finding => (finding.Place.File, finding.Code)), Is.EqualTo(((string?, string)[])[("a.xlsx", "file-truncated"), ("c.xlsx", "file-truncated")]));
        Assert.That(imported.Result.Files.Select(file => file.Kind), Is.EqualTo((FileKind[])[FileKind.Broken, FileKind.Records, FileKind.Broken]));
    }

    [Test]
    public void Records_are_read_although_another_sheet_looks_like_a_sites_file()
    {
        using var folder = new ImportCase();
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"),
            ("Sites", [["alias", "site"], ["North", "North General"]], false),
            ("Data", [Heading, [1, "North", "2025-01-01", null, 72, null, null, null]], false));

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["North; fracture_date=2025-01-01; age_at_fracture=72"]));
        Assert.That(imported.Finding("sheet-not-used").Place.Sheet, Is.EqualTo("Sites"));
        Assert.That(imported.Finding("sheet-not-used").Severity, Is.EqualTo(Severity.Warning));
    }

    [Test]
    public void A_sites_file_may_be_any_sheet_of_a_workbook()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "site,fracture_date,age_at_fracture\nNorth,2025-01-01,72\n");
        var sites = Path.Combine(folder.Folder, "b.xlsx");
        WorkbookFile.Write(sites, ("Notes", [["made by", "somebody"]], false), ("Sites", [["alias", "site"], ["North", "North General"]], false));

        var found = folder.Run();
        folder.SitesFile = sites;
        var named = folder.Run();

        Assert.That((found.Values[0], named.Values[0]), Is.EqualTo(("North General; fracture_date=2025-01-01; age_at_fracture=72", "North General; fracture_date=2025-01-01; age_at_fracture=72")));
    }
}
