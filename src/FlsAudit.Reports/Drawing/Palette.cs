namespace FlsAudit.Reports.Drawing;

/// <summary>
/// Blue and orange stay apart for every common kind of colour blindness and differ in lightness in grey; both can be seen on white and on
/// near-black. Everything quiet takes the colour of the text around it.
/// </summary>
internal static class Palette
{
    public const string Blue = "#2F78BD";
    public const string Orange = "#D96A00";
    public const string Ink = "currentColor";

    public static string Of(Tone tone) => tone switch
    {
        Tone.Main => Blue,
        Tone.Alert => Orange,
        _ => Ink,
    };
}
