namespace FlsAudit.Statistics.Rounding;

/// <summary>What happens to the digits that are not printed.</summary>
public enum RoundingRule
{
    /// <summary>A half goes away from 0: 96.25 prints as 96.3, as people expect. The one to print with.</summary>
    HalfUp,

    /// <summary>A half goes to the even digit: 96.25 prints as 96.2, as many programs do. To explain others' figures.</summary>
    HalfEven,

    /// <summary>They are cut off: 97.561 prints as 97.5. To explain others' figures.</summary>
    Truncated,
}
