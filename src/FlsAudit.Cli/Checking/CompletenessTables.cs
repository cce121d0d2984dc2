using System.Globalization;
using FlsAudit.Jobs;
using Spectre.Console;

namespace FlsAudit.Cli.Checking;

/// <summary>
/// How the fields are filled. The counts over all records always; for two sites and more also a column for each where they fit the terminal, and otherwise
/// the sites that lie furthest below the others.
/// </summary>
internal static class CompletenessTables
{
    // A site with fewer records may lie below by chance alone.
    private const int FewestRecords = 5;
    private const double PointsBelow = 20;
    private const int MostSites = 10;
    private const int MostFieldsNamed = 3;

    // What a column of a table takes besides its widest text.
    private const int Padding = 3;
    private const int WidestPercent = 5;

    public static void Print(Terminal terminal, IReadOnlyList<CheckedField> all, IReadOnlyList<CheckedSite> sites)
    {
        if (all.Count == 0) return;
        terminal.Line("Records that hold each field:");
        terminal.Table(Overall(all));
        if (sites.Count < 2) return;
        if (Width(all, sites) <= terminal.Width)
        {
            terminal.Line("The same for each site, in percent of its records:");
            terminal.Table(BySite(all, sites));
            return;
        }

        var below = sites.Select(site => (Site: site, Fields: Below(site, all))).Where(site => site.Fields.Count > 0)
            .OrderByDescending(site => site.Fields.Count).ThenBy(site => site.Site.Name, StringComparer.Ordinal).ToList();
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"Of {sites.Count:N0} sites {below.Count:N0} {(below.Count == 1 ? "lies" : "lie")} {PointsBelow:0} points or more below all records in some field{(below.Count == 0 ? "." : below.Count > MostSites ? $"; the {MostSites} with most such fields:" : ":")}"));
        if (below.Count > 0) terminal.Table(FurthestBelow(below.Take(MostSites)));
    }

    private static Table Overall(IReadOnlyList<CheckedField> all)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumn("Field");
        foreach (var heading in new[] { "Recorded", "Not known", "Blank", "Recorded %" }) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var field in all) table.AddRow(Markup.Escape(field.Field), Count(field.Recorded), Count(field.NotKnown), Count(field.Blank), Percent(field));
        return table;
    }

    private static Table BySite(IReadOnlyList<CheckedField> all, IReadOnlyList<CheckedSite> sites)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumn("Field");
        foreach (var site in sites) table.AddColumn(new TableColumn(Markup.Escape(site.Name)).RightAligned().NoWrap());
        table.AddRow(["Records", .. sites.Select(site => Count(site.Fields[0].Records))]);
        for (var i = 0; i < all.Count; i++) table.AddRow([Markup.Escape(all[i].Field), .. sites.Select(site => Percent(site.Fields[i]))]);
        return table;
    }

    private static Table FurthestBelow(IEnumerable<(CheckedSite Site, IReadOnlyList<(CheckedField Here, CheckedField All)> Fields)> sites)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumn("Site").AddColumn(new TableColumn("Records").RightAligned())
            .AddColumn(new TableColumn("Fields below").RightAligned()).AddColumn("Furthest below, recorded here and in all");
        foreach (var (site, fields) in sites)
        {
            var named = string.Join(", ", fields.Take(MostFieldsNamed).Select(field => $"{field.Here.Field} {Percent(field.Here)} % (all {Percent(field.All)} %)"));
            table.AddRow(Markup.Escape(site.Name), Count(site.Fields[0].Records), Count(fields.Count), Markup.Escape(named));
        }

        return table;
    }

    private static IReadOnlyList<(CheckedField Here, CheckedField All)> Below(CheckedSite site, IReadOnlyList<CheckedField> all) => site.Fields[0].Records < FewestRecords
        ? []
        :
        [
            .. site.Fields.Zip(all).Where(field => field.Second.Percent - field.First.Percent >= PointsBelow)
                .OrderByDescending(field => field.Second.Percent - field.First.Percent)
                .ThenBy(field => field.First.Field, StringComparer.Ordinal),
        ];

    private static int Width(IReadOnlyList<CheckedField> all, IReadOnlyList<CheckedSite> sites) =>
        all.Max(field => field.Field.Length) + Padding + sites.Sum(site => Math.Max(site.Name.Length, Math.Max(WidestPercent, Count(site.Fields[0].Records).Length)) + Padding);

    private static string Percent(CheckedField field) => field.Percent is { } percent ? percent.ToString("0.0", CultureInfo.InvariantCulture) : "";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
