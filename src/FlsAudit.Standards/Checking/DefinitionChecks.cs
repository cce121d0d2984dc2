using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Checking;

/// <summary>What cannot be meant although it can be read: clauses that can never decide, and thresholds that no value can meet.</summary>
internal static class DefinitionChecks
{
    private const double HighestRatio = 1_000;

    public static void Check(YamlObject yaml, MeasureDefinition measure, SearchBudget budget)
    {
        if (measure.ReadsRecords) CheckClauses(yaml, measure, budget);
        if (measure.Bands is { } bands)
        {
            (BandTest? Test, Band Band, string Key)[] rungs = [(bands.Green, Band.Green, "green"), (bands.Amber, Band.Amber, "amber"), (bands.Red, Band.Red, "red")];
            CheckThresholds(yaml.Object("bands")!, rungs, bands.Of, HighestValue(measure));
        }

        if (measure is { Completeness: { } rule, Bands: { } good } && Enumerable.Range(0, measure.Parts.Count + 1).Any(fields => good.Of(fields) == Band.Green != rule.IsGood(fields)))
            yaml.ProblemAt("bands", $"'green' and 'fewer_than: {rule.FewerThan}' do not say the same of every number of fields.");
        if (measure.Levels is { } levels) CheckLadder(yaml.Object("levels")!, levels);
        if (measure.Answer?.Share is { } share) CheckLadder(yaml.Object("answer")!.Object("share")!, share);
        if (measure.Timing is not null) CheckSteps(yaml, measure);
    }

    private static void CheckClauses(YamlObject yaml, MeasureDefinition measure, SearchBudget budget)
    {
        var population = measure.Population;
        if (measure.Kind != MeasureKind.Completeness && Satisfiability.HoldsForEmptyRecord(population))
            yaml.ProblemAt("population", "the population holds for a record of which nothing is recorded; name what must be recorded for a record to belong.");
        if (!Satisfiability.CanHold([population], budget))
        {
            yaml.ProblemAt("population", "the population can never hold: it contradicts itself.");
            return;
        }

        var exclusions = yaml.Objects("exclude");
        for (var i = 0; i < exclusions.Count; i++)
        {
            var when = measure.Exclusions[i].When;
            var unlessEarlier = measure.Exclusions.Take(i).Select(earlier => (earlier.When, Asked.NotTrue));
            if (!Satisfiability.CanHold([population, when], budget)) exclusions[i].ProblemAt("when", "the exclusion can never hold for a record of the population, so it excludes nobody.");
            else if (!Satisfiability.CanBe([(population, Asked.True), (when, Asked.True), .. unlessEarlier], budget)) exclusions[i].ProblemAt("when", "whomever the exclusion takes out, an earlier one has taken out already: it can never decide.");
        }

        var parts = yaml.Objects("parts");
        foreach (var part in measure.Parts)
        {
            var at = parts.FirstOrDefault(listed => listed.Text("name")?.Value == part.Name) ?? yaml;
            if (part.When is { } narrows && !Satisfiability.CanHold([population, narrows], budget)) at.ProblemAt("when", "no record of the population can belong to this part.");
            else if (part is { Due: { } due, Numerator: { } late } && SingleTests.Of(late).OfType<Within>().FirstOrDefault(within => within.Start.Name == due.Start.Name && within.HasLimit && within.Days > due.Days) is { } window)
                at.ProblemAt(at.Has("numerator") ? "numerator" : "known", $"the numerator can become true {window.Days} days after {due.Start.Name}, later than the {due.Days} days of 'due'; 'due' is the last such day.");
            else if (part.Numerator is { } numerator && !Satisfiability.CanHold([population, .. part.When is null ? Array.Empty<Expression>() : [part.When], numerator], budget))
                at.ProblemAt(at.Has("numerator") ? "numerator" : "known", "the numerator can never hold for a record of the population.");
        }
    }

    private static double HighestValue(MeasureDefinition measure) => measure.Kind switch
    {
        MeasureKind.Ratio => HighestRatio,
        MeasureKind.Duration => measure.Parts[0].Due?.Days ?? 0,
        MeasureKind.Completeness when measure.Completeness is not null => measure.Parts.Count,
        _ => 100,
    };

    private static void CheckLadder(YamlObject at, LevelRule ladder) =>
        CheckThresholds(at, [(ladder.Level3, Band.Level3, "level_3"), (ladder.Level2, Band.Level2, "level_2"), (ladder.Level1, Band.Level1, "level_1")], value => ladder.Of(value), 100);

    private static void CheckThresholds(YamlObject at, (BandTest? Test, Band Band, string Key)[] rungs, Func<double, Band?> of, double highest)
    {
        var sound = true;
        foreach (var (test, _, key) in rungs)
        {
            if (test is null || (test.Threshold >= 0 && test.Threshold <= highest)) continue;
            sound = false;
            at.ProblemAt(key, FormattableString.Invariant($"the threshold {test.Threshold} is outside 0 to {highest}, where every value lies."));
        }

        if (!sound) return;
        double[] edges = [.. rungs.Select(rung => rung.Test).OfType<BandTest>().Select(test => test.Threshold).Append(0).Append(highest).Distinct().Order()];
        double[] values = [.. edges.Concat(edges.Zip(edges.Skip(1), (low, high) => (low + high) / 2)).Order()];
        Band?[] bands = [.. values.Select(of)];
        if (Array.IndexOf(bands, null) is >= 0 and var gap) at.Problem(FormattableString.Invariant($"the value {values[gap]:0.##} is in no band; let the bands meet, and say in the note which side was chosen."));
        foreach (var (test, band, key) in rungs)
            if (test is not null && !bands.Contains(band)) at.ProblemAt(key, "no value can be here: the thresholds are out of order.");
        if (!bands.Contains(null) && rungs[^1].Test is { } lowest && values.Any(value => lowest.Holds(value) && of(value) != rungs[^1].Band && rungs[^1].Band == Band.Red))
            at.ProblemAt(rungs[^1].Key, "the red band reaches into another one; what it says would be printed and not be true.");
        // Along rising values a band that was left does not come back.
        var runs = bands.Where((band, i) => i == 0 || band != bands[i - 1]).ToList();
        if (runs.Count != runs.Distinct().Count()) at.Problem("the thresholds are out of order: a band comes twice along rising values.");
    }

    private static void CheckSteps(YamlObject yaml, MeasureDefinition measure)
    {
        int[] levels = [.. measure.Parts.Select(part => part.Level)];
        if (!levels.SequenceEqual(levels.Distinct().OrderDescending())) yaml.ProblemAt("parts", "the steps of a timing ladder go from the highest level to the lowest, one step for each level.");
    }
}
