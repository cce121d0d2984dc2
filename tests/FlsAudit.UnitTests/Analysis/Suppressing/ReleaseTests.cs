using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis.Suppressing;

/// <summary>What a release shows and withholds, on tables small enough to be read.</summary>
public sealed class ReleaseTests
{
    private static readonly string[] Words = ["internal", "suppress-below-2", "suppress-below-8", "suppress-below-10", "hes"];

    [Test]
    public void The_words_of_policies_are_read_as_they_are_printed() =>
        Assert.That(Words.Select(word => DisclosurePolicy.Parse(word)?.Word), Is.EqualTo(Words));

    [TestCase("suppress-below-1")]
    [TestCase("suppress-below-0")]
    [TestCase("suppress-below--8")]
    [TestCase("suppress-below-x")]
    [TestCase("suppress-below-")]
    [TestCase("Internal")]
    [TestCase("")]
    public void Other_words_are_no_policy(string word) => Assert.That(DisclosurePolicy.Parse(word), Is.Null);

    // C has 3 of 20, which all 60 of 170 less A and B would tell. So B, the next smallest, goes with it, and 22 of 70 is all that can be told of both.
    private const string ThreeSites = """
        site | n  | fracture_date | treatment
        A    | 38 | 2025-02-01    | recommended
        A    | 62 | 2025-02-01    | declined
        B    | 19 | 2025-02-01    | recommended
        B    | 31 | 2025-02-01    | declined
        C    | 3  | 2025-02-01    | recommended
        C    | 17 | 2025-02-01    | declined
        """;

    [Test]
    public void A_small_site_goes_and_the_next_smallest_with_it()
    {
        var report = Released(ThreeSites, DisclosurePolicy.SuppressBelow(8));

        Assert.That(Shown(report), Is.EqualTo(new[] { "All 60/170", "A 38/100", "B suppressed", "C suppressed" }));
    }

    [Test]
    public void Those_who_did_not_reach_the_numerator_are_protected_as_well()
    {
        var report = Released(ThreeSites.Replace("recommended", "other").Replace("declined", "recommended").Replace("other", "declined"), DisclosurePolicy.SuppressBelow(8));

        Assert.That(Shown(report), Is.EqualTo(new[] { "All 110/170", "A 62/100", "B suppressed", "C suppressed" }));
    }

    [Test]
    public void Two_small_sites_are_not_enough_when_together_they_are_small()
    {
        var report = Released(
            """
            site | n  | fracture_date | treatment
            A    | 38 | 2025-02-01    | recommended
            A    | 62 | 2025-02-01    | declined
            B    | 19 | 2025-02-01    | recommended
            B    | 31 | 2025-02-01    | declined
            C    | 3  | 2025-02-01    | recommended
            C    | 17 | 2025-02-01    | declined
            D    | 2  | 2025-02-01    | recommended
            D    | 17 | 2025-02-01    | declined
            """, DisclosurePolicy.SuppressBelow(8));

        Assert.That(Shown(report), Is.EqualTo(new[] { "All 62/189", "A 38/100", "B suppressed", "C suppressed", "D suppressed" }), "3 + 2 = 5 is small, 3 + 2 + 19 = 24 is not");
    }

    [Test]
    public void Zero_is_shown()
    {
        var report = Released(ThreeSites.Replace("C    | 3 ", "D    | 38"), DisclosurePolicy.SuppressBelow(8));

        Assert.That(Shown(report), Does.Contain("C 0/17"));
    }

    [Test]
    public void A_measure_of_few_patients_is_withheld_altogether()
    {
        var report = Released(
            """
            site | n | fracture_date | treatment
            A    | 3 | 2025-02-01    | recommended
            B    | 2 | 2025-02-01    | recommended
            """, DisclosurePolicy.SuppressBelow(8));

        Assert.That(Shown(report), Is.EqualTo(new[] { "All suppressed", "A suppressed", "B suppressed" }));
    }

    // 38 of 100 is 40 of 100, 19 of 50 is 20 of 50; 3 of 20 goes, and B with it; 60 of 170 is both already.
    [Test]
    public void Rounded_parts_give_the_percentages_and_the_limits()
    {
        var report = Released(ThreeSites, DisclosurePolicy.Hes);
        var a = report.Find("tested", "A", Result.All)!;

        Assert.Multiple(() =>
        {
            Assert.That((a.Numerator, a.Denominator, a.Value), Is.EqualTo((40, 100, 40)));
            Assert.That(a.Limits95!.Lower, Is.EqualTo(Exact("40", "60").Find("tested", "A", Result.All)!.Limits95!.Lower));
            Assert.That(Shown(report), Is.EqualTo(new[] { "All 60/170", "A 40/100", "B suppressed", "C suppressed" }));
        });

        static ReleasedReport Exact(string met, string others) => Released(
            $"""
            site | n  | fracture_date | treatment
            A    | {met} | 2025-02-01    | recommended
            A    | {others} | 2025-02-01    | declined
            """, DisclosurePolicy.Internal);
    }

