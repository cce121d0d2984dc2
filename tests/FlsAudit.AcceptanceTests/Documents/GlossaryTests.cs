using System.Text.RegularExpressions;
using FlsAudit.AcceptanceTests.Architecture;
using FlsAudit.Analysis;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.AcceptanceTests.Documents;

public sealed partial class GlossaryTests
{
    private static readonly string[] Vocabulary =
    [
        "export", "registry profile", "field", "record", "index fracture", "site", "period", "as-at date", "measure", "standard set", "population",
        "exclusion", "denominator", "numerator", "outcome", "tally", "cube", "caseload", "band", "comparison", "release", "figure", "finding",
        "publication", "DXA", "FLS", "identification", "persistence", "zero", "missing", "not known", "unknown",
    ];

    private static readonly IReadOnlyList<AsciiTable> Tables = MarkdownTable.All(Repository.Read("GLOSSARY.md"), "word");

    private static readonly IReadOnlyList<string> Words = [.. Tables.SelectMany(table => table.Rows.Select(row => table.Cell(row, "word")))];

    private static IEnumerable<string> TypesNamed =>
        Tables.SelectMany(table => table.Rows.SelectMany(row => MarkdownTable.Code(table.Cell(row, "type")))).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> StatesOfThings =>
        new[] { typeof(Outcome), typeof(ResultStatus), typeof(RowFate), typeof(ProvenanceStatus), typeof(MeasureKind) }
            .SelectMany(Enum.GetNames).Select(InWords).Distinct(StringComparer.Ordinal);

    [TestCaseSource(nameof(TypesNamed))]
    public void A_type_that_the_glossary_names_exists(string name) =>
        Assert.That(SourceAssemblies.All.SelectMany(assembly => assembly.GetTypes()).Any(type => type.Name == name), $"there is no type {name}");

    [TestCaseSource(nameof(PublicTypesOfModel))]
    public void A_public_type_of_Model_has_its_word(string name) => Assert.That(TypesNamed, Does.Contain(name));

    [TestCaseSource(nameof(Vocabulary))]
    [TestCaseSource(nameof(StatesOfThings))]
    public void A_word_of_the_field_is_explained(string word) => Assert.That(Words, Does.Contain(word));

    [Test]
    public void No_word_is_explained_twice() => Assert.That(Words, Is.Unique);

    [Test]
    public void Every_word_has_a_meaning()
    {
        var meanings = Tables.SelectMany(table => table.Rows.Select(row => table.Cell(row, "meaning")));
        Assert.That(meanings, Is.All.Not.Empty);
    }

    private static IEnumerable<string> PublicTypesOfModel() =>
        typeof(Field).Assembly.GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name);

    // NotInPopulation is written "not in population".
    private static string InWords(string name) =>
        string.Join(' ', Word().Matches(name).Select(match => match.Value)).ToLowerInvariant();

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Word();
}
