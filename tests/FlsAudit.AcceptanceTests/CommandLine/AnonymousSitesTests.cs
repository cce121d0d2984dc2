using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>With --anonymise-sites no output names a site or a file that may be called after one, and every number is what it was.</summary>
public sealed class AnonymousSitesTests
{
    private static readonly string[] Sites =
        ["Amberford", "Brindlecombe", "Carrowmead", "Dunvale", "DVA FLS", "Eldermere", "Fenholt", "Glasswater", "Harrowick", "Ivelstone", "Kestrelby", "Larkhaven", "Mossgate", "Nettlebourne"];

    private ScratchFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void No_output_names_a_site_or_a_file_and_no_number_changes()
    {
        var files = Directory.GetFiles(Repository.Sample("uk-fls-db")).Select(Path.GetFileName).OfType<string>().Where(name => name != "README.md").ToList();

        var plain = Report("plain", Repository.Sample("uk-fls-db"));
        var anonymous = Report("anonymous", Repository.Sample("uk-fls-db"), "--anonymise-sites");

        Assert.That((plain.ExitCode, anonymous.ExitCode), Is.EqualTo((0, 0)), anonymous.Error);
        var text = new AllText(folder.Combine("anonymous"));
        Assert.That(text.Count, Is.GreaterThan(50));
        Assert.That(text.Places([.. Sites, .. files, .. files.Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name is not ("caseload" or "sites"))]), Is.Empty);
        // Without the option every site and every file is named, so the search finds what is there.
        Assert.That(new AllText(folder.Combine("plain")).Places(Sites.Where(site => site != "DVA FLS").Append("DVA FLS export.csv")).Select(place => place.Split('\'')[1]).Distinct(), Has.Exactly(14).Items);

        // The summary holds letters; the key stands on the error stream, once.
        Assert.That(Sites.Where(site => anonymous.Output.Contains(site, StringComparison.Ordinal)), Is.Empty);
        var key = Key(anonymous);
        Assert.That(key.Keys.Where(name => name.Length == 1), Is.EqualTo(Enumerable.Range('A', 13).Select(letter => $"{(char)letter}")));
        Assert.That(key.Where(pair => pair.Key.Length == 1).Select(pair => pair.Value), Is.EquivalentTo(Sites.Where(site => site != "DVA FLS")).And.Not.Ordered);

