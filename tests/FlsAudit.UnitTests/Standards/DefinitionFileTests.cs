using FlsAudit.Model;
using FlsAudit.Standards;
using static FlsAudit.UnitTests.Standards.MeasureYaml;

namespace FlsAudit.UnitTests.Standards;

/// <summary>Files that are no definition at all, or are made to do harm: each gives a problem and nothing else.</summary>
public sealed class DefinitionFileTests
{
    [TestCase("", "tested.yaml(1,1): expected one mapping of keys to values, and found none or something else.")]
    [TestCase("# only a remark", "tested.yaml(1,1): expected one mapping of keys to values, and found none or something else.")]
    [TestCase("- a\n- b", "tested.yaml(1,1): expected one mapping of keys to values, and found none or something else.")]
    [TestCase("just words", "tested.yaml(1,1): expected one mapping of keys to values, and found none or something else.")]
    [TestCase("a: 1\n---\nb: 2", "tested.yaml(1,1): expected one mapping of keys to values, and found none or something else.")]
    public void What_is_no_mapping_is_refused(string text, string problem) => Assert.That(Problems(text), Is.EqualTo(new[] { problem }));

    [TestCase("id: [a", 1)]
    [TestCase("id: a\n\tset: b", 1)]
    [TestCase("id: 'a\nset: b", 1)]
    [TestCase("id: a\nid: b", 2)]
    public void What_is_no_yaml_is_refused_with_its_line(string text, int line) =>
        Assert.That(Problems(text), Has.Count.EqualTo(1).And.Some.Matches($@"^tested\.yaml\([{line}-9],\d+\): this is not YAML: \S"));

    [Test]
    public void Aliases_are_refused_before_they_are_followed()
    {
        var bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]";

        Assert.That(Problems(bomb), Is.EqualTo(new[] { "tested.yaml(2,8): aliases (*name) are not allowed; write the value out." }));
    }

    [Test]
    public void Deep_nesting_is_refused_before_it_is_followed()
    {
        Assert.That(Problems("id: " + new string('[', 200_000)), Is.EqualTo(new[] { "tested.yaml(1,20): this is nested more than 16 deep; no definition is." }));
        Assert.That(Problems(string.Concat(Enumerable.Repeat("- ", 200_000))), Has.Count.EqualTo(1).And.Some.Contains("nested more than 16 deep"));
    }

    [Test]
    public void A_file_larger_than_a_megabyte_is_not_read()
    {
        using var folder = new TemporaryStandards();
        folder.Write("big.yaml", "name: big\n" + string.Concat(Enumerable.Repeat("# 12345678\n", 100_000)));

        Assert.That(() => DefinitionText.Profile(folder.PathOf("big.yaml"), Dictionary),
            Throws.TypeOf<DefinitionException>().With.Message.EqualTo("big.yaml: the file is larger than 1 MB; no definition is."));
    }

    [Test]
    public void A_file_that_is_not_there_is_told_by_its_name()
    {
        Assert.That(() => DefinitionText.Profile("/nowhere/none.yaml", Dictionary),
            Throws.TypeOf<DefinitionException>().With.Message.EqualTo("none.yaml: the file cannot be read; check that it exists and may be read."));
    }

    [Test]
    public void Any_damage_to_a_definition_gives_problems_and_no_other_error()
    {
        var random = new Random(1);
        const string alphabet = "abc(),=<>!- \n\t:|'\"[]{}#&*?%@`~0é\0";
        for (var run = 0; run < 600; run++)
        {
            var text = Proportion.ToList();
            for (var damage = random.Next(1, 6); damage > 0; damage--)
            {
                var at = random.Next(text.Count);
                if (random.Next(2) == 0) text[at] = alphabet[random.Next(alphabet.Length)];
                else text.RemoveRange(at, Math.Min(random.Next(1, 40), text.Count - at));
            }

            Assert.That(() => Problems(string.Concat(text)), Throws.Nothing, string.Concat(text));
        }
    }

    [Test]
    public void A_definition_that_is_not_read_always_says_why()
    {
        foreach (var line in Proportion.Split('\n'))
        {
            if (line.Length == 0) continue;
            try
            {
                Read(With(line));
            }
            catch (DefinitionException error)
            {
                Assert.That(error.Problems, Is.Not.Empty, line);
            }
        }
    }
}
