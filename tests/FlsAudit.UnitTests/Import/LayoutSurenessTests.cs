using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>How sure a layout is: by the file's headings that are known, and by the profile that comes next.</summary>
public sealed class LayoutSurenessTests
{
    // The plain profile has 8 columns, two of them required.
    [TestCase("site,fracture_date,age_at_fracture,dxa", LayoutSureness.Certain, Description = "4 of 4 headings are known")]
    [TestCase("site,fracture_date,age_at_fracture,dxa,comment", LayoutSureness.Certain, Description = "4 of 5 are just four in five")]
    [TestCase("site,fracture_date,age_at_fracture,comment,remark", LayoutSureness.Likely, Description = "3 of 5")]
    [TestCase("fracture_date,age_at_fracture,comment,remark", LayoutSureness.Likely, Description = "2 of 4 are just half")]
    [TestCase("fracture_date,age_at_fracture,comment,remark,note", LayoutSureness.Doubtful, Description = "2 of 5")]
    public void A_profile_without_a_rival_is_as_sure_as_the_share_of_headings_that_it_knows(string headings, LayoutSureness expected) =>
        Assert.That(Look([SmallProfiles.Plain, SmallProfiles.British], headings).Sureness, Is.EqualTo(expected));

    // A rival reads the same headings month-first but knows fewer: 10 headings, of which it knows the first ones.
    [TestCase(10, LayoutSureness.Doubtful, true, Description = "as many")]
    [TestCase(9, LayoutSureness.Likely, false, Description = "one in ten fewer is not about as many")]
    [TestCase(8, LayoutSureness.Certain, false, Description = "one in five fewer")]
    public void A_rival_that_knows_nearly_as_many_headings_makes_it_less_sure(int known, LayoutSureness expected, bool isFinding)
    {
        string[] headings = ["fracture_date", "age_at_fracture", .. Enumerable.Range(3, 8).Select(n => $"extra {n}")];
        var first = SmallProfiles.Plain with { Name = "first", IgnoredHeadings = headings[2..] };
        var second = first with { Name = "second", DateOrder = DateOrder.MonthFirst, IgnoredHeadings = headings[2..known] };
        using var folder = new ImportCase { Profiles = [first, second] };
        folder.Write("a.csv", string.Join(',', headings) + "\n2025-01-01,70,,,,,,,,\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Files[0].Sheets[0].Sureness, Is.EqualTo(expected));
        Assert.That(imported.Result.Files[0].Sheets[0].RunnerUp, Is.EqualTo("second with 2 of 8 columns"));
        Assert.That(imported.FindingCodes.Contains("layout-ambiguous"), Is.EqualTo(isFinding));
    }

    [Test]
    public void Two_profiles_that_fit_alike_make_a_finding_that_asks_for_one()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain, SmallProfiles.Plain with { Name = "other", DecimalMark = ',' }] };
        folder.Write("a.csv", "fracture_date,age_at_fracture\n2025-01-01,70\n");

        var finding = folder.Run().Finding("layout-ambiguous");

        Assert.That(finding.Severity, Is.EqualTo(Severity.Warning));
        Assert.That(finding.Expected, Does.Contain("--registry plain").And.Contain("--registry other"));
    }

    [Test]
    public void Two_profiles_that_would_read_the_file_alike_are_no_cause_for_doubt()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain, SmallProfiles.Plain with { Name = "twin" }] };
        folder.Write("a.csv", "fracture_date,age_at_fracture\n2025-01-01,70\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Files[0].Sheets[0].Sureness, Is.EqualTo(LayoutSureness.Certain));
        Assert.That(imported.FindingCodes, Has.None.EqualTo("layout-ambiguous"));
    }

    [Test]
    public void A_profile_that_the_user_names_has_no_runner_up()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain, SmallProfiles.British], Chosen = SmallProfiles.Plain };
        folder.Write("a.csv", "fracture_date,age_at_fracture\n2025-01-01,70\n");

        var sheet = folder.Run().Result.Files[0].Sheets[0];

        Assert.That((sheet.Sureness, sheet.RunnerUp), Is.EqualTo((LayoutSureness.Named, (string?)null)));
    }

    private static SheetLayout Look(IReadOnlyList<RegistryProfile> profiles, string headings)
    {
        using var folder = new ImportCase { Profiles = profiles };
        folder.Write("a.csv", headings + "\n" + string.Concat(headings.Where(c => c == ',')) + "\n");
        return new Importer().Inspect(folder.Request()).Files[0].Sheets[0];
    }
}
