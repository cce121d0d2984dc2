using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>What a file of the input turned out to be.</summary>
public enum FileKind
{
    /// <summary>An export of records; it contributed all its rows.</summary>
    Records,

    /// <summary>A caseload file.</summary>
    Caseload,

    /// <summary>A sites file.</summary>
    Sites,

    /// <summary>No export; it was not read.</summary>
    Ignored,

    /// <summary>It could not be read as a whole and contributed nothing; a finding says why.</summary>
    Broken,
}

/// <summary>A file of the input.</summary>
/// <param name="Path">Relative to the input it was found in, with forward slashes, and with the archive that it is in as a folder; unique in a run.</param>
/// <param name="FullPath">Where it is on this machine, or the archive that it is in; never for an output.</param>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Profile">The profile of its records (of its first sheet with records, in a workbook); null for every other kind.</param>
public sealed record ImportedFile(string Path, string FullPath, FileKind Kind, RegistryProfile? Profile)
{
    /// <summary>The name of its site where no column tells: its own name without extensions.</summary>
    public string SiteName { get; init; } = "";

    /// <summary>The archive that it is in, as findings name it; null when it is in none.</summary>
    public string? Archive { get; init; }

    /// <summary>How its headings were understood: one entry for a text file, one per visible sheet with cells for a workbook.</summary>
    public IReadOnlyList<SheetLayout> Sheets { get; init; } = [];
}

/// <summary>How the headings of a text file or of one worksheet were understood.</summary>
/// <param name="Sheet">The worksheet; null for a text file.</param>
/// <param name="HeadingRow">The row of the headings as a spreadsheet program numbers it.</param>
/// <param name="Profile">The profile; null when none fits or when the sheet holds something else than records.</param>
/// <param name="Reason">One sentence: why this profile, or why none.</param>
/// <param name="Headings">
/// Every heading in order. Empty when the layout was not recognised: what stands in the first row is then perhaps a patient's record.
/// </param>
public sealed record SheetLayout(string? Sheet, long HeadingRow, RegistryProfile? Profile, string Reason, IReadOnlyList<HeadingUse> Headings)
{
    /// <summary>How its columns of dates are read, in the order of the columns; empty when only the headings were looked at.</summary>
    public IReadOnlyList<DateColumnUse> Dates { get; init; } = [];

    /// <summary>How sure the profile is; null without one.</summary>
    public LayoutSureness? Sureness { get; init; }

    /// <summary>The profile that comes next and how much of it is there; null when no other has any of its columns there, or the user named one.</summary>
    public string? RunnerUp { get; init; }
}

/// <summary>How sure it is that a file is of the layout that was found.</summary>
public enum LayoutSureness
{
    /// <summary>The user named the profile.</summary>
    Named,

    /// <summary>
    /// Every required column is there and there is one, at least four in five of the file's headings are known, and no other profile that fits knows nearly as
    /// many: each knows fewer by one in five of all headings or more.
    /// </summary>
    Certain,

    /// <summary>Neither certain nor doubtful.</summary>
    Likely,

    /// <summary>Fewer than half of the file's headings are known, or another profile that fits knows about as many: fewer by less than one in ten of all headings.</summary>
    Doubtful,
}

/// <summary>What becomes of a column.</summary>
public enum HeadingRole
{
    /// <summary>It feeds fields.</summary>
    Mapped,

    /// <summary>The profile knows it and does not read it.</summary>
    Ignored,

    /// <summary>It has no name, or a name that a program made up for a column without one.</summary>
    Filler,

    /// <summary>The profile does not know it.</summary>
    Unmapped,
}

/// <summary>A heading of a file and what becomes of its column.</summary>
/// <param name="Heading">As the file spells it.</param>
/// <param name="Column">The position of the column; the first is 1.</param>
/// <param name="Role">What becomes of it.</param>
/// <param name="Fields">The fields it feeds; empty unless it is mapped.</param>
public sealed record HeadingUse(string Heading, int Column, HeadingRole Role, IReadOnlyList<string> Fields);
