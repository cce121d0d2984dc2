using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Statistics.Rounding;

namespace FlsAudit.Analysis.Periods;

/// <summary>Names and numbers as sentences print them, rounded once and a half away from 0.</summary>
internal static class PlainWords
{
    private const double SmallestP = 0.001;

    public static string Site(string site) => site == Result.All ? "All sites" : site;

    /// <summary>Who and what a sentence is about: <c>Amberford: assessed within 90 days</c>.</summary>
    public static string Subject(string site, string title) => site.Length == 0 ? Capital(title) : $"{Site(site)}: {InSentence(title)}";

    public static string Value(double value, string unit) => unit switch
    {
        Units.Percent => $"{Decimal(value)} %",
        "" => Decimal(value),
        _ => $"{Decimal(value)} {unit}",
    };

    public static string Decimal(double value) => PrintedDecimal.Of(value, 1);

    /// <summary>A proportion with its counts: <c>57.9 % (70 of 121)</c>.</summary>
    public static string Share(double x, double n) =>
        IsWhole(x) && IsWhole(n)
            ? $"{PrintedPercentage.Of((long)x, (long)n, 1)} % ({Whole(x)} of {Whole(n)})"
            : $"{Decimal(100 * x / n)} % ({Decimal(x)} of {Decimal(n)})";

    /// <summary>A p-value; one below a thousandth is not told apart.</summary>
    public static string P(double p) => p < SmallestP ? "p < 0.001" : $"p = {PrintedDecimal.Of(p, 3)}";

    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>What a period is called, by its label.</summary>
    public static string Noun(string label) => !Period.TryParse(label, out var period) ? "period" : period.Kind switch
    {
        PeriodKind.Month => "month",
        PeriodKind.Year => "year",
        _ => "quarter",
    };

    /// <summary>A title inside a sentence; a word of capitals stays as it is.</summary>
    public static string InSentence(string title) =>
        title.Length == 0 || (title.Length > 1 && char.IsUpper(title[1])) ? title : char.ToLowerInvariant(title[0]) + title[1..];

    public static string List(IReadOnlyList<string> words) => words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    private static string Capital(string title) => title.Length == 0 ? "The proportion" : char.ToUpperInvariant(title[0]) + title[1..];

    private static bool IsWhole(double number) => number == Math.Floor(number) && number < long.MaxValue;

    private static string Whole(double number) => ((long)number).ToString("#,##0", CultureInfo.InvariantCulture);
}
