using System.Globalization;

namespace FlsAudit.Standards;

/// <summary>What came out of one value case.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Case">The case.</param>
/// <param name="Answers">By expected column: what the definition makes of the inputs, numbers with as many decimals as the case writes.</param>
public sealed record ValueCaseResult(MeasureDefinition Measure, ValueCase Case, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Whether exactly the expected came out.</summary>
    public bool Passed => Case.Expected.All(expected => Answers.GetValueOrDefault(expected.Key) == expected.Value);

    /// <summary>One line for people: where, the inputs, what was expected and what came out.</summary>
    public string Explanation =>
        $"{Measure.File}({Case.Line}): {Listed(Case.Inputs)}: expected {Listed(Case.Expected)}, got {Listed(Answers)}; why: {Case.Why}";

    private static string Listed(IReadOnlyDictionary<string, string> cells) => string.Join(", ", cells.Select(cell => $"{cell.Key} {cell.Value}"));
}

/// <summary>Works out the value cases of measures: bands, ladders, rules, multipliers and factors on numbers at hand.</summary>
public static class ValueCases
{
    private const string Value = "value", Expect = "expect", Found = "found", Observed = "observed", Missing = "missing", Caseload = "caseload", Share = "share", Part = "part";
    private const string NotComputed = "not computed", NothingToComputeFrom = "nothing to compute it from";

    /// <summary>The columns of a measure's table, the reason aside; none when there is nothing to show.</summary>
    public static IEnumerable<string> ColumnsOf(MeasureDefinition measure)
    {
        var groups = measure.Parts.Select(part => part.Derived?.From).OfType<string>().Distinct();
        var band = measure.Bands is null ? Array.Empty<string>() : [Expect];
        return measure switch
        {
            { Timing: not null } => [.. measure.Parts.Select(part => part.Name), Share, Expect],
            { Model: not null } => [Observed, Caseload, .. groups, Value],
            { Completeness: not null } => [Missing, Value, .. band],
            { Kind: MeasureKind.Ratio } when groups.Any() => [Part, Found, .. groups, Value, .. band],
            { Levels.Level3Needs: { } need } => [Value, need.Question.Name, Expect],
            { Bands: not null } or { Levels: not null } or { Answer.Share: not null } => [Value, Expect],
            _ => [],
        };
    }

    /// <summary>Which columns of a row follow from the others.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="filled">The columns in which the row says something.</param>
    public static IReadOnlyList<string> ExpectedOf(MeasureDefinition measure, IReadOnlyList<string> filled)
    {
        string[] band = measure.Bands is null && measure.Levels is null && measure.Timing is null && measure.Answer?.Share is null ? [] : [Expect];
        return measure.Model is not null || measure.Completeness is not null || filled.Contains(Found) ? [Value, .. band] : band;
    }

    /// <summary>Works out all value cases of a measure, in order.</summary>
    public static IReadOnlyList<ValueCaseResult> Run(MeasureDefinition measure) => [.. measure.ValueCases.Select(valueCase => Run(measure, valueCase))];

    internal static bool IsWord(MeasureDefinition measure, string column) => column is Expect or Part || column == measure.Levels?.Level3Needs?.Question.Name;

    private static ValueCaseResult Run(MeasureDefinition measure, ValueCase given)
    {
        double? Number(string column) => given.Inputs.TryGetValue(column, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        var value = measure switch
        {
            { Timing: not null } => null,
            { Model: { } model } => CaseloadOf(measure, given, Number) is { } caseload && Number(Observed) is { } observed ? model.Shortfall(caseload, observed) : null,
            { Completeness: { } rule } => Numbers(given, Missing).Count(rule.Counts),
            _ when Number(Found) is { } found => CaseloadOf(measure, given, Number) is > 0 and var caseload ? 100 * found / caseload : null,
            _ => Number(Value),
        };
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, text) in given.Expected)
            answers[column] = column == Value ? Printed(value, text) : BandOf(measure, given, value, Number);
        return new ValueCaseResult(measure, given, answers);
    }

    private static string BandOf(MeasureDefinition measure, ValueCase given, double? value, Func<string, double?> number)
    {
        if (measure.Timing is not null)
            return number(Share) is { } share ? TimingRule.Of(measure.Parts, [.. measure.Parts.Select(part => number(part.Name))], share).Word() : NotComputed;
        if (measure.Levels is { Level3Needs: { } need } levels && value is { } percent)
            return levels.Of(percent, given.Inputs.TryGetValue(need.Question.Name, out var code) ? new Answer(need.Question, [code], null, "") : null).Word();
        return value is { } known ? measure.BandOf(known)?.Word() ?? "no band" : NothingToComputeFrom;
    }

    // The caseload as it stands, else reckoned from the group that the row gives.
    private static double? CaseloadOf(MeasureDefinition measure, ValueCase given, Func<string, double?> number)
    {
        var name = given.Inputs.GetValueOrDefault(Part, "");
        var derived = measure.Parts.FirstOrDefault(part => part.Name == name)?.Derived;
        return number(Caseload) ?? (derived is not null && number(derived.From) is { } counted ? derived.Of(counted) : null);
    }

    private static IEnumerable<double> Numbers(ValueCase given, string column) =>
        given.Inputs.GetValueOrDefault(column, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture));

    private static string Printed(double? value, string like)
    {
        if (value is not { } known) return NothingToComputeFrom;
        var decimals = like.Contains('.', StringComparison.Ordinal) ? like.Length - like.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return Math.Round((decimal)known, decimals, MidpointRounding.AwayFromZero).ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
