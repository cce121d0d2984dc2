using FlsAudit.Analysis;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs.Watching;

/// <summary>What a window is for a record.</summary>
internal enum Watched
{
    /// <summary>Nothing for the work-list: far away, taken, left out, or not of the measure.</summary>
    No,

    /// <summary>It belongs on the list.</summary>
    Listed,

    /// <summary>It would be listed if the record said that it belongs to the measure.</summary>
    MayBelong,
}

/// <summary>One window of a set and who stands in it.</summary>
/// <param name="Rule">The work-list of the set.</param>
/// <param name="Window">The window.</param>
internal sealed record WindowWatch(WorklistRule Rule, WorklistWindow Window)
{
    public const string ClosesSoon = "closes soon";
    public const string JustClosed = "just closed";

    private static readonly ReferenceEngine EverRecorded = new(DateOnly.MaxValue.DayNumber);

    private MeasureDefinition Measure => Window.Measure;

    private MeasurePart Part => Measure.Parts[0];

    /// <summary>All windows of sets, in order of care.</summary>
    public static IReadOnlyList<WindowWatch> Of(IEnumerable<StandardSet> sets) =>
        [.. sets.Select(set => set.Worklist).OfType<WorklistRule>().SelectMany(rule => rule.Windows.Select(window => new WindowWatch(rule, window)))];

    /// <summary>The fields that deciding takes.</summary>
    public IEnumerable<string> Fields =>
        [.. FieldsRead.By(Measure), .. Rule.LeaveOut.SelectMany(reason => FieldsRead.By(reason.When)), .. FieldsRead.By(Window.Done)];

    /// <summary>The last day of the window, or null when it has no start or a start after the as-at date.</summary>
    public int? LastDay(RecordBatch batch, int index, int asAt)
    {
        var start = batch.Dates(batch.Layout.SlotOf(Part.Due!.Start.Name))[index];
        return start == Missing.Date || start > asAt ? null : start + Part.Due.Days;
    }

    /// <summary>
    /// Whether a record stands in the window: it belongs, nothing leaves it out, and neither is the step taken nor the measure met. Who is left out is judged by all
    /// that is recorded, be it dated after the as-at date: nobody calls the family of a patient whose death is on record.
    /// </summary>
    public Watched Look(ReferenceEngine engine, Record record)
    {
        bool Holds(Standards.Expressions.Expression condition) => engine.Evaluate(condition, record) == Truth.True;
        var belongs = Kleene.And(engine.Evaluate(Measure.Population, record), Part.When is { } when ? engine.Evaluate(when, record) : Truth.True);
        if (belongs == Truth.False) return Watched.No;
        if (Measure.Exclusions.Any(reason => Holds(reason.When))) return Watched.No;
        if (Rule.LeaveOut.Any(reason => EverRecorded.Evaluate(reason.When, record) == Truth.True)) return Watched.No;
        if (Holds(Window.Done) || Holds(Part.Numerator!)) return Watched.No;
        return belongs == Truth.True ? Watched.Listed : Watched.MayBelong;
    }
}
