using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What a reader with one minute should know, in sentences made from the released results.</summary>
internal static class Headlines
{
    /// <summary>A longer list is no headline; the measure's own section names all.</summary>
    private const int MostSites = 4;

    public static IEnumerable<string> Of(ReleasedReport report, ReportContext context)
    {
        if (report.Policy.IsInternal) yield return Rows(Reconciliation.Total(context.Reconciliations));
        else yield return $"{Words.PolicyLine(report.Policy)}. Counts of rows and of records that do not say are not part of such a report.";
        foreach (var finding in context.Findings.Where(finding => finding.Severity == Severity.Error).Take(MostSites))
            yield return $"Error in the input{(finding.Place.File is { } file ? $", {file}" : "")}: {finding.Message}";
        foreach (var band in BandMark.All)
        {
            string[] titles = [.. Measures(report).Where(measure => report.Find(measure.Id, Result.All, Result.All)?.Band == band).Select(measure => Name(report, measure))];
            if (titles.Length > 0)
                yield return $"{BandMark.Of(band)} {MeasureText.Capital(BandMark.Meaning(band))} by all sites together: {string.Join("; ", titles)}.";
        }

        foreach (var (measure, sites, funnel) in ReportText.Outside(report))
            yield return $"{Name(report, measure)}: outside the 99.8 % limits around {PrintedNumber.WithUnit(funnel.Centre, "percent")}: "
                + string.Join(", ", sites.OrderByDescending(site => Math.Abs(site.AdjustedZ)).Take(MostSites).Select(site =>
                    $"{site.Site} ({PrintedNumber.WithUnit(site.Value, "percent")}, {(site.Value < funnel.Centre ? "below" : "above")})"))
                + (sites.Count > MostSites ? $", and {PrintedNumber.Count(sites.Count - MostSites)} more." : ".");
        foreach (var line in PooledOfOne(report)) yield return line;
        foreach (var line in Without(report, ResultStatus.Unknown, "the records do not say", measure => measure.ReadsRecords)) yield return line;
        foreach (var line in Without(report, ResultStatus.Unknown, "the organisation answered that it is not known", measure => !measure.ReadsRecords)) yield return line;
        foreach (var line in Without(report, ResultStatus.NoDataSubmitted, "no data submitted", _ => true)) yield return line;
    }

    private static string Rows(Reconciliation total) =>
        $"{PrintedNumber.Count(total.Used)} of {ReportText.Number(total.Read, "row")} read {(total.Used == 1 ? "was" : "were")} used; "
        + $"{PrintedNumber.Count(total.Duplicate)} duplicate, {PrintedNumber.Count(total.Rejected)} rejected, {PrintedNumber.Count(total.OutOfRange)} out of range.";

    private static IEnumerable<string> Without(ReleasedReport report, ResultStatus status, string text, Func<MeasureDefinition, bool> about)
    {
        var bySite = report.Sites
            .Select(site => (Site: site, Missing: string.Join("; ", Measures(report).Where(measure => about(measure) && report.Find(measure.Id, site, Result.All)?.Status == status).Select(measure => Name(report, measure)))))
            .Where(entry => entry.Missing.Length > 0);
        // A site without data lacks everything, so what it lacks is not told.
        foreach (var group in bySite.GroupBy(entry => status == ResultStatus.NoDataSubmitted ? "" : entry.Missing, StringComparer.Ordinal))
        {
            string[] sites = [.. group.Select(entry => entry.Site)];
            yield return status == ResultStatus.NoDataSubmitted
                ? $"{Listed(sites)}: {text}."
                : $"{Listed(sites)} {(sites.Length == 1 ? "has" : "have")} no value, not a zero, because {text}: {group.Key}.";
        }
    }

    /// <summary>Pooled values that are those of one site alone, since no other has a caseload.</summary>
    private static IEnumerable<string> PooledOfOne(ReleasedReport report)
    {
        if (report.Sites.Count < 2) return [];
        var alone = Measures(report).Where(measure => measure.Kind is MeasureKind.Ratio or MeasureKind.Shortfall && report.Find(measure.Id, Result.All, Result.All)?.Value is not null)
            .Select(measure => (Measure: measure, Sites: report.Sites.Where(site => report.Find(measure.Id, site, Result.All)?.Value is not null).ToList()))
            .Where(entry => entry.Sites.Count == 1);
        return alone.GroupBy(entry => entry.Sites[0], StringComparer.Ordinal).Select(group =>
            $"Only {group.Key} has a value set against a caseload, so all sites together are {group.Key} alone: {string.Join("; ", group.Select(entry => Name(report, entry.Measure)))}.");
    }

    private static string Listed(string[] sites) => sites.Length < 2 ? string.Concat(sites) : $"{string.Join(", ", sites[..^1])} and {sites[^1]}";

    /// <summary>The title with its mark; with its id where two sets use the same title.</summary>
    private static string Name(ReleasedReport report, MeasureDefinition measure) =>
        ProvenanceMark.Titled(
            measure, (Measures(report).Count(other => other.Title == measure.Title) > 1 ? $"{measure.Title} ({measure.Id})" : measure.Title)
                + BothAnswers.Suffix(measure).Replace("; ", ", ", StringComparison.Ordinal));

    private static IEnumerable<MeasureDefinition> Measures(ReleasedReport report) => report.Sets.SelectMany(set => set.Measures);
}
