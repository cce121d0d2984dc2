using FlsAudit.Model;

namespace FlsAudit.UnitTests.Model;

public sealed class PeriodTests
{
    [TestCase(PeriodKind.Month, "2025-03-31", "2025-03", "2025-03-01", "2025-03-31")]
    [TestCase(PeriodKind.Quarter, "2025-03-31", "2025-Q1", "2025-01-01", "2025-03-31")]
    [TestCase(PeriodKind.Quarter, "2025-12-31", "2025-Q4", "2025-10-01", "2025-12-31")]
    [TestCase(PeriodKind.FinancialQuarter, "2025-04-01", "2025/26-Q1", "2025-04-01", "2025-06-30")]
    [TestCase(PeriodKind.FinancialQuarter, "2025-03-31", "2024/25-Q4", "2025-01-01", "2025-03-31")]
    [TestCase(PeriodKind.FinancialQuarter, "1999-12-31", "1999/00-Q3", "1999-10-01", "1999-12-31")]
    [TestCase(PeriodKind.Year, "2024-02-29", "2024", "2024-01-01", "2024-12-31")]
    public void A_day_lies_in_one_period_with_a_label_that_reads_back(PeriodKind kind, string day, string label, string first, string last)
    {
        var period = Period.Of(kind, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber);

        Assert.That(period.Label, Is.EqualTo(label));
        Assert.That(DateOnly.FromDayNumber(period.FirstDay).ToString("O", null), Is.EqualTo(first));
        Assert.That(DateOnly.FromDayNumber(period.LastDay).ToString("O", null), Is.EqualTo(last));
        Assert.That(Period.TryParse(label, out var read), Is.True);
        Assert.That(read, Is.EqualTo(period));
    }

    [TestCase("2025-Q5")]
    [TestCase("2025/Q1")]
    [TestCase("2025/26 Q1")]
    [TestCase("2025-13")]
    [TestCase("2025/27-Q1")]
    [TestCase("All")]
    [TestCase("")]
    public void Other_texts_are_no_labels(string text) => Assert.That(Period.TryParse(text, out _), Is.False);
}
