using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Patients that a model expects on treatment and that were not observed.</summary>
public sealed class ShortfallTests
{
    internal static readonly ShortfallModel Model = new([new Factor("identified", 0.8), new Factor("recommended", 0.5), new Factor("on treatment at 12 months", 0.8)], ProvenanceStatus.Verified, "");

    private static readonly MeasureDefinition Missed = Of("""
        kind: ratio
        population: age_at_fracture >= 50
        caseload: all
        numerator: treatment = recommended
        due: 365 days after fracture_date
        """);

    // As at 31 December 2025 a year is over for fractures up to 31 December 2024.
    private const string Records = """
        site | n  | age_at_fracture | fracture_date | treatment
        A    | 20 | 72              | 2024-02-10    | recommended
        A    | 30 | 72              | 2024-08-10    | declined
        A    | 5  | 72              | 2024-12-31    | recommended
        A    | 9  | 72              | 2025-01-01    | recommended
        """;

    [Test]
    public void Expected_less_observed_is_the_number_of_patients_missed()
    {
        var result = Row(Records, "A | 2024 | all | 200", "A", Result.All);

        // 200 x 0.8 x 0.5 x 0.8 = 64 expected; 20 + 5 observed; 39 missed.
        Assert.That((result.Numerator, result.Denominator, result.Unit), Is.EqualTo(((double?)25, (double?)64, "patients")));
        Assert.That(result.Value, Is.EqualTo(39));
        Assert.That(result.Counts, Is.EqualTo(new OutcomeCounts(25, 30, 0, 0, 9, 0)));
    }

    [Test]
    public void The_limits_are_those_of_the_count_turned_round()
    {
        var result = Row(Records, "A | 2024 | all | 200", "A", Result.All);

        // Byar's limits of 25: 25 (1 - 1/225 - 1.96/15)^3 = 16.17 and 26 (1 - 1/234 + 1.96/(3 sqrt 26))^3 = 36.91.
        Assert.That(result.Limits95!.Lower, Is.EqualTo(64 - 36.91).Within(0.01));
        Assert.That(result.Limits95.Upper, Is.EqualTo(64 - 16.17).Within(0.01));
        Assert.That(result.Limits998!.Lower, Is.LessThan(result.Limits95.Lower));
        Assert.That(result.Limits998.Upper, Is.GreaterThan(result.Limits95.Upper));
    }

    [Test]
    public void The_method_says_the_model_in_words() =>
        Assert.That(Row(Records, "A | 2024 | all | 200", "A", Result.All).Method, Is.EqualTo(
            "patients expected less patients observed, expected = caseload x 80 % identified x 50 % recommended x 80 % on treatment at 12 months;"
            + " limits of the observed count, exact below 10 patients and Byar's from 10, caseload and factors taken as exact;"
            + " fracture days up to 2024-12-31, the last whose 365 days are over; caseload: made for tests"));

    [Test]
    public void Factors_that_are_not_verified_are_marked() =>
        Assert.That(
            Report(Missed with { Model = Model with { Status = ProvenanceStatus.Inferred } }, Records, "A | 2024 | all | 200").Find("tested", "A", Result.All)!.Method,
            Does.Contain("on treatment at 12 months (factors inferred, not verified)"));

    [Test]
    public void Only_fracture_days_whose_year_is_over_count_in_the_caseload_too()
    {
        // 365 a year are one a day; as at 30 November 2025 the year is over up to 30 November 2024: 31 days of December 2024 fewer than all 366.
        var result = (Audited(Missed, Records, "A | 2024 | all | 366") with { AsAt = "2025-11-30" }).Run().Find("tested", "A", Result.All)!;

        Assert.That(result.Denominator, Is.EqualTo((366 - 31) * 0.8 * 0.5 * 0.8).Within(1e-9));
        Assert.That(result.Numerator, Is.EqualTo(20), "the five of 31 December are not due");
        Assert.That(result.Method, Does.Contain("fracture days up to 2024-11-30").And.Contains("caseload prorated by days"));
    }

    [Test]
    public void A_period_after_the_last_due_day_is_not_due()
    {
        var result = Row(Records, "A | 2025 | all | 200", "A", "2025-Q1");

        Assert.That((result.Status, result.Value, result.Unit), Is.EqualTo((ResultStatus.NotDue, (double?)null, "patients")));
        Assert.That(result.Counts.NotDue, Is.EqualTo(9));
    }

    [Test]
    public void Where_no_record_is_old_enough_nothing_is_due_over_all_either()
    {
        const string recent = "site | n | age_at_fracture | fracture_date | treatment\nA | 9 | 72 | 2025-01-01 | recommended";

        Assert.That(Row(recent, "A | 2024 | all | 200\nA | 2025 | all | 200", "A", Result.All).Status, Is.EqualTo(ResultStatus.NotDue));
        Assert.That(Row(recent, "A | 2024 | all | 200\nA | 2025 | all | 200", Result.All, Result.All).Status, Is.EqualTo(ResultStatus.NotDue));
    }

