using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>The band of a result.</summary>
public enum Band
{
    /// <summary>The standard is reached.</summary>
    Green,

    /// <summary>In between.</summary>
    Amber,

    /// <summary>Below the standard.</summary>
    Red,
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
