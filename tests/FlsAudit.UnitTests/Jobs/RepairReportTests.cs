using System.Text.Json;
using FlsAudit.Jobs;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>What a report writes of repaired years and of a wash-out.</summary>
public sealed class RepairReportTests
{
    private const string Headings = "record_id,site,patient_id,age_at_fracture,fracture_date,fracture_site,fracture_side,identified_date,assessment_date";

    private static readonly string[] Rows =
    [
        "1,North,P1,73,2025-03-10,hip,left,2025-03-12,2024-04-01",
        "2,North,P2,73,2052-03-10,hip,left,2025-03-12,2025-04-01",
        "3,North,P1,73,2025-04-10,hip,left,2025-04-12,",
    ];

    private ExportFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ExportFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Without_the_options_there_is_no_list_and_the_manifest_does_not_name_them()
    {
        var outcome = Report("plain", input => input);

        Assert.That(outcome.Outputs, Has.None.EqualTo("repairs.csv"));
        Assert.That(File.Exists(Path.Combine(folder.At("plain"), "repairs.csv")), Is.False);
        Assert.That(Arguments("plain").Select(argument => argument.Name), Has.None.EqualTo("repair").And.None.EqualTo("wash-out"));
        Assert.That(outcome.Findings.Where(finding => finding.Code == "year-typo-suspected").Select(finding => finding.Place.Column), Is.EqualTo(new[] { "assessment_date", "fracture_date" }));
    }

    [Test]
    public void With_repair_every_repair_is_a_line_without_values()
    {
        var outcome = Report("repaired", input => input with { Repair = true });

        Assert.That(File.ReadAllText(Path.Combine(folder.At("repaired"), "repairs.csv")), Is.EqualTo(
            "file,sheet,row,column,field,rule\na.csv,,2,assessment_date,assessment_date,year-of-step\na.csv,,3,fracture_date,fracture_date,year-of-fracture\n"));
        Assert.That(outcome.Outputs, Does.Contain("repairs.csv"));
        Assert.That(Arguments("repaired").Single(argument => argument.Name == "repair").Value, Is.EqualTo("true"));
        Assert.That(outcome.Reconciliations.Single().Used, Is.EqualTo(3), "the fracture after the as-at date is in range now");
        Assert.That(outcome.Findings.Where(finding => finding.Code == "date-before-fracture"), Is.Empty, "what is judged is the repaired date");
    }

    [Test]
    public void Values_are_written_only_when_asked_for()
    {
        Report("shown", input => input with { Repair = true, ShowValues = true });

        Assert.That(File.ReadAllLines(Path.Combine(folder.At("shown"), "repairs.csv"))[..2], Is.EqualTo(new[]
        {
            "file,sheet,row,column,field,rule,from,to",
            "a.csv,,2,assessment_date,assessment_date,year-of-step,2024-04-01,2025-04-01",
        }));
    }

    [Test]
    public void The_same_input_gives_the_same_bytes_and_a_report_with_repairs_may_be_replaced()
    {
        Report("once", input => input with { Repair = true, WashOut = 90 });
        Report("again", input => input with { Repair = true, WashOut = 90 });
        Report("again", input => input with { Repair = true, WashOut = 90 });

        foreach (var file in new[] { "repairs.csv", "rejected.csv", "findings.csv", "manifest.json" })
            Assert.That(File.ReadAllBytes(Path.Combine(folder.At("again"), file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(folder.At("once"), file))), file);
        Assert.That(Directory.EnumerateFiles(folder.At("once"), ".*"), Is.Empty, "no spool is left");
    }

    [Test]
    public void A_wash_out_lists_what_it_leaves_out_and_the_numbers_add_up()
    {
        var outcome = Report("washed", input => input with { WashOut = 31 });

        Assert.That(File.ReadAllText(Path.Combine(folder.At("washed"), "rejected.csv")), Does.Contain("a.csv,,4,duplicate,Recorded again within 31 days of a.csv row 2.\n"));
        Assert.That(Arguments("washed").Single(argument => argument.Name == "wash-out").Value, Is.EqualTo("31"));
        var rows = outcome.Reconciliations.Single();
        Assert.That((rows.Read, rows.Used, rows.Duplicate, rows.OutOfRange, rows.AddsUp), Is.EqualTo((3L, 1L, 1L, 1L, true)));
    }

    [Test]
    public void An_explanation_says_that_a_record_was_washed_out()
    {
        var file = folder.Write("a.csv", [Headings, .. Rows]);
        var request = new ExplainRequest { Input = ExportFolder.Input(file) with { WashOut = 90 }, AsAt = new DateOnly(2025, 12, 31), Measures = ["attendance-rate"] };

        var error = Assert.Throws<JobException>(() => ExplainJob.Record(request, "a.csv:4"))!;

        Assert.That(error.Details, Has.Some.Contains("Recorded again within 90 days of a.csv row 2."));
    }

    [Test]
    public void Own_rules_whose_cases_do_not_hold_are_not_applied()
    {
        var own = Directory.CreateDirectory(folder.At("own")).FullName;
        Directory.CreateDirectory(Path.Combine(own, "plausibility"));
        const string Rule = """
            group: ours
            rules:
              - name: over-105
                severity: warning
                message: Over 105.
                expected: Look.
                source: {title: ours, status: inferred}
                when: age_at_fracture > 105
                cases: |
                  age_at_fracture | as_at      | expect     | why
                  106             | 2025-12-31 | ANSWER | over
            """;
        var file = folder.Write("a.csv", Headings, "1,North,P1,106,2025-03-10,hip,left,,");
        CheckOutcome Check(string answer)
        {
            File.WriteAllText(Path.Combine(own, "plausibility", "ours.yaml"), Rule.Replace("ANSWER", answer));
            return CheckJob.Run(ExportFolder.Input(file) with { StandardsDirectory = own }, new DateOnly(2025, 12, 31));
        }

        Assert.That(Check("marked").Findings.Select(finding => finding.Code), Does.Contain("over-105"));
        var error = Assert.Throws<JobException>(() => Check("not marked"))!;
        Assert.That(error.ExitCode, Is.EqualTo(ExitCode.WorkedCases));
        Assert.That(error.Details, Is.EqualTo(new[] { "own/plausibility/ours.yaml(11): over-105 expected not marked, got marked; why: over" }));
    }

    private ReportOutcome Report(string name, Func<InputOptions, InputOptions> with) => ReportJob.Run(new ReportRequest
    {
        Input = with(ExportFolder.Input(folder.Write("a.csv", [Headings, .. Rows]))),
        AsAt = new DateOnly(2025, 12, 31),
        Output = folder.At(name),
        Sets = ["fls-core"],
    });

    private IReadOnlyList<(string Name, string Value)> Arguments(string name)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.At(name), "manifest.json")));
        return [.. manifest.RootElement.GetProperty("arguments").EnumerateObject().Select(argument => (argument.Name, argument.Value.GetString()!))];
    }
}
