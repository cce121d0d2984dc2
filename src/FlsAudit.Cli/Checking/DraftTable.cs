using System.Globalization;
using FlsAudit.Jobs.Drafting;
using Spectre.Console;

namespace FlsAudit.Cli.Checking;

/// <summary>What a drafted profile guesses, and what to do with it.</summary>
internal static class DraftTable
{
    public static void Print(Terminal terminal, DraftedProfile draft, string path)
    {
        var columns = draft.Columns;
        var guessed = columns.Count(column => column.Fields.Count > 0);
        terminal.Line($"A profile was drafted for {draft.File}: {path}");
        var table = new Table { Border = TableBorder.Simple }.AddColumns("Column", "Guessed field").AddColumn(new TableColumn("Likeness").RightAligned());
        foreach (var column in columns)
            table.AddRow(Markup.Escape(column.Heading), Markup.Escape(string.Join(", ", column.Fields)), column.Fields.Count == 0 ? "" : column.Score.ToString("0.00", CultureInfo.InvariantCulture));
        terminal.Table(table);
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{guessed} of {columns.Count} headings are guessed. Look at each in the file, correct it, and check the export again with --registry {path}"));
    }
}
