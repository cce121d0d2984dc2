using FlsAudit.Model;

namespace FlsAudit.UnitTests.Model;

public sealed class AsciiTableTests
{
    [Test]
    public void Blank_lines_and_dashes_are_passed_over_and_lines_are_still_counted()
    {
        var table = AsciiTable.Parse("\n a | b \n---|---\n 1 |   \n\n 2 | x y");

        Assert.That(table.Columns, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(table.Rows.Select(row => row.Line), Is.EqualTo(new[] { 4, 6 }));
        Assert.That(table.Rows[0].Cells, Is.EqualTo(new[] { "1", "" }));
        Assert.That(table.Rows[1].Cells, Is.EqualTo(new[] { "2", "x y" }));
        Assert.That(table.IndexOf("b"), Is.EqualTo(1));
        Assert.That(table.IndexOf("B"), Is.EqualTo(-1));
    }

    [Test]
    public void Every_row_that_does_not_line_up_is_named() =>
        Assert.That(() => AsciiTable.Parse("a | b\n1\n1 | 2\n1 | 2 | 3"), Throws.TypeOf<FormatException>().With.Message.EqualTo(
            "The table does not line up: line 2: the row has 1 cells where the heading has 2; line 4: the row has 3 cells where the heading has 2."));

    [Test]
    public void A_column_stands_once() =>
        Assert.That(() => AsciiTable.Parse("a | b | a"), Throws.TypeOf<FormatException>().With.Message.Contains("line 1: the column 'a' stands twice"));

    [Test]
    public void A_table_needs_a_heading() =>
        Assert.That(() => AsciiTable.Parse(" \n\n"), Throws.TypeOf<FormatException>().With.Message.Contains("no heading line"));

    [Test]
    public void A_table_without_rows_is_a_table() => Assert.That(AsciiTable.Parse("a | b").Rows, Is.Empty);
}
