using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

public sealed class FindingTests
{
    [Test]
    public void Records_whose_exclusion_is_not_recorded_are_kept_and_told_with_their_number()
    {
        var measure = Language.Measure("exclude: [{reason: refused, when: treatment = declined}]\nnumerator: assessment_date is known");
        var report = Audit.Of(measure, "site | n | treatment\nA | 3 |\nB | 2 | not_known\nB | 4 | recommended\nB | 1 | declined");

        var finding = report.Findings.Single();
        Assert.That((finding.Code, finding.Occurrences), Is.EqualTo(("exclusion-unknown", 5L)));
        Assert.That(finding.Message, Does.StartWith("tested: "));
    }

    [Test]
    public void Without_unknown_exclusions_there_is_nothing_to_tell() =>
        Assert.That(Audit.Of(Language.Measure("numerator: treatment = recommended"), "treatment\nrecommended").Findings, Is.Empty);

    [TestCase(4, 6, true, TestName = "Six of ten do not say")]
    [TestCase(5, 5, false, TestName = "Half do not say")]
    public void A_proportion_that_rests_on_unknown_answers_is_told(int declined, int blank, bool told)
    {
        var report = Audit.Of(Language.Measure("numerator: treatment = recommended"), $"site | n | treatment\nA | {declined} | declined\nA | {blank} |");

        Assert.That(report.Find("tested", "A", FlsAudit.Analysis.Result.All)!.Value, Is.Zero);
        Assert.That(report.Findings.Select(finding => finding.Code), told ? Is.EqualTo(new[] { "mostly-unknown" }) : Is.Empty);
    }

    [TestCase(19, 0, 1, true, TestName = "Nineteen yes and a blank: one is more than 5 % of 19, 0.95")]
    [TestCase(20, 0, 1, false, TestName = "Twenty yes and a blank: one is not more than 5 % of 20")]
    [TestCase(19, 1, 1, false, TestName = "Nineteen yes, a no and a blank: somebody does record the negatives")]
    public void A_proportion_that_leaves_blanks_out_where_nobody_ever_says_no_is_told(int yes, int no, int blank, bool told)
    {
        var rows = $"site | n | treatment\nA | {yes} | recommended\nA | {blank} |" + (no == 0 ? "" : $"\nA | {no} | declined");
        var findings = Audit.Of(Language.Measure("numerator: treatment = recommended\nunknown: leave-out"), rows).Findings;

        Assert.That(findings.Select(finding => (finding.Code, finding.Occurrences)), told ? Is.EqualTo(new[] { ("negatives-never-recorded", (long)blank) }) : Is.Empty);
    }

    [TestCase(true, "", true, TestName = "Deaths are left out and none is dated")]
    [TestCase(true, "2025-06-01", false, TestName = "Deaths are left out and one is dated")]
    [TestCase(false, "", false, TestName = "Deaths are kept")]
    public void Leaving_out_deaths_that_no_record_dates_is_told(bool leftOut, string death, bool told)
    {
        var measure = Language.Measure("follow_up: true\nnumerator: assessment_date within 90 days of fracture_date\ndue: 90 days after fracture_date").WithDeaths(leftOut);
        var report = Audit.Of(measure, $"site | fracture_date | assessment_date | death_date\nA | 2025-01-01 | 2025-01-05 | {death}\nB | 2025-01-01 | 2025-01-05 |");

        Assert.That(report.Findings.Select(finding => finding.Code), told ? Is.EqualTo(new[] { "deaths-not-recorded" }) : Is.Empty);
    }

    // One fracture on 1 March and one on 30 June 2025, as at the end of the year.
    [TestCase(null, null, new[] { "after the last", "before the first" })]
    [TestCase("2025-03-01", null, new[] { "after the last" })]
    [TestCase("2025-03-01", "2025-06-30", new string[0])]
    public void Expected_fractures_on_days_that_the_export_may_not_cover_are_told(string? from, string? to, string[] told)
    {
        var audit = new Audit
        {
            Measures = [Language.Measure("kind: ratio\ncaseload: all")],
            Records = "age_at_fracture | fracture_date\n72 | 2025-03-01\n72 | 2025-06-30",
            Caseload = "site | period | group | expected\nA | 2025 | all | 365",
            From = from,
            To = to,
        };

        var findings = audit.Run().Findings;

        Assert.That(findings.Select(finding => finding.Code), Is.All.EqualTo("days-without-fractures"));
        Assert.That(findings, Has.Count.EqualTo(told.Length));
        foreach (var (finding, words) in findings.Zip(told)) Assert.That(finding.Message, Does.Contain(words));
    }

    [Test]
    public void Days_after_the_last_fracture_count_only_where_the_caseload_expects_some()
    {
        var audit = new Audit
        {
            Measures = [Language.Measure("kind: ratio\ncaseload: all")],
            Records = "age_at_fracture | fracture_date\n72 | 2024-01-10\n72 | 2024-12-26",
            Caseload = "site | period | group | expected\nA | 2024 | all | 366",
        };

        Assert.That(audit.Run().Findings, Is.Empty, "the caseload ends five days after the last fracture, whatever the as-at date");
    }

    [Test]
    public void A_misspelt_site_of_the_caseload_is_named_with_the_one_that_was_meant()
    {
        var audit = new Audit
        {
            Measures = [Language.Measure("kind: ratio\ncaseload: all")],
            Records = "site | age_at_fracture | fracture_date\nAnton | 72 | 2025-03-01",
            Caseload = "site | period | group | expected\nAntn | 2025-Q1 | all | 90",
        };

        Assert.That(audit.Run().Findings.Single(finding => finding.Code == "caseload-site-unknown").Message, Does.EndWith("did you mean 'Anton'?"));
    }

    [TestCase("Antn", "which no export and no caseload names; did you mean 'Anton'?")]
    [TestCase("Somewhere else", "which no export and no caseload names.")]
    public void A_site_that_only_answers_for_itself_is_told(string site, string words)
    {
        var audit = new Audit
        {
            Measures = [Language.Measure("numerator: treatment = recommended")],
            Records = "site | treatment\nAnton | recommended\nBerta | declined",
            Organisation = Questionnaire.Answers((site, Questionnaire.Guideline, "national"), ("Berta", Questionnaire.Guideline, "local")),
        };

        var finding = audit.Run().Findings.Single();

        Assert.That((finding.Code, finding.Severity), Is.EqualTo(("organisation-site-unknown", FlsAudit.Model.Severity.Warning)));
        Assert.That(finding.Message, Does.EndWith(words));
    }

    [Test]
    public void A_site_that_the_caseload_names_may_answer_for_itself()
    {
        var audit = new Audit
        {
            Measures = [Language.Measure("numerator: treatment = recommended")],
            Records = "site | treatment\nAnton | recommended",
            Caseload = "site | period | group | expected\nabsent | 2025-Q1 | all | 90",
            Organisation = Questionnaire.Answers(("absent", Questionnaire.Guideline, "national")),
        };

        Assert.That(audit.Run().Findings, Is.Empty);
    }
}
