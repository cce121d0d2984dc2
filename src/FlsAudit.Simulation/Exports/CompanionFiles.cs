using CsvHelper;
using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;

namespace FlsAudit.Simulation.Exports;

/// <summary>Writes the two small files that go with exports.</summary>
internal static class CompanionFiles
{
    public const string Caseload = "caseload.csv";
    public const string Sites = "sites.csv";

    public static long WriteCaseload(string path, CaseloadDefinition caseload)
    {
        IReadOnlyList<CaseloadRow> rows = [.. Rows(caseload)];
        using var csv = CsvWriter.ToFile(path);
        csv.WriteRecord("site", "period", "group", "expected", "basis");
        foreach (var row in rows)
        {
            csv.WriteField(row.Site);
            csv.WriteField(row.Period);
            csv.WriteField(row.Group);
            csv.WriteField(row.Expected);
            csv.WriteField(row.Basis);
            csv.EndRecord();
        }

        return rows.Count;
    }

    public static long WriteSites(string path, ScenarioDefinition scenario)
    {
        using var csv = CsvWriter.ToFile(path);
        csv.WriteRecord("alias", "site", "code", "peer_group");
        var rows = 0;
        foreach (var file in scenario.Files.Where(file => file.Sites.Count == 1))
        {
            var site = scenario.Sites.First(site => site.Name == file.Sites[0]);
            csv.WriteRecord(Path.GetFileNameWithoutExtension(file.Name), site.Name, site.Code, site.PeerGroup);
            rows++;
        }

        return rows;
    }

    private static IEnumerable<CaseloadRow> Rows(CaseloadDefinition caseload)
    {
        foreach (var (site, hips) in caseload.Hips)
        {
            if (hips.Count != caseload.Periods.Count)
                throw new ScenarioException($"The caseload of '{site}' has {hips.Count} numbers for {caseload.Periods.Count} periods; there must be one for each.");
            for (var i = 0; i < hips.Count; i++)
                foreach (var group in caseload.Groups)
                    yield return new CaseloadRow(site, caseload.Periods[i], group.Group, hips[i] * group.PerHip, group.Basis);
        }

        foreach (var row in caseload.Rows)
            yield return new CaseloadRow(row.Site, row.Period, row.Group, row.Expected, row.Basis);
    }
}