        Assert.That(Lines("anonymous", key), Is.EqualTo(Lines("plain", new Dictionary<string, string>())));
    }

    [Test]
    public void The_letters_are_the_same_for_the_same_files_in_whatever_order_and_others_for_other_files()
    {
        string[] inputs = [.. Enumerable.Range(1, 5).Select(i => folder.Write($"in/{i}.csv", Export($"Hospital {i}", 3 + i)))];

        var once = Key(Report("one", [.. inputs, "--anonymise-sites"]));
        var again = Key(Report("two", [.. inputs.Reverse(), "--anonymise-sites"]));
        var asFolder = Key(Report("three", folder.Combine("in"), "--anonymise-sites"));
        folder.Write("in/1.csv", Export("Hospital 1", 9));
        var changed = Key(Report("four", [.. inputs, "--anonymise-sites"]));

        Assert.That(once.Keys.Take(5), Is.EqualTo((string[])["A", "B", "C", "D", "E"]));
        Assert.That(again.Take(5), Is.EqualTo(once.Take(5)));
        Assert.That(asFolder.Take(5), Is.EqualTo(once.Take(5)));
        // Of 120 orders another one.
        Assert.That(changed.Take(5), Is.Not.EqualTo(once.Take(5)));
    }

    [Test]
    public void The_same_command_gives_the_same_bytes()
    {
        var input = folder.Write("in/north.csv", Export("North", 6));

        Report("one", input, "--anonymise-sites");
        Report("two", input, "--anonymise-sites");

        foreach (var file in Directory.GetFiles(folder.Combine("one"), "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllBytes(folder.Combine("two", Path.GetRelativePath(folder.Combine("one"), file))), Is.EqualTo(File.ReadAllBytes(file)), file);
    }

    [Test]
    public void What_is_wrong_with_the_input_is_said_without_names()
    {
        folder.Write("in/westbrook.csv", Export("Westbrook", 6) + "9,,2025-01-01,70,hip\n");
        folder.Write("in/more/northgate.csv", Export("Northgate", 4) + Export("NORTHGATE", 4).Split('\n', 2)[1]);
        folder.Write("in/eastmoor.csv", "record_id,site,fracture_date\n1,Eastmoor,2025-01-01\n2,\"Eastmoor");
        folder.Write("in/southfield notes.pdf", "x");
        folder.Write("in/caseload.csv", "site,period,group,expected,basis\nWestbrook,2025,all,100,counted by Westbrook\nOverhill,2025,all,100,\nOverhill,2025,all,90,\n");
        folder.Write("in/sites.csv", "alias,site,code,peer_group\nWestbrook,Westbrook,WES,\nWestbrook,Westbury,WES,\nLongmead,Longmead,LON,\n");
        using (var zip = ZipFile.Open(folder.Combine("in", "uplands.zip"), ZipArchiveMode.Create))
        using (var member = new StreamWriter(zip.CreateEntry("hollins/uplands 2025.csv").Open()))
            member.Write(Export("Uplands", 5));

        var run = Report("report", folder.Combine("in"), "--anonymise-sites", "--caseload", folder.Combine("in", "caseload.csv"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        string[] names = ["westbrook", "northgate", "eastmoor", "southfield", "overhill", "westbury", "longmead", "uplands", "hollins"];
        Assert.That(new AllText(folder.Combine("report")).Places(names), Is.Empty);
        var codes = CsvFile.Read(folder.Combine("report", "findings.csv")).Rows.Select(row => row["code"]).ToHashSet();
        Assert.That(codes, Is.SupersetOf((string[])["sites-alike", "site-not-listed", "site-alias-twice", "caseload-twice", "file-truncated", "file-ignored"]));
        Assert.That(CsvFile.Read(folder.Combine("report", "rejected.csv")).Rows.Single()["file"], Does.Match(@"^file \d\.csv$"));
        var manifest = File.ReadAllText(folder.Combine("report", "manifest.json"));
        Assert.That(manifest, Does.Match("\"path\": \"file \\d.zip\"").And.Match("\"path\": \"file \\d.zip/file 1.csv\""));
        Assert.That(File.ReadAllText(folder.Combine("report", "report.html")), Does.Match("counted by [A-Z]\\."));
    }

    [Test]
    public void Headings_and_profiles_that_are_called_after_a_site_do_not_name_it()
    {
        var input = folder.Write("amberford.csv", "Amberford id,Site,Date of fracture,Age,AMBERFORD_flag\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"{i},Amberford,2025-01-0{i},70,1\n")));
        var profile = folder.Write("amberford.yaml",
            "name: draft-amberford\ntitle: Drafted for amberford.csv\nsource: {title: Headings of Amberford, status: inferred, note: Amberford made it.}\ncolumns:\n"
                + "  - {headings: [Site], fields: [{field: site}]}\n  - {headings: [Date of fracture], required: true, fields: [{field: fracture_date}]}\n  - {headings: [Age], required: true, fields: [{field: age_at_fracture}]}\n");

        var run = Report("report", input, "--registry", profile, "--standards", "fls-core", "--anonymise-sites");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(new AllText(folder.Combine("report")).Places(["amberford"]), Is.Empty);
        Assert.That(File.ReadAllText(folder.Combine("report", "findings.csv")), Does.Contain("A_flag"));
    }

    [TestCase("--show-values", "shows cells")]
    [TestCase("--include-worklist", "so that their site finds them")]
    public void What_names_sites_or_records_does_not_go_with_it(string option, string why)
    {
        var run = Report("report", folder.Write("a.csv", Export("North", 6)), "--anonymise-sites", option);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(why));
        Assert.That(Directory.Exists(folder.Combine("report")), Is.False);
    }

    [Test]
    public void A_site_that_is_called_as_pooled_results_gets_a_letter_like_the_others()
    {
        var key = Key(Report("report", folder.Write("a.csv", Export("All", 6)), "--anonymise-sites"));

        Assert.That(key["A"], Is.EqualTo("All (site)"));
        Assert.That(CsvFile.Read(folder.Combine("report", "results.csv")).Rows.Select(row => row["site"]).Distinct(), Is.EquivalentTo((string[])["A", "All"]));
    }

    private Run Report(string name, params string[] arguments) => Run.Of(["report", .. arguments, "--as-at", "2026-03-31", "--out", folder.Combine(name)]);

    private static string Export(string site, int records)
    {
        var text = new StringBuilder("record_id,site,fracture_date,age_at_fracture,fracture_site\n");
        for (var i = 1; i <= records; i++) text.Append($"{site[..1]}{records}-{i},{site},2025-0{1 + (i % 9)}-01,7{i % 10},hip\n");
        return text.ToString();
    }

    // "  A = North" after the line that announces it.
    private static IReadOnlyDictionary<string, string> Key(Run run) =>
        Regex.Matches(run.Error, "^  ([^=\n]+) = (.+?)\r?$", RegexOptions.Multiline).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private string[] Lines(string report, IReadOnlyDictionary<string, string> key) =>
        [.. CsvFile.Read(folder.Combine(report, "results.csv")).Rows.Select(row => string.Join('|', row.Select(cell => cell.Key == "site" ? key.GetValueOrDefault(cell.Value, cell.Value) : Rounded(cell.Value)))).Order(StringComparer.Ordinal)];

    // Expected fractures are fractions, whose sum over sites in another order differs in the sixteenth digit.
    private static string Rounded(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("G12", CultureInfo.InvariantCulture) : cell;
}
