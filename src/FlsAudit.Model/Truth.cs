namespace FlsAudit.Model;

/// <summary>
/// The three truth values of Kleene's strong logic. The numbers are chosen so that <c>and</c> is the minimum,
/// <c>or</c> the maximum and <c>not</c> the reflection of the number.
/// </summary>
public enum Truth : sbyte
{
    /// <summary>It does not hold.</summary>
    False = -1,

    /// <summary>The record does not say.</summary>
    Unknown = 0,

    /// <summary>It holds.</summary>
    True = 1,
}

/// <summary>Kleene's connectives.</summary>
public static class Kleene
{
    /// <summary>True when both are true, false when either is false, otherwise unknown.</summary>
    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    /// <summary>True when either is true, false when both are false, otherwise unknown.</summary>
    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    /// <summary>Turns true and false round and leaves unknown.</summary>
    public static Truth Not(Truth a) => (Truth)(-(sbyte)a);

    /// <summary>The truth value of a known answer.</summary>
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
