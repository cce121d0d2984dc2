using FlsAudit.Model;

namespace FlsAudit.UnitTests.Standards;

public sealed class IdentifierReaderTests
{
    private const string Sound = "source: made up\nstatus: inferred\nkinds:\n  - kind: name\n    whole: [name]\n    within: [surname, nom de famille]\n  - kind: e-mail\n    within: [e-mail]\n";

    [Test]
    public void Headings_are_read_by_kind()
    {
        using var folder = new TemporaryStandards();
        folder.Write("privacy/tests.yaml", Sound);

        var read = folder.Read().IdentifierHeadings;

        Assert.That(read.Select(kind => (kind.Kind, string.Join('|', kind.Whole), string.Join('|', kind.Within))), Is.EqualTo(((IdentifierKind, string, string)[])
            [(IdentifierKind.Name, "name", "surname|nom de famille"), (IdentifierKind.EMail, "", "e-mail")]));
    }

    [TestCase("kind: name", "kind: nickname", "nickname")]
    [TestCase("    within: [e-mail]\n", "", "a kind needs 'whole' headings, or words 'within' them.")]
    [TestCase("whole:", "hole:", "hole")]
    [TestCase("status: inferred", "status: guessed", "guessed")]
    public void A_mistake_is_named_with_its_place(string text, string replacement, string problem)
    {
        using var folder = new TemporaryStandards();
        folder.Write("privacy/tests.yaml", Sound.Replace(text, replacement));

        Assert.That(folder.Problems(), Has.Some.StartsWith("privacy/tests.yaml(").And.Some.Contain(problem));
    }

    [Test]
    public void Every_kind_is_shipped_in_English_and_French()
    {
        var shipped = FlsAudit.Standards.StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards")).IdentifierHeadings;

        Assert.That(shipped.Select(kind => kind.Kind), Is.EqualTo(Enum.GetValues<IdentifierKind>()));
    }
}
