using System.Globalization;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>What judging the records brought up that a reader of the results must know.</summary>
internal static class RecordFindings
{
    /// <summary>From this share of the denominator on, a result says more about what was written down than about care.</summary>
    private const double MostlyUnknown = 0.9;

    /// <summary>A month and a half without any fracture is no chance in a service that finds people.</summary>
    private const int DaysWithoutFractures = 45;

    /// <summary>Measures with records whose exclusions are not recorded; such records were kept.</summary>
    public static IEnumerable<Finding> UnknownExclusions(MeasurePlan plan, CubeTotals totals) =>
        from measure in plan.Items.Select(item => item.Measure).Distinct()
        let item = plan.Items.First(item => item.Measure == measure)
        let unknown = totals.Sites.Sum(site => totals.Tally(item, site, Result.All).UnknownExclusion)
        where unknown > 0
        let fields = measure.Exclusions.SelectMany(exclusion => FieldsRead.By(exclusion.When)).Distinct().Order(StringComparer.Ordinal)
        select new Finding(
            "exclusion-unknown",
            Severity.Information,
            new Place(null),
            $"{measure.Id}: whether an exclusion applies is not recorded for some records, and they were kept.",
            $"Fill {string.Join(", ", fields)}, or read the result knowing this.")
        {
            Occurrences = unknown,
        };

    /// <summary>Sites whose proportion rests almost wholly on unknown answers being counted as not met.</summary>
    public static IEnumerable<Finding> MostlyUnknownResults(IEnumerable<Result> results) =>
        from result in results
        where result is { Period: Result.All, Breakdown: "", Measure.Kind: MeasureKind.Proportion } && result.Site != Result.All
        where result.Denominator > 0 && result.UnknownCounted >= MostlyUnknown * result.Denominator
        select new Finding(
            "mostly-unknown",
            Severity.Warning,
            new Place(null),
            string.Create(CultureInfo.InvariantCulture, $"{result.Measure.Id} at {result.Site}: {result.UnknownCounted} of the {result.Denominator} records counted do not say, and count as not met."),
            "Read it as a gap in recording before reading it as a gap in care; fill the fields of the numerator.");

    /// <summary>Expected fractures on long stretches at either end of the report in which no record has a fracture.</summary>
    public static IEnumerable<Finding> DaysWithoutRecords(MeasurePlan plan, CaseloadTable caseload, ReportedDays days)
    {
        string[] groups = [.. plan.Items.Select(item => item.Part.CaseloadGroup).OfType<string>().Distinct()];
        (string Site, string Group)[] used = [.. from site in caseload.Sites from text in groups select (site, text)];
        if (days.FirstFracture > days.LastFracture) yield break;
        if (days.Last - days.LastFracture > DaysWithoutFractures && used.Any(key => caseload.Over(key.Site, key.Group, [(days.LastFracture + 1, days.Last)]) is { Expected: > 0 }))
            yield return WithoutFractures("after the last", days.LastFracture, "--to");
        var start = days.From ?? used.Select(key => caseload.StartOfRows(key.Site, key.Group, days.FirstFracture, days.Last)).DefaultIfEmpty(days.FirstFracture).Min();
        if (days.FirstFracture - start > DaysWithoutFractures && used.Any(key => caseload.Over(key.Site, key.Group, [(start, days.FirstFracture - 1)]) is { Expected: > 0 }))
            yield return WithoutFractures("before the first", days.FirstFracture, "--from");
    }

    private static Finding WithoutFractures(string where, int day, string option)
    {
        var date = DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Finding(
            "days-without-fractures",
            Severity.Warning,
            new Place(null),
            $"The caseload expects fractures on more than {DaysWithoutFractures} days {where} fracture of any record, which is on {date}; identification counts them as not found.",
            $"If the exports cover no fractures there, add {option} {date}.");
    }
}
