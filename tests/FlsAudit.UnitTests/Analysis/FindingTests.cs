using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

public sealed class FindingTests
{
    [Test]
    public void Records_whose_exclusion_is_not_recorded_are_kept_and_told_with_their_number()
    {
        var measure = Language.Measure("exclude: [{reason: refused, when: treatment = declined}]\nnumerator: assessment_date is known");
        var report = Audit.Of(measure, "site | n | treatment\nA | 3 |\nB | 2 | not_known\nB | 4 | recommended\nB | 1 | declined");

        var finding = report.Findings.Single();
        Assert.That((finding.Code, finding.Occurrences), Is.EqualTo(("exclusion-unknown", 5L)));
        Assert.That(finding.Message, Does.StartWith("tested: "));
    }

    [Test]
    public void Without_unknown_exclusions_there_is_nothing_to_tell() =>
        Assert.That(Audit.Of(Language.Measure("numerator: treatment = recommended"), "treatment\nrecommended").Findings, Is.Empty);
}
