using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>Runs the worked cases of definitions: records on both engines, answers of the organisation, values.</summary>
internal static class WorkedCases
{
    /// <summary>A line for each case of a measure that fails.</summary>
    public static IEnumerable<string> Failures(MeasureDefinition measure, FieldDictionary dictionary) =>
    [
        .. WorkedCaseRun.Run(measure, dictionary).Where(result => !result.Passed).Select(result => result.Explanation),
        .. ValueCases.Run(measure).Where(result => !result.Passed).Select(result => result.Explanation),
    ];

    /// <summary>A line for each case of a plausibility rule that fails.</summary>
    public static IEnumerable<string> Failures(PlausibilityRule rule, FieldDictionary dictionary) =>
        WorkedCaseRun.Run(rule, dictionary).Where(result => !result.Passed).Select(result => result.Explanation);

    /// <summary>A line for each case of a rule between records that fails.</summary>
    public static IEnumerable<string> Failures(BetweenRecordsRule rule, FieldDictionary dictionary) =>
        WorkedCaseRun.Run(rule, dictionary).Where(result => !result.Passed).Select(result => result.Explanation);

    /// <summary>A line for each case of a rule on mistyped years that fails.</summary>
    public static IEnumerable<string> Failures(YearRule rule, FieldDictionary dictionary) =>
        WorkedCaseRun.Run(rule, dictionary).Where(result => !result.Passed).Select(result => result.Explanation);

    /// <summary>A line for each case of a breakdown that fails.</summary>
    public static IEnumerable<string> Failures(Breakdown breakdown, FieldDictionary dictionary) =>
        WorkedCaseRun.Run(breakdown, dictionary).Where(result => !result.Passed).Select(result => result.Explanation);
}
