using System.Globalization;
using System.Text;
using FlsAudit.Analysis;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis.Suppressing;

/// <summary>Whatever is suppressed cannot be recovered from what is printed.</summary>
public sealed class RecoveryTests
{
    private static readonly string[] Sites = ["A", "B", "C", "D", "E"];
    private static readonly string[] Quarters = ["2025-02-01", "2025-05-01", "2025-08-01"];
    private static readonly string[] Groups = ["hip", "spine", "wrist", ""];

    private static readonly MeasureDefinition[] Measures =
    [
        Language.Measure("numerator: treatment = recommended\nunknown: not-met", "counted"),
        Language.Measure("numerator: treatment = recommended\nunknown: leave-out", "left-out"),
        Language.Measure("numerator: treatment = recommended\nunknown: report-both", "both"),
        Language.Measure("""
            kind: cascade
            population: age_at_fracture >= 50
            parts:
              - {name: found, label: 1 Found, numerator: fracture_date is known}
              - {name: seen, label: 2 Seen, numerator: fracture_date is known and assessment_date is known}
              - {name: treated, label: 3 Treated, numerator: fracture_date is known and assessment_date is known and treatment = recommended}
            """, "steps"),
    ];

    [Test]
    public void No_small_count_can_be_recovered_below_a_threshold([Range(1, 24)] int seed) => NothingIsRecovered(seed, DisclosurePolicy.SuppressBelow(3 + (seed % 7)));

    [Test]
    public void No_small_count_can_be_recovered_from_rounded_counts([Range(1, 12)] int seed) => NothingIsRecovered(seed, DisclosurePolicy.Hes);

    [Test]
    public void The_attack_recovers_counts_that_only_the_first_rule_suppresses()
    {
        var recovered = 0;
        for (var seed = 1; seed <= 10; seed++)
        {
            var policy = DisclosurePolicy.SuppressBelow(5);
            var results = Generated(seed).Results();
            var exact = results.Results;
            Result[] primaryOnly = [.. exact.Select(row => (IsSensitive(row, policy) ? row.WithoutValue(ResultStatus.Suppressed, "") : row) with { CountsWithheld = true })];
            var printed = PrintedCounts.Of(new ReleasedReport(policy, results.Sets, results.Sites, results.Periods, primaryOnly, [], []));
            recovered += exact.Count(row => IsSensitive(row, policy) && IsRecovered(row, printed, policy));
        }

        Assert.That(recovered, Is.GreaterThan(100));
    }

    [Test]
    public void Most_values_over_all_periods_are_still_shown()
    {
        var shown = 0;
        var all = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var results = Generated(seed).Results();
            var released = Disclosure.Release(results, DisclosurePolicy.SuppressBelow(5));
            foreach (var (exact, row) in results.Results.Zip(released.Results))
            {
                if (exact is not { Status: ResultStatus.Ok, Period: Result.All, Breakdown: "" }) continue;
                all++;
                if (row.Status == ResultStatus.Ok) shown++;
            }
        }

        Assert.That(shown, Is.GreaterThan(all / 3), $"{shown} of {all}");
    }

    private static void NothingIsRecovered(int seed, DisclosurePolicy policy)
    {
        var results = Generated(seed).Results();
        var released = Disclosure.Release(results, policy);
        var printed = PrintedCounts.Of(released);
        var suppressed = 0;
        foreach (var (exact, row) in results.Results.Zip(released.Results))
        {
            if (IsSensitive(exact, policy)) Assert.That(row.Status, Is.EqualTo(ResultStatus.Suppressed), Place(seed, exact));
            if (row.Status != ResultStatus.Suppressed || exact.Status != ResultStatus.Ok) continue;
            suppressed++;
            Assert.That(IsRecovered(exact, printed, policy), Is.False, $"{Place(seed, exact)}: {exact.Numerator} of {exact.Denominator}, found {printed.Of(exact)}");
        }

        Assert.That(suppressed, Is.GreaterThan(0));
    }

    private static bool IsSensitive(Result row, DisclosurePolicy policy) =>
        row.Status == ResultStatus.Ok && (IsSmall(row.Numerator!.Value, policy) || IsSmall(row.Denominator!.Value, policy) || (policy.RoundTo == 1 && IsSmall(row.Denominator.Value - row.Numerator.Value, policy)));

    private static bool IsSmall(double count, DisclosurePolicy policy) => count > 0 && count < policy.Below;

    // Pinned down, or between bounds with fewer numbers than the threshold; and no result that others are suppressed for is known whole. Categories and steps of
    // single periods are withheld whatever they are, so some that are not small can be told from those that are shown.
    private static bool IsRecovered(Result exact, PrintedCounts printed, DisclosurePolicy policy)
    {
        var (met, others, metIsKnown, othersAreKnown) = printed.Of(exact);
        double numerator = exact.Numerator!.Value, rest = exact.Denominator!.Value - numerator;
        if (IsSmall(numerator, policy) && (metIsKnown || met.High - met.Low + 1 < policy.Below)) return true;
        if (policy.RoundTo == 1 && IsSmall(rest, policy) && (othersAreKnown || others.High - others.Low + 1 < policy.Below)) return true;
        return metIsKnown && othersAreKnown && (exact.Period == Result.All || exact.Breakdown.Length == 0);
    }

    private static string Place(int seed, Result row) => $"seed {seed}: {row.Measure.Id} {row.Policy} {row.Site} {row.Period} {row.Breakdown} {row.Category}";

    // Sites of very different size, some so small that their totals are small, and categories that some sites do not have.
    private static Audit Generated(int seed)
    {
        var random = new Random(seed);
        var table = new StringBuilder("site | n | fracture_date | assessment_date | age_at_fracture | fracture_site | treatment\n");
        foreach (var site in Sites.Take(1 + random.Next(Sites.Length)))
        {
            var size = 1 + random.Next(12);
            foreach (var day in Quarters)
            {
                foreach (var group in Groups.Where(_ => random.Next(4) > 0))
                {
                    foreach (var (seen, treatment) in new[] { (day, "recommended"), (day, "declined"), ("", "declined"), (day, "") })
                    {
                        var copies = random.Next(3) == 0 ? 0 : random.Next(size);
                        if (copies > 0) table.AppendLine(CultureInfo.InvariantCulture, $"{site} | {copies} | {day} | {seen} | 70 | {group} | {treatment}");
                    }
                }
            }
        }

        table.AppendLine("E | 9 | 2025-02-01 | 2025-02-01 | 70 | hip | recommended");
        return new Audit { Measures = Measures, Records = table.ToString().TrimEnd(), By = ["fracture_site"] };
    }
}
