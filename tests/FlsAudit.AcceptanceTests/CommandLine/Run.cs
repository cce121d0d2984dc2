using System.Globalization;
using CsvHelper;
using FlsAudit.Cli;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>One run of the command line in this process, in a folder of its own.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command.</summary>
    public static Run Of(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = Cli.CommandLine.Run(arguments, output, error);
        return new Run(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("flsaudit-test-").FullName;

    public string Path { get; }

    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, string text)
    {
        var path = Combine(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

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
