using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class RecordNameTests
{
    private static readonly Place Text = new("q1/north.csv");

    [TestCase("R-17", "R-17")]
    [TestCase(" R-17 ", "R-17")]
    [TestCase(null, "q1/north.csv:5")]
    [TestCase("  ", "q1/north.csv:5")]
    [TestCase("Anne Smith", "q1/north.csv:5")]
    [TestCase("R-1\u001b[2J", "q1/north.csv:5")]
    public void A_record_is_called_by_its_id_if_that_may_be_shown_and_by_its_row_otherwise(string? id, string expected) =>
        Assert.That(RecordName.Of(id, Text, 5), Is.EqualTo(expected));

    [Test]
    public void A_row_is_named_with_its_file_and_sheet() =>
        Assert.That(((Place[])[Text, new("north.xlsx", "Data"), new(null)]).Select(source => RecordName.AtRow(source, 1234)),
            Is.EqualTo((string[])["q1/north.csv:1234", "north.xlsx[Data]:1234", "row 1234"]));

    [TestCase(true, "R-17")]
    [TestCase(false, "q1/north.csv:5")]
    public void A_batch_names_its_records(bool withIds, string expected)
    {
        var batch = new RecordBatch(new BatchLayout([]), 1, withRecordIds: withIds) { Count = 1, Source = Text };
        batch.Rows[0] = 5;
        if (batch.RecordIds is { } ids) ids[0] = "R-17";

        Assert.That(RecordName.Of(batch, 0), Is.EqualTo(expected));
    }
}
