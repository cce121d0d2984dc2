using System.Globalization;
using FlsAudit.Jobs;
using FlsAudit.Model;
using Spectre.Console;

namespace FlsAudit.Cli.Checking;

/// <summary>How the headings and dates of each file were understood. Files with the same headings share one table of them.</summary>
internal static class LayoutTables
{
    private const string Legend =
        "Dates: d/m are days only when day-first (31/12/2025), m/d only when month-first; 'either' can be both; 'if sure' leaves those blank.";

    public static void Print(Terminal terminal, IReadOnlyList<CheckedLayout> layouts)
    {
        foreach (var group in layouts.GroupBy(layout => string.Join('\n', layout.Headings.Select(heading => $"{heading.Heading}\t{heading.Use}").Prepend(layout.Profile ?? layout.Reason))))
        {
            foreach (var layout in group) terminal.Line(Summary(layout));
            if (group.First().Headings.Count > 0) terminal.Table(Headings(group.First().Headings));
            foreach (var layout in group) PrintDates(terminal, layout);
        }

        if (layouts.Any(layout => layout.Dates.Any(column => column.Evidence is not null))) terminal.Line(Legend);
    }

    private static string Summary(CheckedLayout layout)
    {
        var sure = layout.Sureness is { } word and not "named" ? $", {word}" : "";
        var next = layout.RunnerUp is null ? "" : $"; next comes {layout.RunnerUp}";
        return $"{NameOf(layout)}: {layout.Profile ?? "no profile"}{sure} ({layout.Reason}{next})";
    }

    private static string NameOf(CheckedLayout layout) => $"{layout.File}{(layout.Sheet is null ? "" : $", sheet {layout.Sheet}")}";

    private static Table Headings(IReadOnlyList<CheckedHeading> headings)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("Column", "Field");
        foreach (var heading in headings) table.AddRow(Markup.Escape(heading.Heading), Markup.Escape(heading.Use));
        return table;
    }

    private static void PrintDates(Terminal terminal, CheckedLayout layout)
    {
        if (layout.Dates.Count == 0) return;
        if (layout.Dates.All(column => column.Evidence is null))
        {
            terminal.Line($"{NameOf(layout)}: dates are read in the ISO form only, as 2025-12-31.");
            return;
        }

        terminal.Line($"{NameOf(layout)}: columns of dates");
        var table = new Table { Border = TableBorder.Simple }.AddColumns("Column", "Read", "Decided by");
        foreach (var heading in new[] { "ISO", "Native", "d/m", "m/d", "Either", "Unread" }) table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        foreach (var column in layout.Dates) table.AddRow([Markup.Escape(column.Heading), Word(column.Order), column.Reason, .. Counts(column.Evidence)]);
        terminal.Table(table);
    }

    private static IEnumerable<string> Counts(DateEvidence? dates) => dates is null
        ? Enumerable.Repeat("", 6)
        : new[] { dates.Iso, dates.Native, dates.DayFirst, dates.MonthFirst, dates.Either + dates.Same, dates.Unreadable }.Select(count => count.ToString("N0", CultureInfo.InvariantCulture));

    private static string Word(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "day-first",
        DateOrder.MonthFirst => "month-first",
        DateOrder.Iso => "ISO",
        _ => "if sure",
    };
}
