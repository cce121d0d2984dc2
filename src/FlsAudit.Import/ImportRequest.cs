using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>How far an import has come.</summary>
/// <param name="BytesRead">Bytes read so far, over all passes.</param>
/// <param name="TotalBytes">Bytes that all passes will read; at least <paramref name="BytesRead"/>.</param>
/// <param name="File">The file that is being read, as findings name it.</param>
public sealed record ImportProgress(long BytesRead, long TotalBytes, string File);

/// <summary>What to read and how.</summary>
public sealed record ImportRequest
{
    /// <summary>Files and folders as the user gave them, in order; of two submissions of a record the one in the later input wins.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>
    /// The copy (<see cref="Import.StandardInput.Path"/>) that the input <see cref="Import.StandardInput.Mark"/> stands for; null when there is none.
    /// </summary>
    public string? StandardInput { get; init; }

    /// <summary>All known profiles, among which the headings of a file choose.</summary>
    public required IReadOnlyList<RegistryProfile> Profiles { get; init; }

    /// <summary>The profile of every export; null to find it from the headings, file by file.</summary>
    public RegistryProfile? Chosen { get; init; }

    /// <summary>Orders of day and month that the user names, for all columns or for the one of a heading, which counts for more.</summary>
    public IReadOnlyList<NamedDateOrder> DateOrders { get; init; } = [];

    /// <summary>The data dictionary that the profiles map to.</summary>
    public required FieldDictionary Dictionary { get; init; }

    /// <summary>The fields that the run needs; others are not read.</summary>
    public required BatchLayout Layout { get; init; }

    /// <summary>The day up to which the data are complete, as <see cref="DateOnly.DayNumber"/>; a record of a later fracture is out of range.</summary>
    public required int AsAt { get; init; }

    /// <summary>The first fracture day wanted, inclusive; null for no limit.</summary>
    public int? From { get; init; }

    /// <summary>The last fracture day wanted, inclusive; null for no limit.</summary>
    public int? To { get; init; }

    /// <summary>Whether batches hold <see cref="RecordBatch.RecordIds"/>; it costs a text for each record.</summary>
    public bool WithRecordIds { get; init; }

    /// <summary>Whether batches hold <see cref="RecordBatch.Patients"/>; it costs a hash for each record.</summary>
    public bool WithPatients { get; init; }

    /// <summary>When a year is suspect and what it may be repaired to.</summary>
    public YearRepairs Years { get; init; } = YearRepairs.None;

    /// <summary>Whether suspect years are repaired before anything is judged; otherwise they are a finding.</summary>
    public bool Repair { get; init; }

    /// <summary>
    /// How many days, inclusive, after an episode of the same patient, fracture site and side another one is taken for the same and not used; null when every
    /// episode counts. It costs a reading of the files, and a hash, a day and a place per record.
    /// </summary>
    public int? WashOut { get; init; }

    /// <summary>The sites file; null to take those found in the input folders.</summary>
    public string? SitesFile { get; init; }

    /// <summary>The caseload file; null to take those found in the input folders.</summary>
    public string? CaseloadFile { get; init; }

    /// <summary>A file that is no export although it may lie among the inputs, since something else reads it; null when there is none.</summary>
    public string? NotRead { get; init; }

    /// <summary>Whether findings and rejected rows may hold values of the records.</summary>
    public bool ShowValues { get; init; }

    /// <summary>Whether rows that could not be placed come with their cells, for somebody to correct them.</summary>
    public bool WithRejectedCells { get; init; }

    /// <summary>
    /// The headings of columns that say who patients are. Such columns, and those whose cells say it by their form, are named in the findings and masked where
    /// rejected rows hold values. Null to look for none.
    /// </summary>
    public IReadOnlyList<IdentifierHeadings>? Identifiers { get; init; }

    /// <summary>How many threads read one file; 0 for one per processor. The results do not depend on it.</summary>
    public int Workers { get; init; }

    /// <summary>Told now and then how far the import has come, on the caller's thread.</summary>
    public Action<ImportProgress>? Progress { get; init; }
}
