using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>
/// A tally after policy: <c>denominator = met + not met + unknown counted</c>. A site of which no record says anything has no denominator
/// at all: it did not score 0 %.
/// </summary>
/// <param name="Tally">The counts before policy.</param>
/// <param name="UnknownCounted">Unknown numerators that count in the denominator.</param>
/// <param name="Status">Whether there is a value.</param>
internal sealed record PolicyCount(Tally Tally, long UnknownCounted, ResultStatus Status)
{
    public long Denominator => Tally.Met + Tally.NotMet + UnknownCounted;

    public OutcomeCounts Counts => CountsOf(Tally);

    /// <summary>One site's tally under a policy.</summary>
    public static PolicyCount Of(Tally tally, UnknownPolicy policy)
    {
        var status = StatusOf(tally);
        return new PolicyCount(tally, status == ResultStatus.Ok && policy == UnknownPolicy.NotMet ? tally.UnknownNumerator : 0, status);
    }

    /// <summary>
    /// The sum over sites. All outcomes are in the counts; the unknown numerators of sites that have no value stay out of the denominator.
    /// </summary>
    public static PolicyCount Pool(IReadOnlyList<PolicyCount> sites)
    {
        var tally = sites.Aggregate(Tally.Empty, (sum, site) => sum.Merge(site.Tally));
        return new PolicyCount(tally, sites.Sum(site => site.UnknownCounted), StatusOf(tally));
    }

    public static OutcomeCounts CountsOf(Tally tally) => new(
        tally.Met, tally.NotMet, tally.UnknownNumerator + tally.UnknownEligibility, tally.Excluded, tally.NotDue, tally.NotInPopulation);

    /// <summary>
    /// With no known answer: unknown when a numerator is unknown, not due when windows are open, unknown when only belonging is unknown, else no cases.
    /// </summary>
    private static ResultStatus StatusOf(Tally tally) =>
        tally.Met + tally.NotMet > 0 ? ResultStatus.Ok
        : tally.UnknownNumerator > 0 ? ResultStatus.Unknown
        : tally.NotDue > 0 ? ResultStatus.NotDue
        : tally.UnknownEligibility > 0 ? ResultStatus.Unknown
        : ResultStatus.NoCases;
}
