using FlsAudit.Analysis;
using FlsAudit.Analysis.Sites;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>The sites of a measure in order, each with a plain sentence, on the sheet of the measure.</summary>
internal static class SiteRankTable
{
    private static readonly string[] Headings = ["Site", "Rank", "Best rank it may have", "Worst rank it may have", "z", "q", "Standardised %", "Lower 95 %", "Upper 95 %", "In words"];

    /// <summary>Writes what is said of all sites together and the table, beneath what the sheet holds.</summary>
    /// <param name="sheet">Of the measure.</param>
    /// <param name="report">The report.</param>
    /// <param name="ranking">Over all periods.</param>
    /// <param name="last">The last column of the tables.</param>
    public static void Write(Sheet sheet, ReleasedReport report, SiteRanking ranking, int last)
    {
        var measure = ranking.Comparison.Measure;
        var standardised = report.Standardised.Where(result => result.Measure.Id == measure.Id).ToDictionary(result => result.Site, StringComparer.Ordinal);
        sheet.Add(CellStyle.Heading, "Sites compared, all periods" + BothAnswers.Suffix(measure));
        foreach (var line in SiteText.Together(ranking, report.Outliers)) sheet.SetAcross(sheet.NextRow, 0, last, line, CellStyle.Wrapped);
        var headings = sheet.NextRow;
        for (var i = 0; i < Headings.Length - 1; i++) sheet.Set(headings, i, Headings[i], i == 0 ? CellStyle.ColumnHeading with { Horizontal = "left" } : CellStyle.ColumnHeading with { Size = 8 });
        sheet.SetAcross(headings, Headings.Length - 1, last, Headings[^1], CellStyle.ColumnHeading with { Horizontal = "left" });
        foreach (var standing in ranking.Sites.OrderBy(site => site.Rank).ThenBy(site => site.Site.Site, StringComparer.Ordinal))
        {
            var row = sheet.NextRow;
            var like = standardised.GetValueOrDefault(standing.Site.Site);
            SheetCell[] cells =
            [
                new(standing.Site.Site, CellStyle.Body with { Wrap = true }),
                new(standing.Rank, CellStyle.Count),
                new(standing.BestRank, CellStyle.Count),
                new(standing.WorstRank, CellStyle.Count),
                new(standing.Z, CellStyle.Body with { Format = "0.00" }),
                new(standing.Q, CellStyle.Body with { Format = "0.000" }),
                like is { Percentage: null } ? ResultCells.Text(Words.Of(like.Status)) : ResultCells.Number(like?.Percentage, "percent"),
                ResultCells.Number(like?.PercentageLimits95?.Lower, "percent"),
                ResultCells.Number(like?.PercentageLimits95?.Upper, "percent"),
            ];
            for (var i = 0; i < cells.Length; i++) sheet.Set(row, i, cells[i].Value, i == 0 ? cells[i].Style : cells[i].Style with { Horizontal = "center" });
            sheet.SetAcross(row, cells.Length, last, SiteText.Sentence(ranking, standing), CellStyle.Body with { Fill = SiteText.Ground(standing) });
        }

        sheet.SetAcross(sheet.NextRow, 0, last, SiteText.Explanation(ranking.Comparison, standardised.Values.FirstOrDefault(result => result.Percentage is not null)), CellStyle.Quiet with { Vertical = "top" });
        sheet.Skip();
    }
}
