using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>Which of several fractures of one event becomes the index fracture.</summary>
public sealed class IndexFractureTests
{
    private static readonly string[] Fields = ["fracture_site", "second_fracture_site", "third_fracture_site"];
    private static readonly string[] Codes = ["hip", "spine", "wrist", "humerus", "digit", "not_known"];

    private static readonly FieldDictionary Dictionary = new(
    [
        .. SmallProfiles.Dictionary.Fields.Where(field => !Fields.Contains(field.Name)),
        .. Fields.Select(name => new Field(name, FieldType.Code, "test", name)
        {
            Values = [.. Codes.Select(code => new CodeValue(code, code))],
            Provenance = new Provenance("made up for the tests", ProvenanceStatus.Verified),
        }),
    ]);

    private static readonly RegistryProfile Profile = SmallProfiles.Plain with
    {
        IndexFracture = new IndexFracture(Fields, ["hip", "spine"]) { Last = ["digit"] },
        Columns = [.. SmallProfiles.Plain.Columns, .. Fields.Select(field => new ProfileColumn([field], [SmallProfiles.Map(field)]))],
    };

    [TestCase("hip,wrist,spine", "hip wrist spine", false, TestName = "The hip named first stays")]
    [TestCase("wrist,spine,hip", "hip wrist spine", true, TestName = "The hip comes first, and the others keep their order")]
    [TestCase("wrist,spine,", "spine wrist -", true, TestName = "Without a hip the spine comes first")]
    [TestCase("wrist,humerus,", "wrist humerus -", false, TestName = "Without either the site named first stays")]
    [TestCase("humerus,wrist,wrist", "humerus wrist wrist", false, TestName = "No other site comes before another")]
    [TestCase("not_known,wrist,", "wrist not_known -", true, TestName = "A known site comes before one that is not known")]
    [TestCase(",not_known,", "not_known - -", true, TestName = "Not known says more than a blank")]
    [TestCase(",,humerus", "humerus - -", true, TestName = "The first that is filled moves up")]
    [TestCase(",hip,hip", "hip - hip", true, TestName = "Of equals the one named first")]
    [TestCase(",,", "- - -", false, TestName = "Nothing is named")]
    [TestCase("wrist,hipp,spine", "wrist - spine", false, TestName = "A text that was not read may be the index fracture, so the row is left as it is")]
    [TestCase("wrist,hip,hipp", "hip wrist -", true, TestName = "Whatever was not read cannot come before a hip")]
    [TestCase("digit,wrist,", "wrist digit -", true, TestName = "A bone that no service takes comes behind every other")]
    [TestCase("digit,not_known,", "digit not_known -", false, TestName = "It comes before one that is not known")]
    [TestCase("hipp,spine,", "- spine -", false, TestName = "A first site that was not read stays blank")]
    public void The_index_fracture_is_put_first(string cells, string sites, bool moved)
    {
        using var folder = Case();
        folder.Write("a.csv", Text(cells));

        var imported = folder.Run();

        Assert.That(imported.Values.Select(SitesOf), Is.EqualTo(new[] { sites }));
        Assert.That(imported.FindingCodes.Contains("index-fracture-moved"), Is.EqualTo(moved));
    }

    [Test]
    public void Whatever_is_named_the_sites_are_sorted_by_the_rule_and_by_nothing_else()
    {
        string[] texts = ["", .. Codes];
        string[] rows = [.. from a in texts from b in texts from c in texts select $"{a},{b},{c}"];
        using var folder = Case();
        folder.Write("a.csv", Text(rows));

        var imported = folder.Run();

        Assert.That(imported.Values.Select(SitesOf), Is.EqualTo(rows.Select(Expected)));
        Assert.That(imported.Finding("index-fracture-moved").Occurrences, Is.EqualTo(rows.Count(row => Expected(row).Split(' ')[0] != (row.Split(',')[0] is { Length: > 0 } first ? first : "-"))));
    }

