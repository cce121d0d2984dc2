using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// The steps of a cascade. A record that falls out at one step is not met at all later ones, so a site that records nothing about a step would seem to have
/// lost everybody there. From the first step that adds no known answer on, such a site is unknown and stays out of the pooled row.
/// </summary>
internal static class Cascades
{
    /// <summary>From which step on a site says nothing; the number of steps when it says something about each.</summary>
    /// <param name="steps">The site's tallies in the order of the steps.</param>
    public static int FirstSilentStep(IReadOnlyList<Tally> steps)
    {
        for (var step = 1; step < steps.Count; step++)
            if (steps[step] is { Met: 0, UnknownNumerator: > 0 } tally && tally.NotMet == steps[step - 1].NotMet)
                return step;
        return steps.Count;
    }

    /// <summary>The row of one site at one step.</summary>
    public static Result Of(ResultPlace place, IReadOnlyList<Tally> steps, int step, UnknownPolicy policy)
    {
        var row = Proportions.Of(place, steps[step], policy);
        return row.Status == ResultStatus.Ok && step >= FirstSilentStep(steps)
            ? place.Empty(row.Counts, policy, Units.Percent, $"{row.Method}; no record says whether this step was reached", ResultStatus.Unknown)
            : row;
    }

    /// <summary>The pooled row of one step: the sites that say something about it. The records of the others are in no count of the row.</summary>
    public static Result Pooled(ResultPlace place, IReadOnlyList<IReadOnlyList<Tally>> sites, int step, UnknownPolicy policy)
    {
        Tally[] speaking = [.. sites.Where(steps => step < FirstSilentStep(steps)).Select(steps => steps[step])];
        var silent = sites.Count - speaking.Length;
        if (silent == 0 || speaking.Length == 0) return Proportions.Pooled(place, [.. sites.Select(steps => steps[step])], policy);
        var row = Proportions.Pooled(place, speaking, policy);
        return row with { Method = $"{row.Method}; sites that record nothing about this step left out with all their records: {silent}" };
    }
}
