using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards;

/// <summary>
/// A fact that is hard to believe of two records of one patient at one site, such as two fractures of the same hip. The later of the two is marked and counted in
/// a finding; nothing is merged, rejected or changed, and no outcome depends on it.
/// </summary>
/// <param name="Name">Kebab-case; the code of its findings.</param>
/// <param name="Severity">How much a marked record matters.</param>
/// <param name="Message">One sentence: what was found.</param>
/// <param name="Expected">What was expected, and what to look at.</param>
/// <param name="When">Holds for each of the two records; a record for which it is unknown takes no part.</param>
public sealed record BetweenRecordsRule(string Name, Severity Severity, string Message, string Expected, Expression When)
{
    /// <summary>How many rules there may be over all files.</summary>
    public const int MostRules = 31;

    /// <summary>How many fields all rules together may compare.</summary>
    public const int MostFields = 4;

    /// <summary>What worked cases may expect.</summary>
    public static IReadOnlyList<string> Answers { get; } = [PlausibilityRule.Marked, PlausibilityRule.NotMarked];

    /// <summary>The code fields in which the two agree; a blank agrees with a blank only.</summary>
    public IReadOnlyList<Field> Same { get; init; } = [];

    /// <summary>The code fields in at least one of which the two differ, both being known; empty when none need differ.</summary>
    public IReadOnlyList<Field> Differ { get; init; } = [];

    /// <summary>The most days from the earlier fracture to the later, inclusive; null when the days do not matter, nor whether they are recorded.</summary>
    public int? Days { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Its worked cases: records of the patients that they name, judged together; what is expected is one of <see cref="Answers"/>.</summary>
    public IReadOnlyList<WorkedCase> Cases { get; init; } = [];

    /// <summary>The file that declares it.</summary>
    public string File { get; init; } = "";
}
