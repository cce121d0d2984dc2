using System.Globalization;
using System.Text;
using CsvHelper;
using FlsAudit.Analysis;
using FlsAudit.Reports;

namespace FlsAudit.UnitTests.Analysis.Suppressing;

/// <summary>
/// What a reader of a released <c>results.csv</c> can find out about counts that it does not print: everything that adds up, over sites, periods, categories and
/// outcomes, is held against everything that is printed.
/// </summary>
internal sealed class PrintedCounts
{
    private readonly Dictionary<string, LinearAttack> attacks = [];
    private readonly int rounding;
    private readonly Dictionary<(string Measure, string Site, string Period, string Breakdown, string Category, string Policy), (string Status, int Met, int Others)> counts = [];

    private PrintedCounts(int rounding) => this.rounding = rounding;

    /// <summary>Reads and attacks.</summary>
    public static PrintedCounts Of(ReleasedReport report)
    {
        using var stream = new MemoryStream();
        ResultsCsv.Write(report, stream);
        var printed = new PrintedCounts((report.Policy.RoundTo - 1) / 2);
        using var csv = CsvReader.FromText(Encoding.UTF8.GetString(stream.ToArray()));
        csv.ReadHeader();
        var headings = csv.Headers!.ToArray();
        while (csv.Read())
        {
            string Cell(string heading) => csv.GetString(Array.IndexOf(headings, heading));
            Assert.That(Cell("met") + Cell("not_met") + Cell("unknown") + Cell("excluded") + Cell("not_due") + Cell("not_in_population") + Cell("unknown_counted"), Is.Empty);
            if (Cell("status") != "ok") Assert.That(Cell("numerator") + Cell("denominator") + Cell("value") + Cell("lower_95") + Cell("upper_998") + Cell("q1") + Cell("band"), Is.Empty);
            printed.Add(
                (Cell("measure"), Cell("site"), Cell("period"), Cell("breakdown"), Cell("category"), Cell("unknown_policy")), Cell("status"), Number(Cell("numerator")), Number(Cell("denominator")));
        }

        foreach (var measure in printed.counts.GroupBy(place => place.Key.Measure)) AddUp(measure.ToDictionary(), printed.attacks[measure.Key]);
        foreach (var attack in printed.attacks.Values) attack.Run();
        return printed;
    }

    /// <summary>What is known of those in the numerator and of the others in the denominator of a result.</summary>
    public ((long Low, long High) Met, (long Low, long High) Others, bool MetIsKnown, bool OthersAreKnown) Of(Result row)
    {
        var attack = attacks[row.Measure.Id];
        var (_, met, others) = counts[(row.Measure.Id, row.Site, row.Period, row.Breakdown, row.Category, Word(row))];
        return (attack.BoundsOf(met), attack.BoundsOf(others), attack.IsKnown(met), attack.IsKnown(others));
    }

    private static string Word(Result row) => row.Policy == FlsAudit.Standards.UnknownPolicy.NotMet ? "not-met" : "leave-out";

    private static long? Number(string cell) => cell.Length == 0 ? null : (long)double.Parse(cell, CultureInfo.InvariantCulture);

    // Zero is printed for zero only; other rounded counts may be off by half the base.
    private void Add((string Measure, string Site, string Period, string Breakdown, string Category, string Policy) place, string status, long? numerator, long? denominator)
    {
        attacks.TryAdd(place.Measure, new LinearAttack());
        var attack = attacks[place.Measure];
        int met, others;
        if (status == "suppressed")
        {
            (met, others) = (attack.Add(), attack.Add());
            // Single periods are withheld where they are broken down, be there anybody or not.
            attack.AddUp([met, others], attack.Add(low: place.Breakdown.Length > 0 && place.Period != Result.All ? 0 : 1));
        }
        else if (status == "ok" && denominator is { } all)
        {
            var inNumerator = numerator ?? all;
            met = Printed(inNumerator, attack);
            others = attack.Add();
            attack.AddUp([met, others], Printed(all, attack));
        }
        else
        {
            (met, others) = (attack.Add(0, 0), attack.Add(0, 0));
        }

        counts[place] = (status, met, others);
    }

    private int Printed(long count, LinearAttack attack) => count == 0 || rounding == 0 ? attack.Add(count, count) : attack.Add(Math.Max(0, count - rounding), count + rounding);

    private static void AddUp(IReadOnlyDictionary<(string Measure, string Site, string Period, string Breakdown, string Category, string Policy), (string Status, int Met, int Others)> counts, LinearAttack attack)
    {
        // A cascade leaves sites out of every step that record nothing of a later one, by period, so its periods add up only where there is no such site.
        var isCascade = counts.Keys.Any(place => place.Breakdown == "step");
        var addsUp = !isCascade || counts.Values.All(count => count.Status != "unknown");
        foreach (var (place, total) in counts)
        {
            var (_, site, period, breakdown, category, policy) = place;
            if (site == Result.All && addsUp) Line(total, counts.Where(other => other.Key.Site != Result.All && other.Key with { Site = site } == place));
            if (period == Result.All && addsUp) Line(total, counts.Where(other => other.Key.Period != Result.All && other.Key with { Period = period } == place), policy);
            if (breakdown.Length == 0)
                foreach (var parts in counts.Where(other => other.Key.Breakdown is not ("" or "step") && other.Key with { Breakdown = "", Category = "" } == place).GroupBy(other => other.Key.Breakdown))
                    Line(total, parts, policy);
            if (policy == "not-met" && counts.TryGetValue(place with { Policy = "leave-out" }, out var leftOut))
            {
                attack.AddUp([leftOut.Met], total.Met);
                attack.AddUp([leftOut.Others, attack.Add()], total.Others);
            }

            // Each step is reached by some of those who reached the one before, and all steps are out of the same records.
            if (breakdown != "step" || total.Status == "unknown") continue;
            var later = counts.Where(other => string.CompareOrdinal(other.Key.Category, category) > 0 && other.Key with { Category = category } == place).Select(other => other.Value).ToList();
            if (later.Count == 0 && counts.TryGetValue(place with { Breakdown = "", Category = "" }, out var whole)) later = [whole];
            foreach (var step in later.Where(step => step.Status != "unknown"))
            {
                var lost = attack.Add();
                attack.AddUp([step.Met, lost], total.Met);
                attack.AddUp([total.Others, lost], step.Others);
            }
        }

        // Unknown records of a period or category in which nobody says anything count as others of the whole, and are printed nowhere.
        void Line<T>((string Status, int Met, int Others) total, IEnumerable<KeyValuePair<T, (string Status, int Met, int Others)>> line, string policy = "")
        {
            var parts = line.Select(other => other.Value).ToList();
            if (parts.Count == 0) return;
            attack.AddUp(parts.Select(part => part.Met), total.Met);
            IEnumerable<int> silent = policy == "not-met" ? [attack.Add()] : [];
            attack.AddUp([.. parts.Select(part => part.Others), .. silent], total.Others);
        }
    }
}
