using System.Collections.Concurrent;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.SideFiles;

/// <summary>Turns the spellings of sites into the names that reports print, by the sites file, and into the run's numbers. Safe for several threads.</summary>
internal sealed class SiteNames
{
    private const string RenamedSite = "All (site)";

    private readonly SiteTable table;
    private readonly Dictionary<string, string> byAlias = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> unlisted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> given = new(StringComparer.Ordinal);

    public SiteNames(SiteTable table, IReadOnlyList<SiteAlias> aliases)
    {
        this.table = table;
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
        var name = Spelled(spelling);
        if (SiteTable.IsReserved(name)) Renamed = name = RenamedSite;
        given.TryAdd(name, 0);
        return name;
    }

    /// <summary>The name of a numbered site.</summary>
    public string NameOf(int number) => table.NameOf(number);

    /// <summary>The number of the site in the run.</summary>
    public int NumberOf(string spelling) => table.NumberOf(NameOf(spelling));

    private string Spelled(string spelling)
    {
        var reading = TextFolding.Readings(spelling).FirstOrDefault(byAlias.ContainsKey);
        if (reading is not null) return byAlias[reading];
        var name = string.Join(' ', spelling.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (byAlias.Count > 0) unlisted.TryAdd(name, 0);
        return name;
    }
}
