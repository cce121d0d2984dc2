using System.Globalization;
using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// A ladder on windows of time: the share of records inside each window, and the level of the highest window that reaches the share which the hospital wants.
/// Each window is over the records whose own window has closed, so in a recent period the windows are over different records. A window without a value is not
/// reached; as long as a higher level than the one reached depends on such a window, there is no level yet.
/// </summary>
internal sealed class TimingLadders(OrganisationAnswers organisation)
{
    /// <summary>What csv files print as breakdown of a window.</summary>
    public const string Windows = "window";

    private const string Method = "level of the highest window that reaches the share wanted";
    private const string OverWhom = "each window over the records for which it has closed";

    /// <summary>The place of a window: beside the whole, or within a category of a breakdown.</summary>
    public static ResultPlace WindowOf(ResultPlace place, MeasurePart part) => place.Breakdown.Length == 0
        ? place with { Breakdown = Windows, Category = part.Name }
        : place with { Breakdown = $"{place.Breakdown}: {Windows}", Category = $"{place.Category}: {part.Name}" };

    /// <summary>The level, then a row per window. The counts of the level are those of the window that decides it.</summary>
    /// <param name="place">The place of the level; of one site or pooled.</param>
    /// <param name="sites">The site, or the sites that are pooled.</param>
    /// <param name="tallies">By site and part.</param>
    /// <param name="policy">What happens to unknown numerators.</param>
    public IReadOnlyList<Result> Of(ResultPlace place, IReadOnlyList<string> sites, IReadOnlyList<IReadOnlyList<Tally>> tallies, UnknownPolicy policy)
    {
        var isPooled = place.Site == Result.All;
        Result[] windows =
        [
            .. place.Measure.Parts.Select((part, i) =>
            {
                var row = WindowOf(place, part);
                return isPooled ? Proportions.Pooled(row, [.. tallies.Select(site => site[i])], policy) : Proportions.Of(row, tallies[0][i], policy);
            }),
        ];
        string[] speaking = [.. sites.Where((_, site) => tallies[site].Any(tally => tally.Met + tally.NotMet > 0))];
        return [isPooled ? Pooled(place, windows, speaking) : OfSite(place, windows), .. windows];
    }

    private Result OfSite(ResultPlace place, IReadOnlyList<Result> windows)
    {
        var question = place.Measure.Timing!.Share;
        var answer = organisation.Find(place.Site, question);
        if (answer is { IsNotKnown: true }) return Level(place, windows[^1], $"the share wanted, the answer to {question.Name}, is not known", ResultStatus.Unknown);
        if (answer?.Percent is not { } share)
            return Level(place, windows[^1], $"not computed: organisation.yaml has no answer to {question.Name} for this site, and no share is published", ResultStatus.NotComputed);
        return Judge(place, windows, share);
    }

    // One level over sites is one only when they want the same.
    private Result Pooled(ResultPlace place, IReadOnlyList<Result> windows, IReadOnlyList<string> speaking)
    {
        var question = place.Measure.Timing!.Share;
        double?[] shares = [.. speaking.Select(site => organisation.Find(site, question)?.Percent)];
        var silent = shares.Count(share => share is null);
        double[] wanted = [.. shares.OfType<double>().Distinct().Order()];
        if (silent > 0) return Level(place, windows[^1], $"not computed: sites whose answer to {question.Name} gives no share: {silent} of {shares.Length}, and no share is published", ResultStatus.NotComputed);
        if (wanted.Length > 1) return Level(place, windows[^1], $"not computed: the sites want different shares, {string.Join(", ", wanted.Select(Percent))}", ResultStatus.NotComputed);
        return Judge(place, windows, wanted.Length == 1 ? wanted[0] : null);
    }

    private static Result Judge(ResultPlace place, IReadOnlyList<Result> windows, double? share)
    {
        var parts = place.Measure.Parts;
        var level = share is { } wanted ? TimingRule.Of(parts, [.. windows.Select(window => window.Value)], wanted) : Band.BelowLevel1;
        (string Name, Result Window)[] open =
        [
            .. parts.Select((part, i) => (part, Window: windows[i]))
                .Where(step => step.part.Level > level.Level() && step.Window.Status is ResultStatus.Unknown or ResultStatus.NotDue)
                .Select(step => (step.part.Name, step.Window)),
        ];
        var method = (share is null ? Method : $"{Method}, {Percent(share.Value)}") + $"; {OverWhom}";
        if (Remarks(parts, windows) is { Length: > 0 } remarks) method += $"; {RecordRemarks.OpenWindows}{remarks}";
        if (open.Length > 0)
            return Level(place, open[0].Window, $"{method}; no level yet, since it hangs on windows without a value: {string.Join(", ", open.Select(step => step.Name))}", open[0].Window.Status);
        if (windows.All(window => window.Status != ResultStatus.Ok)) return Level(place, windows[^1], method, windows[^1].Status);
        var deciding = windows.Where((_, i) => parts[i].Level == level.Level()).FirstOrDefault() ?? windows[^1];
        return Level(place, deciding, method, ResultStatus.Ok) with { Value = level.Level(), Band = level };
    }

    private static string Remarks(IReadOnlyList<MeasurePart> parts, IReadOnlyList<Result> windows) =>
        string.Join(", ", windows.Select((window, i) => (parts[i].Name, window.Counts.NotDue)).Where(window => window.NotDue > 0)
            .Select(window => string.Create(CultureInfo.InvariantCulture, $"{window.Name} {window.NotDue}")));

    private static Result Level(ResultPlace place, Result window, string method, ResultStatus status) =>
        place.Empty(window.Counts, window.Policy, Units.Level, method, status);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.##} %");
}
