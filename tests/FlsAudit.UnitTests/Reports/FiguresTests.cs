using System.Xml.Linq;
using FlsAudit.Reports;

namespace FlsAudit.UnitTests.Reports;

public sealed class FiguresTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

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
    public void Every_proportion_has_a_funnel_and_a_trend_and_the_cascade_its_bars() =>
        Assert.That(
            Directory.GetFiles(directory).Select(Path.GetFileName),
            Is.EquivalentTo(new[]
            {
                "cascade-care-cascade.svg", "trend-identification-rate.svg", "trend-days-to-assessment.svg",
                "funnel-attendance-rate.svg", "funnel-dxa-rate.svg", "funnel-treatment-prescribed.svg", "funnel-new-vertebral-fracture.svg",
                "funnel-fls-db-4.svg", "funnel-fls-db-6.svg", "funnel-fls-db-9.svg", "funnel-fls-db-11.svg",
                "trend-attendance-rate.svg", "trend-dxa-rate.svg", "trend-treatment-prescribed.svg", "trend-new-vertebral-fracture.svg",
                "trend-fls-db-4.svg", "trend-fls-db-6.svg", "trend-fls-db-9.svg", "trend-fls-db-11.svg",
            }));
}
