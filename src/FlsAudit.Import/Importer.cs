using FlsAudit.Import.Files;
using FlsAudit.Import.Identifiers;
using FlsAudit.Import.Passes;
using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Import.Sketches;
using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>
/// Reads exports: finds the files, recognises their layout, and turns every row into a record or an account of why not.
/// A file that cannot be read is a finding; the others are read all the same. One importer knows a patient again when it reads a second time with the same
/// table of sites; two importers do not.
/// </summary>
public sealed class Importer
{
    // One secret, so that a patient or a key hashes the same in all files and in every reading.
    private readonly byte[] secret = KeyedHash.NewSecret();

    /// <summary>How many different rows without a key are held to find those that stand twice.</summary>
    internal int MostRowsCompared { get; init; } = PossibleDuplicates.MostRows;

    /// <summary>How many different sites a file may name.</summary>
    internal int MostSites { get; init; } = SiteNames.MostSites;

    /// <summary>Reads all inputs into sinks.</summary>
    /// <param name="request">What to read and how.</param>
    /// <param name="sites">Gets the sites met. It may afterwards hold sites without any record: of broken files, or of rows that were not used.</param>
    /// <param name="newFile">Makes the sink of a file of records; called in the order of the files, on the calling thread.</param>
    /// <exception cref="ArgumentException">A profile names a field or code that the dictionary does not have.</exception>
    /// <exception cref="InvalidOperationException">The rows of a file do not add up: a defect of the program.</exception>
    public ImportResult Run(ImportRequest request, SiteTable sites, Func<ImportedFile, RecordSink> newFile)
    {
        ProfileCheck.Require(request);
        return CallerException.Unwrapped(() => ReadAll(request, sites, newFile));
    }

    /// <summary>Looks at the files and their headings and reads no records: which layout each has, and what is wrong with those that have none.</summary>
    public ImportResult Inspect(ImportRequest request)
    {
        ProfileCheck.Require(request);
        var log = new FindingLog();
        using var spool = new SpooledFiles();
        var found = new InputSet(request, log, spool);
        return new ImportResult([.. found.Files.Select(file => file.ToImportedFile())], [], log.InOrder(), [], found.Sites);
    }

    /// <summary>
    /// The last day that several records have some date on or after: at least five and one in two hundred of those with a date, or all when there
    /// are fewer than five. It suits as an as-at date: a few mistyped dates in the future do not move it. Every date column counts. The request's
    /// own as-at date is not looked at.
    /// </summary>
    /// <returns>The day as <see cref="DateOnly.DayNumber"/>; null when no record has a date.</returns>
    public int? SuggestAsAt(ImportRequest request)
    {
        ProfileCheck.Require(request);
        return CallerException.Unwrapped(() => LastDay(request));
    }

    /// <summary>
    /// Looks at a table without a profile: at that of the first file whose layout is not recognised, or where all are, of the first file with records.
    /// </summary>
    /// <returns>Null when no file can be read at all.</returns>
    public ExportSketch? Sketch(ImportRequest request)
    {
        ProfileCheck.Require(request);
        using var spool = new SpooledFiles();
        var files = new InputSet(request, new FindingLog(), spool).Files;
        var unknown = files.Find(file => file is { Kind: FileKind.Broken, Table: not null });
        var file = unknown ?? files.Find(file => file.Kind == FileKind.Records);
        try
        {
            return file is null ? null : Sketcher.Of(file.Input, file.Table ?? file.Parts[0].Match.Headings, new IdentifierWords(request.Identifiers ?? []), request.Workers);
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            return null;
        }
    }

