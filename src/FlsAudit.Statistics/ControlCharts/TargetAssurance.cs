namespace FlsAudit.Statistics.ControlCharts;

/// <summary>Which values are better.</summary>
public enum Better
{
    /// <summary>Higher ones.</summary>
    Higher,

    /// <summary>Lower ones.</summary>
    Lower,

    /// <summary>Neither by itself.</summary>
    Neither,
}

/// <summary>Whether a process as it is now will meet a target.</summary>
public enum Assurance
{
    /// <summary>The target lies on the good side beyond both limits: it will be met as things are.</summary>
    WillMeet,

    /// <summary>The target lies between the limits or on one: it will be met at times, by chance.</summary>
    Inconsistent,

    /// <summary>The target lies on the bad side beyond both limits: it will not be met unless something changes.</summary>
    WillFail,
}

/// <summary>What the limits of a chart say about a target.</summary>
public static class TargetAssurance
{
    /// <summary>The judgement at one point of a chart, as a rule the last.</summary>
    /// <param name="limits">The limits there; null when there are none.</param>
    /// <param name="target">The target, on the scale of the values.</param>
    /// <param name="better">Which values are better.</param>
    /// <returns>Null without limits, or when neither higher nor lower values are better.</returns>
    public static Assurance? Of(Interval? limits, double target, Better better)
    {
        if (limits is not { } range || better == Better.Neither) return null;
        if (range.Contains(target)) return Assurance.Inconsistent;
        return target < range.Lower == (better == Better.Higher) ? Assurance.WillMeet : Assurance.WillFail;
    }
}
