using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>A set of measures that is reported together.</summary>
/// <param name="Name">The name that the command line takes.</param>
/// <param name="Title">For people.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Measures">Its measures in order of presentation.</param>
public sealed record StandardSet(string Name, string Title, Provenance Provenance, IReadOnlyList<MeasureDefinition> Measures)
{
    /// <summary>Whether a death before a follow-up window closes takes the record out of the follow-up measures.</summary>
    public required bool ExcludesDeathsBeforeWindow { get; init; }

    /// <summary>Remarks for people; empty when there are none.</summary>
    public string Note { get; init; } = "";
}
