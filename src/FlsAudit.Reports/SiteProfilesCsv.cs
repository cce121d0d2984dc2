using FlsAudit.Analysis;
using FlsAudit.Reports.Csv;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports;

/// <summary><c>site-profiles.csv</c>: a line for each site and share over all periods: how far it is from the other sites, positive where it is better.</summary>
public static class SiteProfilesCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "site-profiles.csv";

    /// <summary>Writes the file to a stream, which stays open. A report without comparisons gives the heading line alone.</summary>
    public static void Write(ReleasedReport report, Stream output)
    {
        using var csv = new TidyCsv(output, "site", "set", "measure", "better", "status", "z", "favourable_z", "flag", "word");
        foreach (var profile in report.SiteProfiles)
        {
            foreach (var (measure, standing, status) in profile.Entries)
            {
                csv.Text(profile.Site).Text(measure.Set).Text(measure.Id)
                    .Text(measure.Better switch { Better.Higher => "higher", Better.Lower => "lower", _ => "" })
                    .Text(Words.Of(status)).Number(standing?.Z).Number(standing?.FavourableZ)
                    .Text(standing is null ? "" : Words.Of(standing.Flag)).Text(standing?.Word ?? "").EndRow();
            }
        }
    }
}
