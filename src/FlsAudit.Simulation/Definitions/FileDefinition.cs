namespace FlsAudit.Simulation.Definitions;

/// <summary>What all exports of a scenario have in common.</summary>
internal sealed record LayoutDefinition
{
    /// <summary>The headings in their order; none means every column of the profile. A heading that the profile does not read stays blank unless a variable feeds it.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Heading that the profile does not read to the variable that fills it.</summary>
    public IReadOnlyDictionary<string, string> Fill { get; init; } = new Dictionary<string, string>();

    /// <summary>Heading to texts that join several values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Joined { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Heading to the heading whose text it repeats where that text is one of several that say the same.</summary>
    public IReadOnlyDictionary<string, string> SameTextAs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<TextDefinition> Texts { get; init; } = [];
}

/// <summary>One export.</summary>
internal sealed record FileDefinition
{
    public required string Name { get; init; }

    /// <summary>Sites by name; none means all.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>The worksheet, for a workbook.</summary>
    public string Sheet { get; init; } = "Sheet1";

    /// <summary><c>utf-8</c>, <c>utf-8-bom</c> or <c>windows-1252</c>; null is the profile's.</summary>
    public string? Encoding { get; init; }

    public char? Separator { get; init; }

    /// <summary>How dates are written.</summary>
    public DateStyle Dates { get; init; } = DateStyle.Usual;

    /// <summary>The share of dates that appear as bare Excel serial numbers.</summary>
    public double SerialDates { get; init; }

    /// <summary>Heading to the spelling that this file uses for it.</summary>
    public IReadOnlyDictionary<string, string> Spellings { get; init; } = new Dictionary<string, string>();

    /// <summary>Unnamed columns: heading to the position before which it is put, counted from 0 in the finished file.</summary>
    public IReadOnlyDictionary<string, int> Fillers { get; init; } = new Dictionary<string, int>();

    public int BlankRows { get; init; }

    public IReadOnlyList<TextDefinition> Texts { get; init; } = [];
}

/// <summary>How a file writes its dates.</summary>
internal enum DateStyle
{
    /// <summary>As the profile orders day and month in a CSV, as native date cells in a workbook.</summary>
    Usual,

    /// <summary>yyyy-MM-dd.</summary>
    Iso,
}

/// <summary>Another text in place of the one that the profile gives.</summary>
internal sealed record TextDefinition
{
    public required string Column { get; init; }

    /// <summary>Texts that are replaced; empty text is a blank cell, <c>*</c> any text.</summary>
    public required IReadOnlyList<string> From { get; init; }

    public required string To { get; init; }

    public double Share { get; init; } = 1;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> When { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Makes it a planted quirk, which the README lists under this label with its count.</summary>
    public string? Label { get; init; }
}

/// <summary>The caseload file.</summary>
internal sealed record CaseloadDefinition
{
    /// <summary>Site to hip fractures a period, in the order of <see cref="Periods"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Hips { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    public IReadOnlyList<string> Periods { get; init; } = [];

    public IReadOnlyList<CaseloadGroupDefinition> Groups { get; init; } = [];

    public IReadOnlyList<CaseloadRowDefinition> Rows { get; init; } = [];
}

/// <summary>A caseload group as a multiple of hip fractures.</summary>
internal sealed record CaseloadGroupDefinition
{
    public required string Group { get; init; }

    public required double PerHip { get; init; }

    public required string Basis { get; init; }
}

/// <summary>A row of the caseload file in full.</summary>
internal sealed record CaseloadRowDefinition
{
    public required string Site { get; init; }

    public required string Period { get; init; }

    public required string Group { get; init; }

    public required double Expected { get; init; }

    public required string Basis { get; init; }
}
