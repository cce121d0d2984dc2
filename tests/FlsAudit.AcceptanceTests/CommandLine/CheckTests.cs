using System.Globalization;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary><c>flsaudit check</c>: what an export is, how sure that is, what was not understood, and a profile for a layout that nobody knows.</summary>
public sealed class CheckTests
{
    private const string Canonical = "site,fracture_date,age_at_fracture,fracture_site,dxa\n";
    private const string British = "Age,1.09 Date Index Frac Diagnosed,1.11 SiteFirstFrac,4.01 BoneTherapy,3.03 DateofDXA\n";

    // Headings of the sample as another registry might word them.
    private static readonly (string From, string To)[] Reworded =
    [
        ("Age", "Age at index fracture"), ("1.03 Gender", "Sex of patient"), ("1.05 CareRes", "Care residence"), ("1.06 DateFLSContact", "Date of FLS contact"),
        ("1.07 DateFLSAssess", "FLS assessment date"), ("1.09 Date Index Frac Diagnosed", "Index fracture diagnosis date"), ("1.11 SiteFirstFrac", "Fracture site"),
        ("3.01 DXA", "DXA done"), ("3.03 DateofDXA", "DXA date"), ("3.04 TScore", "T score"), ("4.01 BoneTherapy", "Bone therapy"), ("6.02 Dateof16WeekAss", "Date of 16 week assessment"),
        ("7.02 Dateof52WeekAss", "Date of 52 week assessment"),
    ];

    private ScratchFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ScratchFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_profile_is_named_with_how_sure_it_is_and_what_comes_next()
    {
        var run = Run.Of("check", Path.Combine(Repository.Sample("uk-fls-db"), "amberford_2023-2025.csv"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain(": uk-fls-db, certain (found from the headings: 4 of 4 required").And.Contain("; next comes "));
    }

    [Test]
    public void Each_column_of_dates_is_shown_with_its_order_and_what_speaks_for_it()
    {
        var file = folder.Write("a.csv", British + "70,04/13/2025,Hip,None,\n71,04/14/2025,Hip,None,\n72,04/15/2025,Hip,None,05/06/2025\n73,04/05/2025,Hip,None,\n");

        var run = Run.Of("check", file);

        // Column, order, ground; then ISO, native, day first only, month first only, either, unread.
        Assert.That(Cells(run, "1.09 Date Index Frac Diagnosed", "month-first"), Is.EqualTo("month-first dates 0 0 0 3 1 0"));
        Assert.That(Cells(run, "3.03 DateofDXA", "month-first"), Is.EqualTo("month-first other columns 0 0 0 0 1 0"));
        Assert.That(run.Output, Does.Contain("warning: a.csv, column 1.09 Date Index Frac Diagnosed: ").And.Contain("[date-order-other]").And.Contain("[date-order-from-other-columns]"));
    }

    [Test]
    public void The_users_order_holds_and_a_word_that_is_no_order_is_refused()
    {
        var file = folder.Write("a.csv", British + "70,04/13/2025,Hip,None,\n71,04/05/2025,Hip,None,05/06/2025\n");

        var named = Run.Of("check", file, "--date-order", "1.09 Date Index Frac Diagnosed=month-first", "--date-order", "3.03 DateofDXA=day-first");
        var refused = Run.Of("check", file, "--date-order", "sideways");

        Assert.That(Cells(named, "1.09 Date Index Frac Diagnosed", "month-first"), Does.StartWith("month-first named by you"));
        Assert.That(Cells(named, "3.03 DateofDXA", "day-first"), Does.StartWith("day-first named by you"));
        Assert.That(named.Output, Does.Not.Contain("date-order-"));
        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("--date-order takes day-first or month-first").And.Contain("'sideways'"));
    }

