using FlsAudit.Statistics;
using FlsAudit.Statistics.Survival;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Statistics.Survival;

public sealed class KaplanMeierTests
{
    [Test]
    public void The_product_of_shares_by_hand()
    {
        // Events at 1, 3, 3 and 5, observed without one to 2 and 4. 5/6; of the 4 left at 3 half: 5/12; the last one at 5: 0.
        var steps = KaplanMeier.Of([(3, true), (1, true), (2, false), (3, true), (4, false), (5, true)], ConfidenceLevel.Percent95);

        Assert.That(steps.Select(step => (step.Time, step.AtRisk, step.Events)), Is.EqualTo(new[] { (1.0, 6L, 1L), (3.0, 4L, 2L), (5.0, 1L, 1L) }));
        Assert.That(steps.Select(step => step.Survival), Is.EqualTo(new[] { 5.0 / 6, 5.0 / 12, 0 }).Within(1e-12));
        Assert.That(steps[2].Limits, Is.Null);
        Assert.That(KaplanMeier.At(steps, 0.9), Is.EqualTo(1.0));
        Assert.That(KaplanMeier.At(steps, 3), Near.To(5.0 / 12));
    }

    [Test]
    public void The_interval_by_hand()
    {
        // One event of four: S = 3/4, Greenwood 1/(4·3) = 1/12. On the log(-log) scale ± z·√(1/12)/ln(4/3).
        var step = KaplanMeier.Of([(1, true), (2, false), (2, false), (2, false)], ConfidenceLevel.Percent95)[0];
        var reach = Math.Exp(ConfidenceLevel.Z95 * Math.Sqrt(1.0 / 12) / Math.Log(4.0 / 3));

        Near.AssertInterval(step.Limits!.Value, Math.Pow(0.75, reach), Math.Pow(0.75, 1 / reach));
    }

    [Test]
    public void Nobody_and_no_event_have_no_step()
    {
        Assert.That(KaplanMeier.Of([], ConfidenceLevel.Percent95), Is.Empty);
        Assert.That(KaplanMeier.Of([(5, false)], ConfidenceLevel.Percent95), Is.Empty);
        Assert.That(() => KaplanMeier.Of([(-1, true)], ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => KaplanMeier.Of([(double.NaN, true)], ConfidenceLevel.Percent95), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Property]
    public void Where_everybody_was_observed_it_is_the_plain_proportion(byte[] times)
    {
        foreach (var step in KaplanMeier.Of([.. times.Select(time => ((double)time, true))], ConfidenceLevel.Percent95))
        {
            Assert.That(step.Survival, Is.EqualTo(times.Count(time => time > step.Time) / (double)times.Length).Within(1e-12));
        }
    }

    [Property]
    public void It_never_rises_and_its_interval_contains_it((byte, bool)[] observations)
    {
        var before = 1.0;
        foreach (var step in KaplanMeier.Of([.. observations.Select(o => ((double)o.Item1, o.Item2))], ConfidenceLevel.Percent998))
        {
            Assert.That(step.Survival, Is.InRange(0, before));
            Assert.That(step.Limits is null, Is.EqualTo(step.Survival == 0));
            if (step.Limits is { } limits)
            {
                Assert.That(limits.Lower, Is.InRange(0, step.Survival));
                Assert.That(limits.Upper, Is.InRange(step.Survival, 1));
            }

            before = step.Survival;
        }
    }
}
