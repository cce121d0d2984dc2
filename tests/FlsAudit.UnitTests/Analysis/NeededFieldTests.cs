using FlsAudit.Analysis;
using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>Measures that say nothing of a site which never records a field that they need.</summary>
public sealed class NeededFieldTests
{
    private static readonly MeasureDefinition Needy = Language.Measure("""
        population: age_at_fracture >= 50
        exclude: [{reason: died, when: death_date is known}]
        numerator: treatment = recommended
        """) with { Needs = [TestDictionary.Small["death_date"], TestDictionary.Small["fracture_side"]] };

    private const string Head = "site | n | age_at_fracture | treatment | death_date | fracture_side | fracture_site | fracture_date\n";

    // A fills both fields somewhere, B neither.
    private const string Records = Head + """
        A | 3 | 72 | recommended |            | left |       | 2025-01-01
        A | 1 | 72 | declined    |            |      |       | 2025-01-01
        A | 1 | 72 | declined    | 2025-02-01 |      |       | 2025-05-01
        B | 9 | 72 | recommended |            |      | wrist | 2025-01-01
        """;

    [Test]
    public void Every_row_of_a_site_that_never_records_one_is_not_computed_and_names_them()
    {
        var rows = (Audited(Records) with { By = ["fracture_site"] }).Run().Results.Where(row => row.Site == "B").ToArray();

        Assert.That(rows, Has.Length.EqualTo(3 * 3), "all, two quarters; whole, wrist, missing");
        Assert.That(rows.Select(row => (row.Status, row.Value, row.Numerator, row.Denominator, row.Limits95, row.Band)), Is.All.EqualTo((ResultStatus.NotComputed, (double?)null, (double?)null, (double?)null, (Limits?)null, (Band?)null)));
        Assert.That(rows.Select(row => row.Method), Is.All.EqualTo("not computed: the site never records death_date, fracture_side"));
        Assert.That(rows[0].Counts.Met, Is.EqualTo(9), "what the records say is counted");
    }

    [Test]
    public void Recorded_once_in_any_period_is_recorded()
    {
        var report = Audited(Records).Run();

        Assert.That(report.Find("tested", "A", Result.All)!.Value, Is.EqualTo(75), "3 of 4: one of the five died");
        Assert.That(report.Find("tested", "A", "2025-Q1")!.Status, Is.EqualTo(ResultStatus.Ok), "its only date of death is in the second quarter");
    }

    [Test]
    public void Recorded_as_not_known_is_recorded()
    {
        var site = Needy with { Needs = [TestDictionary.Small["fracture_site"]] };
        const string row = "A | 2 | 72 | recommended | | | {0} | 2025-01-01";

        Assert.That(Audit.Of(site, Head + row.Replace("{0}", CodeValue.NotKnown)).Find("tested", "A", Result.All)!.Status, Is.EqualTo(ResultStatus.Ok));
        Assert.That(Audit.Of(site, Head + row.Replace("{0}", "")).Find("tested", "A", Result.All)!.Status, Is.EqualTo(ResultStatus.NotComputed));
    }

    [Test]
    public void Such_sites_are_in_no_count_of_the_pooled_row_and_in_no_funnel()
    {
        var report = Audited(Records).Run();
        var pooled = report.Find("tested", Result.All, Result.All)!;

        Assert.That((pooled.Numerator, pooled.Denominator), Is.EqualTo(((double?)3, (double?)4)));
        Assert.That(pooled.Counts, Is.EqualTo(new OutcomeCounts(3, 1, 0, 1, 0, 0)), "those of A");
        Assert.That(pooled.Method, Does.EndWith("; sites that never record death_date or fracture_side left out: 1"));
        Assert.That(report.Funnel("tested"), Is.Null, "one site with a value is no comparison");
    }

