using FlsAudit.Reports.Drawing;

namespace FlsAudit.UnitTests.Reports;

public sealed class LabelPlacementTests
{
    private static readonly Box Plot = new(0, 0, 600, 300);

    [Test]
    public void Labels_of_close_marks_lie_neither_on_one_another_nor_outside()
    {
        var placement = new LabelPlacement(Plot, 11);
        var marks = Enumerable.Range(0, 8).Select(i => (X: 300 + (i * 6.0), Y: 150 + (i % 2 * 5.0))).ToList();
        marks.ForEach(mark => placement.Occupy(mark.X, mark.Y));
        var boxes = marks.Select(mark => placement.Place("Carrick University Hospital", mark.X, mark.Y)).OfType<PlacedLabel>().Select(label => label.Box).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(boxes, Has.Count.GreaterThanOrEqualTo(6));
            Assert.That(boxes, Has.All.Matches<Box>(Plot.Holds));
            for (var i = 0; i < boxes.Count; i++)
                Assert.That(boxes.Skip(i + 1).Where(boxes[i].Overlaps), Is.Empty);
        });
    }

    [Test]
    public void A_label_at_the_right_edge_goes_to_the_left_of_its_mark()
    {
        var label = new LabelPlacement(Plot, 11).Place("Dunmore", 595, 150);
        Assert.That(label!.Box.Right, Is.LessThan(595));
    }

    [Test]
    public void A_label_without_room_is_left_out() =>
        Assert.That(new LabelPlacement(new Box(0, 0, 20, 20), 11).Place("Carrick University Hospital", 10, 10), Is.Null);
}
