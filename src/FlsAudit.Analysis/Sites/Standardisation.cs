using FlsAudit.Analysis.Kinds;
using FlsAudit.Measures;
using FlsAudit.Standards;
using FlsAudit.Statistics;
using FlsAudit.Statistics.Standardisation;

namespace FlsAudit.Analysis.Sites;

/// <summary>Indirect standardisation of the sites of a comparison: the reference is all of them pooled, within groups of patients alike.</summary>
internal static class Standardisation
{
    /// <summary>A result for each site of the comparison; none where the plan counts no groups.</summary>
    /// <param name="comparison">Over all periods.</param>
    /// <param name="plan">What was counted.</param>
    /// <param name="totals">The counts.</param>
    public static IEnumerable<StandardisedResult> Of(SiteComparison comparison, MeasurePlan plan, CubeTotals totals)
    {
        if (plan.Strata.AreNone) return [];
        var measure = comparison.Measure;
        var item = plan.Item(measure.Id, measure.Parts[0].Name);
        var counts = comparison.Sites.ToDictionary(site => site.Site, site => Counts(measure, totals.Strata(item, site.Site)), StringComparer.Ordinal);
        var rates = counts.Values.SelectMany(strata => strata).GroupBy(stratum => stratum.Stratum)
            .ToDictionary(group => group.Key, group => group.Sum(stratum => stratum.X) / group.Sum(stratum => stratum.N));
        var method = Method(plan.Strata);
        return comparison.Sites.Select(site => Row(comparison, site, counts[site.Site], rates, plan.Strata, method));
    }

    // The policy on unknowns holds for the site as a whole: a group of which nothing is known is still part of its denominator.
    private static (int Stratum, double X, double N)[] Counts(MeasureDefinition measure, IEnumerable<(int Stratum, Tally Tally)> strata)
    {
        var countsUnknown = MeasureRows.Policies(measure)[0] == UnknownPolicy.NotMet;
        return
        [
            .. strata.Select(stratum => (stratum.Stratum, (double)stratum.Tally.Met, (double)(stratum.Tally.Met + stratum.Tally.NotMet + (countsUnknown ? stratum.Tally.UnknownNumerator : 0))))
                .Where(stratum => stratum.Item3 > 0),
        ];
    }

    private static StandardisedResult Row(
        SiteComparison comparison, SiteInFunnel site, (int Stratum, double X, double N)[] counts, Dictionary<int, double> rates, Strata strata, string method)
    {
        var standardised = IndirectStandardisation.Of(site.Numerator, [.. counts.Select(stratum => (rates[stratum.Stratum], stratum.N))], ConfidenceLevel.Percent95);
        return new StandardisedResult
        {
            Measure = comparison.Measure,
            Site = site.Site,
            Observed = site.Numerator,
            Expected = standardised.Expected,
            Denominator = site.Denominator,
            Strata = counts.Length,
            NotRecorded = counts.Where(stratum => strata.CategoriesOf(stratum.Stratum).Contains(CellKey.NoCategory)).Sum(stratum => stratum.N),
            Ratio = standardised.Ratio,
            RatioLimits95 = standardised.Limits is { } ratio ? new Limits(ratio.Lower, ratio.Upper) : null,
            Percentage = standardised.Ratio * comparison.Centre,
            PercentageLimits95 = standardised.Limits is { } limits ? new Limits(limits.Lower * comparison.Centre, limits.Upper * comparison.Centre) : null,
            Status = standardised.Ratio is null ? ResultStatus.NotComputed : ResultStatus.Ok,
            Method = standardised.Ratio is null ? "not computed: no site reaches any in the groups that this one's records are in, so nothing is expected" : method,
        };
    }

    private static string Method(Strata strata) =>
        $"indirect standardisation by {string.Join(", ", strata.Breakdowns.Select(breakdown => breakdown.Title.ToLowerInvariant()))}; reference: the sites compared, pooled; limits of the count, exact below 10 and Byar's from 10, expected taken as exact";
}
