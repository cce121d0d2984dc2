namespace FlsAudit.Statistics.ControlCharts;

/// <summary>Which patterns are looked for, and how long a row must be. A length of null means that the rule is not used.</summary>
public sealed record SpecialCauseRules
{
    /// <summary>Whether a point outside the limits is a signal.</summary>
    public bool OutsideLimits { get; init; }

    /// <summary>How many points a trend takes, 2 or more; one fewer steps.</summary>
    public int? Trend { get; init; }

    /// <summary>How two of three are counted.</summary>
    public TwoOfThree TwoOfThree { get; init; }

    /// <summary>How many points in a row on one side of the centre.</summary>
    public int? Shift { get; init; }

    /// <summary>Whether four of five beyond one standard deviation are a signal.</summary>
    public bool FourOfFive { get; init; }

    /// <summary>How many points going up and down in turn, 3 or more.</summary>
    public int? Alternating { get; init; }

    /// <summary>How many points in a row within one standard deviation.</summary>
    public int? Hugging { get; init; }

    /// <summary>How many points in a row none of which is within one standard deviation.</summary>
    public int? AvoidingCentre { get; init; }

    /// <summary>Whether runs and crossings are judged by the number of points.</summary>
    public bool RunsAndCrossings { get; init; }

    /// <summary>The rules of a preset; change single ones with <c>with</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset.</exception>
    public static SpecialCauseRules Of(SpecialCausePreset preset) => preset switch
    {
        SpecialCausePreset.MakingDataCount or SpecialCausePreset.MakingDataCountUnscreened =>
            new() { OutsideLimits = true, Trend = 7, TwoOfThree = TwoOfThree.InsideLimitsAllOnOneSide, Shift = 7 },
        SpecialCausePreset.WesternElectric => new() { OutsideLimits = true, TwoOfThree = TwoOfThree.BeyondWarning, FourOfFive = true, Shift = 8 },
        SpecialCausePreset.Nelson => new()
        {
            OutsideLimits = true,
            Shift = 9,
            Trend = 6,
            Alternating = 14,
            TwoOfThree = TwoOfThree.BeyondWarning,
            FourOfFive = true,
            Hugging = 15,
            AvoidingCentre = 8,
        },
        SpecialCausePreset.Anhoej => new() { RunsAndCrossings = true },
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "There is no such preset of special-cause rules."),
    };

    /// <summary>What a preset does with extreme moving ranges: only <see cref="SpecialCausePreset.MakingDataCount"/> screens them.</summary>
    public static RangeScreening ScreeningOf(SpecialCausePreset preset) =>
        preset == SpecialCausePreset.MakingDataCount ? RangeScreening.Screened : RangeScreening.Unscreened;
}
