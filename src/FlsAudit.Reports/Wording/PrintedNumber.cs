using System.Globalization;
using FlsAudit.Analysis;

namespace FlsAudit.Reports.Wording;

/// <summary>
/// The one place where a number becomes text for people. Rounds once, half away from zero, on the 15 significant digits that spreadsheet
/// programs work with, so that page, figures and workbook agree on every last digit.
/// </summary>
internal static class PrintedNumber
{
    /// <summary>With its unit: <c>94.9 %</c>, <c>48.5 days</c>, <c>3 fields</c>, <c>level 2</c>, <c>-12 patients</c>.</summary>
    public static string WithUnit(double value, string unit) => unit switch
    {
        "percent" => $"{Bare(value, unit)} %",
        "level" => value < 1 ? "below level 1" : $"level {Bare(value, unit)}",
        "patients" => $"{Bare(value, unit)} patient{(Bare(value, unit) is "1" or "-1" ? "" : "s")}",
        _ => $"{Bare(value, unit)} {unit}",
    };

    /// <summary>
    /// Without its unit: one decimal for percent, none for patients; for days and fields one decimal only when it is not whole. Below level 1 is <c>&lt; 1</c>.
    /// </summary>
    public static string Bare(double value, string unit) => unit switch
    {
        "percent" => Fixed(value, 1),
        "level" when value < 1 => "< 1",
        "patients" => Round(value, 0).ToString("#,##0", CultureInfo.InvariantCulture),
        _ => AsNeeded(value),
    };

    /// <summary>Lower and upper limit: <c>91.5 to 97.0</c>; empty when there are none.</summary>
    public static string Range(Limits? limits, string unit) =>
        limits is null ? "" : $"{Bare(limits.Lower, unit)} to {Bare(limits.Upper, unit)}";

    /// <summary>A whole number with thousands separators.</summary>
    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A row number: without separators, as spreadsheet programs show it.</summary>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count that may be no whole number, such as a caseload; one decimal when it is not.</summary>
    public static string AsNeeded(double value)
    {
        var rounded = Round(value, 1);
        return rounded == decimal.Truncate(rounded) ? rounded.ToString("#,##0", CultureInfo.InvariantCulture) : Fixed(value, 1);
    }

    /// <summary>With exactly this many decimals.</summary>
    public static string Fixed(double value, int decimals) =>
        Round(value, decimals).ToString("#,##0." + new string('0', decimals), CultureInfo.InvariantCulture);

    private static decimal Round(double value, int decimals) => Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);
}
