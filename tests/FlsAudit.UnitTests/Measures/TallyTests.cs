using FlsAudit.Measures;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Measures;

/// <summary>Tallies form a commutative monoid: counts of groups of records add up in any order and any grouping.</summary>
public sealed class TallyTests
{
    [Property]
    public bool Merging_is_commutative(byte[] a, byte[] b) => Tally(a).Merge(Tally(b)).Equals(Tally(b).Merge(Tally(a)));

    [Property]
    public bool Merging_is_associative(byte[] a, byte[] b, byte[] c) =>
        Tally(a).Merge(Tally(b)).Merge(Tally(c)).Equals(Tally(a).Merge(Tally(b).Merge(Tally(c))));

    [Property]
    public bool The_empty_tally_changes_nothing(byte[] a) =>
        Tally(a).Merge(FlsAudit.Measures.Tally.Empty).Equals(Tally(a)) && FlsAudit.Measures.Tally.Empty.Merge(Tally(a)).Equals(Tally(a));

    [Property]
    public bool Equal_tallies_have_equal_hash_codes(byte[] a, byte[] b) =>
        Tally(a).Merge(Tally(b)).GetHashCode() == Tally(b).Merge(Tally(a)).GetHashCode();

    [Property]
    public bool Records_add_up(byte[] a, byte[] b) => Tally(a).Merge(Tally(b)).Records == Tally(a).Records + Tally(b).Records;

    [Test]
    public void Every_count_and_every_day_is_added_to_its_own()
    {
        var sum = new Tally([1, 2, 3, 4, 5, 6, 7, 8], [0, 2]).Merge(new Tally([10, 20, 30, 40, 50, 60, 70, 80], [1, 0, 0, 5]));

        Assert.That(sum, Is.EqualTo(new Tally([11, 22, 33, 44, 55, 66, 77, 88], [1, 2, 0, 5])));
        Assert.That((sum.NotInPopulation, sum.Excluded, sum.NotDue, sum.UnknownEligibility), Is.EqualTo((11, 22, 33, 44)));
        Assert.That((sum.UnknownNumerator, sum.NotMet, sum.Met, sum.UnknownExclusion), Is.EqualTo((55, 66, 77, 88)));
        Assert.That(sum.Records, Is.EqualTo(11 + 22 + 33 + 44 + 55 + 66 + 77), "an unknown exclusion has an outcome of its own as well");
        Assert.That(sum.Histogram, Is.EqualTo(new[] { (0, 1L), (1, 2L), (3, 5L) }));
    }

    [Test]
    public void Trailing_days_without_records_make_no_difference()
    {
        Assert.That(new Tally(new long[8], [1, 0, 0]), Is.EqualTo(new Tally(new long[8], [1])));
        Assert.That(new Tally(new long[8], [0, 1]), Is.Not.EqualTo(new Tally(new long[8], [1])));
    }

    [Test]
    public void One_count_off_is_another_tally([Range(0, 7)] int counter)
    {
        var counters = new long[8];
        counters[counter] = 1;

        Assert.That(new Tally(counters, []), Is.Not.EqualTo(FlsAudit.Measures.Tally.Empty));
    }

    // The first eight bytes are the counters, the rest the days.
    private static Tally Tally(byte[] bytes)
    {
        var counters = new long[8];
        for (var i = 0; i < Math.Min(8, bytes.Length); i++) counters[i] = bytes[i];
        return new Tally(counters, [.. bytes.Skip(8).Select(count => (long)count)]);
    }
}