    [TestCase(8, 10)]
    [TestCase(12, 10)]
    [TestCase(13, 15)]
    [TestCase(0, 0)]
    public void Counts_are_rounded_to_the_nearest_five(int count, int rounded) => Assert.That(DisclosurePolicy.Hes.Rounded(count), Is.EqualTo(rounded));

    [Test]
    public void Rounding_hides_those_who_did_not_reach_the_numerator()
    {
        var report = Released(
            """
            site | n  | fracture_date | treatment
            A    | 97 | 2025-02-01    | recommended
            A    | 3  | 2025-02-01    | declined
            """, DisclosurePolicy.Hes);

        Assert.That(Shown(report), Is.EqualTo(new[] { "All 95/100", "A 95/100" }));
    }

    [Test]
    public void Nothing_that_was_worked_out_from_a_suppressed_result_is_left()
    {
        var report = Released(ThreeSites, DisclosurePolicy.SuppressBelow(8));
        var row = report.Find("tested", "C", Result.All)!;

        Assert.Multiple(() =>
        {
            Assert.That((row.Status, row.Value, row.Numerator, row.Denominator, row.Limits95, row.Limits998, row.Band, row.PrintedCounts), Is.EqualTo((ResultStatus.Suppressed, (double?)null, (double?)null, (double?)null, (Limits?)null, (Limits?)null, (FlsAudit.Standards.Band?)null, (OutcomeCounts?)null)));
            Assert.That(row.Method, Is.EqualTo("suppressed; disclosure suppress-below-8"));
            Assert.That(report.SiteComparisons, Is.Empty, "A is the only site left to compare");
        });
    }

    [Test]
    public void A_funnel_is_that_of_the_sites_that_are_shown()
    {
        var report = Released(ThreeSites + "\n" + """
            D    | 25 | 2025-02-01    | recommended
            D    | 75 | 2025-02-01    | declined
            """, DisclosurePolicy.SuppressBelow(8));
        var funnel = report.Funnel("tested")!;

        Assert.That(funnel.Sites.Select(site => site.Site), Is.EqualTo(new[] { "A", "D" }));
        Assert.That(funnel.Centre, Is.EqualTo(31.5), "(38 + 25) of 200");
    }

    [Test]
    public void Counts_before_policy_are_shown_under_the_internal_policy_only()
    {
        Assert.That(Released(ThreeSites, DisclosurePolicy.Internal).Results, Has.All.Property(nameof(Result.PrintedCounts)).Not.Null);
        Assert.That(Released(ThreeSites, DisclosurePolicy.SuppressBelow(2)).Results, Has.All.Property(nameof(Result.PrintedCounts)).Null);
    }

    [Test]
    public void Under_the_internal_policy_everything_is_as_it_was_found()
    {
        var results = new Audit { Measures = [Measure], Records = ThreeSites }.Results();

        Assert.That(Disclosure.Release(results, DisclosurePolicy.Internal).Results, Is.SameAs(results.Results));
    }

    [Test]
    public void How_few_fields_are_blank_is_suppressed_and_the_next_smallest_site_with_it()
    {
        var report = new Audit { Measures = [Measure], Records = ThreeSites + "\nC    | 2  | 2025-02-01    |", CompletenessOf = ["treatment"], Disclosure = DisclosurePolicy.SuppressBelow(8) }.Run();

        Assert.That(report.Completeness, Has.All.Property(nameof(FieldCompleteness.IsSuppressed)).True, "2 blank of all sites is small as well");
    }

    [Test]
    public void Findings_tell_no_numbers_and_no_places()
    {
        Finding[] findings =
        [
            new("mostly-unknown", Severity.Warning, new Place(null), "Most do not say, at A (12 of 30).", "Fill them.") { Occurrences = 12 },
            new("date-not-read", Severity.Warning, new Place("a.csv", Row: 7), "A date was not read.", "A date.") { ExampleRows = [7] },
            new("own-set-not-named", Severity.Warning, new Place(null), "The set is not named.", "Name it."),
        ];

        var shown = Disclosure.Findings(findings, DisclosurePolicy.Hes);

        Assert.That(shown.Select(finding => finding.Code), Is.EqualTo(findings.Select(finding => finding.Code)));
        Assert.That(shown[2].Message, Is.EqualTo("The set is not named."));
        Assert.That(shown.Take(2), Has.All.Matches<Finding>(finding => finding is { Occurrences: 1, ExampleRows.Count: 0, Place.File: null } && !finding.Message.Any(char.IsDigit)));
        Assert.That(Disclosure.Findings(findings, DisclosurePolicy.Internal), Is.SameAs(findings));
    }

    private static FlsAudit.Standards.MeasureDefinition Measure { get; } = Language.Measure("numerator: treatment = recommended");

    private static ReleasedReport Released(string records, DisclosurePolicy policy) => new Audit { Measures = [Measure], Records = records, Disclosure = policy }.Run();

    private static string[] Shown(ReleasedReport report) =>
        [.. report.Results.Where(row => row is { Period: Result.All, Breakdown: "" }).Select(row => row.Status == ResultStatus.Ok ? $"{row.Site} {row.Numerator}/{row.Denominator}" : $"{row.Site} {row.Status.ToString().ToLowerInvariant()}")];
}
