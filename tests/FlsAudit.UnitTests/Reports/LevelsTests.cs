using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FlsAudit.Analysis;
using FlsAudit.Reports;
using FlsAudit.Reports.Drawing;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

public sealed class LevelsTests
{
    private readonly WorkbookText workbook = new(LevelsFixture.Report, LevelsFixture.Context);
    private readonly string page = Page(LevelsFixture.Report, LevelsFixture.Context);

    [OneTimeTearDown]
    public void Close() => workbook.Dispose();

    [Test]
    public void The_workbook_is_valid() => Assert.That(workbook.Problems, Is.Empty);

    [Test]
    public void It_has_sheets_for_groups_of_patients_sets_side_by_side_the_organisation_and_the_work_list() =>
        Assert.That(workbook.SheetNames, Is.EqualTo(new[]
        {
            "Summary", "bpf-3", "bpf-5", "bpf-6", "fls-db-4", "missed", "iof-kpi-4", "Patient group", "Side by side", "Organisation", "Work-list", "Data quality",
            "Definitions", "Provenance",
        }));

    [TestCase(3, "level", "level 3", "3")]
    [TestCase(0, "level", "below level 1", "< 1")]
    [TestCase(-12.4, "patients", "-12 patients", "-12")]
    [TestCase(1, "patients", "1 patient", "1")]
    public void Levels_and_patients_are_printed_as_such(double value, string unit, string text, string bare) =>
        Assert.Multiple(() =>
        {
            Assert.That(PrintedNumber.WithUnit(value, unit), Is.EqualTo(text));
            Assert.That(PrintedNumber.Bare(value, unit), Is.EqualTo(bare));
        });

    [Test]
    public void Every_band_has_a_sign_a_colour_and_a_class_of_its_own() =>
        Assert.Multiple(() =>
        {
            Assert.That(BandMark.All.Select(BandMark.Of), Is.Unique);
            Assert.That(BandMark.All.Select(band => BandMark.Ground(band)), Is.Unique.And.None.Empty);
            foreach (var band in BandMark.All) Assert.That(page, Does.Contain($"td.{BandMark.Class(band)} {{"), band.ToString());
        });

    [Test]
    public void The_legend_explains_the_signs_that_occur() =>
        Assert.Multiple(() =>
        {
            Assert.That(BandMark.Legend(LevelsFixture.Report), Does.StartWith("●●●\u00A0level\u00A03"), "no traffic light occurs");
            Assert.That(BandMark.Legend(BenchmarkFixture.Report), Does.Contain("✓").And.Not.Contain("●"));
        });

    [Test]
    public void Csv_prints_the_level_as_number_and_as_word()
    {
        using var stream = new MemoryStream();
        ResultsCsv.Write(LevelsFixture.Report, stream);
        var line = Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Single(line => line.StartsWith("iof-bpf,bpf-5,Follows a guideline,Amberford,", StringComparison.Ordinal));
        Assert.That(line, Does.Contain(",3,level,").And.Contain(",level 3,ok,"));
    }

    [Test]
    public void A_headline_names_each_level_that_all_sites_together_reach() =>
        Assert.That(Headlines.Of(LevelsFixture.Report, LevelsFixture.Context), Has.Some.EqualTo("●●○ Level 2 by all sites together: Secondary causes excluded\u00A0†."));

    [Test]
    public void A_headline_says_when_only_one_site_has_a_caseload() =>
        Assert.That(
            Headlines.Of(LevelsFixture.Report, LevelsFixture.Context),
            Has.Some.EqualTo("Only Amberford has a value set against a caseload, so all sites together are Amberford alone: Missed opportunities\u00A0†."));

    [Test]
    public void Services_that_lack_the_same_values_share_a_headline()
    {
        string[] sites = ["Ash", "Birch", "Cedar"];
        var report = new ReleasedReport(
            DisclosurePolicy.Internal, [LevelsFixture.Uk], sites, [], [.. sites.Select(site => new Result
            {
                Measure = LevelsFixture.In90Days, Site = site, Period = Result.All, Counts = new OutcomeCounts(0, 0, 5, 0, 0, 0), Policy = UnknownPolicy.NotMet, Unit = "percent",
                Method = "", Status = ResultStatus.Unknown,
            })], [], []);
        Assert.That(
            Headlines.Of(report, BenchmarkFixture.Context),
            Has.Exactly(1).EqualTo("Ash, Birch and Cedar have no value, not a zero, because the records do not say: Assessed within 90 days."));
    }

    [TestCase(1, 1, "1 of 1 row read was used")]
    [TestCase(3, 1, "1 of 3 rows read was used")]
    [TestCase(3, 2, "2 of 3 rows read were used")]
    public void The_first_headline_counts_in_the_right_number(long read, long used, string start) =>
        Assert.That(
            Headlines.Of(LevelsFixture.Report, LevelsFixture.Context with { Reconciliations = [new("a.csv", used, 0, read - used, 0) { Read = read }] }).First(),
            Does.StartWith(start));

