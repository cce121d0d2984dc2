using System.Globalization;
using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Rates: what is divided by what under each policy, how sites are pooled, and which band a value has.</summary>
public sealed class ProportionTests
{
    // Of these, 6 met, 2 not met, 2 do not say, and 1 does not say whether it belongs.
    private const string Ten = """
        site | n | age_at_fracture | treatment
        A    | 6 | 72              | recommended
        A    | 2 | 72              | declined
        A    | 2 | 72              |
        A    | 1 |                 | recommended
        """;

    [Test]
    public void Not_met_counts_unknown_answers_in_the_denominator_but_never_unknown_belonging()
    {
        var result = Rows(Ten, "unknown: not-met").Single();

        Assert.That((result.Numerator, result.Denominator, result.UnknownCounted), Is.EqualTo(((double?)6, (double?)(6 + 2 + 2), 2L)));
        Assert.That(result.Value, Is.EqualTo(60), "6 of 10");
        Assert.That(result.Counts, Is.EqualTo(new OutcomeCounts(6, 2, 2 + 1, 0, 0, 0)));
    }

    [Test]
    public void Leave_out_takes_unknown_answers_out()
    {
        var result = Rows(Ten, "unknown: leave-out").Single();

        Assert.That((result.Value, result.Denominator, result.UnknownCounted), Is.EqualTo(((double?)75, (double?)8, 0L)), "6 of 8");
    }

    [Test]
    public void Report_both_gives_two_rows_and_the_one_that_counts_unknowns_first()
    {
        var rows = Rows(Ten, "unknown: report-both");

        Assert.That(rows.Select(row => (row.Policy, row.Value)), Is.EqualTo(new[] { (UnknownPolicy.NotMet, (double?)60), (UnknownPolicy.LeaveOut, (double?)75) }));
        Assert.That(Report(Ten, "unknown: report-both").Find("tested", "A", Result.All)!.Policy, Is.EqualTo(UnknownPolicy.NotMet));
    }

    [Test]
    public void Pooling_adds_counts_and_is_not_the_mean_of_sites()
    {
        var pooled = Report("""
            site | n  | age_at_fracture | treatment
            A    | 1  | 72              | recommended
            A    | 1  | 72              | declined
            B    | 90 | 72              | recommended
            B    | 8  | 72              | declined
            """, "unknown: not-met").Find("tested", Result.All, Result.All)!;

        Assert.That(pooled.Value, Is.EqualTo(91), "91 of 100, where the mean of 50 % and 91.8 % is 70.9 %");
        Assert.That((pooled.Numerator, pooled.Denominator), Is.EqualTo(((double?)91, (double?)100)));
    }

    [Test]
    public void A_site_without_any_answer_stays_out_of_the_pooled_denominator_and_in_the_pooled_counts()
    {
        const string table = """
            site   | n | age_at_fracture | treatment
            A      | 3 | 72              | recommended
            A      | 1 | 72              | declined
            A      | 1 | 72              |
            silent | 5 | 72              |
            """;
        var report = Report(table, "unknown: not-met");
        var pooled = report.Find("tested", Result.All, Result.All)!;

        Assert.That((pooled.Value, pooled.Denominator, pooled.UnknownCounted), Is.EqualTo(((double?)60, (double?)5, 1L)), "3 of 5: the five of the silent site are not in it");
        Assert.That(pooled.Counts, Is.EqualTo(new OutcomeCounts(3, 1, 6, 0, 0, 0)));
        Assert.That(pooled.Method, Does.EndWith("sites without any known answer left out: 1"));
        Assert.That(report.Find("tested", "silent", Result.All)!.Band, Is.Null);
        Assert.That(report.Funnel("tested"), Is.Null, "one site with a value is no comparison");
    }

    [Test]
    public void When_no_site_answers_the_pooled_row_has_no_value_either()
    {
        var pooled = Report("site | age_at_fracture\nA | 72\nB | 72", "unknown: not-met").Find("tested", Result.All, Result.All)!;

        Assert.That((pooled.Status, pooled.Value, pooled.UnknownCounted), Is.EqualTo((ResultStatus.Unknown, (double?)null, 0L)));
    }

