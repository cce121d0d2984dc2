using FlsAudit.Analysis.Periods;
using FlsAudit.Standards;

namespace FlsAudit.Analysis.Tables;

/// <summary>What a chart says about a target; why, where it says nothing.</summary>
internal static class TargetSentences
{
    private const string Assured = "As things are, the target";

    /// <summary>One sentence after a blank; empty without a target.</summary>
    public static string Of(PeriodChart chart)
    {
        if (chart.Target is not { } target) return "";
        if (chart.Notes.FirstOrDefault(note => IsIn(chart, note)) is { } assured) return $" {assured}";
        var why = chart.Better == Better.None ? "nobody said which direction is better"
            : chart.Chart == ChartType.Run ? "a run chart has no limits"
            : "there are no limits";
        return $" Whether the target of {PlainWords.Value(target, chart.Unit)} will be reached cannot be told: {why}.";
    }

    /// <summary>Whether a note is the one on the target.</summary>
    public static bool IsIn(PeriodChart chart, string note) => chart.Target is not null && note.StartsWith(Assured, StringComparison.Ordinal);
}
