using FlsAudit.Analysis;
using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Standards;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>A first day asked for must not turn a later episode of a patient into the first.</summary>
public sealed class FirstEpisodeTests
{
    [TestCase(null, "Ok")]
    [TestCase("2024-07-01", "Ok", Description = "the first day of an intake year cuts no episode of it")]
    [TestCase("2025-01-01", "NotComputed", Description = "an episode of the autumn before would be the first of this intake year")]
    public void A_measure_of_first_episodes_is_computed_only_from_the_start_of_an_intake_year(string? from, string status)
    {
        var measure = MeasureYaml.Read(MeasureYaml.Proportion) with { Unit = CountedUnit.PatientFirstEpisode, IntakeYearStarts = new MonthDay(7, 1) };
        var plan = new MeasurePlan([measure], Day("2025-12-31"), PeriodKind.Year, TestDictionary.Small["fracture_date"], [], []);
        var layout = plan.LayoutFrom(TestDictionary.Small);
        var batch = new RecordBatch(layout, 1, withPatients: true);
        Record.Of(TestDictionary.Small, new Dictionary<string, string> { ["fracture_date"] = "2025-02-10", ["assessment_date"] = "2025-03-01", ["age_at_fracture"] = "72" }).AddTo(batch, 0, 2);
        batch.Patients![0] = UInt128.One;
        var engine = new ColumnarEngine(plan, layout);
        engine.Receive(batch);
        var cube = engine.Complete();
        cube.Settle();
        var sites = new SiteTable();
        sites.NumberOf("North");

        var report = Disclosure.Release(Benchmark.Analyse(new BenchmarkRequest
        {
            Cube = cube,
            Sets = [new StandardSet("tests", "Tests", measure.Provenance, [measure]) { ExcludesDeathsBeforeWindow = false }],
            Sites = sites,
            From = from is null ? null : Day(from),
        }), DisclosurePolicy.Internal);

        Assert.That(report.Find(measure.Id, "North", Result.All)!.Status.ToString(), Is.EqualTo(status));
        Assert.That(report.Find(measure.Id, Result.All, Result.All)!.Status.ToString(), Is.EqualTo(status));
    }

    private static int Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber;
}
