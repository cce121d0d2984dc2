using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>Every worked case of every shipped measure, on both engines.</summary>
public sealed class WorkedCaseTests
{
    private static IEnumerable<TestCaseData> Measures => ShippedStandards.Measures;

    [TestCaseSource(nameof(Measures))]
    public void Worked_cases_hold_on_both_engines(MeasureDefinition measure)
    {
        var results = WorkedCaseRun.Run(measure, ShippedStandards.Folder.Dictionary);

        Assert.That(results, Is.Not.Empty);
        Assert.That(results.Where(result => !result.Passed).Select(result => result.Explanation), Is.Empty);
    }
}
