using System.CommandLine;

namespace FlsAudit.Cli.Arguments;

/// <summary>Which direction is better, where no definition says it.</summary>
internal static class BetterArgument
{
    private static readonly Dictionary<string, bool> Directions = new() { ["higher"] = true, ["lower"] = false };

    public static Option<string?> Make() =>
        Texts.Choice("--better", "DIRECTION", "Which direction is better. Without it a special cause is high or low, and nothing is said of reaching a target.", Directions.Keys);

    /// <summary>Whether higher values are better; null when nobody says.</summary>
    public static bool? IsHigher(string? direction) => direction is null ? null : Directions[direction];
}
