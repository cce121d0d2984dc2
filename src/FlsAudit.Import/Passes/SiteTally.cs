using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>Counts what became of the rows of a file, site by site.</summary>
internal sealed class SiteTally(string file)
{
    // By site number, rows without a site first.
    private readonly List<long[]> counts = [];

    public void Count(int site, RowFate fate)
    {
        while (counts.Count <= site - SiteColumn.None) counts.Add(new long[Enum.GetValues<RowFate>().Length]);
        counts[site - SiteColumn.None][(int)fate]++;
    }

    /// <summary>The accounts of the sites that the file names, by name; rows without a site last.</summary>
    public IEnumerable<SiteReconciliation> ToReconciliations(SiteNames sites) =>
        counts.Select((count, i) => (Count: count, Site: i == 0 ? null : sites.NameOf(i + SiteColumn.None)))
            .Where(entry => entry.Count.Sum() > 0)
            .OrderBy(entry => entry.Site is null).ThenBy(entry => entry.Site, StringComparer.Ordinal)
            .Select(entry => new SiteReconciliation(
                file, entry.Site, entry.Count[(int)RowFate.Used], entry.Count[(int)RowFate.Duplicate], entry.Count[(int)RowFate.Rejected], entry.Count[(int)RowFate.OutOfRange]));
}
