using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the worked cases of a measure; a wrong column, code, date or outcome is a problem of the definition.</summary>
internal sealed class WorkedCaseReader(FieldDictionary dictionary)
{
    private const string AsAt = "as_at", Expect = "expect", Why = "why", Part = "part", Gap = "gap";

    public IReadOnlyList<WorkedCase> Read(YamlObject yaml, IReadOnlyList<MeasurePart> parts)
    {
        if (yaml.RequiredText("cases") is not { } text) return [];
        if (AsciiTable.Read(text.Value, (line, message) => text.File.Problem(text.FirstLine + line - 1, 0, $"{message}.")) is not { } table) return [];
        if (table.Rows.Count == 0) text.Problem("the table of cases has no rows.");
        foreach (var column in new[] { AsAt, Expect, Why })
            if (table.IndexOf(column) < 0)
                text.Problem($"the table of cases has no column '{column}'.");
        foreach (var column in table.Columns.Where(column => !IsOwn(column) && dictionary.Find(column) is null))
            text.Problem($"the column '{column}' is no field{NearestName.Hint(column, dictionary.Fields.Select(field => field.Name))}");
        return [.. table.Rows.Select(row => ReadRow(text, table, row, parts))];
    }

    private WorkedCase ReadRow(YamlText text, AsciiTable table, AsciiRow row, IReadOnlyList<MeasurePart> parts)
    {
        var line = (int)(text.FirstLine + row.Line - 1);
        void Problem(string message) => text.File.Problem(line, 0, message);

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (row.Cells[i].Length == 0 || IsOwn(table.Columns[i]) || dictionary.Find(table.Columns[i]) is not { } field) continue;
            values[field.Name] = row.Cells[i];
            CheckValue(field, row.Cells[i], Problem);
        }

        var expected = Cell(table, row, Expect);
        if (!Vocabulary.Outcomes.Contains(expected))
            Problem($"'{expected}' is no outcome; expected {string.Join(", ", Vocabulary.Outcomes)}{NearestName.Hint(expected, Vocabulary.Outcomes)}");
        if (!DateOnly.TryParseExact(Cell(table, row, AsAt), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asAt))
            Problem("'as_at' must be a date such as 2025-12-31.");
        var part = Cell(table, row, Part);
        if (parts.Count > 0 && parts.All(candidate => candidate.Name != part))
            Problem($"the measure has no part '{part}'{NearestName.Hint(part, parts.Select(candidate => candidate.Name))}");
        if (Cell(table, row, Why).Length == 0) Problem("'why' is empty: a case without a reason teaches nothing.");
        return new WorkedCase(line, values, asAt.DayNumber, part, expected, ReadGap(Cell(table, row, Gap), Problem), Cell(table, row, Why));
    }

    private static int? ReadGap(string cell, Action<string> problem)
    {
        if (cell.Length == 0) return null;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var days)) return days;
        problem($"'{cell}' is no number of days for 'gap'.");
        return null;
    }

    private static void CheckValue(Field field, string value, Action<string> problem)
    {
        switch (field.Type)
        {
            case FieldType.Code when field.IndexOf(value) < 0:
                problem($"'{field.Name}' has no code '{value}'{NearestName.Hint(value, field.Values.Select(code => code.Code))}");
                break;
            case FieldType.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                problem($"'{value}' is no date for '{field.Name}'; expected a day such as 2025-12-31.");
                break;
            case FieldType.Number when !(double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)):
                problem($"'{value}' is no number for '{field.Name}'.");
                break;
        }
    }

    private static string Cell(AsciiTable table, AsciiRow row, string column) =>
        table.IndexOf(column) is >= 0 and var index ? row.Cells[index] : "";

    private static bool IsOwn(string column) => column is AsAt or Expect or Why or Part or Gap;
}
