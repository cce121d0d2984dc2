using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Reports;

public sealed class MeasurePageTests
{
    private static IEnumerable<(MeasureDefinition Measure, StandardSet Set)> All =>
        LevelsFixture.Report.Sets.Concat(BenchmarkFixture.Report.Sets).SelectMany(set => set.Measures.Select(measure => (measure, set)));

    [Test]
    public void Every_page_of_every_kind_has_all_headings_in_order_and_says_something_beneath_each() =>
        Assert.Multiple(() =>
        {
            Assert.That(All.Select(entry => entry.Measure.Kind).Distinct(), Is.EquivalentTo(Enum.GetValues<MeasureKind>()), "or a kind is not tried");
            foreach (var (measure, set) in All)
            {
                var page = MeasurePage.Of(measure, set);
                Assert.That(page.Sections.Select(section => section.Heading), Is.EqualTo(MeasurePage.Headings), measure.Id);
                Assert.That(page.Sections.Select(section => section.Lines), Has.All.Not.Empty, measure.Id);
                Assert.That(page.Sections.SelectMany(section => section.Lines).Select(line => line.Text.Trim()), Has.All.Not.Empty, measure.Id);
            }
        });

    [Test]
    public void Where_the_definition_says_nothing_the_page_says_so()
    {
        var page = MeasurePage.Of(MeasureFixture.Proportion("dxa-rate", "DXA done") with { Exclusions = [] }, LevelsFixture.Uk);
        Assert.Multiple(() =>
        {
            Assert.That(Lines(page, "Why"), Is.EqualTo(new[] { "The definition does not say." }));
            Assert.That(Lines(page, "Exclusions"), Is.EqualTo(new[] { "None." }));
            Assert.That(Lines(page, "Bands"), Is.EqualTo(new[] { "None: no thresholds are known." }));
            Assert.That(Lines(page, "Cases"), Is.EqualTo(new[] { "None." }));
            Assert.That(Lines(page, "What to do when you fail it"), Is.EqualTo(new[] { "The definition does not say." }));
        });
    }

    [Test]
    public void Thresholds_that_are_not_verified_carry_the_mark_and_the_word() =>
        Assert.That(Lines(MeasurePage.Of(LevelsFixture.Ladder, LevelsFixture.Framework), "Bands"), Is.EqualTo(new[]
        {
            "Levels: ●●● level 3 ≥ 90; ●●○ level 2 ≥ 70; ●○○ level 1 ≥ 50; otherwise ○○○ below level 1 (recalled\u00A0†). A value on a threshold is inside.",
        }));

    [Test]
    public void A_model_says_its_factors_and_its_multiplier() =>
        Assert.That(Lines(MeasurePage.Of(LevelsFixture.Missed, LevelsFixture.Uk), "Bands"), Is.EqualTo(new[]
        {
            "Model: expected = caseload × 80 % (identified) × 50 % (recommended); value = expected - observed, in patients; below zero when more were observed (secondary\u00A0†). The national report's model.",
            "Multiplier: where the caseload has no row of group all, 5 × the row of group hip (verified). UK multiplier.",
        }));

    [Test]
    public void Settings_tell_parameters_deaths_unit_and_breakdowns()
    {
        var measure = LevelsFixture.In84Days with
        {
            Parameters = [new Parameter("window", "84 days", "Longest time", ProvenanceStatus.Recalled)],
            Unit = CountedUnit.PatientFirstEpisode,
            IntakeYearStarts = new MonthDay(7, 1),
            By = [LevelsFixture.PatientGroup],
            Needs = [MeasureFixture.Age],
        };
        Assert.That(Lines(MeasurePage.Of(measure, LevelsFixture.Indicators), "Settings"), Is.EqualTo(new[]
        {
            "Longest time: 84 days ($window, recalled\u00A0†)",
            "Deaths: left out: Died within 12 weeks of the fracture (a setting of the set).",
            "Counted: of a patient's episodes that belong, only the earliest of each year that starts on 1 July.",
            "Always shown by: Patient group (Hip fractures, Vertebral fractures).",
            "Not computed for a site that never records one of: age_at_fracture (Age at the index fracture).",
        }));
    }

    [Test]
    public void Cases_keep_the_order_of_their_columns_and_lose_those_that_nobody_fills()
    {
        var tables = MeasurePage.Of(LevelsFixture.Ladder, LevelsFixture.Framework).Sections.Single(section => section.Heading == "Cases").Tables;
        Assert.Multiple(() =>
        {
            Assert.That(tables[0].Columns, Is.EqualTo(new[] { "fracture_date", "assessment_date", "age_at_fracture", "as_at", "expect", "why" }));
            Assert.That(tables[0].Rows[0], Is.EqualTo(new[] { "2025-01-01", "", "72", "2025-12-31", "not met", "no | bloods" }));
            Assert.That(tables[1].Columns, Is.EqualTo(new[] { "value", "expect", "why" }));
            Assert.That(tables[1].Rows[1], Is.EqualTo(new[] { "89.9", "level 2", "below it" }));
        });
    }

    [Test]
    public void Markdown_escapes_what_would_end_a_cell_and_keeps_line_ends_short()
    {
        var text = MeasurePage.Of(LevelsFixture.Ladder, LevelsFixture.Framework).Markdown();
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("| no \\| bloods |"));
            Assert.That(text, Does.Contain("\n## What to do when you fail it\n\n- Order bloods with the first letter.\n- Ask the laboratory for one profile.\n"));
            Assert.That(text, Does.Contain("fracture of skull, face or digit: `fracture_site in (skull, face, digit)`"));
            Assert.That(text, Does.Not.Contain('\r').And.EndsWith("\n"));
        });
    }

    [Test]
    public void The_terminal_gets_the_same_lines_with_the_cases_as_aligned_text()
    {
        var text = MeasurePage.Of(LevelsFixture.Ladder, LevelsFixture.Framework).Text();
        Assert.Multiple(() =>
        {
            Assert.That(text[0].Value, Is.EqualTo("bpf-6 (iof-bpf): Secondary causes excluded\u00A0†"));
            Assert.That(text.Skip(1).Select(paragraph => paragraph.Key), Is.EqualTo(MeasurePage.Headings));
            Assert.That(text.Single(paragraph => paragraph.Key == "Cases").Value.Split('\n'), Does.Contain("value | expect  | why").And.Contain("89.9  | level 2 | below it"));
        });
    }

    private static IEnumerable<string> Lines(MeasurePage page, string heading) => page.Sections.Single(section => section.Heading == heading).Lines.Select(line => line.Text);
}
