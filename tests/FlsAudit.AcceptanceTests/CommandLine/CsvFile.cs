using CsvHelper;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>A csv file of a report, as rows of heading to text.</summary>
internal sealed class CsvFile
{
    private CsvFile(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        Headings = headings;
        Rows = rows;
    }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    public static CsvFile Read(string path)
    {
        using var reader = CsvReader.FromFile(path);
        reader.ReadHeader();
        string[] headings = [.. reader.Headers!];
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read())
            rows.Add(headings.Select((heading, i) => (heading, Text: reader.GetString(i))).ToDictionary(cell => cell.heading, cell => cell.Text));
        return new CsvFile(headings, rows);
    }

    /// <summary>The whole result of a measure at a site over all periods.</summary>
    public IReadOnlyDictionary<string, string> Result(string measure, string site = "All", string breakdown = "", string category = "") =>
        Rows.Single(row => row["measure"] == measure && row["site"] == site && row["period"] == "All" && row["breakdown"] == breakdown && row["category"] == category);
}
