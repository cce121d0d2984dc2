using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>A file that names more sites than there can be has another column under the heading of the sites: it is refused as a whole, and its sites are forgotten.</summary>
public sealed class TooManySitesTests
{
    private const string Headings = "record_id,site,fracture_date,age_at_fracture\n";

    [TestCase(3, true)]
    [TestCase(4, false)]
    public void A_file_may_name_as_many_sites_as_the_limit_says(int sites, bool isRead)
    {
        using var folder = new ImportCase { MostSites = 3 };
        folder.Write("a.csv", Headings + Rows(sites, 20));

        var imported = folder.Run();

        Assert.That(imported.FindingCodes.Contains("too-many-sites"), Is.EqualTo(!isRead));
        Assert.That(imported.Records.Count, Is.EqualTo(isRead ? 20 : 0));
    }

    [Test]
    public void The_error_names_the_column_and_no_text_of_it()
    {
        using var folder = new ImportCase { MostSites = 3 };
        folder.Write("a.csv", Headings + Rows(9, 20));

        var finding = folder.Run().Finding("too-many-sites");

        Assert.That((finding.Severity, finding.Place), Is.EqualTo((Severity.Error, new Place("a.csv", null, 1, "site"))));
        Assert.That(finding.Message, Is.EqualTo("The file has more than 3 different texts in the column of sites 'site': probably another column stands under this heading."));
    }

    [TestCase(false)]
    [TestCase(true, Description = "then the keys are read before the records")]
    public void The_other_files_are_read_and_hear_nothing_of_its_sites(bool hasKey)
    {
        using var folder = new ImportCase { MostSites = 3, Profiles = [hasKey ? SmallProfiles.Keyed : SmallProfiles.Plain] };
        folder.Write("a.csv", Headings + "a1,North,2025-01-01,70\n");
        folder.Write("b.csv", Headings + Rows(9, 20));
        folder.Write("c.csv", Headings + "c1,South,2025-01-01,70\nc2,Site 1,2025-01-01,70\nc3,North,2025-01-01,70\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(text => text.Split(';')[0]), Is.EqualTo((string[])["North", "South", "Site 1", "North"]));
        Assert.That(imported.Result.SitesNamed, Is.EqualTo((string[])["North", "Site 1", "South"]));
        Assert.That(imported.Result.Reconciliations.Select(file => file.File), Is.EqualTo((string[])["a.csv", "c.csv"]));
    }

    [Test]
    public void Each_file_is_counted_by_itself()
    {
        using var folder = new ImportCase { MostSites = 3 };
        folder.Write("a.csv", Headings + Rows(3, 6));
        folder.Write("b.csv", Headings + Rows(3, 6).Replace("Site ", "Place ", StringComparison.Ordinal));

        var imported = folder.Run();

        Assert.That((imported.Records.Count, imported.FindingCodes.Contains("too-many-sites")), Is.EqualTo((12, false)));
    }

    [TestCase(1)]
    [TestCase(4)]
    public void It_does_not_depend_on_how_many_threads_read_the_file(int workers)
    {
        using var folder = new ImportCase { MostSites = 50, Workers = workers };
        folder.Write("a.csv", Headings + Rows(4000, 20_000));
        folder.Write("b.csv", Headings + Rows(2, 4));

        var imported = folder.Run();

        Assert.That(imported.Result.SitesNamed, Is.EqualTo((string[])["Site 0", "Site 1"]));
        Assert.That(imported.Finding("too-many-sites").Place.File, Is.EqualTo("a.csv"));
        Assert.That(imported.Records, Has.Count.EqualTo(4));
    }

    private static string Rows(int sites, int rows) =>
        string.Concat(Enumerable.Range(0, rows).Select(row => FormattableString.Invariant($"r{row},Site {row % sites},2025-01-{1 + (row % 28):00},{50 + (row % 40)}\n")));
}
