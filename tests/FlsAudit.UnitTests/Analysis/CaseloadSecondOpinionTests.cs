using FlsAudit.Analysis;
using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;
using FlsAudit.UnitTests.Measures;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>
/// Records against a caseload worked out a second time: every day asks every row of the caseload for its fractures of that day, and every record is judged by
/// itself. No tallies, no stretches of days.
/// </summary>
public sealed class CaseloadSecondOpinionTests
{
    private const int Sites = 3;
    private const int Due = 25;
    private static readonly int FirstDay = RandomDefinitions.FirstDay, AsAt = FirstDay + 65;

    [Test]
    public void Every_cell_of_a_ratio_and_of_a_shortfall_has_the_same_counts([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        var values = new RandomDefinitions(TestDictionary.Small, seed);
        foreach (var hasDue in new[] { true, false })
        {
            var measure = Measure(values.Condition(1), hasDue, random.Next(3) > 0);
            var records = CountedRecords.Random(seed, 60, Sites);
            CaseloadRow[] rows = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Row(random))];
            int? from = random.Next(2) == 0 ? FirstDay - 20 : null;
            var naive = new Naive(measure, records, rows, from);

            foreach (var kind in new[] { MeasureKind.Ratio, MeasureKind.Shortfall })
            {
                var report = Analysed(measure with { Kind = kind, Model = kind == MeasureKind.Shortfall ? ShortfallTests.Model : null }, records, rows, from);
                foreach (var site in Enumerable.Range(-1, Sites + 1))
                    foreach (var period in report.Periods.Append(Result.All))
                        Check(report.Find("tested", site < 0 ? Result.All : $"site-{site}", period)!, naive, kind, site, period, $"seed {seed} due {hasDue} {kind} site {site} {period}");
            }
        }
    }

    [Test]
    public void The_generated_cells_show_every_status_and_every_source_of_a_caseload()
    {
        var results = Enumerable.Range(1, 30).SelectMany(seed =>
        {
            var random = new Random(seed);
            var measure = Measure(new RandomDefinitions(TestDictionary.Small, seed).Condition(1), true, true);
            return Analysed(measure, CountedRecords.Random(seed, 60, Sites), [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Row(random))], null).Results;
        }).ToArray();

        Assert.That(results.Select(result => result.Status).Distinct(), Is.SupersetOf(new[] { ResultStatus.Ok, ResultStatus.NotDue, ResultStatus.NotComputed, ResultStatus.Unknown }));
        Assert.That(results.Select(result => result.Method), Has.Some.Contains("hip fractures;").And.Some.Contains("where it has no row of group all").And.Some.Contains("left out"));
    }

    private static void Check(Result result, Naive naive, MeasureKind kind, int site, string period, string message)
    {
        var (status, found, caseload) = naive.Of(site, period, kind);
        Assert.That(result.Status, Is.EqualTo(status), message);
        Assert.That(result.Numerator, Is.EqualTo(status == ResultStatus.Ok ? found : null), message);
        if (status != ResultStatus.Ok) return;
        // 0.8 x 0.5 x 0.8 = 0.32.
        Assert.That(result.Denominator, Is.EqualTo(kind == MeasureKind.Ratio ? caseload : 0.32 * caseload).Within(1e-9), message);
        Assert.That(result.Value, Is.EqualTo(kind == MeasureKind.Ratio ? 100 * found / caseload : (0.32 * caseload) - found).Within(1e-6), message);
    }

    private static MeasureDefinition Measure(string numerator, bool hasDue, bool isDerived)
    {
        // The numerator is put in afterwards, since the reader refuses one that never holds.
        var ratio = Language.Measure("kind: ratio\npopulation: age_at_fracture >= 47\ncaseload: all" + (hasDue ? $"\ndue: {Due} days after fracture_date" : ""));
        return ratio with { Parts = [ratio.Parts[0] with { Numerator = DefinitionText.Condition(numerator, TestDictionary.Small), Derived = isDerived ? new DerivedCaseload("hip", 5, ProvenanceStatus.Verified, "") : null }] };
    }

    // Months, quarters and intervals of any length, of both groups, overlapping as they like.
    private static CaseloadRow Row(Random random)
    {
        var first = DateOnly.FromDayNumber(FirstDay - 30 + random.Next(90));
        string[] periods = ["2025-01", "2025-02", "2025-03", "2025-Q1", "2025", $"{first:yyyy-MM-dd}/{first.AddDays(random.Next(40)):yyyy-MM-dd}"];
        return new CaseloadRow($"site-{random.Next(Sites)}", periods[random.Next(periods.Length)], random.Next(2) == 0 ? "all" : "hip", random.Next(1, 50), "");
    }

    private static ReleasedReport Analysed(MeasureDefinition measure, IEnumerable<Sent> records, IReadOnlyList<CaseloadRow> caseload, int? from)
    {
        var sites = new SiteTable();
        for (var site = 0; site < Sites; site++) sites.NumberOf($"site-{site}");
        var plan = new MeasurePlan([measure], AsAt, PeriodKind.Month, TestDictionary.Small["fracture_date"], [], []);
        var set = new StandardSet("tests", "Tests", measure.Provenance, [measure]) { ExcludesDeathsBeforeWindow = false };
        return Disclosure.Release(Benchmark.Analyse(new BenchmarkRequest { Cube = CountedRecords.Count(plan, records), Sites = sites, Sets = [set], Caseload = caseload, From = from }), DisclosurePolicy.Internal);
    }

    /// <summary>Day by day and record by record.</summary>
    private sealed class Naive(MeasureDefinition measure, IReadOnlyList<Sent> records, IReadOnlyList<CaseloadRow> rows, int? from)
    {
        private readonly MeasurePart part = measure.Parts[0];
        private readonly (CaseloadRow Row, int First, int Last)[] spans = [.. rows.Select(row => (row, Days(row.Period).First, Days(row.Period).Last))];

        private int LastDue => part.Due is null ? AsAt : AsAt - Due;

        private IEnumerable<int> FractureDays(int site) => records.Where(sent => site < 0 || sent.Site == site).Select(sent => Day(sent.Record)).OfType<int>();

        public (ResultStatus Status, double? Found, double? Caseload) Of(int site, string period, MeasureKind kind)
        {
            // The first day that could be judged comes after the last whose window has closed.
            var first = period == Result.All ? from ?? FractureDays(-1).Min() : period == Result.UnknownPeriod ? (int?)null : Math.Max(Days(period).First, from ?? 0);
            if (part.Due is not null && first > LastDue) return (ResultStatus.NotDue, null, null);
            if (site >= 0) return OfSite(site, period);
            var all = Enumerable.Range(0, Sites).Where(number => records.Any(sent => sent.Site == number)).Select(number => OfSite(number, period)).Where(cell => cell.Status != ResultStatus.NotComputed).ToArray();
            var answered = all.Where(cell => cell.Status == ResultStatus.Ok).ToArray();
            return answered.Length > 0 ? (ResultStatus.Ok, answered.Sum(cell => cell.Found), answered.Sum(cell => cell.Caseload))
                : (all.Length > 0 ? ResultStatus.Unknown : ResultStatus.NotComputed, null, null);
        }

        private (ResultStatus Status, double? Found, double? Caseload) OfSite(int site, string period)
        {
            Sent[] here = [.. records.Where(sent => sent.Site == site)];
            // A month counts when each day from its first to its last fracture that can be judged has a caseload.
            bool Counts(string month)
            {
                int[] days = [.. FractureDays(site).Where(day => MonthOf(day) == month)];
                return days.Length == 0 || Enumerable.Range(days.Min(), Math.Max(0, Math.Min(days.Max(), LastDue) - days.Min() + 1)).All(day => Winner(site, day) is not null);
            }

            var start = from ?? Start(site);
            double caseload = 0;
            var covered = false;
            for (var day = period == Result.All ? start : Math.Min(start, FirstDay - 400); day <= LastDue; day++)
            {
                if (period != Result.All && (MonthOf(day) != period || day < (from ?? 0))) continue;
                if (Winner(site, day) is not { } winner || !Counts(MonthOf(day))) continue;
                covered = true;
                caseload += winner.Row.Expected / (winner.Last - winner.First + 1) * (winner.Row.Group == "hip" ? 5 : 1);
            }

            if (!covered) return (ResultStatus.NotComputed, null, null);
            Judgement[] judged = [.. here.Where(sent => period == Result.All || PeriodOf(sent.Record) == period).Select(sent => new ReferenceEngine(AsAt).Judge(measure, part, sent.Record))];
            var isSilent = judged.All(judgement => judgement.Outcome is not (Outcome.Met or Outcome.NotMet)) && judged.Any(judgement => judgement.Outcome == Outcome.Unknown);
            if (isSilent) return (ResultStatus.Unknown, null, null);
            var found = here.Count(sent => (period == Result.All || PeriodOf(sent.Record) == period) && Day(sent.Record) is { } day && Counts(MonthOf(day))
                && new ReferenceEngine(AsAt).Judge(measure, part, sent.Record).Outcome == Outcome.Met);
            return (ResultStatus.Ok, found, caseload);
        }

        // The beginning of the earliest row that speaks for some day and reaches into the days from the first fracture on; else the first fracture.
        private int Start(int site)
        {
            var first = FractureDays(-1).Min();
            var speaking = Enumerable.Range(FirstDay - 400, 1200).Select(day => Winner(site, day)).Where(winner => winner is not null).Select(winner => winner!.Value).Distinct();
            return speaking.Where(row => row.Last >= first && row.First <= AsAt).Select(row => row.First).Append(first).Min();
        }

        // Of the rows for a day those of the group itself go first, of these the shortest, the earliest, the one that stands first.
        private (CaseloadRow Row, int First, int Last)? Winner(int site, int day)
        {
            var able = spans.Where(span => span.Row.Site == $"site-{site}" && span.First <= day && day <= span.Last && (span.Row.Group == "all" || part.Derived is not null))
                .OrderBy(span => span.Row.Group == "all" ? 0 : 1).ThenBy(span => span.Last - span.First).ThenBy(span => span.First).ToArray();
            return able.Length == 0 ? null : able[0];
        }

        private static int? Day(Record record) => (int?)record[TestDictionary.Small["fracture_date"]];

        private static string PeriodOf(Record record) => Day(record) is { } day ? MonthOf(day) : Result.UnknownPeriod;

        private static string MonthOf(int day) => Period.Of(PeriodKind.Month, day).Label;

        private static (int First, int Last) Days(string period)
        {
            if (Period.TryParse(period, out var label)) return (label.FirstDay, label.LastDay);
            string[] ends = period.Split('/');
            return (Audit.Day(ends[0]), Audit.Day(ends[1]));
        }
    }
}