    [Test]
    public void The_finding_counts_the_rows_and_names_the_first_ones_but_no_value()
    {
        using var folder = Case();
        folder.Write("a.csv", Text("wrist,hip,", "hip,,", "wrist,spine,"));

        var finding = folder.Run().Finding("index-fracture-moved");

        Assert.That(finding.Severity, Is.EqualTo(Severity.Information));
        Assert.That(finding.Place, Is.EqualTo(new Place("a.csv", null, 2, "fracture_site")));
        Assert.That((finding.Occurrences, finding.ExampleRows), Is.EqualTo((2L, (long[])[2, 4])));
        Assert.That(finding.Expected, Is.EqualTo("Nothing: by the rule of the profile the index fracture is hip, else spine, else the first site named."));
        Assert.That(finding.ToString(), Does.Not.Contain("wrist"));
    }

    [Test]
    public void A_run_that_wants_the_index_site_only_has_it_chosen_among_all()
    {
        using var folder = Case();
        folder.Layout = new BatchLayout([Dictionary["fracture_site"]]);
        folder.Write("a.csv", Text("wrist,hip,", "wrist,hipp,"));

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo(new[] { "North; fracture_site=hip", "North; fracture_site=wrist" }));
        Assert.That(imported.Finding("code-not-recognised").Place.Column, Is.EqualTo("second_fracture_site"), "it decided that the row was left as it is");
    }

    [Test]
    public void A_run_that_wants_none_of_the_sites_does_not_look()
    {
        using var folder = Case();
        folder.Layout = new BatchLayout([Dictionary["age_at_fracture"]]);
        folder.Write("a.csv", Text("wrist,hip,"));

        Assert.That(folder.Run().FindingCodes, Does.Not.Contain("index-fracture-moved"));
    }

    [Test]
    public void An_export_with_one_site_column_is_read_as_it_is()
    {
        using var folder = Case();
        folder.Write("a.csv", "site,fracture_date,age_at_fracture,second_fracture_site\nNorth,2025-02-03,72,hip\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(SitesOf), Is.EqualTo(new[] { "- hip -" }), "nobody knows whether another site was named first");
    }

    [Test]
    public void A_file_that_lacks_the_third_column_is_chosen_among_the_two()
    {
        using var folder = Case();
        folder.Write("a.csv", "site,fracture_date,age_at_fracture,fracture_site,second_fracture_site\nNorth,2025-02-03,72,wrist,spine\n");

        Assert.That(folder.Run().Values.Select(SitesOf), Is.EqualTo(new[] { "spine wrist -" }));
    }

    [Test]
    public void A_key_is_of_what_the_file_says_and_not_of_what_was_moved()
    {
        using var folder = Case();
        folder.Profiles = [Profile with { KeyFields = ["fracture_site"] }];
        folder.Write("a.csv", Text("wrist,hip,", "hip,,"));

        Assert.That(folder.Run().Values.Select(SitesOf), Is.EqualTo(new[] { "hip wrist -", "hip - -" }));
    }

    private static ImportCase Case() => new() { Profiles = [Profile], Dictionary = Dictionary };

    private static string Text(params string[] rows) =>
        "site,fracture_date,age_at_fracture,fracture_site,second_fracture_site,third_fracture_site\n" + string.Concat(rows.Select(cells => $"North,2025-02-03,72,{cells}\n"));

    private static string SitesOf(string record) =>
        string.Join(' ', Fields.Select(field => record.Split("; ").FirstOrDefault(value => value.StartsWith($"{field}=", StringComparison.Ordinal))?[(field.Length + 1)..] ?? "-"));

    // The second opinion: a stable sort finds the index fracture, and the rest are what is left.
    private static string Expected(string row)
    {
        string[] order = ["hip", "spine", "wrist humerus", "digit", "not_known", "-"];
        List<string> sites = [.. row.Split(',').Select(site => site.Length == 0 ? "-" : site)];
        var index = sites.OrderBy(site => Array.FindIndex(order, rank => rank.Split(' ').Contains(site))).First();
        sites.Remove(index);
        return string.Join(' ', sites.Prepend(index));
    }
}
