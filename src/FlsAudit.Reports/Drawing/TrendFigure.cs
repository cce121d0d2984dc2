using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Drawing;

/// <summary>A measure period by period: all sites pooled, then site by site; on the same scale where the unit is the same.</summary>
internal static class TrendFigure
{
    /// <summary>More small panels than this cannot be read; then the sites furthest from the pooled value are shown.</summary>
    private const int MostSites = 24;

    private const int SideBySide = 4;

    /// <summary>The figure, or null when no period has a value for the pooled sites.</summary>
    public static Figure? Of(ReleasedReport report, MeasureDefinition measure)
    {
        string[] periods = [.. report.Periods.Where(period => period != Result.UnknownPeriod)];
        var pooled = Row(report, measure, Result.All, periods);
        if (!pooled.Any(HasValue)) return null;
        var unit = pooled.First(HasValue)!.Unit;
        var comparable = !MeasureText.PoolsSites(measure);
        // A single site is the pooled value again.
        var chosen = report.Sites.Count > 1 || !comparable ? Chosen(report, measure) : [];
        var rows = chosen.ToDictionary(site => site, site => Row(report, measure, site, periods), StringComparer.Ordinal);
        var chart = ChartOf(report, measure, Result.All, periods);
        var y = YAxis(measure, unit, comparable ? rows.Values : [], pooled, chart);
        var small = comparable || chosen.Length == 0
            ? y with { Title = "" }
            : YAxis(measure, rows.Values.SelectMany(row => row).First(HasValue)!.Unit, rows.Values, []);
        var x = new Axis("", -0.5, periods.Length - 0.5, [.. periods.Select((period, i) => new Tick(i, period))]);

        var main = Series(pooled, "Value", chart);
        var charts = chosen.ToDictionary(site => site, site => ChartOf(report, measure, site, periods), StringComparer.Ordinal);
        var reference = Line(pooled, "All sites, for comparison", Tone.Quiet, chart is null ? Stroke.Solid : Stroke.Dotted);
        var panels = new List<PanelRow> { new(210, 1, [new Panel(comparable ? "All sites" : $"All sites: {MeasureText.GoodSites(measure).ToLowerInvariant()}", x, y, main)]) };
        var ends = x with { Ticks = x.Ticks.Count > 1 ? [x.Ticks[0], x.Ticks[^1]] : x.Ticks };
        Layer[] behind = comparable ? [reference] : [];
        foreach (var group in chosen.Chunk(SideBySide))
            panels.Add(new PanelRow(84, SideBySide, [.. group.Select(site => new Panel(
                site, ends, small with { Ticks = Sparse(small.Ticks) }, [.. behind, .. Series(rows[site], "Value", charts[site])]))]));

        return new Figure(FigureName.Of("trend", measure.Id), ProvenanceMark.Titled(measure), Alternative(pooled, periods, unit), panels)
        {
            Subtitle = MeasureText.OutOf(measure) + "; by period" + BothAnswers.Suffix(measure),
            Note = Note(report, measure, pooled, chosen, chart),
            Legend = [.. Legend(main, chosen.SelectMany(site => Series(rows[site], "Value", charts[site]))), .. chosen.Length > 0 ? behind : []],
        };
    }

    private static bool HasValue(Result? result) => result is { Status: ResultStatus.Ok, Value: not null };

    private static Result?[] Row(ReleasedReport report, MeasureDefinition measure, string site, string[] periods) =>
        [.. periods.Select(period => report.Find(measure.Id, site, period))];

    private static string[] WithValue(ReleasedReport report, MeasureDefinition measure) =>
        [.. report.Sites.Where(site => report.Periods.Any(period => period != Result.UnknownPeriod && HasValue(report.Find(measure.Id, site, period))))];

    private static string[] Chosen(ReleasedReport report, MeasureDefinition measure)
    {
        var sites = WithValue(report, measure);
        if (sites.Length <= MostSites) return sites;
        // Where all sites together are a share of sites, a site is compared with a site without such fields.
        var centre = MeasureText.PoolsSites(measure) ? 0 : report.Find(measure.Id, Result.All, Result.All)?.Value ?? 0;
        var far = sites.OrderByDescending(site => Math.Abs((report.Find(measure.Id, site, Result.All)?.Value ?? centre) - centre))
            .ThenBy(site => site, StringComparer.Ordinal).Take(MostSites).ToHashSet(StringComparer.Ordinal);
        return [.. sites.Where(far.Contains)];
    }

    // What stands out at a site only must be explained as well, once for each colour and shape.
    private static IEnumerable<Layer> Legend(IEnumerable<Layer> main, IEnumerable<Layer> ofSites) =>
        main.Concat(ofSites).Where(layer => layer is not StretchLayer)
            .DistinctBy(layer => (layer.Name, layer.GetType(), layer.Tone, (layer as DotLayer)?.Marker));

    // Charts stand at the same places only where they have the same periods.
    private static PeriodChart? ChartOf(ReleasedReport report, MeasureDefinition measure, string site, string[] periods) =>
        report.Chart(measure.Id, site) is { } chart && chart.Points.Select(point => point.Period.Label).SequenceEqual(periods, StringComparer.Ordinal) ? chart : null;

