using System.Globalization;
using FlsAudit.Model;
using Spectre.Console;

namespace FlsAudit.Cli;

/// <summary>What became of the rows of each file; the four fates add up to the rows read.</summary>
internal static class ReconciliationTable
{
    private static readonly string[] Counts = ["Rows read", "Used", "Duplicate", "Rejected", "Out of range"];

    public static Table Of(IReadOnlyList<Reconciliation> files)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumn("File");
        foreach (var heading in Counts)
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var file in files) Add(table, file.File, file);
        Add(table, "All", Reconciliation.Total(files));
        return table;
    }

    /// <summary>The sites of files with several sites of which rows were not used; null where the table above says it all.</summary>
    public static Table? BySite(IReadOnlyList<SiteReconciliation> accounts)
    {
        var several = accounts.GroupBy(account => account.File).Where(file => file.Count() > 1).SelectMany(file => file).Where(account => account.Used < account.Read).ToList();
        if (several.Count == 0) return null;
        var table = new Table { Border = TableBorder.Simple }.AddColumns("File", "Site");
        foreach (var heading in Counts) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var account in several)
        {
            table.AddRow(
            [
                Markup.Escape(account.File),
                Markup.Escape(account.Site ?? "(not said)"),
                .. new[] { account.Read, account.Used, account.Duplicate, account.Rejected, account.OutOfRange }.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)),
            ]);
        }

        return table;
    }

    private static void Add(Table table, string name, Reconciliation rows) => table.AddRow(
        [Markup.Escape(name), .. new[] { rows.Read, rows.Used, rows.Duplicate, rows.Rejected, rows.OutOfRange }.Select(count => count.ToString("N0", CultureInfo.InvariantCulture))]);
}
