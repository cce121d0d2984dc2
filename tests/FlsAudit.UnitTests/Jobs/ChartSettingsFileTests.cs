using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Jobs;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>What people decided about charts, as they write it.</summary>
public sealed class ChartSettingsFileTests
{
    private readonly ExportFolder folder = new();

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Rows_are_decisions_with_their_reasons()
    {
        var path = folder.Write(
            "settings.csv",
            "Period,measure,site,action,reason",
            "2025-Q1,seen,north clinic,re-base,\"second clinic, more staff\"",
            "2024-Q4,,all sites,freeze,",
            "2024-Q2,seen,,Exclude,flood");

        var read = ChartSettingsFile.Read(path, [new SiteAlias("North clinic", "North", "", "")]);

        Assert.That(read.Actions, Is.EqualTo(new[]
        {
            new ChartAction("seen", "North", ChartActionKind.Rebase, "2025-Q1", "second clinic, more staff", 2),
            new ChartAction("", Result.All, ChartActionKind.Freeze, "2024-Q4", "", 3),
            new ChartAction("seen", "", ChartActionKind.Exclude, "2024-Q2", "flood", 4),
        }));
        Assert.That(read.Hash!.Path, Is.EqualTo("settings.csv"));
    }

    [Test]
    public void Every_wrong_row_is_told_with_what_was_expected_and_nothing_is_applied()
    {
        var path = folder.Write("wrong.csv", "measure,site,action,period,reason", "seen,,frieze,2025-Q1,", "seen,,exclude,2025-Q1,", "seen,,rebase,,moved");

        var error = Assert.Throws<JobException>(() => ChartSettingsFile.Read(path, []))!;

        Assert.That(error.ExitCode, Is.EqualTo(ExitCode.Input));
        Assert.That(error.Details, Is.EqualTo(new[]
        {
            "wrong.csv, row 2: 'frieze' is no action; did you mean 'freeze'? Expected: freeze, exclude, rebase.",
            "wrong.csv, row 3: The action exclude has no reason. Expected: why, in words that readers of the chart will see; without a reason a chart is left as it is.",
            "wrong.csv, row 4: No period is named. Expected: the label of a period in the report, such as 2025-Q1.",
        }));
    }

    [Test]
    public void A_file_without_the_headings_is_refused_and_says_which_are_expected()
    {
        var path = folder.Write("other.csv", "site,fracture_date", "North,2025-01-01");

        Assert.That(Assert.Throws<JobException>(() => ChartSettingsFile.Read(path, []))!.Details[0], Does.Contain("The headings action, period, measure, site, reason."));
    }

    [Test]
    public void A_file_that_is_not_there_is_named() =>
        Assert.That(Assert.Throws<JobException>(() => ChartSettingsFile.Read(folder.At("none.csv"), []))!.Message, Does.Contain("none.csv', which --chart-settings names"));

    [Test]
    public void Without_the_option_nothing_is_looked_for() => Assert.That(ChartSettingsFile.Read(null, []).Actions, Is.Empty);
}
