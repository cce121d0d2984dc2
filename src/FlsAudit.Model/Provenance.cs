namespace FlsAudit.Model;

/// <summary>How sure a statement about the field is; ordered from surest to least sure.</summary>
public enum ProvenanceStatus
{
    /// <summary>Read in the source itself.</summary>
    Verified,

    /// <summary>Read in another public source that quotes it.</summary>
    Secondary,

    /// <summary>General knowledge that nobody has checked against the original yet.</summary>
    Recalled,

    /// <summary>Worked out from other facts.</summary>
    Inferred,
}

/// <summary>Where a definition comes from. Anything but <see cref="ProvenanceStatus.Verified"/> is marked in every output.</summary>
/// <param name="Title">The source, for people.</param>
/// <param name="Status">How sure it is.</param>
public sealed record Provenance(string Title, ProvenanceStatus Status)
{
    /// <summary>Edition or year, if any.</summary>
    public string? Edition { get; init; }

    /// <summary>Where it can be read, if public.</summary>
    public string? Url { get; init; }

    /// <summary>Which part rests on what, in plain words.</summary>
    public string? Note { get; init; }
}
