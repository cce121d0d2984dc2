namespace FlsAudit.Model;

/// <summary>How much a finding matters; ordered, so that "at or above" has a meaning.</summary>
public enum Severity
{
    /// <summary>Worth knowing; the numbers stand.</summary>
    Information,

    /// <summary>Some values may be wrong or were not used.</summary>
    Warning,

    /// <summary>Records or files could not be used.</summary>
    Error,
}

/// <summary>Where in the input something was found.</summary>
/// <param name="File">Path relative to the input, with forward slashes; null when it is about the whole run.</param>
/// <param name="Sheet">The worksheet, for a workbook.</param>
/// <param name="Row">The row as a spreadsheet program numbers it: the first line of the file is row 1.</param>
/// <param name="Column">The heading as the file spells it.</param>
public sealed record Place(string? File, string? Sheet = null, long? Row = null, string? Column = null);

/// <summary>
/// A fact about the input that a person should know. It never holds a patient's value unless the user asked for values.
/// </summary>
/// <param name="Code">A stable kebab-case name such as <c>date-not-read</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Place">Where; for a repeated finding the first place.</param>
/// <param name="Message">One sentence: what was found.</param>
/// <param name="Expected">What was expected there, and what to do.</param>
public sealed record Finding(string Code, Severity Severity, Place Place, string Message, string Expected)
{
    /// <summary>How many times the same thing was found in the same file, sheet and column.</summary>
    public long Occurrences { get; init; } = 1;

    /// <summary>The rows of the first few occurrences, in order; empty when it is not about rows.</summary>
    public IReadOnlyList<long> ExampleRows { get; init; } = [];

    /// <summary>The values of the example rows, only when the user asked for values; otherwise empty.</summary>
    public IReadOnlyList<string> ExampleValues { get; init; } = [];
}