    [TestCase(4, 5, ">= 80", Band.Green, TestName = "80 reaches >= 80")]
    [TestCase(4, 5, "> 80", Band.Amber, TestName = "80 does not pass > 80")]
    [TestCase(1999, 2500, ">= 80", Band.Amber, TestName = "79.96 would be printed as 80.0 and is amber")]
    [TestCase(1, 2, ">= 80", Band.Amber, TestName = "50 reaches >= 50")]
    [TestCase(4999, 10000, ">= 80", Band.Red, TestName = "49.99 is red")]
    [TestCase(29, 100, ">= 29", Band.Green, TestName = "29 of 100 reaches >= 29")]
    [TestCase(7, 25, "> 28", Band.Red, TestName = "7 of 25 is 28 and does not pass > 28")]
    [TestCase(11, 20, "> 55", Band.Amber, TestName = "11 of 20 is 55 and does not pass > 55")]
    [TestCase(57, 100, ">= 57", Band.Green, TestName = "57 of 100 reaches >= 57")]
    public void Bands(int met, int records, string green, Band band)
    {
        // Put together here, since the reader refuses an amber that starts above green.
        string[] words = green.Split(' ');
        var bands = new BandRule(
            new BandTest(words[0], double.Parse(words[1], CultureInfo.InvariantCulture)), new BandTest(">=", 50), new BandTest("<", 50), ProvenanceStatus.Inferred, "");
        var result = Audit.Of(
            Measure("unknown: not-met") with { Bands = bands },
            $"site | n | age_at_fracture | treatment\nA | {met} | 72 | recommended\nA | {records - met} | 72 | declined").Find("tested", "A", Result.All)!;

        Assert.That(result.Band, Is.EqualTo(band));
        Assert.That(result.Value, Is.EqualTo(100.0 * met / records));
    }

    [Test]
    public void Every_whole_percentage_of_a_hundred_is_exact()
    {
        for (var met = 0; met <= 100; met++)
            Assert.That(FlsAudit.Analysis.Kinds.Proportions.Percent(met, 100), Is.EqualTo(met));
    }

    [Test]
    public void Limits_are_those_of_Wilson_in_percent()
    {
        // Published for 243 of 256: 94.9 % (91.5-97.0).
        var result = Rows("site | n | age_at_fracture | treatment\nA | 243 | 72 | recommended\nA | 13 | 72 | declined", "unknown: not-met").Single();

        Assert.That(result.Value, Is.EqualTo(94.9).Within(0.05));
        Assert.That(result.Limits95!.Lower, Is.EqualTo(91.5).Within(0.05));
        Assert.That(result.Limits95.Upper, Is.EqualTo(97.0).Within(0.05));
        Assert.That(result.Limits998!.Lower, Is.LessThan(result.Limits95.Lower));
        Assert.That(result.Limits998.Upper, Is.GreaterThan(result.Limits95.Upper));
    }

    [Test]
    public void Breakdowns_are_one_way_and_add_up_to_the_whole()
    {
        var report = new Audit
        {
            Measures = [Measure("unknown: not-met")],
            Records = """
                n | age_at_fracture | treatment   | fracture_side | fracture_site
                2 | 72              | recommended | right         | hip
                1 | 72              | declined    | right         | hip
                4 | 72              | recommended | left          | wrist
                1 | 72              | declined    |               | wrist
                1 | 72              |             | left          |
                """,
            By = ["fracture_side", "fracture_site"],
        }.Run();

        var rows = report.Results.Where(row => row.Site == "A" && row.Period == Result.All).ToArray();
        Assert.That(rows.Select(row => (row.Breakdown, row.Category, row.Numerator, row.Denominator)), Is.EqualTo(new[]
        {
            ("", "", (double?)6, (double?)9),
            ("fracture_side", "left", 4, 5),
            ("fracture_side", "right", 2, 3),
            ("fracture_side", "missing", 0, 1),
            ("fracture_site", "hip", 2, 3),
            ("fracture_site", "wrist", 4, 5),
            ("fracture_site", "missing", null, null), // its only record does not answer
        }));
        Assert.That(rows[^1].Status, Is.EqualTo(ResultStatus.Unknown));
    }

    private static MeasureDefinition Measure(string keys) => Language.Measure($"population: age_at_fracture >= 50\nnumerator: treatment = recommended\n{keys}");

    private static ReleasedReport Report(string table, string keys) => Audit.Of(Measure(keys), table);

    private static IReadOnlyList<Result> Rows(string table, string keys) =>
        [.. Report(table, keys).Results.Where(row => row.Site == "A" && row.Period == Result.All)];
}
