using System.Collections.Concurrent;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Passes;
using FlsAudit.Model;

namespace FlsAudit.Import.SideFiles;

/// <summary>Turns the spellings of sites into the names that reports print, by the sites file, and into the run's numbers. Safe for several threads.</summary>
internal sealed class SiteNames
{
    /// <summary>No country has as many hospitals with a service in one export; more different texts are of another column.</summary>
    public const int MostSites = 5_000;

    private const string RenamedSite = "All (site)";

    private readonly SiteTable table;
    private readonly Dictionary<string, string> byAlias = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> unlisted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> given = new(StringComparer.Ordinal);
    private readonly int most;

    // What the file being read has named, and what it has added.
    private readonly HashSet<string> ofFile = new(StringComparer.Ordinal);
    private readonly List<string> newlyGiven = [];
    private readonly List<string> newlyUnlisted = [];
    private readonly Lock gate = new();
    private int sitesBefore;
    private string? renamedBefore;
    private volatile bool hasTooMany;

    public SiteNames(SiteTable table, IReadOnlyList<SiteAlias> aliases, int most = MostSites)
    {
        this.table = table;
        this.most = most;
        foreach (var alias in aliases) byAlias.TryAdd(TextFolding.Fold(alias.Alias), alias.Site);
        foreach (var alias in aliases) byAlias.TryAdd(TextFolding.Fold(alias.Site), alias.Site);
    }

    /// <summary>Every name given so far, in ordinal order.</summary>
    public IReadOnlyList<string> Given => [.. given.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Names of sites that the sites file does not have, in ordinal order; empty when there is no sites file.</summary>
    public IReadOnlyList<string> Unlisted => [.. unlisted.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Groups of sites of the run whose names differ only in case, accents, apostrophes or white space: perhaps one site.</summary>
    public IReadOnlyList<string[]> Alike =>
    [
        .. Enumerable.Range(0, table.Count).Select(table.NameOf).Order(StringComparer.Ordinal)
            .GroupBy(TextFolding.Fold, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.ToArray()),
    ];

    /// <summary>The name given to a site that is called as pooled results are, once there was one; else null.</summary>
    public string? Renamed { get; private set; }

    /// <summary>The name that reports print: the alias's site, or the spelling itself with its white space tidied. No site is called as pooled results are.</summary>
    public string NameOf(string spelling)
    {
        var name = Spelled(spelling, out var isUnlisted);
        if (isUnlisted) unlisted.TryAdd(name, 0);
        name = Allowed(name);
        given.TryAdd(name, 0);
        return name;
    }

    /// <summary>The name of a numbered site.</summary>
    public string NameOf(int number) => table.NameOf(number);

    /// <summary>Another file is read from here on; its sites are counted.</summary>
    public void BeginFile()
    {
        ofFile.Clear();
        newlyGiven.Clear();
        newlyUnlisted.Clear();
        (sitesBefore, renamedBefore, hasTooMany) = (table.Count, Renamed, false);
    }

    /// <summary>
    /// Ends the reading of a file that has named too many sites, and forgets those that nobody named before it. Whether there are too many does not depend on
    /// the order in which threads meet them; it is asked after every row, so that no later row matters.
    /// </summary>
    /// <param name="part">What is being read.</param>
    /// <exception cref="BrokenFileException">There are too many.</exception>
    public void RequireFew(ExportPart part)
    {
        if (!hasTooMany) return;
        foreach (var name in newlyGiven) given.TryRemove(name, out _);
        foreach (var name in newlyUnlisted) unlisted.TryRemove(name, out _);
        Renamed = renamedBefore;
        table.KeepFirst(sitesBefore);
        var heading = part.HeadingOf(FieldNames.Site);
        throw new BrokenFileException("too-many-sites",
            FormattableString.Invariant($"The file has more than {most:N0} different texts in the column of sites{(heading is null ? "" : $" '{heading}'")}: probably another column stands under this heading."),
            "The name of the hospital in each row; look whether columns were exchanged, and export the file again.", part.Sheet, part.Match.Headings.Row, heading);
    }

    /// <summary>The number of the site in the run; any number once the file has named too many.</summary>
    public int NumberOf(string spelling)
    {
        lock (gate)
        {
            if (hasTooMany) return 0;
            var name = Spelled(spelling, out var isUnlisted);
            if (isUnlisted && unlisted.TryAdd(name, 0)) newlyUnlisted.Add(name);
            name = Allowed(name);
            if (given.TryAdd(name, 0)) newlyGiven.Add(name);
            hasTooMany = ofFile.Add(name) && ofFile.Count > most;
            return hasTooMany ? 0 : table.NumberOf(name);
        }
    }

    private string Allowed(string name)
    {
        if (SiteTable.IsReserved(name)) Renamed = name = RenamedSite;
        return name;
    }

    private string Spelled(string spelling, out bool isUnlisted)
    {
        var reading = TextFolding.Readings(spelling).FirstOrDefault(byAlias.ContainsKey);
        isUnlisted = reading is null && byAlias.Count > 0;
        return reading is not null ? byAlias[reading] : string.Join(' ', spelling.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