    private ImportResult ReadAll(ImportRequest request, SiteTable sites, Func<ImportedFile, RecordSink> newFile)
    {
        var log = new FindingLog();
        using var spool = new SpooledFiles();
        var found = new InputSet(request, log, spool);
        var names = new SiteNames(sites, found.Sites, MostSites);
        var caseload = found.Caseload(names);
        InspectedFile[] files = [.. found.Files];
        var orders = new DateOrderPass(request, log);
        var progress = new ProgressMeter(request.Progress, TotalBytes(files, orders, request.WashOut is not null));
        for (var i = 0; i < files.Length; i++) files[i] = orders.Decide(files[i], progress.Of(files[i].Input.Path));
        orders.NoteNotUsed(files.Length);
        if (request.Identifiers is { } headings) files = [.. files.Select(new IdentifierSearch(request, headings, log).In)];

        var keys = new KeyPass(request, names, secret, log);
        for (var i = 0; i < files.Length; i++)
            if (files[i].Kind == FileKind.Records && KeyPass.Wants(files[i]) && !keys.Look(files[i], progress.Of(files[i].Input.Path))) files[i] = files[i] with { Kind = FileKind.Broken };
        keys.Settle();
        var washOut = new WashOutPass(request, names, keys.Duplicates, secret, log);
        for (var i = 0; i < files.Length; i++)
        {
            if (!washOut.Wants(files[i]) || washOut.Look(files[i], progress.Of(files[i].Input.Path))) continue;
            files[i] = files[i] with { Kind = FileKind.Broken };
            if (keys.Duplicates.HasWinnerIn(files[i].PartNumbers)) NoteLost(files[i].Input, log);
        }

        washOut.Settle();

        var parts = files.SelectMany(file => file.Parts).ToDictionary(part => part.Number);
        var pass = new RecordPass(request, names, keys.Duplicates, washOut.WashOuts, new PossibleDuplicates(MostRowsCompared, secret), parts, secret, log);
        var reconciliations = new List<Reconciliation>();
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i].Kind != FileKind.Records) continue;
            var sink = newFile(files[i].ToImportedFile());
            var account = pass.Read(files[i], sink, progress.Of(files[i].Input.Path));
            progress.Finish(files[i].Input.Path);
            if (account is not null)
            {
                reconciliations.Add(account);
                continue;
            }

            files[i] = files[i] with { Kind = FileKind.Broken };
            if (keys.Duplicates.HasWinnerIn(files[i].PartNumbers) || washOut.WashOuts.RestsOn(files[i].PartNumbers)) NoteLost(files[i].Input, log);
        }

        NoteSites(names, files.Length, log);
        return new ImportResult([.. files.Select(file => file.ToImportedFile())], reconciliations, log.InOrder(), caseload, found.Sites)
        {
            SitesNamed = names.Given,
            SiteReconciliations = pass.Sites,
            UnreadCodes = pass.UnreadCodes,
        };
    }

    private static int? LastDay(ImportRequest request)
    {
        using var spool = new SpooledFiles();
        var found = new InputSet(request, new FindingLog(), spool);
        var days = new LastDays(request);
        var orders = new DateOrderPass(request, new FindingLog());
        var progress = new ProgressMeter(request.Progress, found.Files.Sum(file => (file.Parts.Count + file.Parts.Count(orders.Wants)) * file.Input.Length));
        foreach (var file in found.Files)
        {
            var decided = orders.Decide(file, progress.Of(file.Input.Path));
            if (decided.Kind == FileKind.Records) days.Add(decided, progress.Of(file.Input.Path));
        }

        return days.Suggestion;
    }

    // Other files were already counted without these rows, so the whole run is short of them and only another run can put it right.
    private static void NoteLost(InputFile file, FindingLog log) =>
        log.Add(file.Index, "replacements-lost", Severity.Error, new Place(file.Path),
            "The file was sound when records were compared and could not be read afterwards; rows of other files that it replaced are missing from the results.",
            "Run again once the file can be read, while nothing else changes the exports.");

    private static void NoteSites(SiteNames names, int after, FindingLog log)
    {
        if (names.Renamed is { } renamed)
            log.Add(after, "site-name-reserved", Severity.Warning, new Place(null), $"A site is called '{SiteTable.PooledName}' as pooled results are; the report calls it '{renamed}'.", "Another name for it in the sites file, or in the export.");
        foreach (var site in names.Unlisted)
            log.Add(after, "site-not-listed", Severity.Warning, new Place(null), $"The sites file does not list '{site}'.", "A row with this alias, if it is a spelling of a listed site.");
        foreach (var alike in names.Alike)
            log.Add(after, "sites-alike", Severity.Warning, new Place(null), $"These sites are counted apart: {string.Join(", ", alike.Select(name => $"'{name}'"))}.",
                "One row for each spelling in a sites file, if they are one site.");
    }

    private static long TotalBytes(IEnumerable<InspectedFile> files, DateOrderPass orders, bool washesOut) =>
        files.Sum(file => file.Input.Length * file.Parts.Sum(part => (orders.Wants(part) ? 1 : 0) + KeyPass.Passes(part) + (washesOut ? 1 : 0) + 1));
}
