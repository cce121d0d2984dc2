using FlsAudit.Model;
using FlsAudit.Reports.Csv;

namespace FlsAudit.Reports;

/// <summary><c>reconciliation.csv</c>: what became of the rows of each file and site; the site is empty where rows do not say.</summary>
public static class ReconciliationCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "reconciliation.csv";

    /// <summary>Writes the file to a stream, which stays open.</summary>
    public static void Write(IEnumerable<SiteReconciliation> accounts, Stream output)
    {
        using var csv = new TidyCsv(output, "file", "site", "read", "used", "duplicate", "rejected", "out_of_range");
        foreach (var account in accounts)
        {
            csv.Text(account.File).Text(account.Site).Count(account.Read).Count(account.Used).Count(account.Duplicate).Count(account.Rejected).Count(account.OutOfRange)
                .EndRow();
        }
    }
}
