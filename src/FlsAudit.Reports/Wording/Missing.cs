using FlsAudit.Analysis;

namespace FlsAudit.Reports.Wording;

/// <summary>Why the report holds no result for a place, so that no cell is left empty.</summary>
internal static class Missing
{
    /// <summary>What is said of the whole that the place belongs to.</summary>
    /// <param name="whole">The result of the whole; null when there is none either.</param>
    /// <param name="otherwise">For a place without a result in a whole that has a value.</param>
    public static ResultStatus Status(Result? whole, ResultStatus otherwise) =>
        whole is { Status: not ResultStatus.Ok } ? whole.Status : otherwise;
}
