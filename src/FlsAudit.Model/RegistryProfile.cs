namespace FlsAudit.Model;

/// <summary>The order of day and month in a registry's numeric dates.</summary>
public enum DateOrder
{
    /// <summary>31/12/2025.</summary>
    DayFirst,

    /// <summary>12/31/2025.</summary>
    MonthFirst,

    /// <summary>2025-12-31 only.</summary>
    Iso,

    /// <summary>
    /// The layout does not say: the dates of each column decide, and what can be read in two ways is left blank where they do not.
    /// </summary>
    FromData,
}

/// <summary>What the registry's fracture date records; rates on different bases must not be compared without a warning.</summary>
public enum FractureDateBasis
{
    /// <summary>The day of the injury.</summary>
    Injury,

    /// <summary>The day of the diagnosis.</summary>
    Diagnosis,
}

/// <summary>How one field is read from a column.</summary>
/// <param name="Field">The field's name in the dictionary.</param>
/// <param name="Values">
/// Cell text to code, for a code field. A null code means that the text says nothing about this field. Empty for other types.
/// </param>
/// <param name="Several">The code when a joined cell gives different codes; null when that is a finding.</param>
public sealed record FieldMapping(string Field, IReadOnlyDictionary<string, string?> Values, string? Several)
{
    /// <summary>Codes that make no sense beside another one, such as "none" beside a drug: a joined cell with one of them and another code is a finding.</summary>
    public IReadOnlyList<string> Alone { get; init; } = [];

    /// <summary>Shared lists that are looked through after <see cref="Values"/>, the first one first; their codes are codes of <see cref="Field"/> too.</summary>
    public IReadOnlyList<CodeList> Lists { get; init; } = [];
}

/// <summary>One column of an export and the fields that it feeds.</summary>
/// <param name="Headings">Every spelling seen; the first is the usual one.</param>
/// <param name="Fields">The fields it feeds, at least one.</param>
public sealed record ProfileColumn(IReadOnlyList<string> Headings, IReadOnlyList<FieldMapping> Fields)
{
    /// <summary>Whether an export without this column is not of this layout.</summary>
    public bool Required { get; init; }

    /// <summary>What joins several values in one cell; null when a cell holds one value.</summary>
    public char? Join { get; init; }
}

/// <summary>How the columns and codes of one registry's export map to fields.</summary>
public sealed record RegistryProfile
{
    /// <summary>The name that the command line takes.</summary>
    public required string Name { get; init; }

    /// <summary>The registry, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Where the layout is described.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The columns that are read.</summary>
    public required IReadOnlyList<ProfileColumn> Columns { get; init; }

    /// <summary>Headings that are known and deliberately not read.</summary>
    public IReadOnlyList<string> IgnoredHeadings { get; init; } = [];

    /// <summary>Cell texts that mean that nothing was recorded, in any column.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = [""];

    /// <summary>Codes that hold for every record by the registry's own rules: field to code.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>The order of day and month. ISO dates are read in any case.</summary>
    public DateOrder DateOrder { get; init; } = DateOrder.Iso;

    /// <summary>The decimal mark, <c>.</c> or <c>,</c>.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>The usual separator of a CSV export; the importer looks at the file as well.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The encoding of bytes that are not UTF-8: <c>utf-8</c> or <c>windows-1252</c>.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>What the fracture date records.</summary>
    public FractureDateBasis FractureDateBasis { get; init; }

    /// <summary>Standard sets that a report on this registry uses when none is named.</summary>
    public IReadOnlyList<string> DefaultSets { get; init; } = [];

    /// <summary>
    /// The fields that identify a record within one site. Site and fracture side always belong to the key as well.
    /// Empty when the registry exports none: then nothing can be recognised as a duplicate and nothing is dropped.
    /// </summary>
    public IReadOnlyList<string> KeyFields { get; init; } = [];

    /// <summary>Which of several fractures in one row is the index fracture; null when a row names one.</summary>
    public IndexFracture? IndexFracture { get; init; }
}
