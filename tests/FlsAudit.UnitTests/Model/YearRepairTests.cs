using FlsAudit.Model;

namespace FlsAudit.UnitTests.Model;

/// <summary>Mistyped years: the laws that hold for every rule, against a second way of looking for the year. The shipped rules have worked cases of their own.</summary>
public sealed class YearRepairTests
{
    private static readonly int FirstDay = new DateOnly(2015, 1, 1).DayNumber;
    private static readonly int LastDay = new DateOnly(2032, 12, 31).DayNumber;

    private static readonly YearRepair Identified = new("step", "identified_date", 0, 365);
    private static readonly YearRepair Assessed = new("step", "assessment_date", 0, 365);
    private static readonly YearRepair FollowedUp = new("later", "followup_date", 250, 600);
    private static readonly YearRepair Scanned = new("test", "dxa_date", 0, 365, MayBeBefore: true);
    private static readonly FractureYearRepair Fracture = new("fracture", [Identified, Assessed, FollowedUp], 2, 731);

    [Test]
    public void A_date_is_repaired_exactly_when_it_cannot_be_and_one_other_year_of_all_fits()
    {
        var random = new Random(1);
        var repaired = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var rule = (YearRepair[])[Identified, FollowedUp, Scanned];
            foreach (var one in rule)
            {
                var (day, fracture, asAt) = (Any(random), Any(random), Any(random));

                var answer = one.Of(day, fracture, asAt);

                var isSuspect = day > asAt || (day < fracture && !one.MayBeBefore);
                var fits = OtherYears(day).Where(other => other <= asAt && other - fracture >= one.Earliest && other - fracture <= one.Latest).ToList();
                Assert.That(answer, Is.EqualTo(isSuspect && fits.Count == 1 ? fits[0] : (int?)null));
                repaired += answer is null ? 0 : 1;
            }
        }

        Assert.That(repaired, Is.GreaterThan(1_000));
    }

    [Test]
    public void A_fracture_is_repaired_exactly_when_all_of_at_least_two_dates_disagree_and_one_other_year_suits_them_all()
    {
        var random = new Random(2);
        var repaired = 0;
        for (var i = 0; i < 60_000; i++)
        {
            // Witnesses near a true fracture, whose year is then mistyped; some are blank.
            var (truth, asAt) = (random.Next(FirstDay, LastDay - 2_000), LastDay - random.Next(0, 2_000));
            var fracture = OtherYears(truth).ElementAt(random.Next(0, 17));
            var days = new Dictionary<YearRepair, int>
            {
                [Identified] = random.Next(3) == 0 ? Missing.Date : truth + random.Next(-20, 400),
                [Assessed] = random.Next(3) == 0 ? Missing.Date : truth + random.Next(-20, 400),
                [FollowedUp] = random.Next(3) == 0 ? Missing.Date : truth + random.Next(200, 700),
            };

            var answer = Fracture.Of(fracture, witness => days[witness], asAt);

            var heard = days.Where(witness => witness.Value != Missing.Date && witness.Value <= asAt).ToList();
            var isSuspect = heard.Count >= 2 && heard.TrueForAll(witness => witness.Value < fracture || witness.Value > fracture + 731);
            var fits = OtherYears(fracture)
                .Where(other => other <= asAt && heard.TrueForAll(witness => witness.Value - other >= witness.Key.Earliest && witness.Value - other <= witness.Key.Latest))
                .ToList();
            Assert.That(answer, Is.EqualTo(isSuspect && fits.Count == 1 ? fits[0] : (int?)null));
            repaired += answer is null ? 0 : 1;
        }

        Assert.That(repaired, Is.GreaterThan(1_000));
    }

    [Test]
    public void The_fracture_comes_first_and_the_others_are_held_against_it_as_it_is_then()
    {
        var years = new YearRepairs([Identified, Assessed, FollowedUp, Scanned], Fracture);
        int[] days = [Day(2052, 3, 10), Day(2025, 3, 12), Day(2025, 4, 1), Missing.Date, Day(2052, 4, 5)];
        var repaired = new int[days.Length];

        Assert.That(years.Repair(days, Day(2025, 12, 31), repaired), Is.True);

        Assert.That(years.Fields, Is.EqualTo(new[] { "fracture_date", "identified_date", "assessment_date", "followup_date", "dxa_date" }));
        Assert.That(repaired, Is.EqualTo(new[] { Day(2025, 3, 10), Day(2025, 3, 12), Day(2025, 4, 1), Missing.Date, Day(2025, 4, 5) }));
    }

    [Test]
    public void A_fracture_after_the_as_at_date_that_cannot_be_repaired_moves_nothing()
    {
        var years = new YearRepairs([Identified, Assessed, FollowedUp], Fracture);
        int[] days = [Day(2026, 3, 10), Day(2025, 3, 12), Missing.Date, Missing.Date];
        var repaired = new int[days.Length];

        Assert.That(years.Repair(days, Day(2025, 12, 31), repaired), Is.False);
        Assert.That(repaired, Is.EqualTo(days));
    }

    [Test]
    public void Repairing_twice_changes_nothing_more()
    {
        var years = new YearRepairs([Identified, Assessed, FollowedUp, Scanned], Fracture);
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            int[] days = [Any(random), .. Enumerable.Range(0, 4).Select(_ => random.Next(4) == 0 ? Missing.Date : Any(random))];
            int[] once = new int[5], twice = new int[5];
            var asAt = Any(random);
            years.Repair(days, asAt, once);

            Assert.That(years.Repair(once, asAt, twice), Is.False, string.Join(' ', days));
            Assert.That(twice, Is.EqualTo(once));
        }
    }

    // Every year that a date can be read in, one after the other.
    private static IEnumerable<int> OtherYears(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        for (var year = 1900; year <= 2100; year++)
            if (year != date.Year && (date is not { Month: 2, Day: 29 } || DateTime.IsLeapYear(year))) yield return new DateOnly(year, date.Month, date.Day).DayNumber;
    }

    private static int Any(Random random) => random.Next(FirstDay, LastDay + 1);

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;
}
