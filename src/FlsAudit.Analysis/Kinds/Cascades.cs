using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// The steps of a cascade. A record that falls out at one step is not met at all later ones, so a site that records nothing about a step would seem to have
/// lost everybody there: from that step on it is unknown. The pooled cascade holds the same patients in every step, those of the sites that say something
/// about every step that anybody records.
/// </summary>
internal static class Cascades
{
    /// <summary>The rows of one site, one per step.</summary>
    /// <param name="places">The places of the rows, in the order of the steps.</param>
    /// <param name="steps">The site's tallies in the same order.</param>
    /// <param name="policy">What happens to unknown numerators.</param>
    public static IReadOnlyList<Result> Of(IReadOnlyList<ResultPlace> places, IReadOnlyList<Tally> steps, UnknownPolicy policy)
    {
        var known = StepsRecorded(steps);
        return [.. places.Select((place, step) => Row(Proportions.Of(place, steps[step], policy), step < known))];
    }

    /// <summary>The pooled rows, one per step. The records of sites that are left out are in no count of them; the method says how many sites that is.</summary>
    public static IReadOnlyList<Result> Pooled(IReadOnlyList<ResultPlace> places, IReadOnlyList<IReadOnlyList<Tally>> sites, UnknownPolicy policy)
    {
        var known = sites.Select(StepsRecorded).DefaultIfEmpty(places.Count).Max();
        IReadOnlyList<Tally>[] speaking = [.. sites.Where(steps => StepsRecorded(steps) == known)];
        var silent = sites.Count - speaking.Length;
        var leftOut = silent == 0 ? "" : $"; sites that record nothing about a later step left out of every step: {silent}";
        return
        [
            .. places.Select((place, step) =>
            {
                var row = Row(Proportions.Pooled(place, [.. speaking.Select(steps => steps[step])], policy), step < known);
                return row with { Method = row.Method + leftOut };
            }),
        ];
    }

    /// <summary>
    /// How many steps, from the first, a site says something about. A step is silent when records reached the one before and none of them says anything more.
    /// </summary>
    private static int StepsRecorded(IReadOnlyList<Tally> steps)
    {
        for (var step = 1; step < steps.Count; step++)
        {
            if (steps[step - 1].Met > 0 && steps[step] is { Met: 0, UnknownNumerator: > 0 } tally && tally.NotMet == steps[step - 1].NotMet)
                return step;
        }

        return steps.Count;
    }

    private static Result Row(Result row, bool isRecorded) => row.Status != ResultStatus.Ok || isRecorded
        ? row
        : row.WithoutValue(ResultStatus.Unknown, $"{row.Method}; no record says whether this step was reached");
}
