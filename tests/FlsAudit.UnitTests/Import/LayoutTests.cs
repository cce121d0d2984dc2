using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class LayoutTests
{
    [Test]
    public void The_profile_is_found_from_the_headings_file_by_file()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain, SmallProfiles.British, SmallProfiles.French] };
        folder.Write("a.csv", "AGE AT FRACTURE,1.09  date index frac DIAGNOSED\n72,3/2/2025\n");
        folder.Write("b.csv", "age;date de l’accident;hopital\n72;3/2/2025;Lille\n");

        var files = folder.Run().Result.Files;

        Assert.That(files.Select(file => file.Profile?.Name), Is.EqualTo((string[])["british", "french"]));
        Assert.That(files[0].Sheets.Single().Reason, Is.EqualTo("found from the headings: 2 of 2 required and 2 of 5 columns are there, 2 of 2 headings of the file are known"));
    }

    [Test]
    public void Every_heading_says_what_becomes_of_its_column()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", "Age,1.09 Date Index Frac Diagnosed,4.01 BoneTherapy,Post Code,...5,,Shoe size\n72,3/2/2025,,,,,44\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Files.Single().Sheets.Single().Headings.Select(use => $"{use.Column} {use.Heading}: {use.Role} {string.Join('+', use.Fields)}".TrimEnd()), Is.EqualTo((string[])
        [
            "1 Age: Mapped age_at_fracture",
            "2 1.09 Date Index Frac Diagnosed: Mapped fracture_date",
            "3 4.01 BoneTherapy: Mapped treatment+drug",
            "4 Post Code: Ignored",
            "5 ...5: Filler",
            "6 : Filler",
            "7 Shoe size: Unmapped",
        ]));
        Assert.That(imported.Finding("heading-not-read").Message, Does.Contain("'Shoe size'").And.Not.Contain("Post Code"));
        Assert.That(imported.Finding("column-missing").Message, Does.Contain("'3.01 DXA'"));
    }

    [Test]
    public void An_unknown_layout_names_the_nearest_profile_and_what_it_needs_but_no_heading_of_the_file()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain, SmallProfiles.British] };
        folder.Write("a.csv", "Age,3.01 DXA,Jane Doe\n72,Yes,x\n");

        var finding = folder.Run().Finding("layout-not-recognised");

        Assert.That(finding.Severity, Is.EqualTo(Severity.Error));
        Assert.That(finding.Message, Is.EqualTo("The headings fit no registry profile; the nearest is 'british', which also needs '1.09 Date Index Frac Diagnosed'."));
        Assert.That(finding.ToString(), Does.Not.Contain("Jane Doe"));
    }

    [Test]
    public void A_profile_that_was_named_is_used_or_refused_and_never_replaced()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain, SmallProfiles.British], Chosen = SmallProfiles.Plain };
        folder.Write("a.csv", "Age,1.09 Date Index Frac Diagnosed\n72,3/2/2025\n");

        Assert.That(folder.Run().Finding("layout-not-recognised").Message, Does.Contain("'plain'"));
    }

    [Test]
    public void Two_headings_of_one_column_break_the_file_when_both_hold_values()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", "Age,1.09 Date Index Frac Diagnosed,Age at fracture\n72,3/2/2025,\n,3/2/2025,73\n");
        folder.Write("b.csv", "Age,1.09 Date Index Frac Diagnosed,Age at fracture\n,3/2/2025,72\n,3/2/2025,73\n");

        var imported = folder.Run();

        Assert.That(imported.Finding("duplicate-heading").Message, Is.EqualTo("'Age' (column 1) and 'Age at fracture' (column 3) are headings of the same column, and both hold values."));
        Assert.That(imported.Values, Is.EqualTo((string[])
        [
            "b; fracture_date=2025-02-03; age_at_fracture=72; low_trauma=yes",
            "b; fracture_date=2025-02-03; age_at_fracture=73; low_trauma=yes",
        ]), "the other one is blank from top to bottom, so nothing is guessed");
    }

    [Test]
    public void A_profile_that_names_an_unknown_field_or_code_is_refused_before_any_file_is_opened()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain with { Constants = new Dictionary<string, string> { ["dxa"] = "maybe" } }] };

        Assert.That(() => folder.Run(), Throws.ArgumentException.With.Message.Contains("'maybe'"));
    }
}
