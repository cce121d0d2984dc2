using System.Globalization;
using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>
/// Judges tables of records on both engines. A table has a column <c>expect</c>, and may have <c>as_at</c> (else the end of 2025), <c>why</c> and, for
/// durations, <c>gap</c>.
/// </summary>
internal static class Language
{
    private const string EndOf2025 = "2025-12-31";

    private static FieldDictionary Dictionary => TestDictionary.Small;

    /// <summary>Every row must have the outcome that its column says, on both engines.</summary>
    public static void Judges(string definition, string table)
    {
        var measure = Measure(definition);
        Assert.Multiple(() =>
        {
            foreach (var row in Rows(table)) Check(measure, measure.Parts[0], row);
        });
    }

    /// <summary>The same for one part of a measure of parts.</summary>
    public static void Judges(string definition, string part, string table)
    {
        var measure = Measure(definition);
        Assert.Multiple(() =>
        {
            foreach (var row in Rows(table)) Check(measure, measure.Parts.Single(candidate => candidate.Name == part), row);
        });
    }

    /// <summary>Every row must make the condition true, false or unknown as its column says, on both engines.</summary>
    public static void Evaluates(string condition, string table)
    {
        var words = new Dictionary<string, string> { ["true"] = "met", ["false"] = "not met", ["unknown"] = "unknown" };
        var measure = Measure($"numerator: {condition}");
        Assert.Multiple(() =>
        {
            foreach (var row in Rows(table)) Check(measure, measure.Parts[0], row with { Expected = words[row.Expected] });
        });
    }

    /// <summary>A whole definition around the keys that matter; everybody belongs unless it says who.</summary>
    public static MeasureDefinition Measure(string definition, string id = "tested")
    {
        string[] keys = [.. definition.Split('\n').Select(line => line.Split(':')[0])];
        var population = keys.Contains("population") ? "" : "population: fracture_date is known\n";
        var partColumn = keys.Contains("parts") && !keys.Contains("caseload") ? " | part" : "";
        var firstPart = partColumn.Length == 0 ? "" : " | " + definition.Split("name: ")[1].Split(',')[0];
        var measure = DefinitionText.Measure(
            $"""
            id: {id}
            set: tests
            title: Tested
            question: Tested?
            source: {"{title: made for tests, status: inferred}"}
            {population}{definition}
            words: {"{numerator: counted, denominator: records}"}
            cases: |
              as_at      | expect | why{partColumn}
              2025-12-31 | met    | only to be a whole definition{firstPart}
            """,
            Dictionary);
        // Everybody belongs, which no real definition may say.
        return keys.Contains("population") ? measure : measure with { Population = DefinitionText.Condition("fracture_date is known or fracture_date is missing", Dictionary) };
    }

    private static void Check(MeasureDefinition measure, MeasurePart part, Row row)
    {
        var judgement = new ReferenceEngine(row.AsAt).Judge(measure, part, row.Record);
        var (outcome, gap) = Count(measure, part, row);

        Assert.That(judgement.Outcome.Word(), Is.EqualTo(row.Expected), $"reference engine, line {row.Line}: {row.Why}");
        Assert.That(outcome, Is.EqualTo(row.Expected), $"columnar engine, line {row.Line}: {row.Why}");
        if (row.Gap is null) return;
        Assert.That((judgement.Gap, gap), Is.EqualTo((row.Gap, row.Gap)), $"days, line {row.Line}: {row.Why}");
    }

    private static (string Outcome, int? Gap) Count(MeasureDefinition measure, MeasurePart part, Row row)
    {
        var plan = new MeasurePlan([measure], row.AsAt, PeriodKind.Year, Dictionary[FieldNames.FractureDate], [], []);
        var layout = plan.LayoutFrom(Dictionary);
        var batch = new RecordBatch(layout, 1);
        row.Record.AddTo(batch, site: 0, row: 2);
        var engine = new ColumnarEngine(plan, layout);
        engine.Receive(batch);
        var cube = engine.Complete();
        var tally = cube[cube.Keys.Single(), plan.Item(measure.Id, part.Name)];
        var counts = new (string Word, long Count)[]
        {
            ("met", tally.Met), ("not met", tally.NotMet), ("unknown", tally.UnknownNumerator + tally.UnknownEligibility),
            ("not due", tally.NotDue), ("excluded", tally.Excluded), ("not in population", tally.NotInPopulation),
        };
        return (counts.Single(count => count.Count == 1).Word, tally.Histogram.Count == 0 ? null : tally.Histogram[0].Days);
    }

    private static IEnumerable<Row> Rows(string text)
    {
        var table = AsciiTable.Parse(text);
        var records = RecordTable.Records(Dictionary, text);
        Assert.That(records, Is.Not.Empty);
        string Cell(AsciiRow row, string column, string otherwise) => table.IndexOf(column) is >= 0 and var index ? row.Cells[index] : otherwise;
        return table.Rows.Select((row, i) => new Row(
            row.Line,
            records[i],
            DateOnly.ParseExact(Cell(row, "as_at", EndOf2025), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber,
            Cell(row, "expect", ""),
            Cell(row, "gap", "") is { Length: > 0 } gap ? int.Parse(gap, CultureInfo.InvariantCulture) : null,
            Cell(row, "why", "")));
    }

    private sealed record Row(int Line, Record Record, int AsAt, string Expected, int? Gap, string Why);
}
