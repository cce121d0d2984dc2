using System.Globalization;
using FlsAudit.Statistics.ControlCharts;

namespace FlsAudit.Analysis.Periods;

/// <summary>Rules in words, which csv files promise: they hold no semicolon.</summary>
internal static class RuleWords
{
    /// <summary>The words of a rule under a preset, which says how long a row it asks for.</summary>
    public static string Of(SpecialCauseRule rule, RulePreset preset) => rule switch
    {
        SpecialCauseRule.OutsideLimits => "outside the limits",
        SpecialCauseRule.Trend => $"{Number(rule, preset)} in a row rising or falling",
        SpecialCauseRule.TwoOfThree => "two of three close to a limit",
        SpecialCauseRule.Shift => $"{Number(rule, preset)} in a row on one side of the centre",
        SpecialCauseRule.FourOfFive => "four of five away from the centre on one side",
        SpecialCauseRule.Alternating => $"{Number(rule, preset)} in a row going up and down",
        SpecialCauseRule.Hugging => $"{Number(rule, preset)} in a row close to the centre",
        SpecialCauseRule.AvoidingCentre => $"{Number(rule, preset)} in a row away from the centre on either side",
        SpecialCauseRule.LongRun => "longer on one side of the centre than chance allows",
        SpecialCauseRule.FewCrossings => "crosses the centre less often than chance allows",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There are no words for this rule."),
    };

    private static string Number(SpecialCauseRule rule, RulePreset preset)
    {
        var rules = SpecialCauseRules.Of(PeriodCharts.PresetOf(preset));
        var length = rule switch
        {
            SpecialCauseRule.Trend => rules.Trend,
            SpecialCauseRule.Shift => rules.Shift,
            SpecialCauseRule.Alternating => rules.Alternating,
            SpecialCauseRule.Hugging => rules.Hugging,
            _ => rules.AvoidingCentre,
        };
        return length!.Value.ToString(CultureInfo.InvariantCulture);
    }
}
