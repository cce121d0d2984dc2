using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Signs that tell bands apart without colour.</summary>
internal static class BandMark
{
    public const string Legend = "✓ standard reached   ! in between   ✗ below the standard";

    public static string Of(Band band) => band switch
    {
        Band.Green => "✓",
        Band.Amber => "!",
        _ => "✗",
    };

    public static string Meaning(Band band) => band switch
    {
        Band.Green => "standard reached",
        Band.Amber => "in between",
        _ => "below the standard",
    };
}
