namespace FlsAudit.Analysis.Periods;

/// <summary>Differences and trends in one sentence that says the method.</summary>
internal static class PeriodSentences
{
    private const string MoreThanChance = "more than chance explains";
    private const string NoMoreThanChance = "no more than chance may bring";
    private const double Level = 0.05;

    public static string Of(PeriodDifference difference)
    {
        var (a, b) = (PlainWords.Share(difference.X1, difference.N1), PlainWords.Share(difference.X2, difference.N2));
        var limits = $"difference {PlainWords.Decimal(difference.Difference)} points, 95 % limits {PlainWords.Decimal(difference.Limits95.Lower)} to {PlainWords.Decimal(difference.Limits95.Upper)} (Newcombe)";
        var subject = PlainWords.Subject(difference.Site, difference.Title);
        var told = difference.Kind is DifferenceKind.OtherSites or DifferenceKind.Named
            ? $"{subject} is {b} at {difference.B} and {a} at {difference.A}"
            : difference.Difference == 0
                ? $"{subject} stayed at {b} in {difference.B}, after {a} in {difference.A}"
                : $"{subject} {(difference.Difference > 0 ? "rose" : "fell")} from {a} in {difference.A} to {b} in {difference.B}";
        return $"{told}; {limits}, {Chance(difference.P)}.{Incomplete(difference.Incomplete)}";
    }

    public static string Of(PeriodTrend trend)
    {
        var subject = PlainWords.Subject(trend.Site, trend.Title);
        var noun = PlainWords.Noun(trend.Last);
        var span = $"over {PlainWords.Count(trend.Periods, noun)}, {trend.First} to {trend.Last}";
        if (trend.Periods == 1) return $"{subject} has a value in {trend.Last} only; one {noun} shows no trend.";
        if (trend.P is not { } p) return $"{subject}: nobody or everybody met it {span}, so there is no trend to test.";
        var more = p < Level ? MoreThanChance : NoMoreThanChance;
        if (trend is not { Slope: { } slope, SlopeLimits95: { } limits })
            return $"{subject} changed {span} from never to always or from always to never, but for one {noun} at most: {more} ({PlainWords.P(p)}, Cochran-Armitage); its speed cannot be given.";
        var verb = slope > 0 ? "rose" : slope < 0 ? "fell" : "stayed level";
        return $"{subject} {verb} {span}: the odds changed by {OddsChange(slope)} per {noun}, 95 % limits {OddsChange(limits.Lower)} to {OddsChange(limits.Upper)} (logistic slope), {more} ({PlainWords.P(p)}, Cochran-Armitage).";
    }

    private static string Chance(double? p) =>
        p is { } chance ? $"{(chance < Level ? MoreThanChance : NoMoreThanChance)} ({PlainWords.P(chance)})" : "no test, since nobody or everybody met it on both sides";

    private static string Incomplete(IReadOnlyList<string> periods) =>
        periods.Count == 0 ? "" : $" {PlainWords.List(periods)} {(periods.Count == 1 ? "is" : "are")} incomplete and may still change.";

    private static string OddsChange(double slope)
    {
        var percent = 100 * (Math.Exp(slope) - 1);
        return double.IsFinite(percent) ? $"{(percent > 0 ? "+" : "")}{PlainWords.Decimal(percent)} %" : "more than any number";
    }
}
