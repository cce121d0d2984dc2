namespace FlsAudit.Measures;

/// <summary>What one measure says of one record: exactly one of these, judged before any policy.</summary>
public enum Outcome
{
    /// <summary>The record does not belong.</summary>
    NotInPopulation,

    /// <summary>It belongs and an exclusion holds.</summary>
    Excluded,

    /// <summary>The window has not closed by the as-at date, even if the numerator already holds.</summary>
    NotDue,

    /// <summary>The record does not say whether it belongs, or whether the numerator holds.</summary>
    Unknown,

    /// <summary>The numerator does not hold.</summary>
    NotMet,

    /// <summary>The numerator holds.</summary>
    Met,
}

/// <summary>The words that worked cases and outputs use for outcomes.</summary>
public static class OutcomeWords
{
    /// <summary>The word, for example <c>not in population</c>.</summary>
    public static string Word(this Outcome outcome) => outcome switch
    {
        Outcome.NotInPopulation => "not in population",
        Outcome.Excluded => "excluded",
        Outcome.NotDue => "not due",
        Outcome.Unknown => "unknown",
        Outcome.NotMet => "not met",
        _ => "met",
    };
}
