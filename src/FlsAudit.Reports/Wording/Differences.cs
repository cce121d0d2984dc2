using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Why measures that ask the same thing give different numbers, in sentences made from their definitions.</summary>
internal static class Differences
{
    /// <summary>One sentence for each part of the definitions that is not alike; one that says so when all are.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<DefinedMeasure> measures)
    {
        string[] reasons =
        [
            .. Kinds(measures),
            .. Windows(measures),
            .. Texts(measures, "Who belongs differs", defined => defined.Measure.ReadsRecords ? defined.Measure.Population.Text : "no records are read"),
            .. Exclusions(measures),
            .. Texts(measures, "What counts differs", defined => defined.Numerator),
            .. Choice(measures, "patients who died", defined => DeathText.LeavesOut(defined.Measure) ? "leaves them out" : "keeps them"),
            .. Choice(measures, "records that do not say", Policy),
            .. Choice(measures, "several fractures of a patient", defined =>
                defined.Measure.Unit == CountedUnit.FractureEpisode ? "counts each" : "counts only the first"),
        ];
        return reasons.Length > 0 ? reasons : ["The definitions agree in all that is compared here; only bands and sources differ."];
    }

    private static IEnumerable<string> Kinds(IReadOnlyList<DefinedMeasure> measures) => Choice(measures, "what is computed", defined => $"is a {KindText.Of(defined.Measure)}");

    private static IEnumerable<string> Windows(IReadOnlyList<DefinedMeasure> measures)
    {
        foreach (var sentence in Texts(measures, "Windows differ", defined => defined.Window)) yield return sentence;
        foreach (var (shorter, longer, first, last) in Steps(measures, defined => defined.DaysAllowed))
            yield return $"What happens {Days(first, last)} after {longer[0].Judged!.Start.Name} is in time for {Ids(longer)} and too late for {Ids(shorter)}.";
        foreach (var (shorter, longer, first, last) in Steps(measures, defined => defined.Judged?.Days))
            yield return $"{Ids(longer)} {(longer.Count == 1 ? "waits" : "wait")} {ReportText.Number(last - first + 1, "day")} longer than {Ids(shorter)} before a record is judged.";
    }

    /// <summary>Measures by a number of days, each group with the next longer one, and the days between; none unless all windows start alike.</summary>
    private static IEnumerable<(IReadOnlyList<DefinedMeasure> Shorter, IReadOnlyList<DefinedMeasure> Longer, int First, int Last)> Steps(
        IReadOnlyList<DefinedMeasure> measures, Func<DefinedMeasure, int?> days)
    {
        var groups = measures.Where(defined => days(defined) is not null).GroupBy(defined => days(defined)!.Value).OrderBy(group => group.Key).ToList();
        if (groups.SelectMany(group => group).Select(defined => defined.Judged!.Start.Name).Distinct().Count() != 1) yield break;
        for (var i = 1; i < groups.Count; i++) yield return ([.. groups[i - 1]], [.. groups[i]], groups[i - 1].Key + 1, groups[i].Key);
    }

    private static string Ids(IEnumerable<DefinedMeasure> measures) => string.Join(", ", measures.Select(defined => defined.Id));

    private static string Days(int first, int last) =>
        first == last ? $"on day {PrintedNumber.Plain(first)}" : $"from day {PrintedNumber.Plain(first)} to day {PrintedNumber.Plain(last)}";

    private static IEnumerable<string> Exclusions(IReadOnlyList<DefinedMeasure> measures)
    {
        foreach (var defined in measures)
        {
            string[] own = [.. defined.Exclusions.Where(exclusion => measures.Any(other => other.Exclusions.All(known => known.When.Text != exclusion.When.Text))).Select(exclusion => exclusion.Reason)];
            if (own.Length > 0) yield return $"Left out by {defined.Id}, and not in the same words by every other: {string.Join("; ", own)}.";
        }
    }

    private static IEnumerable<string> Texts(IReadOnlyList<DefinedMeasure> measures, string heading, Func<DefinedMeasure, string> text) =>
        measures.Select(text).Distinct(StringComparer.Ordinal).Count() == 1
            ? []
            : [$"{heading}. {string.Join(". ", measures.GroupBy(text, StringComparer.Ordinal).Select(group => $"{Ids(group)}: {group.Key}"))}."];

    private static IEnumerable<string> Choice(IReadOnlyList<DefinedMeasure> measures, string about, Func<DefinedMeasure, string> choice)
    {
        var groups = measures.GroupBy(choice, StringComparer.Ordinal).ToList();
        if (groups.Count < 2) return [];
        return [$"{MeasureText.Capital(about)}: {string.Join("; ", groups.Select(group => $"{Ids(group)} {Verb(group.Key, group.Count())}"))}."];
    }

    private static string Verb(string choice, int measures) => measures == 1
        ? choice
        : choice.Replace("leaves ", "leave ", StringComparison.Ordinal).Replace("keeps ", "keep ", StringComparison.Ordinal)
            .Replace("counts ", "count ", StringComparison.Ordinal).Replace("gives ", "give ", StringComparison.Ordinal).Replace("is a ", "are each a ", StringComparison.Ordinal);

    private static string Policy(DefinedMeasure defined) => !defined.Measure.HasUnknownPolicy
        ? "leaves them out"
        : defined.Measure.Unknown switch
        {
            UnknownPolicy.NotMet => "counts them as not met",
            UnknownPolicy.LeaveOut => "leaves them out",
            _ => "gives both answers",
        };
}
