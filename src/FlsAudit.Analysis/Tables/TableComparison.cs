using FlsAudit.Analysis.Periods;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Tables;

/// <summary>
/// The inference of a report on a table that somebody else counted. Sites are compared over all periods and, where the table has periods, in each; periods are
/// compared for each site on its own. What cannot be compared is a sentence, never a number that is none.
/// </summary>
public sealed class TableComparison
{
    private readonly TableRequest request;
    private readonly ComparisonTable table;
    private readonly List<SiteComparison> siteComparisons = [];
    private readonly List<PeriodSeries> compared = [];
    private readonly List<PeriodChart> charts = [];
    private readonly List<PeriodDifference> differences = [];
    private readonly List<PeriodTrend> trends = [];
    private readonly List<string> sentences = [];
    private readonly List<(string Subject, string Text)> notes = [];

    private TableComparison(TableRequest request)
    {
        this.request = request;
        table = request.Table;
    }

    /// <summary>Compares.</summary>
    /// <exception cref="ArgumentException">The chart needs counts and the table has values.</exception>
    public static TableResults Of(TableRequest request)
    {
        if (request.Table.HasValues && !request.Chart.MayHaveValues()) throw new ArgumentException("This comparison needs counts, and the table has values.", nameof(request));
        return new TableComparison(request).Run();
    }

    private TableResults Run()
    {
        if (table.HasPeriods && !PeriodOrder.Of(table.Rows.Select(row => row.Period)).IsCalendar && !request.Chart.ComparesSites())
            notes.Add(("", "The periods are not all labels of one kind or ISO dates, so they are taken in the order of the file."));
        foreach (var measure in table.Measures)
        {
            ComparisonRow[] rows = [.. table.Rows.Where(row => row.Measure == measure)];
            NoteWithoutCases(measure, rows);
            if (request.Chart.ComparesSites()) CompareSites(measure, rows);
            else ComparePeriods(measure, rows);
        }

        return new TableResults(request)
        {
            SiteComparisons = siteComparisons,
            Series = compared,
            Charts = charts,
            Differences = differences,
            Trends = trends,
            Sentences = sentences,
            Notes = [.. Notes()],
        };
    }

    private void CompareSites(string measure, ComparisonRow[] rows)
    {
        var definition = CountedElsewhere.Measure(measure, request.Better);
        CompareSites(definition, Result.All, rows);
        if (table.Periods is not { Count: > 1 } periods) return;
        foreach (var period in periods)
        {
            ComparisonRow[] here = [.. rows.Where(row => row.Period == period)];
            if (here.Length > 0) CompareSites(definition, period, here);
        }
    }

    private void CompareSites(MeasureDefinition measure, string period, ComparisonRow[] rows)
    {
        Result[] sites =
        [
            .. rows.GroupBy(row => row.Site, StringComparer.Ordinal).OrderBy(site => site.Key, StringComparer.Ordinal)
                .Select(site => ResultOf(measure, site.Key, period, site.Sum(row => row.Numerator!.Value), site.Sum(row => row.Denominator!.Value))),
        ];
        var comparison = Funnels.Of(measure, period, sites);
        if (comparison is not null) siteComparisons.Add(comparison);
        sentences.Add(comparison is null ? SiteSentences.TooFew(measure, period, sites) : SiteSentences.Of(comparison, request.Target));
    }

    private static Result ResultOf(MeasureDefinition measure, string site, string period, double numerator, double denominator)
    {
        var row = new ResultPlace(measure, site, period).Empty(new OutcomeCounts(0, 0, 0, 0, 0, 0), measure.Unknown, Units.Percent, "counted elsewhere", ResultStatus.NoCases);
        return denominator > 0
            ? row with { Status = ResultStatus.Ok, Numerator = numerator, Denominator = denominator, Value = Kinds.Proportions.Percent(numerator, denominator) }
            : row;
    }

    private void ComparePeriods(string measure, ComparisonRow[] rows)
    {
        PeriodSeries[] all = [.. rows.GroupBy(row => row.Site, StringComparer.Ordinal).OrderBy(site => site.Key, StringComparer.Ordinal).Select(site => Series(measure, site.Key, [.. site]))];
        if (table.HasPeriods) compared.AddRange(all);
        foreach (var series in all)
        {
            if (table.HasPeriods) NoteGaps(series);
            if (TableCharts.ChartOf(request.Chart) is { } type) Chart(series, type);
            if (request.Chart == TableChart.Trend) Trend(series);
            if (request.Chart == TableChart.Difference && table.HasPeriods) Differences(series);
        }

        if (request.Chart == TableChart.Difference && table.HasSites) DifferencesOfSites(all);
    }

    private PeriodSeries Series(string measure, string site, ComparisonRow[] rows)
    {
        var byPeriod = rows.ToDictionary(row => row.Period, StringComparer.Ordinal);
        return new PeriodSeries
        {
            Measure = measure,
            Title = measure.Length > 0 ? measure : table.HasValues ? CountedElsewhere.Value : CountedElsewhere.Proportion,
            Site = site,
            Better = request.Better,
            Unit = table.HasValues ? "" : Units.Percent,
            Target = request.Target,
            Points = [.. table.Periods.Where(byPeriod.ContainsKey).Select(period => PointOf(byPeriod[period]))],
        };
    }

