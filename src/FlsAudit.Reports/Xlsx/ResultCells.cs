using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Xlsx;

/// <summary>How results look in cells: numbers stay numbers, and what has no value says why.</summary>
internal static class ResultCells
{
    /// <summary>
    /// The value with its band as fill and as a sign within the number format, or the status in words. A pooled value with another unit than
    /// its row carries it; a place without a result says <c>without</c>.
    /// </summary>
    public static SheetCell Banded(Result? result, string? unitOfRow = null, ResultStatus without = ResultStatus.NotComputed) => result switch
    {
        { Status: ResultStatus.Ok, Value: { } value } => new SheetCell(value, OfBand(result.Band) with
        {
            Format = (result.Band is { } band ? $"\"{BandMark.Of(band)}  \"" : "") + Format(value, result.Unit, unitOfRow),
        }),
        _ => new SheetCell(Words.Of(result?.Status ?? without), CellStyle.Body with { Italic = true, Colour = "595959", Size = 8, Wrap = true, Horizontal = "center" }),
    };

    /// <summary>A value or limit in the unit of its result; empty when there is none. It carries its unit where the heading names another.</summary>
    public static SheetCell Number(double? value, string unit, string? headingUnit = null) =>
        new(value, CellStyle.Body with { Format = Format(value, unit, headingUnit) });

    /// <summary>A count; a caseload that is no whole number gets one decimal.</summary>
    public static SheetCell Count(double? count) =>
        new(count, count is { } value && value != Math.Floor(value) ? CellStyle.OneDecimal : CellStyle.Count);

    /// <summary>The band in words with its sign, filled; empty when there is none.</summary>
    public static SheetCell BandCell(Band? band) =>
        new(band is { } some ? MeasureText.Marked(some) : null, OfBand(band));

    public static SheetCell Text(string? text) => new(text, CellStyle.Body with { Horizontal = "center" });

    private static string Format(double? value, string unit, string? headingUnit)
    {
        var named = headingUnit is not null && headingUnit != unit;
        return unit switch
        {
            "level" when value < 1 => named ? "\"below level 1\"" : "\"< 1\"",
            "level" => named ? "\"level \"0" : "0",
            _ => FormatOf(value, unit) + (named ? $"\" {ReportText.Unit(unit)}\"" : ""),
        };
    }

    private static string FormatOf(double? value, string unit) => unit switch
    {
        "percent" => "#,##0.0",
        "patients" => "#,##0",
        _ => value is { } number && number != Math.Floor(number) ? "#,##0.0" : "#,##0",
    };

    private static CellStyle OfBand(Band? band) => CellStyle.Body with
    {
        Horizontal = "center",
        Fill = BandMark.Ground(band),
    };
}
