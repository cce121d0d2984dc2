using System.Globalization;
using System.IO.Compression;
using System.Text;
using FlsAudit.Testing;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>What an export holds decides the results, and never the kind of file that it comes in: the sample of a French service in every kind that is read.</summary>
public sealed class SameDataTests
{
    private const string Site = "Hôpital de Lille";

    // As spreadsheet programs count: 1 March 1900 is day 61.
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private static readonly string[][] Rows =
        [.. File.ReadAllLines(Path.Combine(Repository.Sample("lille-2016-2018"), "filiere-fracture-lille.csv"), Encoding.Latin1).Select(line => line.Replace(";Lille;", $";{Site};", StringComparison.Ordinal).Split(';'))];

    private ScratchFolder folder = null!;
    private byte[] expected = null!;

    [OneTimeSetUp]
    public void ReadTheSampleAsItIs()
    {
        folder = new ScratchFolder();
        expected = Results("csv", Encoding.Latin1.GetBytes(Text(Rows, ';')));
        Assert.That(Encoding.UTF8.GetString(expected), Does.Contain(Site).And.Contain(",243,256,94.921875,"));
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    private static IEnumerable<TestCaseData> TextFiles()
    {
        TestCaseData Case(string name, string extension, byte[] bytes) => new TestCaseData(extension, bytes).SetArgDisplayNames(name);
        yield return Case("utf-8", "csv", Encoding.UTF8.GetBytes(Text(Rows, ';')));
        yield return Case("utf-8 with mark", "csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(Rows, ';'))]);
        yield return Case("utf-16 with mark", "csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text(Rows, ';'))]);
        yield return Case("utf-16 without mark", "txt", Encoding.Unicode.GetBytes(Text(Rows, ';')));
        yield return Case("utf-16 big end first", "csv", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text(Rows, ';'))]);
        yield return Case("tabs", "tsv", Encoding.UTF8.GetBytes(Text(Rows, '\t')));
        yield return Case("a sep= line", "csv", Encoding.UTF8.GetBytes("sep=|\r\n" + Text(Rows, '|').Replace("\n", "\r\n", StringComparison.Ordinal)));
        yield return Case("a title above", "csv", Encoding.UTF8.GetBytes("Filière fracture;;\n\n" + Text(Rows, ';')));
        yield return Case("bare day numbers", "csv", Encoding.UTF8.GetBytes(Text([.. Rows.Select(row => row.Select(cell => Day(cell) is { } day ? Serial(day) : cell).ToArray())], ';')));
        yield return Case("ISO dates", "csv", Encoding.UTF8.GetBytes(Text([.. Rows.Select(row => row.Select(cell => Day(cell) is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : cell).ToArray())], ';')));
        yield return Case("gz", "csv.gz", Gzip(Encoding.Latin1.GetBytes(Text(Rows, ';'))));
    }

    [TestCaseSource(nameof(TextFiles))]
    public void The_same_text_gives_the_same_results(string extension, byte[] bytes) => Assert.That(Results(extension, bytes), Is.EqualTo(expected));

    [TestCase(false, TestName = "A_workbook_with_native_dates_and_numbers_gives_the_same_results")]
    [TestCase(true, TestName = "A_workbook_with_dates_as_bare_day_numbers_gives_the_same_results")]
    public void A_workbook(bool serials)
    {
        object? Cell(string text) => Day(text) is { } day ? serials ? day.DayNumber - DayZero.DayNumber : day.ToDateTime(TimeOnly.MinValue)
            : double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : text.Length == 0 ? null : text;
        var path = folder.Combine("workbook.xlsx");
        WorkbookFile.Write(path, ("Patients", [["Filière fracture"], null, .. Rows.Select((row, i) => row.Select(cell => i == 0 ? cell : Cell(cell)).ToArray())], false), ("Légende", [["Oui", "Non"]], false));

        Assert.That(Results("xlsx", File.ReadAllBytes(path)), Is.EqualTo(expected));
    }

    private byte[] Results(string extension, byte[] bytes)
    {
        var place = Directory.CreateDirectory(folder.Combine(Guid.NewGuid().ToString("N"))).FullName;
        var export = Path.Combine(place, $"filière.{extension}");
        File.WriteAllBytes(export, bytes);
        var run = Run.Of("report", export, "--as-at", "2018-12-31", "--out", Path.Combine(place, "report"), "--registry", "lille");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return File.ReadAllBytes(Path.Combine(place, "report", "results.csv"));
    }

    private static string Text(string[][] rows, char separator) => string.Concat(rows.Select(row => string.Join(separator, row) + "\n"));

    private static string Serial(DateOnly day) => (day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture);

    private static DateOnly? Day(string cell) => DateOnly.TryParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