    private static PeriodPoint PointOf(ComparisonRow row) =>
        row.Denominator is { } denominator ? PeriodPoint.OfCounts(row.Period, row.Numerator!.Value, denominator)
        : row.Value is { } value ? PeriodPoint.OfValue(row.Period, value)
        : PeriodPoint.Without(row.Period);

    private void Chart(PeriodSeries series, ChartType type)
    {
        if (PeriodCharts.Of(series, new ChartSettings { Chart = type, Preset = request.Preset }) is not { } chart)
        {
            sentences.Add($"{PlainWords.Subject(series.Site, series.Title)} has no value in any period, so there is no chart.");
            return;
        }

        charts.Add(chart);
        sentences.Add($"{chart.Sentence}{TargetSentences.Of(chart)}");
        notes.AddRange(chart.Notes.Where(note => !TargetSentences.IsIn(chart, note)).Select(note => (Subject(series), note)));
    }

    private void Trend(PeriodSeries series)
    {
        if (PeriodTrends.Of(series) is not { } trend)
        {
            sentences.Add($"{PlainWords.Subject(series.Site, series.Title)} has no cases in any period, so there is no trend.");
            return;
        }

        trends.Add(trend);
        sentences.Add(trend.Sentence);
    }

    private void Differences(PeriodSeries series)
    {
        var before = differences.Count;
        PeriodPoint? last = null;
        var found = PeriodDifferences.Of(series).ToList();
        foreach (var point in series.Points.Where(point => point.Value is not null))
        {
            // Periods that do not follow each other in the calendar do so in the table.
            if (last is not null && !found.Exists(difference => difference.Kind == DifferenceKind.PeriodBefore && difference.B == point.Label)
                && PeriodDifferences.Of(series, DifferenceKind.PeriodBefore, last, point, "the period before in the table, which is not the one before in the calendar") is { } over)
                differences.Add(over);
            differences.AddRange(found.Where(difference => difference.B == point.Label));
            last = point;
        }

        sentences.AddRange(differences.Skip(before).Select(difference => difference.Sentence));
        if (differences.Count == before) sentences.Add($"{PlainWords.Subject(series.Site, series.Title)} has cases in {PlainWords.Count(series.Points.Count(point => point.Value is not null), "period")}, so there is no difference to take.");
    }

    private void DifferencesOfSites(PeriodSeries[] sites)
    {
        var before = differences.Count;
        differences.AddRange(PeriodDifferences.OfSites(sites, [.. sites.Select(site => (site.Points.Sum(point => point.Counts.X), site.Points.Sum(point => point.Counts.N)))]));
        sentences.AddRange(differences.Skip(before).Select(difference => difference.Sentence));
        if (differences.Count == before) sentences.Add($"{PlainWords.Subject("", sites[0].Title)}: fewer than two sites have cases, so there is no other site to compare with.");
    }

    private void NoteWithoutCases(string measure, ComparisonRow[] rows)
    {
        string[] without = [.. rows.Where(row => !row.HasValue).Select(row => string.Join(", ", new[] { row.Site, row.Period }.Where(name => name.Length > 0)))];
        if (without.Length > 0)
            notes.Add((measure, $"{(table.HasValues ? "No value" : "No cases")}, which is not 0: {string.Join("; ", without)}."));
    }

    private void NoteGaps(PeriodSeries series)
    {
        Period[] periods = [.. series.Points.Select(point => Period.TryParse(point.Label, out var period) ? period : (Period?)null).OfType<Period>()];
        if (periods.Length < series.Points.Count) return;
        string[] gaps =
        [
            .. periods.Zip(periods.Skip(1)).Where(pair => pair.First.Kind == pair.Second.Kind && pair.Second.Number > pair.First.Number + 1)
                .Select(pair => $"{pair.First.Label} and {pair.Second.Label}"),
        ];
        if (gaps.Length > 0)
            notes.Add((Subject(series), $"The table has no period between {string.Join(", between ", gaps)}, so they are taken as neighbours; a row with a denominator of 0 keeps the place of a period."));
    }

    // What is true of every series is told once and without their names.
    private IEnumerable<string> Notes()
    {
        var subjects = notes.Select(note => note.Subject).Distinct(StringComparer.Ordinal).Count();
        foreach (var same in notes.GroupBy(note => note.Text, StringComparer.Ordinal))
        {
            string[] about = [.. same.Select(note => note.Subject).Where(subject => subject.Length > 0).Distinct(StringComparer.Ordinal)];
            yield return about.Length == 0 || (about.Length == subjects && subjects > 1) ? same.Key : $"{string.Join("; ", about)}: {same.Key}";
        }
    }

    private static string Subject(PeriodSeries series) => string.Join(", ", new[] { series.Measure, series.Site }.Where(name => name.Length > 0));
}