    [Test]
    public void More_than_expected_is_a_negative_shortfall() =>
        Assert.That(Row(Records, "A | 2024 | all | 50", "A", Result.All).Value, Is.EqualTo(16 - 25), "50 x 0.32 = 16");

    [Test]
    public void A_caseload_of_0_is_a_number_and_no_caseload_is_none()
    {
        Assert.That(Row(Records, "A | 2024 | all | 0", "A", Result.All).Value, Is.EqualTo(-25));
        Assert.That(Row(Records, "A | 2024 | hip | 9", "A", Result.All).Status, Is.EqualTo(ResultStatus.NotComputed));
    }

    [Test]
    public void A_site_that_says_nothing_about_treatment_did_not_miss_everybody()
    {
        const string silent = "site | n | age_at_fracture | fracture_date | treatment\nA | 9 | 72 | 2024-01-01 |";

        Assert.That(Row(silent, "A | 2024 | all | 200", "A", Result.All).Status, Is.EqualTo(ResultStatus.Unknown));
    }

    [Test]
    public void A_quarter_without_records_in_a_year_with_a_caseload_missed_all_that_were_expected()
    {
        // The second quarter appears because B has records in it. 100 x 0.32 = 32.
        var result = Row(Records + "\nB | 1 | 72 | 2024-05-01 | declined", "A | 2024-Q2 | all | 100", "A", "2024-Q2");

        Assert.That((result.Numerator, result.Status), Is.EqualTo(((double?)0, ResultStatus.Ok)));
        Assert.That(result.Value, Is.EqualTo(32));
        Assert.That(result.Limits95!.Upper, Is.EqualTo(32), "the lower limit of 0 is 0");
    }

    [Test]
    public void Hips_stand_in_for_the_caseload_and_five_times_a_third_of_them_is_1_point_6()
    {
        var measure = Missed with { Parts = [Missed.Parts[0] with { Derived = new DerivedCaseload("hip", 5, ProvenanceStatus.Verified, "") }] };
        var result = Report(measure, Records, "A | 2024 | hip | 40").Find("tested", "A", Result.All)!;

        Assert.That(result.Denominator, Is.EqualTo(1.6 * 40).Within(1e-9));
        Assert.That(result.Method, Does.Contain("caseload reckoned as 5 times hip fractures"));
    }

    [Test]
    public void Pooling_adds_the_expected_and_the_observed_of_sites_with_a_caseload()
    {
        var pooled = Row(Records + "\nB | 10 | 72 | 2024-05-01 | recommended\nC | 10 | 72 | 2024-05-01 | recommended", "A | 2024 | all | 200\nB | 2024 | all | 100", Result.All, Result.All);

        Assert.That((pooled.Numerator, pooled.Denominator), Is.EqualTo(((double?)35, (double?)96)), "25 + 10 of 64 + 32");
        Assert.That(pooled.Value, Is.EqualTo(61).Within(1e-9));
        Assert.That(pooled.Method, Does.EndWith("sites without a caseload left out: 1"));
    }

    [Test]
    public void A_caseload_for_all_the_report_covers_cannot_be_cut_without_a_first_day()
    {
        var audit = Audited(Missed, Records, "A | All | all | 731");
        var open = audit.Run().Find("tested", "A", Result.All)!;
        var bounded = (audit with { From = "2024-01-01", To = "2025-12-31" }).Run().Find("tested", "A", Result.All)!;

        Assert.That(open.Status, Is.EqualTo(ResultStatus.NotComputed));
        Assert.That(open.Method, Does.EndWith("date its rows, or give the report a first day"));
        Assert.That(bounded.Denominator, Is.EqualTo(366 * 0.8 * 0.5 * 0.8).Within(1e-9), "731 in 731 days are one a day, and 366 of them are due");
    }

    [Test]
    public void A_site_that_sent_nothing_has_a_row_in_patients()
    {
        var row = Row(Records, "absent | 2024 | all | 200", "absent", Result.All);

        Assert.That((row.Status, row.Unit), Is.EqualTo((ResultStatus.NoDataSubmitted, "patients")));
    }

    internal static MeasureDefinition Of(string ratio) => Language.Measure(ratio) with { Kind = MeasureKind.Shortfall, Model = Model };

    private static Audit Audited(MeasureDefinition measure, string records, string caseload) =>
        new() { Measures = [measure], Records = records, Caseload = $"site | period | group | expected\n{caseload}" };

    private static ReleasedReport Report(MeasureDefinition measure, string records, string caseload) => Audited(measure, records, caseload).Run();

    private static Result Row(string records, string caseload, string site, string period) => Report(Missed, records, caseload).Find("tested", site, period)!;
}
