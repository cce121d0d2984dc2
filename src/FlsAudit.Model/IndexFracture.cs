namespace FlsAudit.Model;

/// <summary>
/// Which of the fractures of one event is the index fracture, where a registry names several in a row. A rule of the registry, applied to each record after it is read.
/// </summary>
/// <param name="Fields">The fields that name the sites, in the order of the export; the index fracture ends up in the first. At least two, with the same codes.</param>
/// <param name="Order">The sites that come before all others, the first of them foremost.</param>
public sealed record IndexFracture(IReadOnlyList<string> Fields, IReadOnlyList<string> Order)
{
    /// <summary>The sites that come behind all others, the last of them last: those that no service takes, and words that name no bone.</summary>
    public IReadOnlyList<string> Last { get; init; } = [];
}
