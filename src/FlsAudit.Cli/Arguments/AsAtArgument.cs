using System.CommandLine;
using System.Globalization;
using FlsAudit.Jobs;

namespace FlsAudit.Cli.Arguments;

/// <summary>The as-at date of the verbs that judge records: required, never guessed, and suggested when it is missing.</summary>
internal static class AsAtArgument
{
    private const int DaysUntilOld = 14;
    private const int DaysOfLaterData = 7;

    public static Option<DateOnly?> Make() => Texts.Date("--as-at", "The day up to which the data are complete. Required: every outcome depends on it.");

    /// <summary>What to say when it is not given; it takes a look at the exports.</summary>
    public static JobException Missing(InputOptions input)
    {
        var suggestion = ReportJob.SuggestAsAt(input) is { } day
            ? string.Create(CultureInfo.InvariantCulture, $" The last date that several records support is {day:yyyy-MM-dd}: if the data are complete up to then, add --as-at {day:yyyy-MM-dd}.")
            : " The exports hold no dates to suggest one from.";
        return new JobException(ExitCode.Usage, $"--as-at is required: the day up to which the data are complete.{suggestion}");
    }

    /// <summary>Says so when a list of what is left to do would be out of date.</summary>
    public static void WarnIfOld(Terminal terminal, DateOnly asAt, DateOnly? suggested)
    {
        if (suggested is { } last && last.DayNumber - asAt.DayNumber > DaysOfLaterData)
            terminal.Warning(string.Create(CultureInfo.InvariantCulture, $"The exports hold dates up to {last:yyyy-MM-dd}, after the as-at date {asAt:yyyy-MM-dd}: steps taken since then are not seen. If the data are complete up to then, use --as-at {last:yyyy-MM-dd}."));
        var age = DateOnly.FromDateTime(DateTime.Today).DayNumber - asAt.DayNumber;
        if (age < 0)
            terminal.Warning(string.Create(CultureInfo.InvariantCulture, $"The as-at date {asAt:yyyy-MM-dd} lies in the future: no export can be complete up to then."));
        if (age > DaysUntilOld)
            terminal.Warning(string.Create(CultureInfo.InvariantCulture, $"The as-at date {asAt:yyyy-MM-dd} is {age:N0} days ago: windows have closed since then. Use a newer export for a list to work with."));
    }
}
