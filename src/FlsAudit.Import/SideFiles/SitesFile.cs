using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.SideFiles;

/// <summary>Reads sites files: <c>alias,site,code,peer_group</c>, the last two optional.</summary>
internal static class SitesFile
{
    public static SideHeadings Headings { get; } = new("sites", ["alias", "site"], ["code", "peer_group"]);

    /// <summary>The rows of a file. A row without a site is left out with a finding; a blank alias stands for the site itself.</summary>
    public static IReadOnlyList<SiteAlias> Read(SideTable table, FindingLog log)
    {
        var (alias, site, code, group) = (table.ColumnOf("alias"), table.ColumnOf("site"), table.ColumnOf("code"), table.ColumnOf("peer_group"));
        var aliases = new List<SiteAlias>();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            string Cell(int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column] : "";
            var name = Cell(site);
            if (name.Length == 0)
            {
                log.Add(table.File.Index, "site-blank", Severity.Error, new Place(table.File.Path, table.Sheet, row.Row, "site"),
                    "A row of the sites file names no site.", "The name that reports print.");
                continue;
            }

            var spelling = Cell(alias).Length > 0 ? Cell(alias) : name;
            if (!taken.TryAdd(TextFolding.Fold(spelling), name) && !string.Equals(taken[TextFolding.Fold(spelling)], name, StringComparison.Ordinal))
            {
                log.Add(table.File.Index, "site-alias-twice", Severity.Error, new Place(table.File.Path, table.Sheet, row.Row, "alias"),
                    $"The alias '{aliases.First(known => TextFolding.Fold(known.Alias) == TextFolding.Fold(spelling)).Alias}' stands for two sites; the first one is used.", "One site for each alias.");
                continue;
            }

            if (Cell(group).Length > 0 && !groups.TryAdd(name, Cell(group)) && !string.Equals(groups[name], Cell(group), StringComparison.Ordinal))
                log.Add(table.File.Index, "site-peer-groups-differ", Severity.Warning, new Place(table.File.Path, table.Sheet, row.Row, "peer_group"),
                    $"The site '{name}' is in the peer groups '{groups[name]}' and '{Cell(group)}', and belongs to one at most.", "One peer group for each site.");

            aliases.Add(new SiteAlias(spelling, name, Cell(code), Cell(group)));
        }

        return aliases;
    }
}