    [Test]
    public void A_timing_ladder_shows_its_windows_in_the_matrix_and_in_a_table_by_site()
    {
        var matrix = workbook.Rows("Summary").Select(row => row.FirstOrDefault()).ToList();
        var table = workbook.Table("bpf-3", "By site and window of time, all periods, %");
        Assert.Multiple(() =>
        {
            Assert.That(matrix, Does.Contain("Assessed in time: within 8 weeks"));
            Assert.That(table[0], Is.EqualTo(new[] { "Site", "Within 8 weeks", "Within 12 weeks", "Within 16 weeks" }));
            Assert.That(table.Skip(1).Select(row => row[0]), Is.EqualTo(LevelsFixture.Sites.Prepend("All sites")));
            Assert.That(table[1].Skip(1), Is.EqualTo(new[] { "50", "65", "80" }));
        });
    }

    [Test]
    public void Windows_within_a_group_have_a_table_and_are_no_group_themselves()
    {
        var captions = Captions("bpf-3");
        Assert.Multiple(() =>
        {
            Assert.That(captions, Does.Contain("All sites, all periods, by patient group and window of time, %"));
            Assert.That(captions, Has.Exactly(1).EqualTo("All sites, all periods, by patient group"));
            Assert.That(captions, Has.None.Contains("by window"));
        });
    }

    [Test]
    public void A_group_is_known_by_its_label_and_shown_for_each_site()
    {
        var table = workbook.Table("bpf-6", "By site and patient group, all periods, %");
        Assert.Multiple(() =>
        {
            Assert.That(table[0], Is.EqualTo(new[] { "Site", "Hip fractures", "Vertebral fractures" }));
            Assert.That(table[2].Take(3), Is.EqualTo(new[] { "Amberford", "96", "86" }));
            Assert.That(workbook.FormatOf("bpf-6", "By site and patient group, all periods, %", "Amberford", 1), Is.EqualTo("\"●●●  \"#,##0.0"));
            Assert.That(page, Does.Contain("<th scope=\"row\">Hip fractures</th>"));
        });
    }

    [Test]
    public void A_record_in_no_group_is_not_recorded() =>
        Assert.That(BreakdownText.Category(LevelsFixture.Ladder, "patient_group", Breakdown.Missing), Is.EqualTo("Not recorded"));

    [Test]
    public void The_groups_of_each_service_stand_together_for_the_whole_set()
    {
        var table = workbook.Table("Patient group", "Amberford, all periods");
        Assert.Multiple(() =>
        {
            Assert.That(table[0], Is.EqualTo(new[] { "Measure", "All patients", "Hip fractures", "Vertebral fractures" }));
            Assert.That(table.Skip(1).Select(row => row[0].TrimEnd('†', '\u00A0')), Is.EqualTo(new[] { "Assessed in time", "Secondary causes excluded" }));
            Assert.That(workbook.FormatOf("Patient group", "Amberford, all periods", table[1][0], 1), Is.EqualTo("\"●●○  \"\"level \"0"));
            Assert.That(workbook.FormatOf("Patient group", "Amberford, all periods", table[2][0], 1), Is.EqualTo("\"●●●  \"#,##0.0\" %\""));
        });
    }

    [Test]
    public void What_a_service_answers_for_itself_is_no_matter_of_groups() =>
        Assert.That(workbook.Table("Patient group", "Amberford, the whole service by its own answers").Select(row => row.Count), Is.EqualTo(new[] { 2, 2 }));

    [Test]
    public void An_answer_that_is_not_known_is_not_blamed_on_the_records() =>
        Assert.That(
            Headlines.Of(LevelsFixture.Report, LevelsFixture.Context),
            Has.Some.EqualTo("Brackley has no value, not a zero, because the organisation answered that it is not known: Follows a guideline\u00A0†."));

    [Test]
    public void An_answer_gets_a_table_and_no_chart_and_says_what_was_answered()
    {
        var table = workbook.Table("bpf-5", "Each service by its own answer");
        Assert.Multiple(() =>
        {
            Assert.That(table.Skip(1).Select(row => (row[0], row[1], row[2])), Is.EqualTo(new[]
            {
                ("Amberford", "●●● level 3", "National"), ("Brackley", "unknown", "Not known"), ("Carrow", "not computed", "not answered"),
            }));
            Assert.That(workbook.Part("bpf-5").DrawingsPart, Is.Null);
            Assert.That(FigureList.Of(LevelsFixture.Report, LevelsFixture.ByGuideline), Is.Empty);
            Assert.That(FigureList.Of(LevelsFixture.Report, LevelsFixture.Timing), Is.Empty);
        });
    }

    [Test]
    public void A_ladder_on_a_share_is_drawn_by_period_like_a_proportion() =>
        Assert.That(FigureList.Of(LevelsFixture.Report, LevelsFixture.Ladder).Select(figure => figure.Name), Is.EqualTo(new[] { "trend-bpf-6" }));

    [Test]
    public void A_shortfall_is_observed_against_expected_in_patients()
    {
        var table = workbook.Table("missed", "By site, all periods");
        Assert.Multiple(() =>
        {
            Assert.That(table[0].Take(4), Is.EqualTo(new[] { "Site", "Observed", "Expected", "Fewer than expected" }));
            Assert.That(table[1].Take(4), Is.EqualTo(new[] { "All sites", "212", "200", "-12" }));
            Assert.That(page, Does.Contain("-12 patients fewer than expected (212 of 200)"));
        });
    }

