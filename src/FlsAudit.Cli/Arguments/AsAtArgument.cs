using System.CommandLine;
using System.Globalization;
using FlsAudit.Jobs;

namespace FlsAudit.Cli.Arguments;

/// <summary>The as-at date of the verbs that judge records: required, never guessed, and suggested when it is missing.</summary>
internal static class AsAtArgument
{
    public static Option<DateOnly?> Make() => Texts.Date("--as-at", "The day up to which the data are complete. Required: every outcome depends on it.");

    /// <summary>What to say when it is not given; it takes a look at the exports.</summary>
    public static JobException Missing(InputOptions input)
    {
        var suggestion = ReportJob.SuggestAsAt(input) is { } day
            ? string.Create(CultureInfo.InvariantCulture, $" The last date that several records support is {day:yyyy-MM-dd}: if the data are complete up to then, add --as-at {day:yyyy-MM-dd}.")
            : " The exports hold no dates to suggest one from.";
        return new JobException(ExitCode.Usage, $"--as-at is required: the day up to which the data are complete.{suggestion}");
    }
}
