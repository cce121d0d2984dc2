using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>Tables that somebody else counted: read as they are, or refused with every problem at once.</summary>
public sealed class ComparisonTableTests
{
    [Test]
    public void Sites_periods_and_measures_are_read_as_they_are_spelled()
    {
        var table = Read("measure,site,period,numerator,denominator\nDXA,St Élise,2025-Q1,0,0\nDXA, St  Élise ,2025-Q2,7,9\n").Table!;

        Assert.That(table, Has.Property(nameof(table.HasSites)).True.And.Property(nameof(table.HasPeriods)).True.And.Property(nameof(table.HasValues)).False);
        Assert.That(table.Rows, Is.EqualTo((ComparisonRow[])
        [
            new(2, "DXA", "St Élise", "2025-Q1", 0, 0, null),
            new(3, "DXA", "St Élise", "2025-Q2", 7, 9, null),
        ]));
    }

    [Test]
    public void A_denominator_of_0_is_no_cases_and_no_error()
    {
        var table = Read("site,numerator,denominator\nA,0,0\nB,0,3\n").Table!;

        Assert.That(table.Rows.Select(row => row.HasValue), Is.EqualTo((bool[])[false, true]));
    }

    [TestCase("Site;Numérator;DENOMINATOR\nA;1;2\n", 1252)]
    [TestCase("site\tnumerator\tdenominator\r\nA\t1\t2\r\n", 65001)]
    [TestCase("Counted by the trust\n\nsite|numerator|denominator\nA|1|2\n", 65001)]
    [TestCase("site,numerator,denominator\nA,1.0,2\n", 1200)]
    public void It_may_be_written_as_any_export_may_be(string text, int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var row = Read(text, encoding: Encoding.GetEncoding(codePage)).Table!.Rows.Single();

        Assert.That((row.Site, row.Numerator, row.Denominator), Is.EqualTo(("A", 1.0, 2.0)));
    }

    [Test]
    public void Without_a_column_of_measures_there_is_one_without_a_name() =>
        Assert.That(Read("site,numerator,denominator\nA,1,2\n").Table!, Has.Property("Name").EqualTo("counted").And.Property("Measures").EqualTo((string[])[""]));

    [TestCase("site,numerator,denominator\nA,5,4\n", "table-count-impossible", 2, "numerator")]
    [TestCase("site,numerator,denominator\nA,-1,4\n", "table-count-not-read", 2, "numerator")]
    [TestCase("site,numerator,denominator\nA,1,4.5\n", "table-count-not-read", 2, "denominator")]
    [TestCase("site;numerator;denominator\nA;1;1,234\n", "table-count-not-read", 2, "denominator")]
    [TestCase("site,numerator,denominator\nA,1,\n", "table-count-not-read", 2, "denominator")]
    [TestCase("site,numerator,denominator\nA,1,NaN\n", "table-count-not-read", 2, "denominator")]
    [TestCase("site,numerator,denominator\n,1,4\n", "table-name-blank", 2, "site")]
    [TestCase("site,period,numerator,denominator\nA,,1,4\n", "table-name-blank", 2, "period")]
    [TestCase("site,numerator,denominator\nA,1,4\nB,1,4\n A,2,4\n", "table-row-twice", 4, null)]
    [TestCase("site,numerator,denominator\nA,1,4\nAll,1,4\n", "table-row-pooled", 3, "site")]
    [TestCase("site,numerator,denominator\nA,1,1,234\n", "table-row-too-long", 2, null)]
    [TestCase("site,numerator,denominator\n", "table-empty", 1, null)]
    [TestCase("site,numerator,numerator,denominator\nA,1,1,4\n", "table-heading-twice", 1, "numerator")]
    [TestCase("", "file-empty", null, null)]
    public void A_row_that_cannot_be_right_is_refused_with_its_place(string text, string code, int? row, string? column)
    {
        var reading = Read(text);

        var finding = reading.Findings.Single(finding => finding.Severity == Severity.Error);
        Assert.That(reading.Table, Is.Null);
        Assert.That((finding.Code, finding.Place), Is.EqualTo((code, new Place("counted.csv", null, row, column))));
    }

