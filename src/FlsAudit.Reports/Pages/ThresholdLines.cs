using FlsAudit.Model;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports.Pages;

/// <summary>What turns a value into a band or a level, and what a number is set against: bands, ladders, rules, factors, multipliers.</summary>
internal static class ThresholdLines
{
    public static IEnumerable<PageLine> Of(MeasureDefinition measure)
    {
        PageLine[] lines =
        [
            .. measure.Bands is { } bands ? [Marked(MeasureText.Bands(bands), bands.Status, bands.Note)] : Array.Empty<PageLine>(),
            .. measure.Levels is { } levels ? Ladder("Levels", levels) : [],
            .. measure.Timing is { } timing ? Timing(measure, timing) : [],
            .. measure.Answer is { } answer ? Answer(answer) : [],
            .. measure.Completeness is { } rule ? [new PageLine(Rule(rule))] : Array.Empty<PageLine>(),
            .. measure.Model is { } model ? [Factors(model)] : Array.Empty<PageLine>(),
            .. measure.Parts.Where(part => part.Derived is not null).Select(part => Derived(part, part.Derived!)),
        ];
        return lines.Length > 0 ? lines : [new PageLine("None: no thresholds are known.")];
    }

    private static IEnumerable<PageLine> Ladder(string name, LevelRule levels)
    {
        yield return Marked($"{name}: {MeasureText.Ladder(levels)}; otherwise {BandMark.Of(Band.BelowLevel1)} {Band.BelowLevel1.Word()}", levels.Status, levels.Note);
        if (levels.Level3Needs is { } need)
            yield return new PageLine(
                $"Level 3 needs besides that the organisation answers '{need.Question.Name}' with {string.Join(" or ", need.Answers.Select(code => Meaning(need.Question, code)))}; "
                + "without that answer the level is at most 2.");
    }

    private static IEnumerable<PageLine> Timing(MeasureDefinition measure, TimingRule timing)
    {
        yield return new PageLine(
            "Levels: " + string.Join("; ", measure.Parts.Select(part => $"{MeasureText.Marked(BandWords.OfLevel(part.Level))} when the wanted share is reached {Lower(part.Label)}"))
            + $"; otherwise {MeasureText.Marked(Band.BelowLevel1)}. The highest level that is reached counts.");
        yield return new PageLine(
            $"The wanted share is the organisation's answer to '{timing.Share.Name}' ({timing.Share.Meaning.TrimEnd('.')}). No share is published: without an answer the level is not computed.");
    }

    private static IEnumerable<PageLine> Answer(AnswerRule answer)
    {
        yield return new PageLine($"Decided by the organisation's answer to '{answer.Question.Name}': {answer.Question.Meaning}");
        if (answer.Share is { } share)
        {
            foreach (var line in Ladder($"Levels by the share of the {PrintedNumber.Count(answer.Question.Items.Count)} items that are given, %", share)) yield return line;
            yield return new PageLine("Items: " + string.Join("; ", answer.Question.Items.Select(item => item.Meaning)) + ".");
        }

        if (answer.Levels.Count == 0) yield break;
        yield return Marked(
            "Levels: " + string.Join("; ", answer.Question.Items.Select(item =>
                $"{item.Meaning}: {MeasureText.Marked(BandWords.OfLevel(answer.Levels.GetValueOrDefault(item.Code, 0)))}")),
            answer.Status, answer.Note);
    }

    private static string Rule(CompletenessRule rule) =>
        $"Rule: a field counts when more than {PrintedNumber.AsNeeded(rule.MissingOver)} % is missing; good when fewer than {PrintedNumber.Count(rule.FewerThan)} fields count.";

    private static PageLine Factors(ShortfallModel model) => Marked(
        "Model: expected = caseload × " + string.Join(" × ", model.Factors.Select(factor => $"{PrintedNumber.AsNeeded(100 * factor.Share)} % ({factor.Label})"))
        + "; value = expected - observed, in patients; below zero when more were observed",
        model.Status, model.Note);

    private static PageLine Derived(MeasurePart part, DerivedCaseload derived) => Marked(
        $"Multiplier: where the caseload has no row of group {part.CaseloadGroup}, {PrintedNumber.AsNeeded(derived.Times)} × the row of group {derived.From}",
        derived.Status, derived.Note);

    private static PageLine Marked(string text, ProvenanceStatus status, string note) =>
        new($"{text} ({ProvenanceMark.Worded(status)}).{(note.Length > 0 ? " " + note : "")}");

    private static string Meaning(Question question, string code) =>
        $"'{question.Values.FirstOrDefault(value => value.Code == code)?.Meaning ?? code}'";

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
