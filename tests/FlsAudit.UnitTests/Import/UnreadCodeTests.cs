using FlsAudit.Import.Cells;
using FlsAudit.Model;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Import;

/// <summary>Texts that fit no code are counted by text, and shown only to somebody who may see values.</summary>
public sealed class UnreadCodeTests
{
    private const string Headings = "fracture_date,age_at_fracture,dxa,fracture_side\n";

    [Test]
    public void Texts_are_counted_with_the_nearest_code_and_the_most_frequent_come_first()
    {
        using var folder = new ImportCase { ShowValues = true };
        folder.Write("a.csv", Headings + "2025-01-01,70,maybe,left\n2025-01-01,70,yess,lefft\n2025-01-01,70,yess,\n2025-01-01,70,noo,\n2025-01-01,70,yes,\n");

        var codes = folder.Run().Result.UnreadCodes;

        Assert.That(codes.Select(column => (column.Place.Column, column.Field, column.Cells, column.Texts, column.NearTexts)),
            Is.EqualTo(new[] { ("dxa", "dxa", 4L, 3L, 2L), ("fracture_side", "fracture_side", 1L, 1L, 1L) }));
        Assert.That(codes[0].Listed, Is.EqualTo(new[] { new UnreadCodeText("yess", 2, "yes"), new UnreadCodeText("maybe", 1, null), new UnreadCodeText("noo", 1, "no") }));
    }

    [Test]
    public void Without_leave_to_show_values_only_counts_are_given()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Headings + "2025-01-01,70,Mrs Baker,left\n");

        var codes = folder.Run().Result.UnreadCodes.Single();

        Assert.That((codes.Cells, codes.Texts, codes.NearTexts, codes.Listed.Count), Is.EqualTo((1, 1, 0, 0)));
        Assert.That(codes.ToString(), Does.Not.Contain("Baker"));
    }

    [Test]
    public void At_most_fifty_texts_are_listed_and_the_others_are_summed()
    {
        using var folder = new ImportCase { ShowValues = true };
        // 60 texts once each, and one of them twice more: 62 cells, 50 texts listed with 52 cells, 10 cells left.
        folder.Write("a.csv", Headings + string.Concat(Enumerable.Range(0, 60).Select(n => $"2025-01-01,70,text {n:00},\n")) + string.Concat(Enumerable.Repeat("2025-01-01,70,text 59,\n", 2)));

        var codes = folder.Run().Result.UnreadCodes.Single();

        Assert.That((codes.Cells, codes.Texts, codes.Listed.Count, codes.OtherCells), Is.EqualTo((62, 60, 50, 10)));
        Assert.That(codes.Listed[0], Is.EqualTo(new UnreadCodeText("text 59", 3, null)));
    }

    [Test]
    public void A_file_that_is_broken_gives_no_texts()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Headings + "2025-01-01,70,maybe,left\n2025-01-01,70");

        Assert.That(folder.Run().Result.UnreadCodes, Is.Empty);
    }

    // The law: texts held and their counts depend on the texts alone, not on how the rows were shared out among threads.
    [Property]
    public bool Merging_gives_the_same_however_the_cells_are_shared_out(NonEmptyArray<ushort> cells, byte share)
    {
        string[] texts = [.. cells.Get.SelectMany(n => Enumerable.Range(0, 40).Select(i => $"{n * 31 * (i + 1) % 5000:0000}"))];
        var (one, left, right) = (new UnknownTexts(), new UnknownTexts(), new UnknownTexts());
        for (var i = 0; i < texts.Length; i++)
        {
            one.Add(texts[i]);
            (i % 256 <= share ? left : right).Add(texts[i]);
        }

        left.Merge(right);
        // What is held: the first texts in ordinal order, with all their cells.
        var expected = texts.GroupBy(text => text, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => KeyValuePair.Create(group.Key, group.LongCount())).ToArray();
        return one.Counts.SequenceEqual(expected.Take(UnknownTexts.MostHeld)) && left.Counts.SequenceEqual(one.Counts)
            && one.WereMore == expected.Length > UnknownTexts.MostHeld && left.WereMore == one.WereMore;
    }
}
