namespace FlsAudit.Statistics.ControlCharts;

/// <summary>What a signal means to people.</summary>
public enum SpecialCauseMeaning
{
    /// <summary>It points the better way.</summary>
    Improvement,

    /// <summary>It points the worse way.</summary>
    Concern,

    /// <summary>Something changed; whether for the better cannot be said from the direction.</summary>
    Neutral,
}

/// <summary>Turns the direction of a signal into its meaning.</summary>
public static class SignalMeaning
{
    /// <summary>The meaning of a direction.</summary>
    /// <param name="side">The way the signal points.</param>
    /// <param name="better">Which values are better.</param>
    public static SpecialCauseMeaning Of(SignalSide side, Better better) =>
        better == Better.Neither || side == SignalSide.Both ? SpecialCauseMeaning.Neutral
        : side == SignalSide.High == (better == Better.Higher) ? SpecialCauseMeaning.Improvement
        : SpecialCauseMeaning.Concern;
}
