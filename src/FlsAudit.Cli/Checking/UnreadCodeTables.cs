using System.Globalization;
using FlsAudit.Model;
using Spectre.Console;

namespace FlsAudit.Cli.Checking;

/// <summary>The texts that fit no code: how many in each column, and which, where the user may see them.</summary>
internal static class UnreadCodeTables
{
    public static void Print(Terminal terminal, IReadOnlyList<UnreadCodes> columns)
    {
        if (columns.Count == 0) return;
        terminal.Line("Texts that fit no code:");
        var table = new Table { Border = TableBorder.Simple }.AddColumns("File", "Column", "Field");
        foreach (var heading in new[] { "Cells", "Different texts", "Near a known one" }) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var column in columns)
            table.AddRow(Markup.Escape(File(column.Place)), Markup.Escape(column.Place.Column ?? ""), column.Field, Count(column.Cells), column.AreMore ? $"over {Count(column.Texts)}" : Count(column.Texts), Count(column.NearTexts));
        terminal.Table(table);
        if (columns.All(column => column.Listed.Count == 0)) terminal.Line("--show-values lists the texts; they may identify patients.");
        foreach (var column in columns.Where(column => column.Listed.Count > 0)) terminal.Table(Listed(column));
    }

    private static Table Listed(UnreadCodes column)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumn(Markup.Escape($"{File(column.Place)}, {column.Place.Column}"))
            .AddColumn(new TableColumn("Cells").RightAligned()).AddColumn("Nearest text that is known");
        foreach (var text in column.Listed) table.AddRow(Markup.Escape(text.Text), Count(text.Cells), Markup.Escape(text.Nearest ?? ""));
        if (column.OtherCells > 0) table.AddRow("(others)", Count(column.OtherCells), "");
        return table;
    }

    private static string File(Place place) => $"{place.File}{(place.Sheet is null ? "" : $", {place.Sheet}")}";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
