using System.Globalization;
using FlsAudit.Analysis;

namespace FlsAudit.Cli;

/// <summary>Results as a terminal prints them: rounded once, here, half away from zero.</summary>
internal static class ResultText
{
    public static string Value(Result result) => result switch
    {
        { Value: null } => Status(result.Status),
        { Unit: "percent" } => $"{One(result.Value.Value)} %",
        _ => $"{One(result.Value.Value)} {result.Unit}",
    };

    public static string Limits(Result result) =>
        result.Limits95 is { } limits ? $"{One(limits.Lower)} to {One(limits.Upper)}" : "";

    public static string Count(Result result) => result switch
    {
        { Numerator: { } numerator, Denominator: { } denominator } => $"{Whole(numerator)} / {Whole(denominator)}",
        { Denominator: { } records } => $"n = {Whole(records)}",
        _ => "",
    };

    private static string One(double value) =>
        Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Whole(double value) =>
        value == Math.Floor(value) ? value.ToString("N0", CultureInfo.InvariantCulture) : Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("N1", CultureInfo.InvariantCulture);

    private static string Status(ResultStatus status) => status switch
    {
        ResultStatus.NoCases => "no cases",
        ResultStatus.NotDue => "not due",
        ResultStatus.NotComputed => "not computed",
        ResultStatus.NoDataSubmitted => "no data submitted",
        _ => status.ToString().ToLowerInvariant(),
    };
}
