using System.Globalization;
using FlsAudit.Model;
using Spectre.Console;

namespace FlsAudit.Cli;

/// <summary>What became of the rows of each file; the four fates add up to the rows read.</summary>
internal static class ReconciliationTable
{
    public static Table Of(IReadOnlyList<Reconciliation> files)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumn("File");
        foreach (var heading in new[] { "Rows read", "Used", "Duplicate", "Rejected", "Out of range" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var file in files) Add(table, file.File, file);
        Add(table, "All", Reconciliation.Total(files));
        return table;
    }

    private static void Add(Table table, string name, Reconciliation rows) => table.AddRow(
        [Markup.Escape(name), .. new[] { rows.Read, rows.Used, rows.Duplicate, rows.Rejected, rows.OutOfRange }.Select(count => count.ToString("N0", CultureInfo.InvariantCulture))]);
}
