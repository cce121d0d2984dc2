namespace FlsAudit.Analysis;

/// <summary>
/// Which results a release withholds. Whatever is worked out from results asks here, or is worked out again from those that are left, so that nothing derived
/// from a suppressed one is shown.
/// </summary>
internal sealed class SuppressedPlaces
{
    private readonly HashSet<(string Measure, string Site, string Period, string Breakdown, string Category)> places = [];

    /// <summary>Whether the result of a measure for a site and period, and category where there is one, is withheld.</summary>
    public bool Contains(string measure, string site, string period, string breakdown = "", string category = "") =>
        places.Contains((measure, site, period, breakdown, category));

    /// <summary>Whether any of some periods is withheld: then a series of them is no longer what it was worked out from.</summary>
    public bool ContainsAny(string measure, string site, IEnumerable<string> periods) => periods.Any(period => Contains(measure, site, period));

    internal void Add(Result row) => places.Add((row.Measure.Id, row.Site, row.Period, row.Breakdown, row.Category));
}