    private static Layer[] Series(Result?[] row, string name, PeriodChart? chart) => chart is not null
        ? [new StretchLayer("No value", Tone.Quiet, Stretches(row)), .. ControlChartLayers.Of(chart)]
        :
    [
        new StretchLayer("No value", Tone.Quiet, Stretches(row)),
        new BandLayer("95 % limits", Tone.Main, [.. Pieces(row, result => result.Limits95 is not null)
            .Select(piece => piece.Select(p => new Reach(p.At, p.Result.Limits95!.Lower, p.Result.Limits95.Upper)).ToList())]),
        Line(row, name, Tone.Main, Stroke.Solid),
        new DotLayer(name, Tone.Main, Marker.Circle, [.. Pieces(row, _ => true).SelectMany(piece => piece)
            .Select(p => new Dot(new Spot(p.At, p.Result.Value!.Value), $"{p.Result.Period}: {MeasureText.Answer(p.Result)}"))]),
    ];

    private static CurveLayer Line(Result?[] row, string name, Tone tone, Stroke stroke) => new(
        name, tone, stroke, [.. Pieces(row, _ => true).Select(piece => piece.Select(p => new Spot(p.At, p.Result.Value!.Value)).ToList())]);

    private static List<List<(int At, Result Result)>> Pieces(Result?[] row, Func<Result, bool> also)
    {
        var pieces = new List<List<(int, Result)>>();
        var open = false;
        for (var i = 0; i < row.Length; i++)
        {
            var usable = HasValue(row[i]) && also(row[i]!);
            if (usable && !open) pieces.Add([]);
            if (usable) pieces[^1].Add((i, row[i]!));
            open = usable;
        }

        return pieces;
    }

    private static List<Stretch> Stretches(Result?[] row)
    {
        var stretches = new List<Stretch>();
        for (var i = 0; i < row.Length; i++)
        {
            if (HasValue(row[i])) continue;
            var word = row[i] is { } result ? Words.Of(result.Status) : Words.Of(ResultStatus.NoCases);
            if (stretches.Count > 0 && stretches[^1] is var last && last.Label == word && last.To == i - 0.5)
                stretches[^1] = last with { To = i + 0.5 };
            else
                stretches.Add(new Stretch(i - 0.5, i + 0.5, word));
        }

        return stretches;
    }

    /// <summary>Holds every value and the pooled limits; limits of small sites may run off the plot. Only a shortfall may lie below 0.</summary>
    private static Axis YAxis(MeasureDefinition measure, string unit, IEnumerable<Result?[]> sites, Result?[] pooled, PeriodChart? chart = null)
    {
        var values = sites.Append(pooled).SelectMany(row => row).Where(HasValue).Select(result => result!.Value!.Value).ToList();
        var limits = (chart is null ? pooled.Where(HasValue).Select(result => result!.Limits95) : chart.Points.Select(point => point.Limits)).OfType<Limits>().ToList();
        var lowest = values.Concat(limits.Select(limit => limit.Lower)).Min();
        var low = measure.Kind == MeasureKind.Shortfall ? Math.Min(0, lowest) : Math.Max(0, lowest);
        var high = values.Concat(limits.Select(limit => limit.Upper)).Max();
        if (unit == "percent" && (measure.IsShare || measure.Kind == MeasureKind.Completeness)) high = Math.Min(100, high);
        return NiceScale.Over("", low, high, 5) with { Title = MeasureText.AxisTitle(measure, unit) };
    }

    /// <summary>The ends, and the middle where there is one: what is left must be evenly spaced.</summary>
    private static Tick[] Sparse(IReadOnlyList<Tick> ticks) =>
        ticks.Count % 2 == 1 ? [ticks[0], ticks[ticks.Count / 2], ticks[^1]] : [ticks[0], ticks[^1]];

    private static string Note(ReleasedReport report, MeasureDefinition measure, Result?[] pooled, string[] shown, PeriodChart? chart)
    {
        var note = (chart is null ? MeasureText.Capital(pooled.First(HasValue)!.Method) + "." : PeriodText.Chart(chart)) + " A gap is a period without a value, never a zero.";
        if (pooled.Any(result => result?.Status == ResultStatus.NotDue))
            note += " Periods marked not due have windows that were still open on the as-at date.";
        var valued = WithValue(report, measure);
        if (MeasureText.PoolsSites(measure) && shown.Length > 0)
            note += " A site's value is a number of fields and that of all sites a share of sites, so sites have an axis of their own.";
        if (report.Sites.Count == 1) return note;
        if (valued.Length > shown.Length)
            note += $" Of {PrintedNumber.Count(valued.Length)} sites with a value, the {PrintedNumber.Count(shown.Length)} "
                + (MeasureText.PoolsSites(measure) ? "with the most such fields are shown." : "furthest from the pooled value are shown.");
        if (valued.Length == report.Sites.Count) return note;
        var without = report.Sites.Except(valued, StringComparer.Ordinal)
            .Select(site => $"{site} ({Words.Of(report.Find(measure.Id, site, Result.All)?.Status ?? ResultStatus.NoCases)})");
        return $"{note} Sites without a value in any period: {string.Join(", ", without)}.";
    }

    private static string Alternative(Result?[] pooled, string[] periods, string unit)
    {
        var first = Array.FindIndex(pooled, HasValue);
        var last = Array.FindLastIndex(pooled, HasValue);
        var text = $"Line by period, all sites pooled: {PrintedNumber.WithUnit(pooled[first]!.Value!.Value, unit)} in {periods[first]}";
        if (last > first) text += $", {PrintedNumber.WithUnit(pooled[last]!.Value!.Value, unit)} in {periods[last]}";
        var gaps = periods.Where((_, i) => !HasValue(pooled[i])).ToList();
        return text + (gaps.Count == 0 ? "." : $"; no value for {string.Join(", ", gaps)}.");
    }
}
