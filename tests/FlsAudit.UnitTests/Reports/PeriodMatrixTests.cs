using FlsAudit.Analysis;
using FlsAudit.Reports.Xlsx;

namespace FlsAudit.UnitTests.Reports;

public sealed class PeriodMatrixTests
{
    [Test]
    public void Every_cell_of_a_wide_matrix_holds_the_released_value()
    {
        using var workbook = new WorkbookText(MonthlyFixture.Report);
        var table = workbook.Table("dxa-rate", "By site and period");
        Assert.That(table[0].Take(25), Is.EqualTo(MonthlyFixture.Months.Prepend("Site")));
        Assert.Multiple(() =>
        {
            foreach (var (site, row) in MonthlyFixture.Sites.Prepend(Result.All).Zip(table.Skip(1)))
                for (var month = 0; month < 24; month++)
                    Assert.That(
                        WorkbookText.Number(row[month + 1]),
                        Is.EqualTo(MonthlyFixture.Report.Find("dxa-rate", site, MonthlyFixture.Months[month])!.Value!.Value), $"{site}, {MonthlyFixture.Months[month]}");
        });
    }

    [Test]
    public void What_charts_are_drawn_from_is_not_printed()
    {
        using var workbook = new WorkbookText(MonthlyFixture.Report);
        var heading = workbook.Part("dxa-rate").Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Single(cell => cell.InnerText == "Data behind the charts");
        // 24 months after the names end in column Y; the data follow three columns further on.
        Assert.Multiple(() =>
        {
            Assert.That(workbook.PrintArea("dxa-rate"), Does.StartWith("'dxa-rate'!$A$1:$Y$"));
            Assert.That(heading.CellReference!.Value, Does.StartWith("AB"));
        });
    }

    [Test]
    public void A_cell_cannot_be_filled_twice()
    {
        var sheet = new Sheet("results");
        sheet.Set(1, 2, 12.5, CellStyle.Body);
        Assert.That(
            () => sheet.Set(1, 2, 13.5, CellStyle.Body),
            Throws.InvalidOperationException.With.Message.Contains("C2").And.Message.Contains("results").And.Message.Not.Contains("12.5"));
    }
}
