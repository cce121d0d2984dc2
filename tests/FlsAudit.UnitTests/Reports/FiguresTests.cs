using FlsAudit.Reports;

namespace FlsAudit.UnitTests.Reports;

public sealed class FiguresTests
{
    private string directory = "";

    [OneTimeSetUp]
    public void Write()
    {
        directory = Path.Combine(TestContext.CurrentContext.WorkDirectory, "reports", "figures");
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        Directory.CreateDirectory(directory);
        Figures.Write(BenchmarkFixture.Report, directory);
    }

    [Test]
    public void The_same_report_gives_the_same_bytes()
    {
        var again = Directory.CreateDirectory(Path.Combine(directory, "..", "figures-again")).FullName;
        Assert.Multiple(() =>
        {
            foreach (var name in Figures.Write(BenchmarkFixture.Report, again))
                Assert.That(File.ReadAllBytes(Path.Combine(again, name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(directory, name))), name);
        });
    }

    [Test]
    public void A_funnel_names_the_site_outside_its_limits_in_the_drawing_and_in_words()
    {
        var svg = File.ReadAllText(Path.Combine(directory, "funnel-fls-db-4.svg"));
        Assert.That(svg, Does.Contain($">{BenchmarkFixture.FarOut}</text>").And.Contain($"{BenchmarkFixture.FarOut}: 512 of 1,424 = 36.0 % (below the 99.8 % limit)"));
    }

    [Test]
    public void A_trend_shades_periods_that_are_not_due() =>
        Assert.That(File.ReadAllText(Path.Combine(directory, "trend-fls-db-11.svg")), Does.Contain(">not due</text>"));

    [Test]
    public void A_trend_names_the_sites_that_it_cannot_show_and_why() =>
        Assert.That(
            File.ReadAllText(Path.Combine(directory, "trend-fls-db-11.svg")),
            Does.Contain("Sites without a value in any period").And.Contain(BenchmarkFixture.EmptyBlock));

    [Test]
    public void A_cascade_prints_counts_and_shares() =>
        Assert.That(File.ReadAllText(Path.Combine(directory, "cascade-care-cascade.svg")), Does.Contain("72.0 % (4,492 of 6,240)"));

    [Test]
    public void Every_proportion_has_a_funnel_its_sites_in_order_and_a_trend_and_the_cascade_its_bars() =>
        Assert.That(
            Directory.GetFiles(directory).Select(Path.GetFileName),
            Is.EquivalentTo(new[]
            {
                "cascade-care-cascade.svg", "trend-identification-rate.svg", "trend-days-to-assessment.svg",
                "funnel-attendance-rate.svg", "funnel-dxa-rate.svg", "funnel-treatment-prescribed.svg", "funnel-new-vertebral-fracture.svg",
                "funnel-fls-db-4.svg", "funnel-fls-db-6.svg", "funnel-fls-db-9.svg", "funnel-fls-db-11.svg",
                "caterpillar-attendance-rate.svg", "caterpillar-dxa-rate.svg", "caterpillar-treatment-prescribed.svg", "caterpillar-new-vertebral-fracture.svg",
                "caterpillar-fls-db-4.svg", "caterpillar-fls-db-6.svg", "caterpillar-fls-db-9.svg", "caterpillar-fls-db-11.svg",
                "trend-attendance-rate.svg", "trend-dxa-rate.svg", "trend-treatment-prescribed.svg", "trend-new-vertebral-fracture.svg",
                "trend-fls-db-1.svg", "trend-fls-db-4.svg", "trend-fls-db-6.svg", "trend-fls-db-9.svg", "trend-fls-db-11.svg",
            }));
}
