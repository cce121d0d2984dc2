using FlsAudit.Model;

namespace FlsAudit.Analysis.Kinds;

/// <summary>The words by which a method says that a number of the definition is not verified.</summary>
internal static class Sureness
{
    /// <summary>For example <c> (multiplier recalled, not verified)</c>; nothing for what is verified.</summary>
    public static string Of(ProvenanceStatus status, string what) =>
        status == ProvenanceStatus.Verified ? "" : $" ({what} {status.ToString().ToLowerInvariant()}, not verified)";
}
