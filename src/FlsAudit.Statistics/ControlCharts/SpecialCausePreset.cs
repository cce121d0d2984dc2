namespace FlsAudit.Statistics.ControlCharts;

/// <summary>A set of rules that people know by name.</summary>
public enum SpecialCausePreset
{
    /// <summary>Outside, 7-point trend, two of three, 7 on one side, with moving ranges screened: "Making Data Count" as its R package does it.</summary>
    MakingDataCount,

    /// <summary>The same rules with every moving range kept, as its spreadsheet does it.</summary>
    MakingDataCountUnscreened,

    /// <summary>Outside, two of three, four of five, 8 on one side (Western Electric, Statistical Quality Control Handbook, 1956).</summary>
    WesternElectric,

    /// <summary>The eight tests of Nelson, J Qual Technol 1984;16:237-239.</summary>
    Nelson,

    /// <summary>Runs too long and crossings too few for the number of points (Anhøj and Olesen, PLoS ONE 2014;9:e113825). Needs no limits: for run charts.</summary>
    Anhoej,
}
