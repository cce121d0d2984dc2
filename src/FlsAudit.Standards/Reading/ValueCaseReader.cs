using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the worked cases of what a measure computes from counts.</summary>
internal sealed class ValueCaseReader
{
    private const string Why = "why";

    public IReadOnlyList<ValueCase> Read(YamlObject yaml, MeasureDefinition measure)
    {
        if (yaml.Text("value_cases") is not { } text) return [];
        if (AsciiTable.Read(text.Value, (line, message) => text.File.Problem(text.FirstLine + line - 1, 0, $"{message}.")) is not { } table) return [];
        string[] columns = [.. ValueCases.ColumnsOf(measure)];
        if (columns.Length == 0)
        {
            text.Problem("the measure has no band, level, rule or factor that value cases could show.");
            return [];
        }

        foreach (var column in table.Columns.Where(column => column != Why && !columns.Contains(column)))
            text.Problem($"the column '{column}' is not known here; expected {string.Join(", ", columns.Append(Why))}{NearestName.Hint(column, columns)}");
        if (table.IndexOf(Why) < 0) text.Problem($"the table of value cases has no column '{Why}'.");
        return [.. table.Rows.Select(row => Row(text, table, row, columns, measure))];
    }

    private static ValueCase Row(YamlText text, AsciiTable table, AsciiRow row, string[] columns, MeasureDefinition measure)
    {
        var line = (int)(text.FirstLine + row.Line - 1);
        string Cell(string column) => table.IndexOf(column) is >= 0 and var index ? row.Cells[index] : "";
        string[] filled = [.. columns.Where(column => Cell(column).Length > 0)];
        var expected = ValueCases.ExpectedOf(measure, filled);
        foreach (var column in filled.Where(column => !ValueCases.IsWord(measure, column) && !IsNumbers(Cell(column))))
            text.File.Problem(line, 0, $"'{Cell(column)}' is no number for '{column}'.");
        if (measure.Levels?.Level3Needs?.Question is { } question && Cell(question.Name) is { Length: > 0 } code && question.Values.All(value => value.Code != code))
            text.File.Problem(line, 0, $"'{question.Name}' has no code '{code}'{NearestName.Hint(code, question.Values.Select(value => value.Code))}");
        foreach (var column in expected.Where(column => Cell(column).Length == 0))
            text.File.Problem(line, 0, $"the row says nothing of '{column}', which follows from the rest.");
        if (Cell(Why).Length == 0) text.File.Problem(line, 0, "'why' is empty: a case without a reason teaches nothing.");
        return new ValueCase(
            line,
            filled.Where(column => !expected.Contains(column)).ToDictionary(column => column, Cell, StringComparer.Ordinal),
            filled.Where(expected.Contains).ToDictionary(column => column, Cell, StringComparer.Ordinal),
            Cell(Why));
    }

    private static bool IsNumbers(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read));
}
