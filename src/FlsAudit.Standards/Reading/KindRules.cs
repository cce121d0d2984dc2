using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Which keys a measure of each kind needs and takes.</summary>
internal static class KindRules
{
    private static readonly string[] Special =
        ["numerator", "gap", "parts", "caseload", "derive", "factors", "model", "levels", "level_3_needs", "share", "answer", "completeness", "bands", "due", "exclude", "population", "unknown", "unit", "needs"];

    private static readonly string[] OfRecords = ["population", "exclude", "unit", "needs"];

    public static void Check(YamlObject yaml, MeasureDefinition measure)
    {
        if (measure.Kind == MeasureKind.Level && !yaml.Has("levels") && !yaml.Has("share") && !yaml.Has("answer"))
        {
            yaml.ProblemAt("kind", "a measure of kind 'level' needs 'levels' with 'numerator', 'parts' with 'share', or 'answer'.");
            return;
        }

        var (needed, taken) = KeysOf(yaml, measure.Kind);
        var kind = Vocabulary.Kinds.First(pair => pair.Value == measure.Kind).Key;
        foreach (var key in needed.Where(key => !yaml.Has(key))) yaml.ProblemAt(key, $"a measure of kind '{kind}' needs '{key}'.");
        foreach (var key in Special.Except(needed).Except(taken).Where(yaml.Has)) yaml.ProblemAt(key, $"a measure of kind '{kind}' takes no '{key}'.");
        if (yaml.Has("intake_year_starts") && measure.Unit != CountedUnit.PatientFirstEpisode)
            yaml.ProblemAt("intake_year_starts", "'intake_year_starts' goes with 'unit: patient-first-episode'.");
        if (measure.Kind is MeasureKind.Ratio or MeasureKind.Shortfall)
            foreach (var due in measure.Parts.Select(part => part.Due).OfType<DueRule>().Where(due => due.Start.Name != Model.FieldNames.FractureDate).Take(1))
                yaml.ProblemAt("due", $"a caseload is counted by '{Model.FieldNames.FractureDate}', so the window must start there, not at '{due.Start.Name}'.");
    }

    // Every kind but an answer has a population, which is required where it is read.
    private static (string[] Needed, string[] Taken) KeysOf(YamlObject yaml, MeasureKind kind) => kind switch
    {
        MeasureKind.Proportion => (["numerator"], [.. OfRecords, "due", "bands", "unknown"]),
        MeasureKind.Duration => (["gap", "due"], [.. OfRecords, "bands", "unknown"]),
        MeasureKind.Ratio => (["caseload"], [.. OfRecords, "numerator", "parts", "due", "bands", "derive", "unknown"]),
        MeasureKind.Shortfall => (["numerator", "caseload", "factors"], [.. OfRecords, "due", "derive", "model", "unknown"]),
        MeasureKind.Completeness => (["parts"], [.. OfRecords, "due", "bands", "completeness", "unknown"]),
        MeasureKind.Level when yaml.Has("answer") => (["answer"], []),
        MeasureKind.Level when yaml.Has("levels") => (["levels", "numerator"], [.. OfRecords, "due", "level_3_needs", "unknown"]),
        MeasureKind.Level => (["parts", "share"], [.. OfRecords, "due", "unknown"]),
        _ => (["parts"], [.. OfRecords, "due", "bands", "unknown"]),
    };
}
