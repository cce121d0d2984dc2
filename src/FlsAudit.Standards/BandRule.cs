using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>The band of a result: a traffic light, or a level of a ladder.</summary>
public enum Band
{
    /// <summary>The standard is reached.</summary>
    Green,

    /// <summary>In between.</summary>
    Amber,

    /// <summary>Below the standard.</summary>
    Red,

    /// <summary>The highest level of a ladder.</summary>
    Level3,

    /// <summary>The middle level of a ladder.</summary>
    Level2,

    /// <summary>The lowest level of a ladder.</summary>
    Level1,

    /// <summary>No level of a ladder is reached.</summary>
    BelowLevel1,
}

/// <summary>The words that worked cases and csv files use for bands.</summary>
public static class BandWords
{
    /// <summary>The word, for example <c>green</c> or <c>level 2</c>.</summary>
    public static string Word(this Band band) => band switch
    {
        Band.Green => "green",
        Band.Amber => "amber",
        Band.Red => "red",
        Band.Level3 => "level 3",
        Band.Level2 => "level 2",
        Band.Level1 => "level 1",
        _ => "below level 1",
    };

    /// <summary>The number of a level, 0 below the lowest; null for a traffic light.</summary>
    public static int? Level(this Band band) => band is Band.Green or Band.Amber or Band.Red ? null : Band.BelowLevel1 - band;

    /// <summary>The band of a level from 0 to 3.</summary>
    public static Band OfLevel(int level) => Band.BelowLevel1 - level;
}

/// <summary>One threshold.</summary>
/// <param name="Operator">One of <c>&lt; &lt;= &gt; &gt;=</c>.</param>
/// <param name="Threshold">In the unit of the measure's value: percent, days or fields.</param>
public sealed record BandTest(string Operator, double Threshold)
{
    /// <summary>Whether an unrounded value passes.</summary>
    public bool Holds(double value) => Operator switch
    {
        "<" => value < Threshold,
        "<=" => value <= Threshold,
        ">" => value > Threshold,
        _ => value >= Threshold,
    };
}

/// <summary>Bands on unrounded values, tested green, then amber, then red. A value that passes none has no band.</summary>
/// <param name="Green">When it is green.</param>
/// <param name="Amber">When it is amber; null when the source knows no amber.</param>
/// <param name="Red">When it is red.</param>
/// <param name="Status">How sure the thresholds are.</param>
/// <param name="Note">Which side of a gap or boundary was chosen, and why.</param>
public sealed record BandRule(BandTest Green, BandTest? Amber, BandTest Red, ProvenanceStatus Status, string Note)
{
    /// <summary>The band of an unrounded value, or null when it passes no test.</summary>
    public Band? Of(double value) =>
        Green.Holds(value) ? Band.Green
        : Amber?.Holds(value) == true ? Band.Amber
        : Red.Holds(value) ? Band.Red
        : null;
}
