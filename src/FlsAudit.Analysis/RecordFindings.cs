using System.Globalization;
using FlsAudit.Analysis.Kinds;
using FlsAudit.Measures;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>What judging the records brought up that a reader of the results must know.</summary>
internal static class RecordFindings
{
    /// <summary>Above this share of the denominator, a result says more about what was written down than about care.</summary>
    private const double MostlyUnknown = 0.5;

    /// <summary>Below this share of blanks among the positives, a site may really have no negative.</summary>
    private const double FewNegatives = 0.05;

    /// <summary>A month and a half without any fracture is no chance in a service that finds people.</summary>
    private const int DaysWithoutFractures = 45;

    /// <summary>Measures with records whose exclusions are not recorded; such records were kept.</summary>
    public static IEnumerable<Finding> UnknownExclusions(MeasurePlan plan, CubeTotals totals, NeededFields needed) =>
        from measure in plan.Items.Select(item => item.Measure).Distinct()
        let item = plan.Items.First(item => item.Measure == measure)
        let unknown = needed.SitesWithAll(measure).Sum(site => totals.Tally(item, site, Result.All).UnknownExclusion)
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

    /// <summary>Shares that rest mostly on unknown answers being counted as not met, a finding per measure with the sites where they do.</summary>
    public static IEnumerable<Finding> MostlyUnknownResults(IEnumerable<Result> results) =>
        from result in results
        where result.Period == Result.All && result.Site != Result.All && SpeaksForMeasure(result)
        where result.Denominator > 0 && result.UnknownCounted > MostlyUnknown * result.Denominator
        group result by result.Measure into sites
        let places = sites.Select(result => string.Create(CultureInfo.InvariantCulture, $"{result.Site} ({result.UnknownCounted} of {result.Denominator})"))
        select new Finding(
            "mostly-unknown",
            Severity.Warning,
            new Place(null),
            $"{sites.Key.Id}: most of the records counted do not say, and count as not met, at {string.Join(", ", places)}.",
            "Read it as a gap in recording before reading it as a gap in care; see whether a column is missing or could not be read, and fill the fields of the numerator.")
        {
            Occurrences = sites.Sum(result => result.UnknownCounted),
        };

    // The whole of a share, and the longest window of a ladder on windows.
    private static bool SpeaksForMeasure(Result result) => result.Measure.Timing is null
        ? result is { Breakdown: "", Measure.IsShare: true }
        : result.Breakdown == TimingLadders.Windows && result.Category == result.Measure.Parts[^1].Name;

    /// <summary>Expected fractures on long stretches at either end of the report in which no record has a fracture.</summary>
    public static IEnumerable<Finding> DaysWithoutRecords(MeasurePlan plan, CaseloadTable caseload, ReportedDays days)
    {
        MeasurePart[] parts = [.. plan.Items.Select(item => item.Part).Where(part => part.CaseloadGroup is not null)];
        (string Site, MeasurePart Part)[] used = [.. from site in caseload.Sites from part in parts select (site, part)];
        if (days.FirstFracture > days.LastFracture) yield break;
        int Most(Func<(string Site, MeasurePart Part), int> count) => used.Select(count).DefaultIfEmpty(0).Max();

        if (Most(key => caseload.DaysExpecting(key.Site, key.Part, days.LastFracture + 1, days.LastOf(key.Part))) > DaysWithoutFractures)
            yield return WithoutFractures("after the last", days.LastFracture, "--to");
        int Start((string Site, MeasurePart Part) key) => days.From ?? caseload.StartOfRows(key.Site, key.Part, days.FirstFracture, days.Last);
        if (Most(key => caseload.DaysExpecting(key.Site, key.Part, Start(key), Math.Min(days.FirstFracture - 1, days.LastOf(key.Part)))) > DaysWithoutFractures)
            yield return WithoutFractures("before the first", days.FirstFracture, "--from");
    }

    /// <summary>Sites that only the caseload names, with a name close to that of a site that sent records without a caseload.</summary>
    public static IEnumerable<Finding> MisspeltCaseloadSites(IEnumerable<string> sitesWithoutData, IReadOnlyList<string> sites, CaseloadTable caseload)
    {
        string[] withoutCaseload = [.. sites.Except(caseload.Sites, StringComparer.Ordinal)];
        return from site in sitesWithoutData
               let near = NearestName.Of(site, withoutCaseload)
               where near is not null
               select new Finding(
                   "caseload-site-unknown",
                   Severity.Warning,
                   new Place(null),
                   $"The caseload names '{site}', of which no export has a record, and '{near}' has records and no caseload; did you mean '{near}'?",
                   "One spelling in both, or a row for the other spelling in a sites file.");
    }

    /// <summary>Sites that answer for themselves as organisations and that nothing else names: their answers are used nowhere.</summary>
    public static IEnumerable<Finding> UnknownOrganisationSites(OrganisationAnswers organisation, IReadOnlyList<string> sites) =>
        from site in organisation.Sites.Keys.Except(sites, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let hint = NearestName.Hint(site, sites)
        select new Finding(
            "organisation-site-unknown",
            organisation.Sites.Keys.Intersect(sites, StringComparer.Ordinal).Any() ? Severity.Warning : Severity.Error,
            new Place(null),
            $"The answers of the organisation name '{site}', which no export and no caseload names{(hint.Length > 0 ? hint : ".")}",
            $"One of {string.Join(", ", sites.Select(known => $"'{known}'"))}, as the exports or the sites file spell it; its answers are not used.");

    /// <summary>Measures that leave out deaths before a window closes, where no record has a date of death: the setting could not act.</summary>
    public static IEnumerable<Finding> DeathsNotRecorded(MeasurePlan plan, CubeTotals totals)
    {
        MeasureDefinition[] silent =
        [
            .. plan.Items.Select(item => item.Measure).Distinct().Where(MeasurePlan.ExcludesDeaths)
                .Where(measure => totals.Sites.All(site => totals.Presence(site, plan.PresenceOf(measure.DeathDate!)).Recorded == 0)),
        ];
        if (silent.Length > 0)
            yield return new Finding(
                "deaths-not-recorded",
                Severity.Warning,
                new Place(null),
                $"No record has a date of death, so the setting to leave out deaths before a window closes could not act by dates in {string.Join(", ", silent.Select(measure => measure.Id))}.",
                $"Fill {silent[0].DeathDate!.Name}; until then patients who died are left out only where another answer says so, and count as not met where none does.");
    }

    /// <summary>Shares that leave unknown answers out at sites where no record ever says no: they are 100 % because nothing else can be recorded.</summary>
    public static IEnumerable<Finding> NegativesNeverRecorded(IEnumerable<Result> results) =>
        from result in results
        where result is { Period: Result.All, Breakdown: "", Policy: UnknownPolicy.LeaveOut, Status: ResultStatus.Ok, Measure.IsShare: true } && result.Site != Result.All
        where result.Counts is { NotMet: 0, Unknown: > 0 } && result.Counts.Unknown > result.Counts.Met * FewNegatives
        group result by result.Measure into sites
        select new Finding(
            "negatives-never-recorded",
            Severity.Warning,
            new Place(null),
            $"{sites.Key.Id}: no record says no, some say nothing and are left out, so the value is 100 % at {string.Join(", ", sites.Select(result => result.Site))}.",
            "Read it as a gap in recording: a value only of those that say yes. Count blanks as not met, or record the negatives.")
        {
            Occurrences = sites.Sum(result => result.Counts.Unknown),
        };

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
