using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports;

/// <summary>A result in a few words, for a line of a terminal; rounded as page and workbook round.</summary>
/// <param name="Value">The value with its unit, and its level where it has one; the status in words where there is no value.</param>
/// <param name="Limits">The 95 % limits; empty when there are none.</param>
/// <param name="Count">Numerator and denominator, or the number of records of a duration; empty when there are none.</param>
public sealed record PrintedResult(string Value, string Limits, string Count)
{
    /// <summary>The words of a result.</summary>
    public static PrintedResult Of(Result result) => new(ValueOf(result), PrintedNumber.Range(result.Limits95, result.Unit), CountOf(result));

    private static string ValueOf(Result result)
    {
        if (result.Value is not { } value) return Words.Of(result.Status);
        if (result.Unit == "level") return result.Band?.Word() ?? PrintedNumber.WithUnit(value, result.Unit);
        return PrintedNumber.WithUnit(value, result.Unit) + (result.Band?.Level() is null ? "" : $" ({result.Band.Value.Word()})");
    }

    private static string CountOf(Result result) => result switch
    {
        { Numerator: { } numerator, Denominator: { } denominator } => $"{PrintedNumber.AsNeeded(numerator)} / {PrintedNumber.AsNeeded(denominator)}",
        { Denominator: { } records } => $"n = {PrintedNumber.AsNeeded(records)}",
        _ => "",
    };
}
