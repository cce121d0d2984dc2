namespace FlsAudit.Simulation.Definitions;

/// <summary>Steps shared by scenarios.</summary>
internal sealed record ModelDefinition
{
    public required string Name { get; init; }

    public required IReadOnlyList<StepDefinition> Steps { get; init; }
}

/// <summary>
/// One decision about one field of a record. It applies where all of <see cref="When"/> and <see cref="Elapsed"/> hold and
/// <see cref="Chance"/> allows, and does exactly one of choose, deal, set, date, number, text, again and clear.
/// </summary>
internal sealed record StepDefinition
{
    /// <summary>The field of the data dictionary that is decided.</summary>
    public string? Field { get; init; }

    /// <summary>Instead of a field, a variable of the model that later steps and unmapped columns can read.</summary>
    public string? Let { get; init; }

    /// <summary>Field or variable to the values that let the step apply: codes, <c>*</c> recorded, empty text nothing recorded, <c>&lt;75</c>, <c>&gt;=75</c>, <c>50..75</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> When { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Date field to the days after it that must be over on the as-at date.</summary>
    public IReadOnlyDictionary<string, int> Elapsed { get; init; } = new Dictionary<string, int>();

    public double? Chance { get; init; }

    /// <summary>Code to weight; empty text is "nothing recorded".</summary>
    public IReadOnlyDictionary<string, double>? Choose { get; init; }

    /// <summary>Code to the site effect that multiplies its weight.</summary>
    public IReadOnlyDictionary<string, string> Effect { get; init; } = new Dictionary<string, string>();

    /// <summary>Code to an exact number of records: a shuffled deck of cards, one card to each record that the step applies to.</summary>
    public IReadOnlyDictionary<string, int>? Deal { get; init; }

    public string? Set { get; init; }

    public DateStepDefinition? Date { get; init; }

    public NumberStepDefinition? Number { get; init; }

    /// <summary>A text; <c>{n}</c> is the record's number in the scenario, <c>{n:000000}</c> with leading zeros, <c>{code}</c> the site's code.</summary>
    public string? Text { get; init; }

    public AgainStepDefinition? Again { get; init; }

    public bool Clear { get; init; }

    /// <summary>Makes the step a planted quirk, which the README lists under this label with its count.</summary>
    public string? Label { get; init; }
}

/// <summary>A day some days after another.</summary>
internal sealed record DateStepDefinition
{
    /// <summary>A date field, or <c>as_at</c>.</summary>
    public required string From { get; init; }

    /// <summary>Quantiles of the number of days: pairs of share and days, from share 0 to share 1, straight lines between.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Days { get; init; }

    /// <summary>Keeps a day after the as-at date; otherwise such a day has not happened and nothing is recorded.</summary>
    public bool EvenAfterAsAt { get; init; }
}

/// <summary>A number.</summary>
internal sealed record NumberStepDefinition
{
    /// <summary>A number that the drawn one is added to; nothing is recorded where that number is missing.</summary>
    public string? From { get; init; }

    /// <summary>Pairs of share and value, from share 0 to share 1, straight lines between.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Quantiles { get; init; }

    public int Decimals { get; init; }
}

/// <summary>A further fracture of a patient whom the same site has recorded before; the number given is the days between the two.</summary>
internal sealed record AgainStepDefinition
{
    /// <summary>Quantiles of the days before this fracture. The last fracture day of the site on or before that day is taken, and one of its records.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Days { get; init; }

    /// <summary>What the earlier record must be like, as in <see cref="StepDefinition.When"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Of { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Fields and variables that are taken over from the earlier record.</summary>
    public required IReadOnlyList<string> Same { get; init; }
}
