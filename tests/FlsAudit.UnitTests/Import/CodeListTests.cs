using System.Text.RegularExpressions;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>How a column reads the texts of shared code lists.</summary>
public sealed class CodeListTests
{
    private static readonly Provenance MadeUp = new("made up for the tests", ProvenanceStatus.Verified);

    private static readonly CodeList Names = new("names", "Names", "drug", [Entry("Acide alendronique", "alendronate"), Entry("Dénosumab", "denosumab")]);

    private static readonly CodeList Codes = new("codes", "Codes", "drug", [Entry("M05", "combination", true), Entry("M05.BX", "denosumab", true), Entry("M05BX9", "alendronate")])
    {
        IgnoredCharacters = ".",
        PrefixedCode = new Regex(@"\A(?:[a-z][0-9]{2}([a-z]{2}[0-9]?)?)\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking),
    };

    [TestCase("Acide alendronique", "alendronate", TestName = "A text of the list")]
    [TestCase("  ACIDE  Alendronique ", "alendronate", TestName = "Case and white space do not count")]
    [TestCase("denosumab", "denosumab", TestName = "Accents do not count")]
    [TestCase("m05bx4", "denosumab", TestName = "The longest prefix counts")]
    [TestCase("M05.BX.4", "denosumab", TestName = "Ignored characters do not count in the export")]
    [TestCase("M05AA1", "combination", TestName = "A shorter prefix where no longer one fits")]
    [TestCase("M05", "combination", TestName = "A prefix alone, where it looks like a code")]
    [TestCase("M05BX9", "alendronate", TestName = "A whole text goes before every prefix")]
    [TestCase("M05 or so", "", TestName = "What does not look like a code has no prefix")]
    [TestCase("M05BX44", "", TestName = "What is too long for a code has no prefix")]
    [TestCase("X05AA1", "", TestName = "A code without a prefix of the list")]
    public void A_listed_text_is_read(string text, string code)
    {
        using var folder = new ImportCase { Profiles = [Profile([Names, Codes])] };
        folder.Write("a.csv", $"Age,Fracture,Drug\n72,2025-02-03,{text}\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo(new[] { "a; fracture_date=2025-02-03; age_at_fracture=72" + (code.Length > 0 ? $"; drug={code}" : "") }));
        Assert.That(imported.FindingCodes.Contains("code-not-recognised"), Is.EqualTo(code.Length == 0));
    }

    [Test]
    public void The_values_of_the_column_go_first_then_the_lists_in_their_order_then_the_codes_of_the_field()
    {
        var second = Names with { Name = "second", Entries = [Entry("Dénosumab", "combination"), Entry("Prolia", "denosumab"), Entry("alendronate", "denosumab")] };
        using var folder = new ImportCase { Profiles = [Profile([Names, second], ("Acide alendronique", "combination"))] };
        folder.Write("a.csv", "Age,Fracture,Drug\n72,2025-02-03,Acide alendronique\n72,2025-02-03,Dénosumab\n72,2025-02-03,Prolia\n72,2025-02-03,alendronate\n72,2025-02-03,combination\n");

        Assert.That(folder.Run().Values.Select(value => value[(value.LastIndexOf('=') + 1)..]), Is.EqualTo(new[] { "combination", "denosumab", "denosumab", "denosumab", "combination" }));
    }

    [Test]
    public void All_texts_of_a_list_can_mean_one_code_of_another_field()
    {
        var profile = Profile([]) with
        {
            Columns =
            [
                .. Profile([]).Columns.Take(2),
                new ProfileColumn(["Drug"],
                [
                    SmallProfiles.Map("treatment", ("Refus", "declined")) with { Lists = [Names.AllMeaning("treatment", "recommended")] },
                    SmallProfiles.Map("drug", ("Refus", null)) with { Lists = [Names], Several = "combination" },
                ])
                { Join = ';' },
            ],
        };
        using var folder = new ImportCase { Profiles = [profile] };
        folder.Write("a.csv", "Age,Fracture,Drug\n72,2025-02-03,acide alendronique;denosumab\n72,2025-02-03,Refus\n");

        Assert.That(folder.Run().Values, Is.EqualTo(new[]
        {
            "a; fracture_date=2025-02-03; age_at_fracture=72; treatment=recommended; drug=combination",
            "a; fracture_date=2025-02-03; age_at_fracture=72; treatment=declined",
        }));
    }

    [Test]
    public void A_list_can_say_nothing_about_a_field()
    {
        using var folder = new ImportCase { Profiles = [Profile([Names.AllMeaning("drug", null)])] };
        folder.Write("a.csv", "Age,Fracture,Drug\n72,2025-02-03,Dénosumab\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo(new[] { "a; fracture_date=2025-02-03; age_at_fracture=72" }));
        Assert.That(imported.FindingCodes, Does.Not.Contain("code-not-recognised"));
    }

    [Test]
    public void A_near_miss_of_a_listed_text_is_offered_to_somebody_who_may_see_values()
    {
        using var folder = new ImportCase { Profiles = [Profile([Names])], ShowValues = true };
        folder.Write("a.csv", "Age,Fracture,Drug\n72,2025-02-03,acide alendronik\n");

        Assert.That(folder.Run().Finding("code-not-recognised").Expected, Does.Contain("did you mean 'Acide alendronique'?"));
    }

    [Test]
    public void A_list_with_a_code_that_the_field_does_not_have_is_refused_before_any_file_is_opened()
    {
        using var folder = new ImportCase { Profiles = [Profile([Names.AllMeaning("drug", "placebo")])] };

        Assert.That(() => folder.Run(), Throws.ArgumentException.With.Message.Contains("'placebo'"));
    }

    private static CodeListEntry Entry(string text, string code, bool isPrefix = false) => new(text, code, MadeUp) { IsPrefix = isPrefix };

    private static RegistryProfile Profile(IReadOnlyList<CodeList> lists, params (string Text, string? Code)[] values) => SmallProfiles.Plain with
    {
        Columns =
        [
            new ProfileColumn(["Age"], [SmallProfiles.Map("age_at_fracture")]) { Required = true },
            new ProfileColumn(["Fracture"], [SmallProfiles.Map("fracture_date")]) { Required = true },
            new ProfileColumn(["Drug"], [SmallProfiles.Map("drug", values) with { Lists = lists }]),
        ],
    };
}
