using System.Globalization;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

/// <summary>Rows that stand twice where the profile has no key: nothing is dropped, and a person is told where to look.</summary>
public sealed class PossibleDuplicateTests
{
    private const string Heading = "record_id,site,fracture_date,age_at_fracture,fracture_side\n";
    private const string Code = "possible-duplicate";

    [Test]
    public void A_row_that_repeats_an_earlier_one_is_named_and_still_counts()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\nr2,North,2025-01-02,70,left\nr1,North,2025-01-02,70,left\nr1, North,2025-01-02,70 ,left\n");

        var imported = folder.Run();

        var finding = imported.Finding(Code);
        Assert.That(finding.Severity, Is.EqualTo(Severity.Warning));
        Assert.That(finding.Place, Is.EqualTo(new Place("a.csv", null, 4)));
        Assert.That(finding.Occurrences, Is.EqualTo(2));
        Assert.That(finding.ExampleRows, Is.EqualTo((long[])[4, 5]));
        Assert.That(finding.Message, Does.Contain("the same as a.csv row 2").And.Contain("nothing was dropped"));
        Assert.That(finding.Message + finding.Expected, Does.Not.Contain("r1").And.Not.Contain("70").And.Not.Contain("2025"));
        Assert.That(imported.Records, Has.Count.EqualTo(4));
    }

    [Test]
    public void Rows_are_compared_by_value_across_text_files_and_workbooks()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "17,North,2025-01-02,70,NA\n");
        folder.Write("b.csv", "fracture_date,record_id,site,age_at_fracture\n2025-01-02 00:00,17,North,70.0\n");
        WorkbookFile.Write(Path.Combine(folder.Folder, "c.xlsx"), ("Data",
            [["record_id", "site", "fracture_date", "age_at_fracture"], [17, "North", new DateTime(2025, 1, 2), 70]], false));

        var findings = folder.Run().Result.Findings.Where(finding => finding.Code == Code);

        Assert.That(findings.Select(finding => (finding.Place.File, finding.Place.Sheet, finding.Place.Row)),
            Is.EqualTo(((string?, string?, long?)[])[("b.csv", null, 2), ("c.xlsx", "Data", 2)]));
        Assert.That(findings.Select(finding => finding.Message), Has.All.Contains("the same as a.csv row 2"));
    }

    [TestCase("r1,South,2025-01-02,70,left", TestName = "Another_site_is_another_row")]
    [TestCase("r1,North,2025-01-03,70,left", TestName = "Another_day_is_another_row")]
    [TestCase("r1,North,2025-01-02,71,left", TestName = "Another_number_is_another_row")]
    [TestCase("r1,North,2025-01-02,70,", TestName = "A_blank_is_another_row")]
    [TestCase("r2,North,2025-01-02,70,left", TestName = "Another_text_that_no_measure_needs_is_another_row")]
    public void Rows_that_differ_are_not_named(string other)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\n" + other + "\n");

        Assert.That(folder.Run().FindingCodes, Has.None.EqualTo(Code));
    }

    [Test]
    public void Texts_that_together_spell_the_same_are_other_texts()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "site,fracture_date,age_at_fracture,fracture_side,dxa\nNorth,2025-01-02,70,ab,c\nNorth,2025-01-02,70,a,bc\n");

        Assert.That(folder.Run().FindingCodes, Has.None.EqualTo(Code));
    }

    [Test]
    public void Values_that_cannot_be_read_are_compared_as_they_stand()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "r1,North,soon,70,left\nr1,North,later,70,left\nr1,North,soon,70,left\n");

        Assert.That(folder.Run().Finding(Code).ExampleRows, Is.EqualTo((long[])[4]));
    }

    [Test]
    public void Rows_that_do_not_count_anyway_are_not_named()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "r1,North,2026-01-02,70,left\nr1,North,2026-01-02,70,left\nr1,,2025-01-02,70,left\nr1,,2025-01-02,70,left\n,,,,\n,,,,\n");

        var imported = folder.Run();

        Assert.That(imported.Rejected, Has.Count.EqualTo(4));
        Assert.That(imported.FindingCodes, Has.None.EqualTo(Code));
    }

    [Test]
    public void With_a_key_nobody_looks_at_whole_rows()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + ",North,2025-01-02,70,left\n,North,2025-01-02,70,left\n");

        Assert.That(folder.Run().FindingCodes, Has.Member("key-blank").And.No.Member(Code));
    }

    [Test]
    public void The_rows_of_a_broken_file_are_nobodys_earlier_rows()
    {
        using var folder = new ImportCase { MostRowsCompared = 2 };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\nr2,North,2025-01-02,70,left\nr3,North,2025-01-02,70,left\nr4,North");
        folder.Write("b.csv", Heading + "r1,North,2025-01-02,70,left\nr1,North,2025-01-02,70,left\n");

        var imported = folder.Run();

        Assert.That(imported.FindingCodes, Is.EqualTo((string[])["column-missing", "file-truncated", "column-missing", Code]));
        Assert.That(imported.Finding(Code).Message, Does.Contain("the same as b.csv row 2"));
    }

    [Test]
    public void Past_its_limit_it_stops_looking_and_says_where()
    {
        using var folder = new ImportCase { MostRowsCompared = 2 };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\nr1,North,2025-01-02,70,left\nr2,North,2025-01-02,70,left\nr1,North,2025-01-02,70,left\n");
        folder.Write("b.csv", Heading + "r2,North,2025-01-02,70,left\n");

        var imported = folder.Run();

        // Rows 2 and 4 are the two that are held; row 5 is the first that is not looked at.
        Assert.That(imported.Finding(Code).ExampleRows, Is.EqualTo((long[])[3]));
        var stopped = imported.Finding("possible-duplicates-not-all-looked-at");
        Assert.That(stopped.Place, Is.EqualTo(new Place("a.csv", null, 5)));
        Assert.That(stopped.Message, Does.Contain("2 different rows"));
    }

    [Test]
    public void At_its_limit_every_row_was_looked_at_and_nothing_is_said()
    {
        using var folder = new ImportCase { MostRowsCompared = 2 };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\nr2,North,2025-01-02,70,left\n");

        Assert.That(folder.Run().FindingCodes, Is.EqualTo((string[])["column-missing"]));
    }

    [Test]
    public void The_rows_named_do_not_depend_on_how_many_threads_read()
    {
        var random = new Random(20250102);
        var text = new StringBuilder(Heading);
        for (var i = 0; i < 40_000; i++) text.Append(CultureInfo.InvariantCulture, $"{random.Next(30_000)},Site {random.Next(2)},2025-01-02,70,left\n");
        using var folder = new ImportCase { MostRowsCompared = 20_000 };
        folder.Write("a.csv", text.ToString());

        string[] Run(int workers)
        {
            folder.Workers = workers;
            return [.. folder.Run().Result.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Occurrences} {string.Join(' ', finding.ExampleRows)} {finding.Message}")];
        }

        var one = Run(1);
        Assert.That(one.Select(line => line.Split(' ')[0]), Is.EqualTo((string[])["column-missing", Code, "possible-duplicates-not-all-looked-at"]));
        Assert.That(Run(2), Is.EqualTo(one));
        Assert.That(Run(5), Is.EqualTo(one));
    }

    [Test]
    public void The_rows_planted_in_the_sample_are_found_and_no_others()
    {
        var standards = StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards"));
        var request = new ImportRequest
        {
            Inputs = [Path.Combine(AppContext.BaseDirectory, "sample-data", "uk-fls-db")],
            Profiles = standards.Profiles,
            Dictionary = standards.Dictionary,
            Layout = new BatchLayout([]),
            AsAt = ImportCase.AsAt,
        };

        var result = new Importer().Run(request, new SiteTable(), _ => RecordSink.None);

        // The sample's page counts 7; the generator puts the second copies at the end of their files.
        Assert.That(result.Findings.Where(finding => finding.Code == Code).Select(finding => $"{finding.Place.File}: {string.Join(' ', finding.ExampleRows)}"), Is.EqualTo((string[])
        [
            "DVA FLS export.csv: 1182",
            "amberford_2023-2025.csv: 2482 2483",
            "carrowmead_2023-2025.csv: 1432",
            "fenholt_2023-2025.csv: 962",
            "kestrelby_2023-2025.csv: 472 473",
        ]));
        Assert.That(result.Findings.Where(finding => finding.Code == Code).Sum(finding => finding.Occurrences), Is.EqualTo(1 + 2 + 1 + 1 + 2));
    }
}
