using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Standards;

/// <summary>A sound measure as a text, and ways to spoil it.</summary>
internal static class MeasureYaml
{
    /// <summary>The small dictionary and a text field.</summary>
    public static FieldDictionary Dictionary { get; } = new(
        [.. TestDictionary.Small.Fields, new Field("record_id", FieldType.Text, "identity", "The episode's number.") { Provenance = new Provenance("made for tests", ProvenanceStatus.Inferred) }]);

    public const string Proportion = """
        id: tested
        set: tests
        title: Assessed in time
        question: How many were assessed in time?
        source:
          title: made for tests
          status: inferred
        population: age_at_fracture >= 50
        numerator: assessment_date within 90 days of fracture_date
        due: 90 days after fracture_date
        unknown: not-met
        words:
          numerator: assessed
          denominator: patients
        better: higher
        cases: |
          fracture_date | assessment_date | age_at_fracture | as_at      | expect | why
          2025-01-01    | 2025-04-01      | 72              | 2025-12-31 | met    | day 90 is inside
        """;

    public static MeasureDefinition Read(string yaml) => DefinitionText.Measure(yaml, Dictionary, "tested.yaml");

    /// <summary>The problems of a text, as people read them; none when it is sound.</summary>
    public static IReadOnlyList<string> Problems(string yaml)
    {
        try
        {
            Read(yaml);
            return [];
        }
        catch (DefinitionException error)
        {
            return [.. error.Problems.Select(problem => problem.ToString())];
        }
    }

    /// <summary>The sound measure with one line replaced by any number of lines.</summary>
    public static string With(string line, params string[] lines) => Replace(Proportion, line, lines);

    /// <summary>A measure with one line replaced by any number of lines.</summary>
    public static string Replace(string yaml, string line, params string[] lines)
    {
        Assert.That(yaml.Split('\n'), Does.Contain(line), "the line to replace");
        return string.Join('\n', yaml.Split('\n').SelectMany(old => old == line ? lines : [old]));
    }
}
