using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

public sealed class CatalogueTests
{
    private static readonly StandardsFolder Folder = new(
        new FieldDictionary([MeasureFixture.FractureDate]), [],
        [
            LevelsFixture.Framework,
            LevelsFixture.Uk,
        ], [])
    {
        Conditions = [new SharedCondition("adult", "50 or over.", MeasureFixture.Proportion("x", "x").Population)],
        Breakdowns = [LevelsFixture.PatientGroup],
        Questions = [LevelsFixture.Guideline, LevelsFixture.WantedShare],
    };

    private static readonly IReadOnlyDictionary<string, string> Pages = Catalogue.Pages(Folder);

    [Test]
    public void There_is_an_index_and_a_page_for_each_measure() =>
        Assert.That(Pages.Keys, Is.EqualTo(new[]
        {
            "README.md", "README/iof-bpf/bpf-3.md", "README/iof-bpf/bpf-5.md", "README/iof-bpf/bpf-6.md", "README/uk-fls-db/fls-db-4.md", "README/uk-fls-db/missed.md",
        }));

    [Test]
    public void The_index_lists_measures_with_kind_provenance_cases_and_link() =>
        Assert.That(Lines, Does.Contain("| [bpf-6](README/iof-bpf/bpf-6.md) | Secondary causes excluded | level by share | inferred\u00A0† | 4 |"), "a parameter of it is inferred, and there are two cases of each sort");

    [Test]
    public void The_index_lists_conditions_categories_and_questions_with_their_values() =>
        Assert.Multiple(() =>
        {
            Assert.That(Lines, Does.Contain("| `adult` | 50 or over. | `age_at_fracture >= 50` |"));
            Assert.That(Lines, Does.Contain("| `hip` | Hip fractures | `fracture_site = hip` |"));
            Assert.That(Lines, Does.Contain(
                "| `guideline` | The guideline that decides who is treated. | one of `none` No guideline; `local` Local; `national` National; `not_known` Not known | Framework standard 5 | recalled\u00A0† |"));
        });

    [Test]
    public void Links_lead_to_pages_of_the_catalogue() =>
        Assert.That(
            System.Text.RegularExpressions.Regex.Matches(Pages["README.md"], @"\]\((README/[^)]*)\)").Select(match => match.Groups[1].Value),
            Is.EquivalentTo(Pages.Keys.Where(path => path != "README.md")));

    private static string[] Lines => Pages["README.md"].Split('\n');
}