    [Test]
    public void Where_every_site_lacks_one_the_pooled_row_is_not_computed_and_names_the_fields()
    {
        var pooled = Audited(Head + "A | 3 | 72 | recommended | | left | | 2025-01-01\nB | 3 | 72 | recommended | 2025-02-01 | | | 2025-01-01").Run().Find("tested", Result.All, Result.All)!;

        Assert.That((pooled.Status, pooled.Value), Is.EqualTo((ResultStatus.NotComputed, (double?)null)));
        Assert.That(pooled.Method, Is.EqualTo("not computed: no site records all that it needs; missing at some or all: death_date, fracture_side"));
        Assert.That(pooled.Counts.Records, Is.EqualTo(6));
    }

    [Test]
    public void Unknown_exclusions_are_told_only_of_sites_that_are_computed()
    {
        var measure = Needy with { Exclusions = [new Exclusion("left", DefinitionText.Condition("fracture_side = left", TestDictionary.Small))], Needs = [TestDictionary.Small["fracture_side"]] };

        var finding = Audit.Of(measure, Records).Findings.Single();

        Assert.That((finding.Code, finding.Occurrences), Is.EqualTo(("exclusion-unknown", 2L)), "two of A do not say; the nine of B are not computed at all");
    }

    [Test]
    public void Ratios_leave_such_sites_out_too()
    {
        var measure = Language.Measure("kind: ratio\npopulation: age_at_fracture >= 50\ncaseload: all") with { Needs = [TestDictionary.Small["fracture_side"]] };
        var report = new Audit { Measures = [measure], Records = Records, Caseload = "site | period | group | expected\nA | 2025-Q1 | all | 8\nB | 2025-Q1 | all | 10" }.Run();

        Assert.That(report.Find("tested", "B", "2025-Q1")!.Status, Is.EqualTo(ResultStatus.NotComputed));
        Assert.That((report.Find("tested", Result.All, "2025-Q1")!.Numerator, report.Find("tested", Result.All, "2025-Q1")!.Denominator), Is.EqualTo(((double?)4, (double?)8)));
    }

    [Test]
    public void A_measure_of_patients_needs_their_numbers()
    {
        // A numbers one of its two patients, B neither.
        var measure = Needy with { Unit = CountedUnit.PatientFirstEpisode, Needs = [] };
        var plan = new MeasurePlan([measure], Audit.Day("2025-12-31"), PeriodKind.Year, TestDictionary.Small["fracture_date"], [], []);
        var layout = plan.LayoutFrom(TestDictionary.Small);
        var batch = new RecordBatch(layout, 4, withPatients: true);
        var sites = new SiteTable();
        foreach (var record in RecordTable.Records(TestDictionary.Small, string.Concat(Head, string.Concat(Enumerable.Repeat("A | 1 | 72 | recommended | | | | 2025-01-01\n", 4)))))
            record.AddTo(batch, sites.NumberOf(batch.Count < 2 ? "A" : "B"), row: batch.Count + 2);
        batch.Patients![0] = UInt128.One;
        var engine = new ColumnarEngine(plan, layout);
        engine.Receive(batch);
        var cube = engine.Complete();
        cube.Settle();
        var set = new StandardSet("tests", "Tests", measure.Provenance, [measure]) { ExcludesDeathsBeforeWindow = false };

        var report = Disclosure.Release(Benchmark.Analyse(new BenchmarkRequest { Cube = cube, Sites = sites, Sets = [set] }), DisclosurePolicy.Internal);

        Assert.That(report.Find("tested", "A", Result.All)!.Denominator, Is.EqualTo(1), "the patient with a number; of the other it is not known whose first fracture it is");
        Assert.That(report.Find("tested", "B", Result.All)!.Method, Is.EqualTo("not computed: the site never records patient_id"));
        Assert.That(report.Find("tested", Result.All, Result.All)!.Method, Does.EndWith("sites that never record patient_id left out: 1"));
    }

    private static Audit Audited(string records) => new() { Measures = [Needy], Records = records };
}
