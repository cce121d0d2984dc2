using FlsAudit.Analysis.Periods;
using FsCheck.Fluent;
using static FlsAudit.UnitTests.Analysis.Periods.SmallSeries;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Analysis.Periods;

/// <summary>Two periods, or a site and all others.</summary>
public sealed class PeriodDifferenceTests
{
    private const double Z = 1.959963984540054;

    [Test]
    public void A_sentence_says_what_changed_by_how_much_how_surely_and_by_which_method()
    {
        var difference = PeriodDifferences.Of(Of((70, 121), (88, 125))).Single();

        // 70/121 = 57.851 %, 88/125 = 70.4 %; 70.4 - 57.851 = 12.549. Wilson limits 48.94 to 66.28 and 61.89 to 77.70:
        // 12.549 - sqrt((70.4 - 61.89)^2 + (66.28 - 57.85)^2) = 0.57, 12.549 + sqrt((77.70 - 70.4)^2 + (57.85 - 48.94)^2) = 24.06.
        Assert.That(difference.Sentence, Is.EqualTo(
            "North: seen within 90 days rose from 57.9 % (70 of 121) in 2023-Q1 to 70.4 % (88 of 125) in 2023-Q2; difference 12.5 points, 95 % limits 0.6 to 24.1 (Newcombe), more than chance explains (p = 0.040)."));
        Assert.That(difference.Method, Is.EqualTo("the period before; b - a, Newcombe's hybrid score limits, pooled score test without continuity correction"));
    }

    [Property]
    public FsCheck.Property Newcombes_limits_and_p_agree_with_a_naive_second_computation() => Prop.ForAll(
        Pair().ToArbitrary(),
        pair =>
        {
            var ((x1, n1), (x2, n2)) = pair;
            var difference = PeriodDifferences.Of(Of((x1, n1), (x2, n2))).Single();
            double a = x1 / n1, b = x2 / n2, p = (x1 + x2) / (n1 + n2);
            var (l1, u1) = Wilson(a, n1);
            var (l2, u2) = Wilson(b, n2);
            var z = (b - a) / Math.Sqrt(p * (1 - p) * ((1 / n1) + (1 / n2)));
            return Math.Abs(difference.Difference - (100 * (b - a))) < 1e-9
                && Math.Abs(difference.Limits95.Lower - (100 * (b - a - Math.Sqrt(((b - l2) * (b - l2)) + ((u1 - a) * (u1 - a)))))) < 1e-9
                && Math.Abs(difference.Limits95.Upper - (100 * (b - a + Math.Sqrt(((u2 - b) * (u2 - b)) + ((a - l1) * (a - l1)))))) < 1e-9
                && (p is 0 or 1 ? difference.P is null : Math.Abs(difference.P!.Value - TwoSided(Math.Abs(z))) < 1e-6);
        });

    [Property]
    public FsCheck.Property Turned_round_it_is_the_same_with_the_other_sign() => Prop.ForAll(
        Pair().ToArbitrary(),
        pair =>
        {
            var there = PeriodDifferences.Of(Of(pair.A, pair.B)).Single();
            var back = PeriodDifferences.Of(Of(pair.B, pair.A)).Single();
            return there.Difference == -back.Difference && Math.Abs(there.Limits95.Lower + back.Limits95.Upper) < 1e-9 && there.P == back.P;
        });

    [Test]
    public void Each_period_is_compared_with_the_one_before_and_the_same_one_a_year_earlier() =>
        Assert.That(
            PeriodDifferences.Of(Of(Times(6, 5, 10))).Select(difference => (difference.Kind, difference.A, difference.B)),
            Is.EqualTo(new[]
            {
                (DifferenceKind.PeriodBefore, "2023-Q1", "2023-Q2"),
                (DifferenceKind.PeriodBefore, "2023-Q2", "2023-Q3"),
                (DifferenceKind.PeriodBefore, "2023-Q3", "2023-Q4"),
                (DifferenceKind.PeriodBefore, "2023-Q4", "2024-Q1"),
                (DifferenceKind.YearEarlier, "2023-Q1", "2024-Q1"),
                (DifferenceKind.PeriodBefore, "2024-Q1", "2024-Q2"),
                (DifferenceKind.YearEarlier, "2023-Q2", "2024-Q2"),
            }));

    [Test]
    public void Months_look_twelve_back_and_years_only_at_the_year_before()
    {
        var months = Of() with { Points = [.. Enumerable.Range(0, 13).Select(i => PeriodPoint.OfCounts(FormattableString.Invariant($"{2024 + (i / 12)}-{(i % 12) + 1:00}"), 5, 10))] };
        var years = Of() with { Points = [PeriodPoint.OfCounts("2023", 5, 10), PeriodPoint.OfCounts("2024", 5, 10)] };

        var month = PeriodDifferences.Of(months).Single(difference => difference.Kind == DifferenceKind.YearEarlier);
        Assert.That((month.A, month.B), Is.EqualTo(("2024-01", "2025-01")));
        Assert.That(month.Method, Does.StartWith("the same month a year earlier"));
        Assert.That(PeriodDifferences.Of(years).Single().Kind, Is.EqualTo(DifferenceKind.PeriodBefore));
    }