    [Test]
    public void A_report_reads_the_order_that_the_dates_show_and_names_the_setting_that_the_user_gave()
    {
        var rows = string.Concat(Enumerable.Range(13, 16).Select(day => $"70,04/{day}/2024,Hip,None,05/{day}/2024\n"));
        var file = folder.Write("a.csv", British + rows + "73,04/05/2024,Hip,None,05/06/2024\n");

        var found = Run.Of("report", file, "--as-at", "2025-12-31", "--period", "month", "--out", folder.Combine("found"));
        var named = Run.Of("report", file, "--as-at", "2025-12-31", "--period", "month", "--out", folder.Combine("named"), "--date-order", "month-first");

        Assert.That((found.ExitCode, named.ExitCode), Is.EqualTo((0, 0)), found.Error + named.Error);
        Assert.That(File.ReadAllText(folder.Combine("found", "findings.csv")), Does.Contain("date-order-other"));
        Assert.That(File.ReadAllText(folder.Combine("named", "findings.csv")), Does.Not.Contain("date-order"));
        Assert.That(File.ReadAllText(folder.Combine("named", "manifest.json")), Does.Contain("\"date-order\": \"month-first\""));
        // Read day-first the last row would be a fracture of May.
        Assert.That(File.ReadAllText(folder.Combine("found", "results.csv")), Does.Contain("2024-04").And.Not.Contain("2024-05"));
    }

    [Test]
    public void Texts_that_fit_no_code_are_counted_and_shown_only_to_somebody_who_may_see_values()
    {
        var file = folder.Write("a.csv", Canonical + "A,2025-01-01,70,hipp,\nA,2025-01-01,70,hipp,\nA,2025-01-01,70,Baker's knee,\n");

        var shut = Run.Of("check", file);
        var open = Run.Of("check", file, "--show-values");

        Assert.That(Cells(shut, "a.csv", "fracture_site"), Is.EqualTo("fracture_site fracture_site 3 2 1"));
        Assert.That(shut.Output, Does.Not.Contain("hipp").And.Not.Contain("Baker"));
        Assert.That(Cells(open, "hipp", "hip"), Is.EqualTo("2 hip"));
        Assert.That(open.Output, Does.Match(@"Baker's knee +1 "));
    }

    [Test]
    public void The_fields_of_a_few_sites_stand_side_by_side()
    {
        var file = folder.Write("a.csv", Canonical + "Ash,2025-01-01,70,hip,\nAsh,2025-01-01,70,,\nBeck,2025-01-01,70,hip,\n");

        var run = Run.Of("check", file);

        // Of Ash one record in two holds the fracture site, of Beck the only one: 50 % and 100 %.
        Assert.That(run.Output, Does.Match(@"Field +Ash +Beck"));
        Assert.That(run.Output, Does.Match(@"Records +2 +1").And.Match(@"fracture_site +50\.0 +100\.0"));
    }

    [Test]
    public void Of_many_sites_those_that_lie_furthest_below_are_named()
    {
        // 39 sites record the fracture site for all of 5 records, one for none: 195 of 200 records, 97.5 %.
        var rows = Enumerable.Range(1, 40).SelectMany(site => Enumerable.Range(0, 5).Select(_ => $"Hospital number {site:00},2025-01-01,70,{(site == 7 ? "" : "hip")},\n"));
        var file = folder.Write("a.csv", Canonical + string.Concat(rows));

        var run = Run.Of("check", file);

        Assert.That(run.Output, Does.Contain("Of 40 sites 1 lies 20 points or more below all records in some field:"));
        Assert.That(run.Output, Does.Match(@"Hospital number 07 +5 +1 +fracture_site 0\.0 % \(all 97\.5 %\)"));
        Assert.That(run.Output, Does.Not.Contain("Hospital number 08"));
    }

    [Test]
    public void Sites_of_which_rows_were_not_used_are_named()
    {
        var file = folder.Write("a.csv", "record_id,site,fracture_date\n1,North,2025-01-01\n2,South,2025-01-01\n2,South,2025-01-02\n3,,2025-01-02\n");

        var run = Run.Of("check", file);

        Assert.That(run.Output, Does.Match(@"a\.csv +South +2 +1 +1 +0 +0").And.Match(@"a\.csv +\(not said\) +1 +0 +0 +1 +0"), "read, used, duplicate, rejected, out of range");
        Assert.That(run.Output, Does.Not.Match(@"a\.csv +North"));
    }

    [Test]
    public void One_site_needs_no_table_of_sites() =>
        Assert.That(Run.Of("check", folder.Write("a.csv", Canonical + "Ash,2025-01-01,70,hip,\n")).Output, Does.Not.Contain("for each site"));

