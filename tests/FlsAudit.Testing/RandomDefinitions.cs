using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Testing;

/// <summary>
/// Builds conditions, measures and records from the rules of the language, from a seed: the generator behind the agreement of the engines. Conditions are
/// written as text and parsed, so the parser is tried as well.
/// </summary>
public sealed class RandomDefinitions(FieldDictionary dictionary, int seed)
{
    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];
    private readonly Random random = new(seed);

    /// <summary>The first day on which generated dates lie.</summary>
    public static int FirstDay { get; } = new DateOnly(2025, 1, 1).DayNumber;

    /// <summary>A condition of at most this depth, as a definition would write it.</summary>
    public string Condition(int depth = 3)
    {
        if (depth == 0) return Test();
        return random.Next(5) switch
        {
            0 => $"({Condition(depth - 1)}) and ({Condition(depth - 1)})",
            1 => $"({Condition(depth - 1)}) or ({Condition(depth - 1)})",
            2 => $"not ({Condition(depth - 1)})",
            3 => $"{Test()} and {Test()} or {Test()}",
            _ => Test(),
        };
    }

    /// <summary>A window rule, or none.</summary>
    public string? Due() => random.Next(2) == 0 ? null : $"{random.Next(0, 40)} days after {Pick(Of(FieldType.Date))}";

    /// <summary>A record whose fields are blank about a third of the time.</summary>
    public IReadOnlyDictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in dictionary.Fields)
        {
            if (random.Next(3) == 0) continue;
            values[field.Name] = field.Type switch
            {
                FieldType.Date => DateOnly.FromDayNumber(Day()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                FieldType.Code => field.Values[random.Next(field.Values.Count)].Code,
                _ => random.Next(45, 56).ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        return values;
    }

    /// <summary>A day in the range that generated records use.</summary>
    public int Day() => FirstDay + random.Next(60);

    private string Test() => random.Next(11) switch
    {
        9 => $"age_at_fracture is {Pick("known", "missing")}",
        8 => $"{Pick(Of(FieldType.Date))} on or after {Pick(Of(FieldType.Date))}",
        0 => $"{Pick(Of(FieldType.Code))} is {Pick("known", "missing")}",
        1 => $"{Pick(Of(FieldType.Date))} is {Pick("known", "missing")}",
        2 => CodeTest(),
        3 => CodeList(),
        4 => $"age_at_fracture {Pick(Comparisons)} {random.Next(45, 56)}",
        5 => $"{Pick(Of(FieldType.Date))} within {random.Next(0, 4)} {Pick("weeks", "days")} of {Pick(Of(FieldType.Date))}",
        6 => $"{Pick(Of(FieldType.Date))} {Pick(Comparisons)} {Pick(Of(FieldType.Date))}",
        7 => $"{Pick(Of(FieldType.Date))} is after as_at",
        _ => $"days({Pick(Of(FieldType.Date))}, {Pick(Of(FieldType.Date))}) {Pick(Comparisons)} {random.Next(-20, 40)}",
    };

    private string CodeTest()
    {
        var field = dictionary[Pick(Of(FieldType.Code))];
        return $"{field.Name} {Pick("=", "!=")} {Pick(Codes(field))}";
    }

    private string CodeList()
    {
        var field = dictionary[Pick(Of(FieldType.Code))];
        var codes = Codes(field).OrderBy(_ => random.Next()).Take(random.Next(1, Codes(field).Length + 1));
        return $"{field.Name} {Pick("in", "not in")} ({string.Join(", ", codes)})";
    }

    private static string[] Codes(Field field) => [.. field.Values.Select(value => value.Code).Where(code => code != CodeValue.NotKnown)];

    private string[] Of(FieldType type) => [.. dictionary.Fields.Where(field => field.Type == type).Select(field => field.Name)];

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
