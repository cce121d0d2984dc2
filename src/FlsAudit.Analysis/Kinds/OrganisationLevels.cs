using System.Globalization;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>Levels on an answer of the organisation. They are about a site as it is, so there are no periods and nothing to break down.</summary>
internal static class OrganisationLevels
{
    private static readonly OutcomeCounts NoRecords = new(0, 0, 0, 0, 0, 0);

    /// <summary>The row of one site.</summary>
    /// <param name="place">The place of the row, over all periods.</param>
    /// <param name="answer">The site's answer; null when it was not given.</param>
    public static Result Of(ResultPlace place, Answer? answer)
    {
        var rule = place.Measure.Answer!;
        Result Row(string method, ResultStatus status) => place.Empty(NoRecords, UnknownPolicy.LeaveOut, Units.Level, method, status);

        if (answer is null) return Row($"not computed: organisation.yaml has no answer to {rule.Question.Name} for this site", ResultStatus.NotComputed);
        if (rule.Of(answer) is not { } level) return Row($"the answer to {rule.Question.Name} is not known", ResultStatus.Unknown);
        return Row(Method(rule, answer), ResultStatus.Ok) with { Value = level.Level(), Band = level };
    }

    /// <summary>The pooled row: that of the only site, else never a level, and how many sites have which.</summary>
    public static Result Pooled(ResultPlace place, IReadOnlyList<Result> sites)
    {
        if (sites.Count == 1) return sites[0] with { Site = place.Site };
        var levels = sites.Where(site => site.Band is not null).GroupBy(site => site.Band!.Value).OrderBy(level => level.Key).Select(level => $"{level.Key.Word()}: {level.Count()}");
        (string Words, int Count)[] without = [("not known", sites.Count(site => site.Status == ResultStatus.Unknown)), ("without an answer", sites.Count(site => site.Status is ResultStatus.NotComputed or ResultStatus.NoDataSubmitted))];
        var counts = string.Join(", ", levels.Concat(without.Where(group => group.Count > 0).Select(group => $"{group.Words}: {group.Count}")));
        return place.Empty(
            NoRecords,
            UnknownPolicy.LeaveOut,
            Units.Level,
            $"not computed: an organisation's level is its own and is not pooled{(counts.Length > 0 ? $"; sites by level: {counts}" : "")}",
            ResultStatus.NotComputed);
    }

    private static string Method(AnswerRule rule, Answer answer) => rule.Share is null
        ? $"level of the answer '{answer.Codes[0]}' to {rule.Question.Name}"
        : string.Create(CultureInfo.InvariantCulture, $"level of the share of items given in answer to {rule.Question.Name}: {answer.Codes.Count} of {rule.Question.Items.Count}, {rule.PercentOf(answer):0.#} %");
}
