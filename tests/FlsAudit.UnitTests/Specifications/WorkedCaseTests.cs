using FlsAudit.Measures;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>Every worked case of everything that is shipped, records on both engines.</summary>
public sealed class WorkedCaseTests
{
    private static IEnumerable<TestCaseData> Measures => ShippedStandards.Measures;

    private static IEnumerable<TestCaseData> Breakdowns => ShippedStandards.Breakdowns;

    [TestCaseSource(nameof(Measures))]
    public void Worked_cases_hold_on_both_engines(MeasureDefinition measure)
    {
        var results = WorkedCaseRun.Run(measure, ShippedStandards.Folder.Dictionary);

        Assert.That(results, Is.Not.Empty);
        Assert.That(results.Where(result => !result.Passed).Select(result => result.Explanation), Is.Empty);
    }

    [TestCaseSource(nameof(Measures))]
    public void Value_cases_hold(MeasureDefinition measure) =>
        Assert.That(ValueCases.Run(measure).Where(result => !result.Passed).Select(result => result.Explanation), Is.Empty);

    [TestCaseSource(nameof(Breakdowns))]
    public void Cases_of_breakdowns_hold_on_both_engines(Breakdown breakdown)
    {
        var results = WorkedCaseRun.Run(breakdown, ShippedStandards.Folder.Dictionary);

        Assert.That(results, Is.Not.Empty);
        Assert.That(results.Where(result => !result.Passed).Select(result => result.Explanation), Is.Empty);
    }
}
