using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>What a caseload says of some days.</summary>
/// <param name="Expected">The fractures expected on those of the days that the caseload covers.</param>
/// <param name="IsProrated">Whether a row was cut to its share of days.</param>
/// <param name="Bases">How the rows that were used say they were obtained, each once, in ordinal order.</param>
internal sealed record ExpectedFractures(double Expected, bool IsProrated, IReadOnlyList<string> Bases)
{
    /// <summary>Whether rows of the group itself were used.</summary>
    public bool HasOwnRows { get; private init; }

    /// <summary>How rows of other groups were turned into this one, each way once, in order of group and multiplier.</summary>
    public IReadOnlyList<DerivedCaseload> Derivations { get; private init; } = [];

    /// <summary>A row as it is.</summary>
    /// <param name="row">Of the group itself, or of the one that it is reckoned from.</param>
    /// <param name="derived">How the group is reckoned from the row's; null when it is the row's own.</param>
    public static ExpectedFractures Of(CaseloadRow row, DerivedCaseload? derived) => Of(row, 1, 1, derived);

    /// <summary>So many of a row's days.</summary>
    public static ExpectedFractures Of(CaseloadRow row, int days, int rowDays, DerivedCaseload? derived)
    {
        // The product first: of 365 fractures in a year of 365 days, 90 days then have exactly 90.
        var counted = days == rowDays ? row.Expected : row.Expected * days / rowDays;
        return new ExpectedFractures(derived?.Of(counted) ?? counted, days != rowDays, row.Basis.Length > 0 ? [row.Basis] : [])
        {
            HasOwnRows = derived is null,
            Derivations = derived is null ? [] : [derived],
        };
    }

    public ExpectedFractures Plus(ExpectedFractures other) =>
        new(Expected + other.Expected, IsProrated || other.IsProrated, [.. Bases.Union(other.Bases, StringComparer.Ordinal).Order(StringComparer.Ordinal)])
        {
            HasOwnRows = HasOwnRows || other.HasOwnRows,
            Derivations = [.. Derivations.Union(other.Derivations).OrderBy(derived => derived.From, StringComparer.Ordinal).ThenBy(derived => derived.Times)],
        };
}
