using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards;

/// <summary>
/// A fact that is hard to believe of a record, such as an assessment before the fracture. A record for which it holds is marked and counted in a finding;
/// nothing of it is rejected, blanked or changed, and no outcome depends on it.
/// </summary>
/// <param name="Name">Kebab-case; the code of its findings. Equal for the fields of a rule that is declared once for several.</param>
/// <param name="Severity">How much a marked record matters.</param>
/// <param name="Message">One sentence: what was found.</param>
/// <param name="Expected">What was expected, and what to look at.</param>
/// <param name="When">Holds for the records to mark; a record for which it is unknown is not marked.</param>
public sealed record PlausibilityRule(string Name, Severity Severity, string Message, string Expected, Expression When)
{
    /// <summary>The record is marked.</summary>
    public const string Marked = "marked";

    /// <summary>The record is not marked: there is nothing implausible.</summary>
    public const string NotMarked = "not marked";

    /// <summary>The record is not marked: something that the rule looks at is not recorded.</summary>
    public const string Unknown = "unknown";

    /// <summary>What worked cases may expect.</summary>
    public static IReadOnlyList<string> Answers { get; } = [Marked, NotMarked, Unknown];

    /// <summary>The field whose value is implausible; null where it lies between several and no one of them is to blame.</summary>
    public Field? Field { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Its worked cases; what is expected is one of <see cref="Answers"/>.</summary>
    public IReadOnlyList<WorkedCase> Cases { get; init; } = [];

    /// <summary>The file that declares it.</summary>
    public string File { get; init; } = "";

    /// <summary>The answer in the words of the worked cases.</summary>
    public static string Word(Truth truth) => truth switch { Truth.True => Marked, Truth.False => NotMarked, _ => Unknown };
}
