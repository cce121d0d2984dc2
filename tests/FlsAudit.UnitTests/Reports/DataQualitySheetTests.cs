using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports.Xlsx;

namespace FlsAudit.UnitTests.Reports;

public sealed class DataQualitySheetTests
{
    private const string LongMeaning = "Whether a nurse, doctor or pharmacist confirmed adherence after 52 weeks";

    private static readonly string LongMessage = string.Join(" ", Enumerable.Repeat("The assessment lies before the fracture.", 8));

    private static readonly Sheet Written = Write();

    [Test]
    public void A_long_meaning_of_a_field_is_whole_and_wraps()
    {
        var (row, cell) = Find(LongMeaning);
        Assert.Multiple(() =>
        {
            Assert.That(cell.Style.Wrap, Is.True);
            // 72 characters in a column of 34 need three lines of 12.5 points and 4 points of margin.
            Assert.That(RowHeight.Of(Written, row), Is.GreaterThanOrEqualTo((3 * 12.5) + 4));
        });
    }

    [Test]
    public void A_long_finding_wraps_within_several_columns()
    {
        var (row, cell) = Find($"{LongMessage} Expected: A date.");
        Assert.Multiple(() =>
        {
            Assert.That(cell.Style.Wrap, Is.True);
            Assert.That(Written.Merges, Does.Contain((row, 7, 13)));
            Assert.That(RowHeight.Of(Written, row), Is.GreaterThan(30), "more than one line");
        });
    }

    private static Sheet Write()
    {
        var report = new ReleasedReport(
            DisclosurePolicy.Internal, [], ["Ashcombe"], [], [], [],
            [new FieldCompleteness(MeasureFixture.DateField("adherence_date", LongMeaning), "Ashcombe", 9, 1, 0)]);
        var sheet = new Sheet("Data quality");
        DataQualitySheet.Fill(sheet, report, BenchmarkFixture.Context with
        {
            Findings = [new Finding("negative-gap", Severity.Warning, new Place("ashcombe.csv"), LongMessage, "A date.")],
        });
        return sheet;
    }

    private static (int Row, SheetCell Cell) Find(string text) => Written.Rows
        .SelectMany((row, i) => row.OfType<SheetCell>().Where(cell => cell.Value is string value && value == text).Select(cell => (i, cell))).Single();
}
