using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Standards;

/// <summary>A small sound standards folder on disk, to be spoilt file by file; gone after the test.</summary>
internal sealed class TemporaryStandards : IDisposable
{
    public const string Fields = """
        group: all
        fields:
          - {name: fracture_date, type: date, meaning: The day., source: made for tests, status: inferred}
          - {name: assessment_date, type: date, meaning: The visit., source: made for tests, status: inferred}
          - name: fracture_side
            type: code
            meaning: The side.
            values: {left: Left, right: Right, not_known: Not known}
            source: made for tests
            status: inferred
          - {name: age_at_fracture, type: number, unit: years, meaning: Age., source: made for tests, status: inferred}
          - {name: record_id, type: text, meaning: The number., source: made for tests, status: inferred}
        """;

    public const string Profile = """
        name: small
        title: Small
        source: {title: made for tests, status: inferred}
        date_order: day-first
        default_sets: [tests]
        key_fields: [record_id]
        columns:
          - headings: [Id]
            fields: [{field: record_id}]
          - headings: [Fracture, Fracture date]
            required: true
            fields: [{field: fracture_date}]
          - headings: [Side]
            fields: [{field: fracture_side, values: {L: left, R: right, "?": ~}}]
        """;

    public const string Codes = """
        list: sides
        title: Sides
        field: fracture_side
        ignored_characters: "-"
        prefixed_code: '[a-z]{1,4}'
        groups:
          - source: {title: made for tests, status: verified}
            values: {Gauche: left, Droite: right}
          - source: {title: made for tests, status: recalled}
            values: {Linke: left}
            prefixes: {ri: right}
        """;

    public const string Set = """
        set: tests
        title: Tests
        source: {title: made for tests, status: inferred}
        measures: [tested, second]
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("standards");

    public TemporaryStandards()
    {
        Write("fields/all.yaml", Fields);
        Write("codes/sides.yaml", Codes);
        Write("registries/small.yaml", Profile);
        Write("measures/tests/set.yaml", Set);
        Write("measures/tests/tested.yaml", MeasureYaml.Proportion);
        Write("measures/tests/second.yaml", MeasureYaml.With("id: tested", "id: second"));
    }

    public string Path => folder.FullName;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public StandardsFolder Read() => StandardsFolder.Read(Path);

    /// <summary>The problems of the folder as people read them; none when it is sound.</summary>
    public IReadOnlyList<string> Problems()
    {
        try
        {
            Read();
            return [];
        }
        catch (DefinitionException error)
        {
            return [.. error.Problems.Select(problem => problem.ToString())];
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
