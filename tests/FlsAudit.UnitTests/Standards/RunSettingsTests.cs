using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Standards;

/// <summary>The settings of one run, laid over a set: its measures and the windows of its work-list are judged alike.</summary>
public sealed class RunSettingsTests
{
    private static IEnumerable<TestCaseData> SetsWithWorklist =>
        from set in ShippedStandards.Folder.Sets
        where set.Worklist is not null
        select new TestCaseData(set).SetArgDisplayNames(set.Name);

    [TestCaseSource(nameof(SetsWithWorklist))]
    public void A_worklist_judges_its_windows_under_the_settings_of_the_run(StandardSet set)
    {
        foreach (var excludesDeaths in new[] { true, false })
        {
            var laid = set.With(UnknownPolicy.LeaveOut, excludesDeaths, []);

            foreach (var window in laid.Worklist!.Windows)
            {
                var measure = laid.Measures.Single(measure => measure.Id == window.Measure.Id);
                Assert.That(window.Measure.Unknown, Is.EqualTo(UnknownPolicy.LeaveOut));
                Assert.That(window.Measure.Exclusions, Is.EqualTo(measure.Exclusions), $"{measure.Id}, deaths left out: {excludesDeaths}");
                if (measure.DeathBeforeWindow is { } death) Assert.That(window.Measure.Exclusions.Contains(death), Is.EqualTo(excludesDeaths));
            }
        }
    }
}