    [Test]
    public void No_line_of_a_table_is_wider_than_the_terminal()
    {
        var run = Run.Of("check", Repository.Sample("uk-fls-db"));

        var tables = run.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) || line.StartsWith('─'));
        Assert.That(tables.Max(line => line.TrimEnd().Length), Is.LessThanOrEqualTo(120));
    }

    [Test]
    public void A_layout_that_no_profile_fits_gets_one_that_reads_it_without_change()
    {
        var known = Run.Of("check", Path.Combine(Repository.Sample("uk-fls-db"), "amberford_2023-2025.csv"));
        var file = folder.Write("amberford.csv", Rewording());
        var profile = folder.Combine("profiles", "mine.yaml");

        var unknown = Run.Of("check", file);
        var draft = Run.Of("check", file, "--write-profile", profile);
        var read = Run.Of("check", file, "--registry", profile);

        Assert.That((unknown.ExitCode, draft.ExitCode, read.ExitCode), Is.EqualTo((11, 0, 0)), read.Error);
        Assert.That(unknown.Error, Does.Contain("--write-profile"), "what to do next");
        Assert.That(draft.Output, Does.Contain("A profile was drafted").And.Match(@"Index fracture diagnosis date +fracture_date +0\.\d\d"));
        // Dates and numbers do not depend on option texts, of which the draft holds those that five rows share: they must be the same to the last record.
        foreach (var field in new[] { "fracture_date", "identified_date", "assessment_date", "dxa_date", "followup_16w_date", "followup_52w_date", "age_at_fracture", "t_score" })
            Assert.That(Cells(read, field, null), Is.EqualTo(Cells(known, field, null)), field);
        foreach (var field in new[] { "sex", "residence", "setting", "fracture_site", "dxa", "treatment", "drug", "treatment_16w" })
            Assert.That(Recorded(read, field), Is.EqualTo(Recorded(known, field)).Within(15), field);
    }

    [Test]
    public void A_drafted_profile_makes_a_report()
    {
        var file = folder.Write("amberford.csv", Rewording());
        var profile = folder.Combine("mine.yaml");
        Run.Of("check", file, "--write-profile", profile);

        var run = Run.Of("report", file, "--as-at", "2025-12-31", "--registry", profile, "--standards", "fls-core", "--out", folder.Combine("report"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(File.Exists(folder.Combine("report", "results.csv")));
    }

    [Test]
    public void A_draft_takes_the_place_of_an_earlier_one_only_while_nobody_has_edited_it()
    {
        var file = folder.Write("a.csv", "Alter,Bruchdatum\n70,31/01/2025\n");
        var profile = folder.Combine("mine.yaml");

        var first = Run.Of("check", file, "--write-profile", profile);
        var again = Run.Of("check", file, "--write-profile", profile);
        File.AppendAllText(profile, "# my own words\n");
        var edited = Run.Of("check", file, "--write-profile", profile);

        Assert.That((first.ExitCode, again.ExitCode, edited.ExitCode), Is.EqualTo((0, 0, 2)));
        Assert.That(edited.Error, Does.Contain("--write-profile"));
        Assert.That(File.ReadAllText(profile), Does.EndWith("# my own words\n"));
    }

    [Test]
    public void A_row_that_looks_like_a_record_is_not_written_as_headings()
    {
        var file = folder.Write("a.csv", "Baker,943 476 5919,31/01/2025\nMiller,943 476 5870,28/02/2025\n");

        var run = Run.Of("check", file, "--write-profile", folder.Combine("mine.yaml"));

        Assert.That(run.ExitCode, Is.EqualTo(11));
        Assert.That(run.Error, Does.Contain("looks like a record").And.Not.Contain("Baker").And.Not.Contain("943"));
        Assert.That(File.Exists(folder.Combine("mine.yaml")), Is.False);
    }

    private static string Rewording()
    {
        var lines = File.ReadAllText(Path.Combine(Repository.Sample("uk-fls-db"), "amberford_2023-2025.csv"), System.Text.Encoding.Latin1).Split('\n', 2);
        var headings = lines[0].TrimEnd('\r').Split(',').Select(heading => Reworded.FirstOrDefault(pair => pair.From == heading.Trim('"')).To ?? heading);
        return string.Join(',', headings) + "\n" + lines[1];
    }

    // The cells of the first table row that begins with a text and holds another, without the first cell and with single spaces.
    private static string Cells(Run run, string start, string? holding)
    {
        var line = run.Output.Split('\n').Select(text => text.Trim()).First(text => text.StartsWith(start + " ", StringComparison.Ordinal) && (holding is null ? char.IsDigit(text[start.Length..].Trim()[0]) : text[start.Length..].Contains(holding, StringComparison.Ordinal)));
        return string.Join(' ', line[start.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static double Recorded(Run run, string field) => double.Parse(Cells(run, field, null).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
