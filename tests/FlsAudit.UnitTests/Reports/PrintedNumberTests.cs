using FlsAudit.Reports.Wording;

namespace FlsAudit.UnitTests.Reports;

public sealed class PrintedNumberTests
{
    [TestCase(0.25, "0.3 %")]
    [TestCase(94.85, "94.9 %")]
    [TestCase(94.921875, "94.9 %")]
    [TestCase(-0.25, "-0.3 %")]
    [TestCase(0, "0.0 %")]
    [TestCase(1234.5, "1,234.5 %")]
    public void Percentages_have_one_decimal_rounded_half_away_from_zero(double value, string printed) =>
        Assert.That(PrintedNumber.WithUnit(value, "percent"), Is.EqualTo(printed));

    [TestCase(48, "48 days")]
    [TestCase(48.5, "48.5 days")]
    [TestCase(48.04, "48 days")]
    public void Days_have_a_decimal_only_when_they_are_not_whole(double value, string printed) =>
        Assert.That(PrintedNumber.WithUnit(value, "days"), Is.EqualTo(printed));

    [Test]
    public void Counts_have_thousands_separators() => Assert.That(PrintedNumber.Count(1_234_567), Is.EqualTo("1,234,567"));
}