    [Test]
    public void Neither_a_gap_in_the_calendar_nor_a_period_without_a_value_is_passed_over()
    {
        var missing = Of() with { Points = [PeriodPoint.OfCounts("2024-Q1", 5, 10), PeriodPoint.OfCounts("2024-Q3", 5, 10)] };

        Assert.That(PeriodDifferences.Of(missing), Is.Empty);
        Assert.That(PeriodDifferences.Of(Of((5, 10), (0, 0), (5, 10))), Is.Empty);
    }

    [Test]
    public void Labels_of_somebody_elses_are_taken_in_their_order()
    {
        var series = Of() with { Points = [PeriodPoint.OfCounts("before the move", 5, 10), PeriodPoint.OfCounts("after it", 7, 10)] };

        Assert.That(PeriodDifferences.Of(series).Single().B, Is.EqualTo("after it"));
    }

    [Test]
    public void An_incomplete_period_is_compared_and_said_to_be_so()
    {
        var difference = PeriodDifferences.Of(WithIncompleteLast(Of((5, 10), (7, 10)))).Single();

        Assert.That(difference.Method, Does.EndWith("; incomplete: 2023-Q2"));
        Assert.That(difference.Sentence, Does.EndWith(" 2023-Q2 is incomplete and may still change."));
    }

    [TestCase(0)]
    [TestCase(10)]
    public void Where_nobody_or_everybody_met_it_there_is_no_test_and_no_ratio_of_odds(double met)
    {
        var difference = PeriodDifferences.Of(Of((met, 10), (met, 10))).Single();

        Assert.That((difference.Difference, difference.P, difference.OddsRatio.State, difference.OddsRatio.Value), Is.EqualTo((0.0, (double?)null, "undefined", (double?)null)));
        Assert.That(difference.Sentence, Does.Contain("stayed at").And.Contain("no test, since nobody or everybody met it on both sides"));
        Assert.That(difference.Limits95.Lower, Is.LessThan(0), "ten records cannot be sure");
    }

    [Test]
    public void Ratios_are_b_over_a()
    {
        var difference = PeriodDifferences.Of(Of((20, 100), (30, 100))).Single();

        Assert.That(difference.RiskRatio.Value, Is.EqualTo(0.3 / 0.2).Within(1e-12));
        Assert.That(difference.OddsRatio.Value, Is.EqualTo(30.0 * 80 / (70 * 20)).Within(1e-12));
        Assert.That(difference.RiskRatio.Limits95!.Lower, Is.LessThan(1.5));
    }

    [Test]
    public void A_site_is_compared_with_all_others_pooled()
    {
        PeriodSeries[] sites = [Of() with { Site = "North" }, Of() with { Site = "South" }, Of() with { Site = "West" }, Of() with { Site = "silent" }];

        var rows = PeriodDifferences.OfSites(sites, [(50, 100), (30, 60), (10, 40), (0, 0)]).ToList();

        Assert.That(rows.Select(row => (row.Site, row.A, row.B, row.X1, row.N1, row.X2, row.N2)), Is.EqualTo(new[]
        {
            ("North", "all other sites", "North", 40.0, 100.0, 50.0, 100.0),
            ("South", "all other sites", "South", 60.0, 140.0, 30.0, 60.0),
            ("West", "all other sites", "West", 80.0, 160.0, 10.0, 40.0),
        }));
        Assert.That(rows[0].Sentence, Does.StartWith("North: seen within 90 days is 50.0 % (50 of 100) at North and 40.0 % (40 of 100) at all other sites; difference 10.0 points"));
    }

    [Test]
    public void A_single_site_has_nobody_to_be_compared_with() => Assert.That(PeriodDifferences.OfSites([Of()], [(5, 10)]), Is.Empty);

    // Solves (p - q)^2 = z^2 q (1 - q) / n for q.
    private static (double Lower, double Upper) Wilson(double p, double n)
    {
        var (a, b, c) = (1 + (Z * Z / n), (2 * p) + (Z * Z / n), p * p);
        var root = Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c)));
        return ((b - root) / (2 * a), (b + root) / (2 * a));
    }

    // The area beyond z, by adding up slices.
    private static double TwoSided(double z)
    {
        const int Slices = 20_000;
        const double End = 12;
        var width = (End - z) / Slices;
        return z >= End ? 0 : Enumerable.Range(0, Slices).Sum(i => Math.Exp(-Math.Pow(z + ((i + 0.5) * width), 2) / 2)) * width * 2 / Math.Sqrt(2 * Math.PI);
    }

    private static FsCheck.Gen<((double X, double N) A, (double X, double N) B)> Pair() =>
        Count().SelectMany(a => Count().Select(b => (a, b)));

    private static FsCheck.Gen<(double X, double N)> Count() => Gen.Choose(1, 60).SelectMany(n => Gen.Choose(0, n).Select(x => ((double)x, (double)n)));
}
