using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class SideFileTests
{
    private const string Export = "site,fracture_date,age_at_fracture\nNorth,2025-01-02,72\nSouth,2025-01-02,72\n";

    [Test]
    public void Sites_and_caseload_files_are_known_by_their_headings()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("list.csv", "Alias;Site;Code;Peer_Group\nNORTH;North General;NG;large\n;South;;\n");
        folder.Write("expected.csv", "site,period,group,expected,basis\nnorth,2025-Q1,all,375.5,5 x hips\nSouth,2016-01-01/2018-01-31,hip,302,coding\nSouth,all,hip,10,\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Files.Select(file => file.Kind), Is.EqualTo((FileKind[])[FileKind.Records, FileKind.Caseload, FileKind.Sites]));
        Assert.That(imported.Result.Sites, Is.EqualTo((SiteAlias[])[new("NORTH", "North General", "NG", "large"), new("South", "South", "", "")]));
        Assert.That(imported.Result.Caseload, Is.EqualTo((CaseloadRow[])
            [new("North General", "2025-Q1", "all", 375.5, "5 x hips"), new("South", "2016-01-01/2018-01-31", "hip", 302, "coding"), new("South", "All", "hip", 10, "")]));
        Assert.That(imported.Values.Select(value => value.Split(';')[0]), Is.EqualTo((string[])["North General", "South"]));
        Assert.That(imported.Result.Findings.Select(finding => finding.Severity), Has.None.EqualTo(Severity.Error));
    }

    [Test]
    public void A_site_in_two_peer_groups_is_named()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("sites.csv", "alias,site,code,peer_group\nN,North,,large\nNorth H,North,,\nNorthern,North,,small\nS,South,,small\nSo,South,,small\n");

        var finding = folder.Run().Finding("site-peer-groups-differ");

        Assert.That((finding.Severity, finding.Place.Row), Is.EqualTo((Severity.Warning, 4L)));
    }

    [TestCase("caseload", "site,period,group,expected\nNorth,2025,all,10\n")]
    [TestCase("sites", "alias,site\nN,North\n")]
    public void A_side_file_as_the_only_input_is_an_error_that_says_what_it_is(string what, string text)
    {
        using var folder = new ImportCase();
        var path = folder.Write("beside.csv", text);

        var finding = folder.Run(path).Finding("no-export-given");

        Assert.That(finding.Severity, Is.EqualTo(Severity.Error));
        Assert.That(finding.Message, Does.StartWith($"'beside.csv' is a {what} file").And.EndWith("no export was given."));
        Assert.That(finding.Expected, Does.Contain("exports").And.EndWith($"named with --{what}."));
    }

    [Test]
    public void A_side_file_named_apart_does_not_hide_that_it_is_the_only_input()
    {
        using var folder = new ImportCase();
        var path = folder.Write("beside.csv", "site,period,group,expected\nNorth,2025,all,10\n");
        folder.CaseloadFile = path;

        Assert.That(folder.Run(path).FindingCodes, Does.Contain("no-export-given"));
    }

    [Test]
    public void With_an_export_or_a_broken_one_a_side_file_is_no_error()
    {
        using var folder = new ImportCase();
        folder.Write("caseload.csv", "site,period,group,expected\nNorth,2025,all,10\n");
        var export = folder.Write("a.csv", Export);
        var sound = folder.Run().FindingCodes;
        File.WriteAllText(export, "");

        Assert.That(sound, Does.Not.Contain("no-export-given"));
        Assert.That(folder.Run().FindingCodes, Is.EqualTo((string[])["file-empty"]));
    }

    [TestCase("site,period,group,expcted", "a caseload file: 'expected' is not there, and 'expcted' is perhaps meant to be it.", "site, period, group, expected, basis")]
    [TestCase("Site;Perod;GROUP;Expcted", "a caseload file: 'period' is not there, and 'Perod' is perhaps meant to be it; 'expected' is not there, and 'Expcted' is perhaps meant to be it.", "site, period, group, expected, basis")]
    [TestCase("site,period,group,hips", "a caseload file: 'expected' is not there.", "site, period, group, expected, basis")]
    [TestCase("alas,site", "a sites file: 'alias' is not there, and 'alas' is perhaps meant to be it.", "alias, site, code, peer_group")]
    public void Headings_that_are_nearly_those_of_a_side_file_are_told_so(string headings, string message, string expected)
    {
        using var folder = new ImportCase();
        folder.Write("beside.csv", headings + "\n1,2,3,4\n");

        var finding = folder.Run().Finding("layout-not-recognised");

        Assert.That(finding.Message, Is.EqualTo("These are nearly the headings of " + message));
        Assert.That(finding.Expected, Is.EqualTo($"The headings {expected}."));
    }

    [TestCase("site,period,hips,spines")]
    [TestCase("site,name")]
    [TestCase("site,perod,grop,expcted")]
    [TestCase("R1,North,Smith,70")]
    [TestCase("site,alas,fracture_date", TestName = "More headings of a profile than of a sites file")]
    public void Other_headings_are_compared_with_the_registry_profiles(string headings)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", headings + "\n");

        Assert.That(folder.Run().Finding("layout-not-recognised").Message, Does.StartWith("The headings fit no registry profile; the nearest is 'plain'"));
    }

    [Test]
    public void A_named_caseload_file_with_a_misspelt_heading_is_told_which()
    {
        using var folder = new ImportCase();
        folder.Write("in/a.csv", Export);
        folder.CaseloadFile = folder.Write("mine.csv", "site,period,group,expcted\nNorth,2025,all,10\n");

        var finding = folder.Run(Path.Combine(folder.Folder, "in")).Finding("layout-not-recognised");

        Assert.That(finding.Message, Does.Contain("'expcted' is perhaps meant to be it"));
    }

    [Test]
    public void A_site_that_the_sites_file_does_not_list_is_named()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export);
        folder.Write("sites.csv", "alias,site\nNorth,North\n");

        Assert.That(folder.Run().Finding("site-not-listed").Message, Does.Contain("'South'"));
    }

    [Test]
    public void Sites_whose_names_are_alike_stay_apart_and_are_named()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Export + "NORTH,2025-01-02,72\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(value => value.Split(';')[0]), Is.EqualTo((string[])["North", "South", "NORTH"]));
        Assert.That(imported.Finding("sites-alike").Message, Is.EqualTo("These sites are counted apart: 'NORTH', 'North'."));
    }

    [TestCase("North,2025-Q5,all,10,", "caseload-period-not-read")]
    [TestCase("North,2025-02-01/2025-01-01,all,10,", "caseload-period-not-read")]
    [TestCase("North,2025,hips,10,", "caseload-group-unknown")]
    [TestCase("North,2025,hip,-1,", "caseload-expected-not-read")]
    [TestCase("North,2025,hip,many,", "caseload-expected-not-read")]
    [TestCase("North,2025,hip,,", "caseload-expected-not-read")]
    [TestCase(",2025,hip,10,", "caseload-site-blank")]
    public void A_caseload_row_that_cannot_be_read_is_left_out_with_an_error(string row, string code)
    {
        using var folder = new ImportCase();
        folder.Write("caseload.csv", "site,period,group,expected,basis\nSouth,2025,hip,0,\n" + row + "\n");

        var imported = folder.Run();

        Assert.That(imported.Finding(code).Place.Row, Is.EqualTo(3));
        Assert.That(imported.Result.Caseload.Single().Site, Is.EqualTo("South"));
    }

    [Test]
    public void Two_caseloads_for_the_same_site_period_and_group_are_both_left_out()
    {
        using var folder = new ImportCase();
        folder.Write("caseload.csv", "site,period,group,expected\nNorth,2025,hip,10\nNorth,2025,all,50\nNorth,2025,HIP,12\n");

        var imported = folder.Run();

        Assert.That(imported.Finding("caseload-twice").ExampleRows, Is.EqualTo((long[])[2, 4]));
        Assert.That(imported.Result.Caseload.Single().Group, Is.EqualTo("all"));
    }

    [Test]
    public void Files_that_were_named_are_used_instead_of_those_in_the_folder()
    {
        using var folder = new ImportCase();
        folder.Write("in/a.csv", Export);
        folder.Write("in/sites.csv", "alias,site\nNorth,Wrong\n");
        folder.SitesFile = folder.Write("my sites.csv", "alias,site\nNorth,Right\n");
        folder.CaseloadFile = folder.Write("my caseload.csv", "what,ever\n1,2\n");

        var imported = folder.Run(Path.Combine(folder.Folder, "in"));

        Assert.That(imported.Values[0], Does.StartWith("Right;"));
        Assert.That(imported.Result.Files.Select(file => (file.Path, file.Kind)), Is.EqualTo(((string, FileKind)[])
            [("a.csv", FileKind.Records), ("sites.csv", FileKind.Ignored), ("my sites.csv", FileKind.Sites), ("my caseload.csv", FileKind.Broken)]));
        Assert.That(imported.Finding("layout-not-recognised").Message, Is.EqualTo("The caseload file lacks the headings of one."));
    }

    [TestCase("sites.ods")]
    [TestCase("in/sites.ods")]
    public void A_named_file_of_another_kind_is_an_error(string name)
    {
        using var folder = new ImportCase();
        folder.Write("in/a.csv", Export);
        folder.SitesFile = folder.Write(name, "x");

        Assert.That(folder.Run(Path.Combine(folder.Folder, "in")).Finding("file-not-an-export").Place.File, Is.EqualTo("sites.ods"));
    }
}
