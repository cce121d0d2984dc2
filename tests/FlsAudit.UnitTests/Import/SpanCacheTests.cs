using System.Text;
using FlsAudit.Import.Cells;

namespace FlsAudit.UnitTests.Import;

public sealed class SpanCacheTests
{
    /// <summary>Every text of one to four letters out of three, and long ones that differ in one letter only: none is taken for another.</summary>
    [Test]
    public void A_text_is_found_again_and_no_other_is_taken_for_it()
    {
        string[] letters = ["a", "b", "\u0000"];
        IEnumerable<string> texts = letters;
        for (var length = 2; length <= 4; length++) texts = texts.Concat(texts.Where(text => text.Length == length - 1).SelectMany(text => letters.Select(letter => text + letter)).ToList());
        string[] all = [.. texts, .. Enumerable.Range(5, 30).SelectMany(length => Enumerable.Range(0, length).Select(at => new string('x', at) + "y" + new string('x', length - at - 1)))];
        var cache = new SpanCache<string>();

        for (var round = 0; round < 3; round++)
        {
            foreach (var text in all)
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                Assert.That(cache.TryGet(bytes, out var found), Is.EqualTo(round > 0));
                if (round == 0) cache.Keep(bytes, text);
                else Assert.That(found, Is.EqualTo(text));
            }
        }

        // 3 + 9 + 27 + 81 short ones; 5 + 6 + … + 34 long ones.
        Assert.That(all.Distinct().Count(), Is.EqualTo(120 + ((5 + 34) * 30 / 2)));
    }

    [Test]
    public void An_empty_text_is_a_text_as_well()
    {
        var cache = new SpanCache<int>();
        Assert.That(cache.TryGet([], out _), Is.False);
        cache.Keep([], 7);
        Assert.That((cache.TryGet([], out var found), found), Is.EqualTo((true, 7)));
    }
}
