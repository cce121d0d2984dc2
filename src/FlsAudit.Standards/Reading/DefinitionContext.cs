using FlsAudit.Model;
using FlsAudit.Standards.Checking;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards.Reading;

/// <summary>What a measure is read in: the names that it may use and the settings of its set.</summary>
/// <param name="Scope">Fields, shared conditions and parameters.</param>
internal sealed record DefinitionContext(Scope Scope)
{
    /// <summary>How much searching for contradictions is left to the run.</summary>
    public SearchBudget Budget { get; init; } = new();

    /// <summary>The questions of the organisation.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>The parameters of the set.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The breakdowns that every measure of the set is shown by.</summary>
    public IReadOnlyList<Breakdown> By { get; init; } = [];

    /// <summary>The set's setting on deaths before the window closes.</summary>
    public bool ExcludesDeaths { get; init; }

    public FieldDictionary Dictionary => Scope.Dictionary;
}
