namespace FlsAudit.Model;

/// <summary>How the values of a <see cref="Field"/> are stored and compared.</summary>
public enum FieldType
{
    /// <summary>Free text; kept for identity only, never compared by a measure.</summary>
    Text,

    /// <summary>One of the field's allowed codes.</summary>
    Code,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A number in the field's unit.</summary>
    Number,
}

/// <summary>One allowed value of a code field and what it means.</summary>
/// <param name="Code">The code as definitions and the canonical export write it.</param>
/// <param name="Meaning">What it means, for people.</param>
public sealed record CodeValue(string Code, string Meaning)
{
    /// <summary>
    /// The reserved code for "the record says that this is not known". Comparisons with it are unknown, as they are for a blank,
    /// but data-quality tables count it apart: somebody looked and could not tell.
    /// </summary>
    public const string NotKnown = "not_known";
}

/// <summary>An entry of the data dictionary: one fact that a record may hold.</summary>
/// <param name="Name">The canonical name, in snake case; unique in the dictionary.</param>
/// <param name="Type">How its values are stored.</param>
/// <param name="Group">The part of the record it belongs to: identity, person, fracture, …</param>
/// <param name="Meaning">What it means, for people.</param>
public sealed record Field(string Name, FieldType Type, string Group, string Meaning)
{
    /// <summary>The unit of a number field; null when it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The allowed codes in their order; a code's position is the number stored in a batch. Empty unless the type is code.</summary>
    public IReadOnlyList<CodeValue> Values { get; init; } = [];

    /// <summary>Whether the IOF minimum data set of twelve fields has it.</summary>
    public bool InMinimumDataSet { get; init; }

    /// <summary>Where the field comes from, and how sure that is.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The number stored for a code, or -1 when the field has no such code.</summary>
    public int IndexOf(string code)
    {
        for (var i = 0; i < Values.Count; i++)
            if (string.Equals(Values[i].Code, code, StringComparison.Ordinal)) return i;
        return -1;
    }

    /// <summary>The number stored for <see cref="CodeValue.NotKnown"/>, or -1 when the field does not offer it.</summary>
    public int NotKnownIndex => IndexOf(CodeValue.NotKnown);
}
