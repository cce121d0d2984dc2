using FlsAudit.Model;

namespace FlsAudit.Analysis;

/// <summary>How one field is filled at one site, over all records used. The three counts add up to the records.</summary>
/// <param name="Field">The field.</param>
/// <param name="Site">The site, or <see cref="Result.All"/>.</param>
/// <param name="Recorded">Records that hold a value.</param>
/// <param name="NotKnown">Records that say that it is not known.</param>
/// <param name="Blank">Records that say nothing.</param>
public sealed record FieldCompleteness(Field Field, string Site, long Recorded, long NotKnown, long Blank)
{
    /// <summary>Whether disclosure control withholds the counts, which are zeros then.</summary>
    public bool IsSuppressed { get; internal init; }

    /// <summary>All records of the site.</summary>
    public long Records => Recorded + NotKnown + Blank;
}
