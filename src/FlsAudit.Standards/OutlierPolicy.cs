using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>What a site is called that lies farther on the unfavourable side than this.</summary>
/// <param name="Beyond">Standard deviations from the pooled value; strictly more than so many.</param>
/// <param name="Word">The word, such as one that asks the site to explain itself.</param>
public sealed record OutlierLevel(double Beyond, string Word);

/// <summary>The words of an outlier policy. They describe; what is done about a site is for people to decide.</summary>
/// <param name="Levels">By rising distance; none where no policy is declared.</param>
/// <param name="Favourable">What a site is called that lies beyond the first level on the other side; empty for nothing.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record OutlierPolicy(IReadOnlyList<OutlierLevel> Levels, string Favourable, Provenance Provenance)
{
    /// <summary>No policy: no words.</summary>
    public static OutlierPolicy None { get; } = new([], "", new Provenance("no policy declared", ProvenanceStatus.Inferred));

    /// <summary>The word for a site.</summary>
    /// <param name="z">Its distance from the pooled value, in standard deviations, positive when its value is higher.</param>
    /// <param name="better">Which direction is better; where neither is, no site is worse.</param>
    /// <returns>Empty when there is none: within the first level, on it, or where neither direction is better.</returns>
    public string WordOf(double z, Better better)
    {
        if (better == Better.None) return "";
        var worse = better == Better.Higher ? -z : z;
        if (worse < 0) return Levels.Count > 0 && -worse > Levels[0].Beyond ? Favourable : "";
        return Levels.LastOrDefault(level => worse > level.Beyond)?.Word ?? "";
    }
}
