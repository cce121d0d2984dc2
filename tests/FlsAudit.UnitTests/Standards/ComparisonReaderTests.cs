using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Standards;

public sealed class ComparisonReaderTests
{
    private const string Sound = "source: {title: made up, status: recalled}\noutliers:\n  - {beyond: 2, word: look}\n  - {beyond: 3, word: ask}\nfavourable: well done\nstandardise_by: [fracture_side]\n";

    [Test]
    public void Words_and_groups_are_read()
    {
        using var folder = new TemporaryStandards();
        folder.Write("comparisons/tests.yaml", Sound);

        var read = folder.Read().Comparisons;

        Assert.That(read.Outliers.Levels, Is.EqualTo(new[] { new OutlierLevel(2, "look"), new OutlierLevel(3, "ask") }));
        Assert.That((read.Outliers.Favourable, read.Outliers.Provenance.Status), Is.EqualTo(("well done", ProvenanceStatus.Recalled)));
        Assert.That(read.StandardiseBy.Select(breakdown => breakdown.Name), Is.EqualTo(new[] { "fracture_side" }));
    }

    [Test]
    public void Without_such_a_file_there_are_no_words_and_no_groups()
    {
        using var folder = new TemporaryStandards();

        Assert.That(folder.Read().Comparisons, Is.EqualTo(ComparisonRules.None));
    }

    [TestCase("beyond: 3", "beyond: 2", "each level lies farther out than the one before it.")]
    [TestCase("beyond: 2", "beyond: -2", "'beyond' is a number of standard deviations above 0.")]
    [TestCase("outliers:\n  - {beyond: 2, word: look}\n  - {beyond: 3, word: ask}\n", "", "holds beyond the first of the 'outliers'")]
    [TestCase("[fracture_side]", "[fracture_sid]", "'fracture_sid' is neither a breakdown nor a code field")]
    [TestCase("[fracture_side]", "[fracture_date]", "'fracture_date' is neither a breakdown nor a code field")]
    [TestCase("status: recalled", "status: guessed", "guessed")]
    [TestCase("favourable", "favorable", "favorable")]
    public void A_mistake_is_named_with_its_place(string text, string replacement, string problem)
    {
        using var folder = new TemporaryStandards();
        folder.Write("comparisons/tests.yaml", Sound.Replace(text, replacement));

        Assert.That(folder.Problems(), Has.Some.StartsWith("comparisons/tests.yaml(").And.Some.Contain(problem));
    }

    // Beyond is strictly more; what is worse depends on which direction is better.
    [TestCase(-2.0, Better.Higher, "")]
    [TestCase(-2.01, Better.Higher, "look")]
    [TestCase(-3.0, Better.Higher, "look")]
    [TestCase(-3.01, Better.Higher, "ask")]
    [TestCase(3.01, Better.Higher, "well done")]
    [TestCase(2.0, Better.Higher, "")]
    [TestCase(3.01, Better.Lower, "ask")]
    [TestCase(-2.01, Better.Lower, "well done")]
    [TestCase(0.0, Better.Lower, "")]
    [TestCase(-9.0, Better.None, "")]
    [TestCase(9.0, Better.None, "")]
    public void The_word_is_for_the_unfavourable_side(double z, Better better, string word)
    {
        var policy = new OutlierPolicy([new OutlierLevel(2, "look"), new OutlierLevel(3, "ask")], "well done", new Provenance("made up", ProvenanceStatus.Inferred));

        Assert.That(policy.WordOf(z, better), Is.EqualTo(word));
    }

    [Test]
    public void The_shipped_rules_have_words_for_two_and_three_standard_deviations_and_own_up_to_where_they_come_from()
    {
        var shipped = StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards")).Comparisons;

        Assert.That(shipped.Outliers.Levels, Is.EqualTo(new[] { new OutlierLevel(2, "alert"), new OutlierLevel(3, "alarm") }));
        Assert.That(shipped.Outliers.Provenance.Status, Is.EqualTo(ProvenanceStatus.Recalled));
        Assert.That(shipped.StandardiseBy, Has.Count.EqualTo(3));
    }
}
