using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the worked cases of a measure; a wrong column, code, date or outcome is a problem of the definition.</summary>
internal sealed class WorkedCaseReader(FieldDictionary dictionary)
{
    private const string AsAt = "as_at", Expect = "expect", Why = "why", Part = "part", Gap = "gap", OfField = "field", Value = "value";
    private const int MostCases = 5_000;

    public IReadOnlyList<WorkedCase> Read(YamlObject yaml, IReadOnlyList<MeasurePart> parts, CountedUnit unit)
    {
        if (Table(yaml) is not var (text, table)) return [];
        RequireColumns(text, table, unit == CountedUnit.PatientFirstEpisode ? [AsAt, Expect, Why, FieldNames.PatientId] : [AsAt, Expect, Why]);
        RequireFields(text, table, Part, Gap);
        return
        [
            .. table.Rows.Select(row =>
            {
                var line = LineOf(text, row);
                var part = Cell(table, row, Part);
                if (parts.Count > 0 && parts.All(candidate => candidate.Name != part))
                    text.File.Problem(line, 0, $"the measure has no part '{part}'{NearestName.Hint(part, parts.Select(candidate => candidate.Name))}");
                var gap = ReadGap(Cell(table, row, Gap), message => text.File.Problem(line, 0, message));
                return new WorkedCase(line, ReadValues(text, table, row), ReadAsAt(text, table, row), part, ReadExpected(text, table, row, Vocabulary.Outcomes, "outcome"), gap, ReadWhy(text, table, row));
            }),
        ];
    }

    /// <summary>The cases of a breakdown: what is expected is a category or <see cref="Breakdown.Missing"/>.</summary>
    public IReadOnlyList<WorkedCase> ReadBreakdownCases(YamlObject yaml, IReadOnlyList<string> categories)
    {
        if (Table(yaml) is not var (text, table)) return [];
        RequireColumns(text, table, [AsAt, Expect, Why]);
        RequireFields(text, table);
        string[] expected = [.. categories, Breakdown.Missing];
        return [.. table.Rows.Select(row => new WorkedCase(
            LineOf(text, row), ReadValues(text, table, row), ReadAsAt(text, table, row), "", ReadExpected(text, table, row, expected, "category"), null, ReadWhy(text, table, row)))];
    }

    /// <summary>The cases of a plausibility rule; those of a rule over several fields say in the columns <c>field</c> and <c>value</c> which of them they are about and what it holds.</summary>
    public IReadOnlyList<WorkedCase> ReadRuleCases(YamlObject yaml, IReadOnlyList<string> each) =>
        ReadEachCases(yaml, each, (text, table, row) => ReadExpected(text, table, row, PlausibilityRule.Answers, "answer of a rule"));

    /// <summary>The cases of a rule on mistyped years, as those of a plausibility rule; what is expected is <see cref="YearRule.Kept"/> or a day.</summary>
    public IReadOnlyList<WorkedCase> ReadYearCases(YamlObject yaml, IReadOnlyList<string> each) => ReadEachCases(yaml, each, ReadYear);

    /// <summary>The cases of a rule between records: each is a record of the patient that it names.</summary>
    public IReadOnlyList<WorkedCase> ReadBetweenCases(YamlObject yaml)
    {
        if (Table(yaml) is not var (text, table)) return [];
        RequireColumns(text, table, [AsAt, Expect, Why, FieldNames.PatientId]);
        RequireFields(text, table);
        return [.. table.Rows.Select(row => new WorkedCase(
            LineOf(text, row), ReadValues(text, table, row), ReadAsAt(text, table, row), "", ReadExpected(text, table, row, BetweenRecordsRule.Answers, "answer of a rule"), null, ReadWhy(text, table, row)))];
    }

    private IReadOnlyList<WorkedCase> ReadEachCases(YamlObject yaml, IReadOnlyList<string> each, Func<YamlText, AsciiTable, AsciiRow, string> expected)
    {
        if (Table(yaml) is not var (text, table)) return [];
        RequireColumns(text, table, each.Count > 0 ? [AsAt, Expect, Why, OfField, Value] : [AsAt, Expect, Why]);
        RequireFields(text, table, each.Count > 0 ? [OfField, Value] : []);
        return
        [
            .. table.Rows.Select(row =>
            {
                var values = ReadValues(text, table, row);
                var field = each.Count > 0 ? Cell(table, row, OfField) : "";
                if (each.Count > 0 && !each.Contains(field)) text.File.Problem(LineOf(text, row), 0, $"the rule is not about '{field}'{NearestName.Hint(field, each)}");
                else if (each.Count > 0 && Cell(table, row, Value) is { Length: > 0 } value)
                {
                    values[field] = value;
                    CheckValue(dictionary[field], value, message => text.File.Problem(LineOf(text, row), 0, message));
                }

                return new WorkedCase(LineOf(text, row), values, ReadAsAt(text, table, row), field, expected(text, table, row), null, ReadWhy(text, table, row));
            }),
        ];
    }

