using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>Rows that are no record: several rows that a stray quote made one, and headings that come again.</summary>
public sealed class StrayRowTests
{
    private const string Heading = "record_id,site,fracture_date,age_at_fracture,note\n";

    [Test]
    public void Two_stray_quotes_that_make_several_rows_one_are_said()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "1,North,2025-01-01,70,\n2,North,2025-01-02,70,\"see letter\n3,North,2025-01-03,70,\n4,North,2025-01-04,70,end\"\n5,North,2025-01-05,70,\n");

        var imported = folder.Run();

        Assert.That(imported.Records.Select(record => record[..7]), Is.EqualTo((string[])["a.csv 2", "a.csv 4"]));
        Assert.That(imported.Rejected.Select(row => $"{row.Place.Row} {row.Fate}: {row.Reason}"), Is.EqualTo((string[])
            ["3 Rejected: A quoted cell of the row holds lines like rows of their own: a quote is stray."]));
        var finding = imported.Finding("quote-swallows-rows");
        Assert.That((finding.Severity, finding.Occurrences), Is.EqualTo((Severity.Error, 1L)));
    }

    [Test]
    public void Quotes_of_neighbouring_rows_make_one_of_two()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "1,North,2025-01-01,70,\"see letter\r\n2,North,2025-01-02,70,end\"\r\n");

        Assert.That(folder.Run().FindingCodes, Does.Contain("quote-swallows-rows"));
    }

    [TestCase("fell at home\nand again, later, in hospital", Description = "two commas")]
    [TestCase("hip\nwrist, ankle, toe, thumb, and others", Description = "as many commas as a row has, each with a space after it")]
    [TestCase("one\n\nthree", Description = "a blank line")]
    [TestCase("a,b,c,d,e", Description = "no line end")]
    public void A_comment_of_several_lines_is_read(string comment)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + $"1,North,2025-01-01,70,\"{comment}\"\n2,North,2025-01-02,70,\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        Assert.That(imported.Rejected, Is.Empty);
    }

    [TestCase("record_id,site,fracture_date,age_at_fracture,note\n")]
    [TestCase("RECORD_ID , Site,Fracture_Date,AGE_at_fracture,Remark\n", Description = "case, white space and columns that are not read do not count")]
    public void Headings_that_come_again_are_no_record_and_no_site(string again)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "1,North,2025-01-01,70,\n" + again + "2,North,2025-01-02,70,\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        Assert.That(imported.Rejected.Single().Reason, Is.EqualTo("The row repeats the headings."));
        Assert.That(imported.Result.SitesNamed, Is.EqualTo((string[])["North"]));
        var finding = imported.Finding("headings-repeated");
        Assert.That((finding.Severity, finding.Place.Row), Is.EqualTo((Severity.Information, 3L)));
    }

    [Test]
    public void Accents_of_headings_that_come_again_are_read_in_the_encoding_of_the_file()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.French] };
        folder.Write("a.csv", "Âge;Date de l'accident;Hôpital\n70;02/01/2025;Nord\nÂge;Date de l'accident;Hôpital\n", System.Text.Encoding.Latin1);

        Assert.That(folder.Run().FindingCodes, Does.Contain("headings-repeated"));
    }

    [Test]
    public void A_row_with_a_site_named_as_its_heading_is_a_record()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "1,site,2025-01-01,70,\n");

        Assert.That(folder.Run().Records, Has.Count.EqualTo(1));
    }
}
