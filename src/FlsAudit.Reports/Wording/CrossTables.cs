using FlsAudit.Analysis;
using FlsAudit.Standards;
using CrossRow = (string Label, bool IsAll, System.Collections.Generic.IReadOnlyList<FlsAudit.Analysis.Result?> Cells, FlsAudit.Analysis.ResultStatus Without);

namespace FlsAudit.Reports.Wording;

/// <summary>The tables of a report in two directions.</summary>
internal sealed class CrossTables(ReleasedReport report)
{
    private readonly ILookup<(string Measure, string Breakdown), Result> results = report.Results
        .Where(result => result.Breakdown.Length > 0 && result.Period == Result.All && BothAnswers.IsHeadline(result))
        .ToLookup(result => (result.Measure.Id, result.Breakdown));

    /// <summary>Every site against the windows of a timing ladder; null for other measures.</summary>
    public CrossTable? Windows(MeasureDefinition measure) => measure.Timing is null
        ? null
        : BySite(measure, BreakdownText.Window, [.. measure.Parts.Select(part => part.Name)], "By site and window of time, all periods, %");

    /// <summary>The categories of a breakdown against the windows of a timing ladder, all sites; null where the report holds none.</summary>
    public CrossTable? WindowsOf(MeasureDefinition measure, string breakdown)
    {
        if (measure.Timing is null) return null;
        var name = BreakdownText.WindowsOf(breakdown);
        var cells = Cells(measure, name).Where(result => result.Site == Result.All).ToLookup(result => result.Category, StringComparer.Ordinal);
        string[] categories = [.. Categories(measure, breakdown)];
        if (cells.Count == 0 || categories.Length == 0) return null;
        var title = BreakdownText.Title(measure, breakdown);
        return new CrossTable(
            $"All sites, all periods, by {title.ToLowerInvariant()} and window of time, %", title, [.. measure.Parts.Select(part => part.Label)],
            [.. categories.Select(category => Line(
                BreakdownText.Category(measure, breakdown, category), false,
                [.. measure.Parts.Select(part => cells[BreakdownText.WindowCategory(category, part.Name)].FirstOrDefault())], ResultStatus.NoCases))]);
    }

    /// <summary>Every site against the categories of a breakdown that belongs to the measure; null where one site is all there is, or nothing is broken down.</summary>
    public CrossTable? Groups(MeasureDefinition measure, Breakdown breakdown)
    {
        string[] categories = [.. Categories(measure, breakdown.Name)];
        if (report.Sites.Count < 2 || categories.Length == 0) return null;
        var unit = Cells(measure, breakdown.Name).Select(result => result.Unit).FirstOrDefault("percent");
        return BySite(measure, breakdown.Name, categories, $"By site and {breakdown.Title.ToLowerInvariant()}, all periods{(unit == "percent" ? ", %" : "")}");
    }

    /// <summary>
    /// The measures of a set against the categories of a breakdown, for one site or all: how a service stands by group of patients. Null where nothing is broken
    /// down.
    /// </summary>
    public CrossTable? OfSet(StandardSet set, Breakdown breakdown, string site)
    {
        MeasureDefinition[] measures = [.. set.Measures.Where(measure => measure.By.Any(by => by.Name == breakdown.Name))];
        string[] categories =
        [
            .. breakdown.Categories.Select(category => category.Name).Append(Breakdown.Missing)
                .Where(category => measures.Any(measure => Categories(measure, breakdown.Name).Contains(category, StringComparer.Ordinal))),
        ];
        if (categories.Length == 0) return null;
        return new CrossTable(
            $"{ReportText.Site(site)}, all periods", "Measure",
            ["All patients", .. categories.Select(category => BreakdownText.Category(measures[0], breakdown.Name, category))],
            [.. measures.Select(measure => Row(measure))]);

        CrossRow Row(MeasureDefinition measure)
        {
            var cells = Cells(measure, breakdown.Name).Where(result => result.Site == site).ToLookup(result => result.Category, StringComparer.Ordinal);
            var whole = report.Find(measure.Id, site, Result.All);
            return Line(
                ProvenanceMark.Titled(measure, measure.Title + BothAnswers.Suffix(measure)), false, [whole, .. categories.Select(category => cells[category].FirstOrDefault())],
                Missing.Status(whole, ResultStatus.NoCases));
        }
    }

    /// <summary>The levels that a service has by its own answers, for one site; null where the set asks none.</summary>
    public CrossTable? OfService(StandardSet set, string site)
    {
        MeasureDefinition[] measures = [.. set.Measures.Where(measure => !measure.ReadsRecords)];
        return measures.Length == 0 || site == Result.All ? null : new CrossTable(
            $"{site}, the whole service by its own answers", "Measure", ["Level"],
            [.. measures.Select(measure => Line(ProvenanceMark.Titled(measure), false, [report.Find(measure.Id, site, Result.All)], ResultStatus.NotComputed))]);
    }

    private static CrossRow Line(string label, bool isAll, IReadOnlyList<Result?> cells, ResultStatus without) => (label, isAll, cells, without);

    private CrossTable BySite(MeasureDefinition measure, string breakdown, IReadOnlyList<string> categories, string caption)
    {
        var cells = Cells(measure, breakdown).ToLookup(result => (result.Site, result.Category));
        return new CrossTable(
            caption + BothAnswers.Suffix(measure), "Site", [.. categories.Select(category => BreakdownText.Category(measure, breakdown, category))],
            [.. report.Sites.Prepend(Result.All).Select(site => Line(
                ReportText.Site(site), site == Result.All, [.. categories.Select(category => cells[(site, category)].FirstOrDefault())],
                Missing.Status(report.Find(measure.Id, site, Result.All), ResultStatus.NoCases)))]);
    }

    private IEnumerable<Result> Cells(MeasureDefinition measure, string breakdown) => results[(measure.Id, breakdown)];

    private IEnumerable<string> Categories(MeasureDefinition measure, string breakdown)
    {
        var seen = Cells(measure, breakdown).Select(result => result.Category).Distinct(StringComparer.Ordinal).ToList();
        // A declared breakdown keeps its order; what it does not know, records in no category, comes last.
        var order = measure.By.FirstOrDefault(by => by.Name == breakdown)?.Categories.Select(category => category.Name).ToList() ?? [];
        return seen.OrderBy(category => order.IndexOf(category) is >= 0 and var at ? at : order.Count + seen.IndexOf(category));
    }
}
