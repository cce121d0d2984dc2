using System.Text;
using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

public sealed class CsvTests
{
    private const string ResultHeadings =
        "set,measure,title,site,period,breakdown,category,met,not_met,unknown,excluded,not_due,not_in_population,unknown_policy,unknown_counted,"
        + "numerator,denominator,value,unit,lower_95,upper_95,lower_998,upper_998,q1,q3,method,band,status,provenance";

    [Test]
    public void Results_have_the_headings_that_others_parse() =>
        Assert.That(Lines(o => ResultsCsv.Write(ReportOf(), o))[0], Is.EqualTo(ResultHeadings));

    [Test]
    public void Site_comparison_has_the_headings_that_others_parse() =>
        Assert.That(
            Lines(o => SiteComparisonCsv.Write(ReportOf(), o))[0],
            Is.EqualTo(
                "measure,site,period,numerator,denominator,value,centre,lower_95,upper_95,lower_998,upper_998,"
                + "adjusted_lower_95,adjusted_upper_95,adjusted_lower_998,adjusted_upper_998,z,adjusted_z,phi,tau2,flag,adjusted_flag,method"));

    [Test]
    public void Numbers_are_written_unrounded_and_invariant()
    {
        var line = Lines(o => ResultsCsv.Write(ReportOf(Ok(243, 256)), o))[1];
        // 243/256 = 0.94921875 exactly.
        Assert.That(line, Does.Contain(",243,256,94.921875,percent,"));
    }

    [Test]
    public void Files_are_utf8_without_byte_order_mark_and_end_lines_with_lf()
    {
        var bytes = Bytes(o => ResultsCsv.Write(ReportOf(Ok(1, 2) with { Site = "Hôpital Éole" }), o));
        Assert.Multiple(() =>
        {
            Assert.That(bytes[..3], Is.EqualTo("set"u8.ToArray()));
            Assert.That(bytes, Has.None.EqualTo((byte)'\r'));
            Assert.That(Encoding.UTF8.GetString(bytes), Does.Contain("Hôpital Éole").And.EndsWith("\n"));
        });
    }

    [TestCase(ResultStatus.NoCases, "no cases")]
    [TestCase(ResultStatus.NotDue, "not due")]
    [TestCase(ResultStatus.Unknown, "unknown")]
    [TestCase(ResultStatus.Suppressed, "suppressed")]
    [TestCase(ResultStatus.NotComputed, "not computed")]
    [TestCase(ResultStatus.NoDataSubmitted, "no data submitted")]
    public void A_result_without_a_value_prints_its_status_and_nothing_in_place_of_the_value(ResultStatus status, string word)
    {
        var cells = Lines(o => ResultsCsv.Write(ReportOf(Without(status)), o))[1].Split(',');
        Assert.Multiple(() =>
        {
            Assert.That(Cell(cells, "value"), Is.Empty);
            Assert.That(Cell(cells, "numerator"), Is.Empty);
            Assert.That(Cell(cells, "status"), Is.EqualTo(word));
        });
    }

    [TestCase(ResultStatus.Suppressed)]
    [TestCase(ResultStatus.NoDataSubmitted)]
    public void Counts_that_may_not_or_cannot_be_given_are_empty_and_not_zero(ResultStatus status)
    {
        var cells = Lines(o => ResultsCsv.Write(ReportOf(Without(status)), o))[1].Split(',');
        Assert.That(
            new[] { "met", "not_met", "unknown", "excluded", "not_due", "not_in_population", "unknown_counted" }.Select(h => Cell(cells, h)),
            Has.All.Empty);
    }