    [TestCase("bpf-3")]
    [TestCase("bpf-5")]
    [TestCase("Summary")]
    [TestCase("Patient group")]
    public void The_note_of_a_set_stands_where_its_results_are_shown(string sheet) =>
        Assert.That(workbook.Rows(sheet).SelectMany(row => row), Has.Some.Contains("a self-assessment estimate, not an IOF rating"));

    [Test]
    public void The_page_says_it_above_the_results_of_the_set() =>
        Assert.That(page, Does.Match("(?s)<section id=\"set-iof-bpf\".{1,200}<p class=\"remark\">" + Regex.Escape(LevelsFixture.Note)));

    [Test]
    public void The_page_is_whole_every_link_leads_somewhere_and_every_table_is_named()
    {
        var anchors = Regex.Matches(page, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        var tables = Regex.Matches(page, "<table.*?</table>", RegexOptions.Singleline).Select(match => match.Value).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(anchors, Is.Unique);
            Assert.That(Regex.Matches(page, "href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value).Distinct(), Is.SubsetOf(anchors));
            Assert.That(Regex.Matches(page, "(?:href|src)=\"([^\"]*)\"").Select(match => match.Groups[1].Value), Has.All.StartsWith("#"));
            Assert.That(tables, Has.All.Contains("<caption>"));
            Assert.That(page, Does.Not.Contain(" style="));
        });
    }

    [Test]
    public void Definitions_hold_the_cases_and_the_sheet_says_where_they_are()
    {
        var definition = Regex.Match(page, "<details id=\"definition-bpf-6\">.*?</details>", RegexOptions.Singleline).Value;
        Assert.Multiple(() =>
        {
            Assert.That(definition, Does.Contain("<td>no | bloods</td>").And.Contain("<dt>What to do when you fail it</dt>"));
            Assert.That(workbook.Rows("Definitions"), Has.Some.EqualTo(new[]
            {
                "Cases", "2 worked cases and 2 value cases. An empty cell is a value that is not recorded. They are in the definitions of report.html and in the definition file.",
            }));
        });
    }

    [Test]
    public void The_organisation_sheet_holds_answers_by_question_and_site()
    {
        var rows = workbook.Rows("Organisation");
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Some.EqualTo(new[] { "Question", "Asks", "Source", "Amberford", "Brackley" }));
            Assert.That(rows, Has.Some.EqualTo(new[] { "guideline", LevelsFixture.Guideline.Meaning, "Framework standard 5 (recalled\u00A0†)", "National", "Not known" }));
            Assert.That(rows, Has.Some.EqualTo(new[] { "assessment_share", LevelsFixture.WantedShare.Meaning, "FlsAudit (inferred\u00A0†)", "80 %", "not answered" }));
        });
    }

    [Test]
    public void The_work_list_holds_dates_as_dates_and_says_what_it_is()
    {
        var rows = workbook.Rows("Work-list");
        var closes = new DateOnly(2024, 12, 20).ToDateTime(TimeOnly.MinValue).ToOADate().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(rows.SelectMany(row => row), Has.Some.StartsWith("An audit aid, not a recall system"));
            Assert.That(rows.SelectMany(row => row), Does.Contain("Internal: not for publication"));
            Assert.That(rows, Has.Some.EqualTo(new[] { "Amberford", "A-17", "FLS assessment", "Assessed within 90 days", closes, "-11", "closed, not taken", "fls-db-4" }));
            Assert.That(workbook.Part("Work-list").Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.AutoFilter>().Single().Reference!.Value, Is.EqualTo("A7:H9"));
        });
    }

    [Test]
    public void Without_answers_work_list_or_shared_topics_there_are_no_such_sheets()
    {
        using var plain = new WorkbookText(BenchmarkFixture.Report);
        Assert.That(plain.SheetNames, Has.None.EqualTo("Organisation").And.None.EqualTo("Work-list").And.None.EqualTo("Side by side"));
    }

    [Test]
    public void The_data_quality_sheet_names_the_field_beside_its_meaning()
    {
        using var plain = new WorkbookText(BenchmarkFixture.Report);
        Assert.That(plain.Table("Data quality", "Records that hold a value, % of all records used")[1].Take(2), Is.EqualTo(new[] { "Date of the index fracture", "fracture_date" }));
    }

    private List<string> Captions(string id) =>
        [.. Regex.Matches(Regex.Match(page, $"<section class=\"measure\" id=\"measure-{id}\".*?</section>", RegexOptions.Singleline).Value, "<caption>(.*?)</caption>").Select(match => match.Groups[1].Value)];

    private static string Page(ReleasedReport report, ReportContext context)
    {
        using var stream = new MemoryStream();
        HtmlPage.Write(report, context, stream);
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "reports", "levels.html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, stream.ToArray());
        using var xlsx = File.Create(Path.ChangeExtension(path, ".xlsx"));
        Workbook.Write(report, context, xlsx);
        return WebUtility.HtmlDecode(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
