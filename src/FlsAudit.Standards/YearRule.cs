using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>A rule on mistyped years as a file declares it: of one or more dates that belong to a fracture, or of the fracture date itself.</summary>
/// <param name="Name">Kebab-case, as the list of repairs prints it.</param>
/// <param name="Dates">What it says of each of its dates; empty for a rule on the fracture date.</param>
/// <param name="Fracture">What it says of the fracture date; null for a rule on other dates.</param>
public sealed record YearRule(string Name, IReadOnlyList<YearRepair> Dates, FractureYearRepair? Fracture)
{
    /// <summary>What worked cases expect of a date that is not repaired.</summary>
    public const string Kept = "kept";

    /// <summary>Where the rule comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Its worked cases; what is expected is <see cref="Kept"/> or the day in the date's place.</summary>
    public IReadOnlyList<WorkedCase> Cases { get; init; } = [];

    /// <summary>The file that declares it.</summary>
    public string File { get; init; } = "";
}
