using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads what a set says of the work-list.</summary>
internal sealed class WorklistReader(Scope scope, string place, List<DefinitionProblem> problems)
{
    public WorklistRule? Read(YamlObject head, IReadOnlyList<MeasureDefinition> measures)
    {
        if (head.Object("worklist") is not { } worklist) return null;
        var leaveOut = worklist.Objects("leave_out").Select(exclusion => ConditionReader.ReadExclusion(exclusion, scope)).OfType<Exclusion>().ToList();
        var windows = worklist.Objects("windows").Select(window => ReadWindow(window, measures)).OfType<WorklistWindow>().ToList();
        worklist.Require("leave_out");
        worklist.Require("windows");
        worklist.RefuseUnknownKeys();
        return new WorklistRule(leaveOut, windows);
    }

    private WorklistWindow? ReadWindow(YamlObject yaml, IReadOnlyList<MeasureDefinition> measures)
    {
        var id = yaml.RequiredText("measure");
        var step = yaml.RequiredString("step");
        var done = ConditionReader.Read(yaml.RequiredText("done"), scope);
        yaml.RefuseUnknownKeys();
        if (id is null || done is null) return null;
        var measure = measures.FirstOrDefault(known => known.Id == id.Value);
        if (measure is null)
        {
            // A measure with problems of its own is missing because of them, which is not said again.
            if (!problems.Exists(problem => problem.File == $"{place}/{id.Value}.yaml"))
                id.Problem($"the set has no measure '{id.Value}'{NearestName.Hint(id.Value, measures.Select(known => known.Id))}");
            return null;
        }

        if (measure is not { Parts: [{ Due: not null, Numerator: not null }] }) id.Problem($"'{measure.Id}' has no window that could close: the work-list needs a measure with one 'numerator' and a 'due'.");
        return new WorklistWindow(measure, step, done);
    }
}