    [Test]
    public void Provenance_is_that_of_the_weakest_part()
    {
        var bands = new BandRule(new BandTest(">=", 80), null, new BandTest("<", 80), ProvenanceStatus.Inferred, "");
        var result = Ok(1, 2) with { Measure = MeasureFixture.Proportion("m", "Title") with { Bands = bands }, Band = Band.Amber };
        Assert.That(Lines(o => ResultsCsv.Write(ReportOf(result), o))[1], Does.EndWith(",amber,ok,inferred"));
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1+1")]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe(string site) =>
        Assert.That(
            Lines(o => ResultsCsv.Write(ReportOf(Ok(1, 2) with { Site = site }), o))[1],
            Does.Contain($",\"'{site}\","));

    [Test]
    public void A_finding_has_a_line_per_example_row_and_repeats_its_occurrences()
    {
        var finding = new Finding("date-not-read", Severity.Warning, new Place("a.csv", null, 5, "DateFLSAssess"), "Not a date.", "dd/MM/yyyy")
        {
            Occurrences = 40,
            ExampleRows = [5, 9],
            ExampleValues = ["x", "y"],
        };
        Assert.That(
            Lines(o => FindingsCsv.Write([finding], showValues: false, o)),
            Is.EqualTo(new[]
            {
                "code,severity,file,sheet,row,column,occurrences,message,expected",
                "date-not-read,warning,a.csv,,5,DateFLSAssess,40,Not a date.,dd/MM/yyyy",
                "date-not-read,warning,a.csv,,9,DateFLSAssess,40,Not a date.,dd/MM/yyyy",
            }));
    }

    [Test]
    public void A_finding_that_is_not_about_rows_has_one_line() =>
        Assert.That(
            Lines(o => FindingsCsv.Write(
                [new Finding("file-broken", Severity.Error, new Place("b.xlsx"), "Cut short.", "Send it again.")], showValues: false, o))[1..],
            Is.EqualTo(new[] { "file-broken,error,b.xlsx,,,,1,Cut short.,Send it again." }));

    [Test]
    public void Values_of_findings_are_written_only_when_asked_for()
    {
        var finding = new Finding("c", Severity.Information, new Place("a.csv"), "m", "e") { ExampleRows = [2], ExampleValues = ["=cmd"] };
        Assert.Multiple(() =>
        {
            Assert.That(Lines(o => FindingsCsv.Write([finding], showValues: false, o)), Has.None.Contains("cmd"));
            Assert.That(Lines(o => FindingsCsv.Write([finding], showValues: true, o))[1], Does.EndWith(",\"'=cmd\""));
        });
    }

    [Test]
    public void Rejected_rows_say_where_and_why_and_hold_content_only_when_asked_for()
    {
        var row = new RejectedRow(new Place("a.xlsx", "Data", 7), RowFate.OutOfRange, "After the as-at date.", ["secret", "7"]);
        Assert.Multiple(() =>
        {
            Assert.That(
                Lines(o => RejectedCsv.Write([row], showValues: false, o)),
                Is.EqualTo(new[] { "file,sheet,row,fate,reason", "a.xlsx,Data,7,out of range,After the as-at date." }));
            Assert.That(Lines(o => RejectedCsv.Write([row], showValues: true, o))[1], Does.EndWith(",\"secret,7\""));
        });
    }

    private static Result Ok(double numerator, double denominator) => new()
    {
        Measure = MeasureFixture.Proportion("m", "Title"),
        Site = "A",
        Period = Result.All,
        Counts = new OutcomeCounts((long)numerator, (long)(denominator - numerator), 0, 0, 0, 0),
        Policy = UnknownPolicy.NotMet,
        Numerator = numerator,
        Denominator = denominator,
        Value = 100 * numerator / denominator,
        Unit = "percent",
        Method = "Wilson",
        Status = ResultStatus.Ok,
    };

    private static Result Without(ResultStatus status) =>
        Ok(0, 1) with { Numerator = null, Denominator = null, Value = null, Status = status };

    private static ReleasedReport ReportOf(params Result[] results) =>
        new(DisclosurePolicy.Internal, [], ["A"], ["2025-Q1"], results, [], []);

    private static string Cell(string[] cells, string heading) => cells[Array.IndexOf(ResultHeadings.Split(','), heading)];

    private static string[] Lines(Action<Stream> write) => Encoding.UTF8.GetString(Bytes(write)).TrimEnd('\n').Split('\n');

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
