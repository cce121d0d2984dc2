using FlsAudit.Analysis;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Signs that tell bands and levels apart without colour. Levels are dots, since stars are the rating that no level is.</summary>
internal static class BandMark
{
    private const string Lights = "✓\u00A0standard reached; !\u00A0in between; ✗\u00A0below the standard";
    private const string Levels = "●●●\u00A0level\u00A03; ●●○\u00A0level\u00A02; ●○○\u00A0level\u00A01; ○○○\u00A0below\u00A0level\u00A01";

    /// <summary>Every band, the best first, lights before levels.</summary>
    public static IReadOnlyList<Band> All { get; } = Enum.GetValues<Band>();

    /// <summary>What the signs of a report mean; the lights alone when it has neither.</summary>
    public static string Legend(ReleasedReport report)
    {
        var levels = report.Results.Any(result => result.Band?.Level() is not null);
        var lights = !levels || report.Results.Any(result => result.Band is { } band && band.Level() is null);
        return string.Join("; ", new[] { lights ? Lights : "", levels ? Levels : "" }.Where(part => part.Length > 0));
    }

    public static string Of(Band band) => band switch
    {
        Band.Green => "✓",
        Band.Amber => "!",
        Band.Red => "✗",
        Band.Level3 => "●●●",
        Band.Level2 => "●●○",
        Band.Level1 => "●○○",
        _ => "○○○",
    };

    public static string Meaning(Band band) => band switch
    {
        Band.Green => "standard reached",
        Band.Amber => "in between",
        Band.Red => "below the standard",
        _ => band.Word(),
    };

    /// <summary>RGB of a cell's ground. Levels run from dark to light blue and end in orange, which no common colour blindness takes for blue.</summary>
    public static string Ground(Band? band) => band switch
    {
        Band.Green => "C6EFCE",
        Band.Amber => "FFEB9C",
        Band.Red => "FFC7CE",
        Band.Level3 => "9CC7EC",
        Band.Level2 => "CBE2F6",
        Band.Level1 => "EAF3FB",
        Band.BelowLevel1 => "FBDCC0",
        _ => "",
    };

    /// <summary>The class of a cell on the page; null for none.</summary>
    public static string? Class(Band? band) => band?.Word().Replace(' ', '-');
}
