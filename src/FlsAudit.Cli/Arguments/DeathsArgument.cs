using System.CommandLine;

namespace FlsAudit.Cli.Arguments;

/// <summary>The setting on deaths before a follow-up window closes, of the verbs that judge records.</summary>
internal static class DeathsArgument
{
    private static readonly Dictionary<string, bool> Choices = new() { ["keep"] = false, ["exclude"] = true };

    public static Option<string?> Make() =>
        Texts.Choice("--deaths", "CHOICE", "Whether deaths before a follow-up window closes stay in, in place of each set's own setting.", Choices.Keys);

    /// <summary>Whether they are excluded; null to leave it to each set.</summary>
    public static bool? Excludes(string? choice) => choice is null ? null : Choices[choice];
}
