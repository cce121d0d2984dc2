using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

public sealed class TitleRowTests
{
    private const string Heading = "site,fracture_date,age_at_fracture\n";
    private const string Row = "North,2025-01-02,72\n";

    [TestCase("Fractures in 2025\n\n", 4)]
    [TestCase("Fractures in 2025,,\nMade by the registry,on,a Monday\n", 4)]
    [TestCase("\"Fractures;\nof 2025\"\n", 3)]
    public void Headings_are_found_below_titles_and_rows_keep_their_numbers(string titles, long row)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", titles + Heading + Row);

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["North; fracture_date=2025-01-02; age_at_fracture=72"]));
        Assert.That(imported.Records[0], Does.StartWith($"a.csv {row}:"));
        Assert.That(imported.Result.Files[0].Sheets[0].HeadingRow, Is.EqualTo(row - 1));
    }

    [Test]
    public void Titles_without_the_separator_do_not_hide_it()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "Fractures, all of 2025\nAs of: Monday, noon, UTC\n" + Heading.Replace(',', ';') + Row.Replace(',', ';'));

        Assert.That(folder.Run().Records, Is.EqualTo((string[])["a.csv 4: North; fracture_date=2025-01-02; age_at_fracture=72"]));
    }

    [TestCase(19, FileKind.Records)]
    [TestCase(20, FileKind.Broken)]
    public void Headings_are_looked_for_in_twenty_rows(int titles, FileKind expected)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", string.Concat(Enumerable.Repeat("title\n", titles)) + Heading + Row);

        Assert.That(folder.Run().Result.Files.Single().Kind, Is.EqualTo(expected));
    }

    [Test]
    public void Below_titles_a_misspelt_heading_is_looked_for_in_the_row_of_headings()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "Fractures in 2025\nsite,fracture_dat,age_at_fracture\n" + Row);

        Assert.That(folder.Run().Finding("layout-not-recognised").Place.Row, Is.EqualTo(2));
    }

    [Test]
    public void A_worksheet_has_its_headings_below_titles_as_well()
    {
        using var folder = new ImportCase();
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"),
            ("Data", [["Fractures in 2025"], null, ["made by", "the registry"], ["site", "fracture_date", "age_at_fracture"], ["North", new DateTime(2025, 1, 2), 72]], false));

        Assert.That(folder.Run().Records, Is.EqualTo((string[])["a.xlsx 5: North; fracture_date=2025-01-02; age_at_fracture=72"]));
    }

    [Test]
    public void A_caseload_file_has_its_headings_below_titles_as_well()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + Row);
        folder.Write("b.csv", "Expected fractures\nsite,period,group,expected\nNorth,2025,all,40\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Files.Select(file => file.Kind), Is.EqualTo((FileKind[])[FileKind.Records, FileKind.Caseload]));
        Assert.That(imported.Result.Caseload, Has.Count.EqualTo(1));
    }
}
