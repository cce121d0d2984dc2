using System.Globalization;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>The published figures of Lille come out of the sample records. Verified in print: 243/256, 45/103 and the percentages.</summary>
public sealed class LilleSampleTests
{
    private static ScratchFolder folder = null!;
    private static CsvFile results = null!;
    private static Run run = null!;

    [OneTimeSetUp]
    public static void Report()
    {
        folder = new ScratchFolder();
        run = Run.Of("report", Repository.Sample("lille-2016-2018"), "--as-at", "2018-12-31", "--out", folder.Combine("report"));
        results = CsvFile.Read(folder.Combine("report", "results.csv"));
    }

    [OneTimeTearDown]
    public static void CleanUp() => folder.Dispose();

    // measure, category, numerator, denominator, percentage as printed, Wilson 95 % limits where they are known
    [TestCase("treatment-prescribed", "", 243, 256, "94.9", "91.5", "97.0")]
    [TestCase("new-vertebral-fracture", "", 45, 103, "43.7", "34.5", "53.3")]
    [TestCase("evaluation-rate", "", 223, 736, "30.3", "27.1", "33.7")]
    [TestCase("attendance-rate", "", 256, 569, "45.0", null, null)]
    [TestCase("identification-rate", "hip", 224, 302, "74.2", null, null)]
    public void A_published_figure_is_reproduced(string measure, string group, int numerator, int denominator, string printed, string? lower, string? upper)
    {
        var row = results.Result(measure, breakdown: group.Length > 0 ? "caseload_group" : "", category: group);

        Assert.That(row["numerator"], Is.EqualTo(numerator.ToString(CultureInfo.InvariantCulture)));
        Assert.That(row["denominator"], Is.EqualTo(denominator.ToString(CultureInfo.InvariantCulture)));
        Assert.That(Printed(row["value"]), Is.EqualTo(printed));
        if (lower is not null) Assert.That((Printed(row["lower_95"]), Printed(row["upper_95"])), Is.EqualTo((lower, upper)));
    }

    [TestCase("treatment-prescribed")]
    [TestCase("new-vertebral-fracture")]
    [TestCase("evaluation-rate")]
    [TestCase("attendance-rate")]
    [TestCase("identification-rate")]
    public void Definitions_with_rules_of_our_own_are_marked(string measure) =>
        Assert.That(results.Rows.Where(row => row["measure"] == measure).Select(row => row["provenance"]), Is.Not.Empty.And.All.EqualTo("inferred"));

    [Test]
    public void A_reconstructed_caseload_says_so_beside_the_number() =>
        Assert.That(results.Result("identification-rate", breakdown: "caseload_group", category: "hip")["method"], Does.Contain("caseload: Reconstruction"));

    [Test]
    public void Every_row_of_the_export_is_used_and_said_to_be()
    {
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("769 rows read and accounted for"));
    }

    private static string Printed(string value) =>
        Math.Round(double.Parse(value, CultureInfo.InvariantCulture), 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
}