    [Test]
    public void All_problems_are_told_together_and_no_cell_is_quoted()
    {
        var findings = Read("site,numerator,denominator\nA,5,4\nB,secret,4\n,1,2\n").Findings;

        Assert.That(findings.Select(finding => (finding.Code, finding.Place.Row)), Is.EquivalentTo((ValueTuple<string, long?>[])
            [("table-count-impossible", 2), ("table-count-not-read", 3), ("table-name-blank", 4)]));
        Assert.That(findings.Select(finding => finding.Message + finding.Expected), Has.None.Contains("secret"));
    }

    [Test]
    public void A_missing_column_is_told_with_the_heading_that_was_perhaps_meant()
    {
        var finding = Read("site,numerator,demoninator,nhs_number\nA,1,2,9434765919\n").Findings.Single();

        Assert.That(finding.Code, Is.EqualTo("table-column-missing"));
        Assert.That(finding.Message, Is.EqualTo("The table has no column 'denominator'; did you mean 'demoninator'?"));
    }

    [TestCase(ComparisonColumns.Sites, "site")]
    [TestCase(ComparisonColumns.Periods, "period")]
    [TestCase(ComparisonColumns.SitesOrPeriods, "site' or 'period")]
    public void What_a_comparison_needs_must_be_there(ComparisonColumns needed, string missing) =>
        Assert.That(Read("numerator,denominator\n1,2\n", needed).Findings.Single().Message, Does.StartWith($"The table has no column '{missing}'"));

    [Test]
    public void Columns_that_are_not_used_are_named()
    {
        var reading = Read("site,numerator,denominator,value,notes\nA,1,2,50,x\n");

        Assert.That(reading.Table, Is.Not.Null);
        Assert.That(reading.Findings.Select(finding => finding.Message), Is.EqualTo((string[])
        [
            "A column is not used: 'notes'.",
            "The column 'value' is not used: what is compared is worked out from the counts.",
        ]));
    }

    [Test]
    public void Values_stand_for_counts_where_they_may_and_a_blank_one_is_a_gap()
    {
        var table = Read("period,value\n2025-01,48.5\n2025-02,\n2025-03,-3\n", ComparisonColumns.Periods, values: true).Table!;

        Assert.That(table.HasValues);
        Assert.That(table.Rows.Select(row => row.Value), Is.EqualTo((double?[])[48.5, null, -3]));
    }

    [Test]
    public void A_value_that_is_no_number_is_refused() =>
        Assert.That(Read("period,value\n2025-01,about 5\n", ComparisonColumns.Periods, values: true).Findings.Single().Code, Is.EqualTo("table-value-not-read"));

    [Test]
    public void Values_beside_counts_are_a_warning() =>
        Assert.That(
            Read("period,numerator,denominator,value\n2025-01,1,2,50\n", ComparisonColumns.Periods, values: true).Findings.Single(),
            Has.Property(nameof(Finding.Severity)).EqualTo(Severity.Warning).And.Property(nameof(Finding.Message)).Contains("the counts are not used"));

    [TestCase("2025-Q2 2024-Q4 2025-Q1", "2024-Q4 2025-Q1 2025-Q2", true)]
    [TestCase("2025/26-Q1 2024/25-Q4", "2024/25-Q4 2025/26-Q1", true)]
    [TestCase("2025-10 2025-09", "2025-09 2025-10", true)]
    [TestCase("2025 1999", "1999 2025", true)]
    [TestCase("2025-03-01 2025-02-28", "2025-02-28 2025-03-01", true)]
    [TestCase("2025-Q2 2024", "2025-Q2 2024", false)]
    [TestCase("after before", "after before", false)]
    [TestCase("2025-03-01 2025", "2025-03-01 2025", false)]
    public void Periods_come_in_calendar_order_where_there_is_one(string given, string expected, bool calendar)
    {
        var order = PeriodOrder.Of(given.Split(' '));

        Assert.That((string.Join(' ', order.Periods), order.IsCalendar), Is.EqualTo((expected, calendar)));
    }

    [Test]
    public void A_file_that_is_not_there_is_told() =>
        Assert.That(ComparisonTables.Read("not-there.csv", ComparisonColumns.Sites, false).Findings.Single().Code, Is.EqualTo("file-not-found"));

    private static ComparisonReading Read(string text, ComparisonColumns needed = ComparisonColumns.Sites, bool values = false, Encoding? encoding = null)
    {
        using var folder = new ImportCase();
        return ComparisonTables.Read(folder.Write("counted.csv", text, encoding), needed, values);
    }
}
