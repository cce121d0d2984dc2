using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Reports.Csv;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports;

/// <summary>
/// <c>site-ranks.csv</c>: a line for each share, site and period: its place among the sites with how far that is known, p and q, the outlier policy's word and a plain
/// sentence. A site that is not compared has a line that says why.
/// </summary>
public static class SiteRanksCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "site-ranks.csv";

    /// <summary>Writes the file to a stream, which stays open.</summary>
    public static void Write(ReleasedReport report, Stream output)
    {
        using var csv = new TidyCsv(
            output,
            "measure", "period", "site", "status", "numerator", "denominator", "value", "lower_95", "upper_95", "sites", "rank", "rank_lower", "rank_upper",
            "z", "favourable_z", "p", "q", "flag", "word", "benchmark", "benchmark_sites", "expected_outside_95", "expected_outside_998", "sentence");
        var rankings = report.SiteRankings.ToDictionary(ranking => (ranking.Comparison.Measure.Id, ranking.Comparison.Period));
        var standings = report.SiteRankings
            .SelectMany(ranking => ranking.Sites.Select(standing => (ranking.Comparison.Measure.Id, ranking.Comparison.Period, standing)))
            .ToDictionary(entry => (entry.Id, entry.Period, entry.standing.Site.Site), entry => entry.standing);
        foreach (var result in report.Results.Where(result => result.Measure.IsShare && result.Breakdown.Length == 0 && result.Site != Result.All && BothAnswers.IsHeadline(result)))
        {
            var ranking = rankings.GetValueOrDefault((result.Measure.Id, result.Period));
            var standing = standings.GetValueOrDefault((result.Measure.Id, result.Period, result.Site));
            Write(csv, result, ranking, standing);
        }
    }

    private static void Write(TidyCsv csv, Result result, SiteRanking? ranking, SiteStanding? standing) =>
        csv.Text(result.Measure.Id).Text(result.Period).Text(result.Site).Text(Words.Of(result.Status))
            .Number(result.Numerator).Number(result.Denominator).Number(result.Value).Number(result.Limits95?.Lower).Number(result.Limits95?.Upper)
            .Count(ranking?.Sites.Count).Count(standing?.Rank).Count(standing?.BestRank).Count(standing?.WorstRank)
            .Number(standing?.Z).Number(standing?.FavourableZ).Number(standing?.P).Number(standing?.Q)
            .Text(standing is null ? "" : Words.Of(standing.Flag)).Text(standing?.Word ?? "")
            .Number(ranking?.Achievable?.Value).Count(ranking?.Achievable?.Sites).Number(ranking?.ExpectedOutside95).Number(ranking?.ExpectedOutside998)
            .Text(standing is null ? SiteText.NotCompared(result, ranking is not null) : SiteText.Sentence(ranking!, standing))
            .EndRow();
}