    /// <summary>The cases of an answer of the organisation, which has no day.</summary>
    public IReadOnlyList<WorkedCase> ReadAnswerCases(YamlObject yaml, AnswerRule rule)
    {
        if (Table(yaml) is not var (text, table)) return [];
        var question = rule.Question;
        RequireColumns(text, table, [question.Name, Expect, Why]);
        foreach (var column in table.Columns.Where(column => column != question.Name && column is not (Expect or Why)))
            text.Problem($"the column '{column}' is not known here; expected {question.Name}, {Expect} and {Why}.");
        return
        [
            .. table.Rows.Select(row =>
            {
                var answer = Cell(table, row, question.Name);
                var line = LineOf(text, row);
                foreach (var code in answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(code => !(code == WorkedCase.NoItem && question.Type == AnswerType.Codes) && question.Values.All(value => value.Code != code)))
                    text.File.Problem(line, 0, $"'{question.Name}' has no code '{code}'{NearestName.Hint(code, question.Values.Select(value => value.Code))}");
                var values = new Dictionary<string, string>(StringComparer.Ordinal);
                if (answer.Length > 0) values[question.Name] = answer;
                return new WorkedCase(line, values, 0, "", ReadExpected(text, table, row, Vocabulary.AnswerOutcomes, "outcome"), null, ReadWhy(text, table, row));
            }),
        ];
    }

    private static (YamlText Text, AsciiTable Table)? Table(YamlObject yaml)
    {
        if (yaml.RequiredText("cases") is not { } text) return null;
        if (AsciiTable.Read(text.Value, (line, message) => text.File.Problem(text.FirstLine + line - 1, 0, $"{message}.")) is not { } table) return null;
        if (table.Rows.Count == 0) text.Problem("the table of cases has no rows.");
        if (table.Rows.Count > MostCases) text.Problem(FormattableString.Invariant($"the table has more than {MostCases} cases; no definition needs so many."));
        return (text, table with { Rows = [.. table.Rows.Take(MostCases)] });
    }

    private static void RequireColumns(YamlText text, AsciiTable table, string[] columns)
    {
        foreach (var column in columns.Where(column => table.IndexOf(column) < 0)) text.Problem($"the table of cases has no column '{column}'.");
    }

    private void RequireFields(YamlText text, AsciiTable table, params string[] besides)
    {
        string[] own = [AsAt, Expect, Why, .. besides];
        foreach (var column in table.Columns.Where(column => !own.Contains(column) && dictionary.Find(column) is null))
            text.Problem($"the column '{column}' is no field{NearestName.Hint(column, dictionary.Fields.Select(field => field.Name))}");
    }

    private Dictionary<string, string> ReadValues(YamlText text, AsciiTable table, AsciiRow row)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (row.Cells[i].Length == 0 || IsOwn(table.Columns[i]) || dictionary.Find(table.Columns[i]) is not { } field) continue;
            values[field.Name] = row.Cells[i];
            CheckValue(field, row.Cells[i], message => text.File.Problem(LineOf(text, row), 0, message));
        }

        return values;
    }

    private static string ReadExpected(YamlText text, AsciiTable table, AsciiRow row, IEnumerable<string> words, string what)
    {
        var expected = Cell(table, row, Expect);
        if (!words.Contains(expected))
            text.File.Problem(LineOf(text, row), 0, $"'{expected}' is no {what}; expected {string.Join(", ", words)}{NearestName.Hint(expected, words)}");
        return expected;
    }

    private static string ReadYear(YamlText text, AsciiTable table, AsciiRow row)
    {
        var expected = Cell(table, row, Expect);
        if (expected != YearRule.Kept && !DateOnly.TryParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            text.File.Problem(LineOf(text, row), 0, $"'{expected}' is neither '{YearRule.Kept}' nor a day such as 2025-12-31.");
        return expected;
    }

    private static int ReadAsAt(YamlText text, AsciiTable table, AsciiRow row)
    {
        if (!DateOnly.TryParseExact(Cell(table, row, AsAt), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asAt))
            text.File.Problem(LineOf(text, row), 0, "'as_at' must be a date such as 2025-12-31.");
        return asAt.DayNumber;
    }

    private static string ReadWhy(YamlText text, AsciiTable table, AsciiRow row)
    {
        var why = Cell(table, row, Why);
        if (why.Length == 0) text.File.Problem(LineOf(text, row), 0, "'why' is empty: a case without a reason teaches nothing.");
        return why;
    }

    private static int LineOf(YamlText text, AsciiRow row) => (int)(text.FirstLine + row.Line - 1);

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
