using FlsAudit.Model;

namespace FlsAudit.UnitTests.Standards;

/// <summary>What a shared code list is read into, and what is wrong with one.</summary>
public sealed class CodeListProblemTests
{
    [Test]
    public void A_sound_list_is_read_as_it_is_written()
    {
        using var folder = new TemporaryStandards();

        var list = folder.Read().CodeLists.Single();

        Assert.That((list.Name, list.Title, list.Field, list.IgnoredCharacters), Is.EqualTo(("sides", "Sides", "fracture_side", "-")));
        Assert.That(list.Entries.Select(entry => (entry.Text, entry.Code, entry.IsPrefix, entry.Provenance.Status)), Is.EqualTo(new[]
        {
            ("Gauche", "left", false, ProvenanceStatus.Verified),
            ("Droite", "right", false, ProvenanceStatus.Verified),
            ("Linke", "left", false, ProvenanceStatus.Recalled),
            ("ri", "right", true, ProvenanceStatus.Recalled),
        }));
        Assert.That(list.PrefixedCode!.IsMatch("RIGH"), "case does not count");
        Assert.That(list.PrefixedCode.IsMatch("right"), Is.False, "the pattern is of the whole code");
    }

    [TestCase("list: sides\n", "", "codes/sides.yaml(1,1): the key 'list' is missing.")]
    [TestCase("title: Sides\n", "", "codes/sides.yaml(1,1): the key 'title' is missing.")]
    [TestCase("field: fracture_side", "field: fracture_sid", "codes/sides.yaml(3,8): there is no code field 'fracture_sid'; did you mean 'fracture_side'?")]
    [TestCase("field: fracture_side", "field: fracture_date", "codes/sides.yaml(3,8): there is no code field 'fracture_date'; did you mean 'fracture_side'?")]
    [TestCase("Droite: right", "Droite: richt", "codes/sides.yaml(8,36): 'fracture_side' has no code 'richt'; did you mean 'right'?")]
    [TestCase("Droite: right", "Droite: ~", "codes/sides.yaml(8,28): the text 'Droite' needs a code; a text that says nothing about the field is left out.")]
    [TestCase("Linke: left", "GAUCHE: left", "codes/sides.yaml(10,14): the text 'GAUCHE' stands twice in the list.")]
    [TestCase("status: recalled", "status: sure", "codes/sides.yaml(9,45): 'sure' is no value of 'status'; expected verified, secondary, recalled, inferred")]
    [TestCase("prefixes: {ri: right}", "prefix: {ri: right}", "codes/sides.yaml(11,5): the key 'prefix' is not known here; did you mean 'prefixes'?")]
    [TestCase("prefixed_code: '[a-z]{1,4}'\n", "", "codes/sides.yaml(1,1): a list with 'prefixes' needs 'prefixed_code', a pattern of what a whole code looks like: a beginning alone would fit too much.")]
    [TestCase("[a-z]{1,4}", "[a-z", "codes/sides.yaml(5,17): this is no regular expression, or one that looks ahead or back, which is not allowed.")]
    [TestCase("[a-z]{1,4}", "(?=a)b", "codes/sides.yaml(5,17): this is no regular expression, or one that looks ahead or back, which is not allowed.")]
    [TestCase("    prefixes: {ri: right}", "", "codes/sides.yaml(5,17): 'prefixed_code' is for a list with 'prefixes', and this one has none.")]
    public void A_wrong_list_is_told_with_its_place(string text, string replacement, string problem)
    {
        var spoilt = TemporaryStandards.Codes.Replace(text, replacement, StringComparison.Ordinal);
        Assert.That(spoilt, Is.Not.EqualTo(TemporaryStandards.Codes), "the text to replace");
        using var folder = new TemporaryStandards();
        folder.Write("codes/sides.yaml", spoilt);

        Assert.That(folder.Problems(), Does.Contain(problem));
    }

    [Test]
    public void Every_group_says_where_it_comes_from_and_holds_something()
    {
        using var folder = new TemporaryStandards();
        folder.Write("codes/more.yaml", "list: more\ntitle: More\nfield: fracture_side\ngroups:\n  - values: {a: left}\n  - source: {title: x, status: verified}\n");

        Assert.That(folder.Problems(), Is.EqualTo(new[]
        {
            "codes/more.yaml(5,5): the key 'source' is missing: title, status and what rests on what.",
            "codes/more.yaml(6,5): a group needs 'values' or 'prefixes'.",
        }));
    }

    [Test]
    public void Two_lists_cannot_share_a_name()
    {
        using var folder = new TemporaryStandards();
        folder.Write("codes/zz.yaml", TemporaryStandards.Codes);

        Assert.That(folder.Problems(), Is.EqualTo(new[] { "codes/zz.yaml(1,1): the code list 'sides' is declared twice." }));
    }
}
