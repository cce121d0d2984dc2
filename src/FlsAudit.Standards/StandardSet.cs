using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards;

/// <summary>A number of a set that its measures share.</summary>
/// <param name="Name">Used as <c>$name</c>.</param>
/// <param name="Value">As written: a number of days or weeks, a number, or codes with commas.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Status">How sure it is.</param>
public sealed record Parameter(string Name, string Value, string Meaning, ProvenanceStatus Status);

/// <summary>A condition that measures share.</summary>
/// <param name="Name">Used in place of a test.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="When">The condition.</param>
public sealed record SharedCondition(string Name, string Meaning, Expression When);

/// <summary>A window that the work-list watches.</summary>
/// <param name="Measure">The measure whose due rule and numerator are watched.</param>
/// <param name="Step">What is to be done, for people.</param>
/// <param name="Done">When the step has been taken, be it late, so that nothing is left to do.</param>
public sealed record WorklistWindow(MeasureDefinition Measure, string Step, Expression Done);

/// <summary>Whom the work-list names and which windows it watches.</summary>
/// <param name="LeaveOut">Who is never listed.</param>
/// <param name="Windows">In order of care.</param>
public sealed record WorklistRule(IReadOnlyList<Exclusion> LeaveOut, IReadOnlyList<WorklistWindow> Windows);

/// <summary>A set of measures that is reported together.</summary>
/// <param name="Name">The name that the command line takes.</param>
/// <param name="Title">For people.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Measures">Its measures in order of presentation, with the set's settings applied.</param>
public sealed record StandardSet(string Name, string Title, Provenance Provenance, IReadOnlyList<MeasureDefinition> Measures)
{
    /// <summary>Whether a death before a follow-up window closes takes the record out of the follow-up measures.</summary>
    public required bool ExcludesDeathsBeforeWindow { get; init; }

    /// <summary>Remarks for people; empty when there are none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The numbers that its measures share.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The conditions that its measures share.</summary>
    public IReadOnlyList<SharedCondition> Conditions { get; init; } = [];

    /// <summary>The work-list; null when the set declares none.</summary>
    public WorklistRule? Worklist { get; init; }

    /// <summary>The set with other settings.</summary>
    /// <param name="unknown">What unknown answers count as; null leaves each measure its own policy.</param>
    /// <param name="excludesDeaths">Whether deaths before the window closes are excluded; null leaves the set's own setting. A set without follow-up measures has none to change.</param>
    /// <param name="by">Breakdowns that its measures are shown by besides their own; those by the codes of a field are left to whoever counts.</param>
    public StandardSet With(UnknownPolicy? unknown, bool? excludesDeaths, IReadOnlyList<Breakdown> by)
    {
        var excludes = excludesDeaths ?? ExcludesDeathsBeforeWindow;
        MeasureDefinition Set(MeasureDefinition measure) => measure.WithDeaths(excludes) with
        {
            Unknown = measure.HasUnknownPolicy ? unknown ?? measure.Unknown : measure.Unknown,
            By = measure.ReadsRecords ? [.. measure.By.Concat(by.Where(breakdown => breakdown.Field is null)).DistinctBy(breakdown => breakdown.Name)] : [],
        };

        return this with
        {
            ExcludesDeathsBeforeWindow = Measures.Any(measure => measure.IsFollowUp) ? excludes : ExcludesDeathsBeforeWindow,
            Measures = [.. Measures.Select(Set)],
            Worklist = Worklist is null ? null : Worklist with { Windows = [.. Worklist.Windows.Select(window => window with { Measure = Set(window.Measure) })] },
        };
    }

    /// <summary>Whether the set is not shipped with the program but a user's own.</summary>
    public bool IsOwn { get; init; }
}
