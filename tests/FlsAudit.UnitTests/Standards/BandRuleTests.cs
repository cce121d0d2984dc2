using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Standards;

public sealed class BandRuleTests
{
    [TestCase(100, Band.Green)]
    [TestCase(80, Band.Green)]
    [TestCase(79.96, Band.Amber)]
    [TestCase(50, Band.Amber)]
    [TestCase(49.999, Band.Red)]
    [TestCase(0, Band.Red)]
    public void Bands_are_half_open_on_unrounded_values(double value, Band band) =>
        Assert.That(Rule(">= 80", ">= 50", "< 50").Of(value), Is.EqualTo(band));

    [TestCase(80, Band.Amber)]
    [TestCase(80.001, Band.Green)]
    public void A_strict_threshold_is_not_reached_by_equality(double value, Band band) =>
        Assert.That(Rule("> 80", ">= 50", "< 50").Of(value), Is.EqualTo(band));

    [TestCase(4, Band.Green)]
    [TestCase(5, Band.Red)]
    public void Fewer_may_be_better(double value, Band band) => Assert.That(Rule("< 5", null, ">= 5").Of(value), Is.EqualTo(band));

    [Test]
    public void A_value_in_a_gap_has_no_band() => Assert.That(Rule("> 50", null, "< 50").Of(50), Is.Null);

    [Test]
    public void Green_is_tested_before_amber_and_amber_before_red() =>
        Assert.That(Rule(">= 10", ">= 5", ">= 0").Of(10), Is.EqualTo(Band.Green));

    private static BandRule Rule(string green, string? amber, string red) =>
        new(Test(green), amber is null ? null : Test(amber), Test(red), ProvenanceStatus.Inferred, "");

    private static BandTest Test(string text) => new(text.Split(' ')[0], double.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
}
