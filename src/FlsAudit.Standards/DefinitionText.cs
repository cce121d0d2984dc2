using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Reading;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards;

/// <summary>Reads definitions that do not lie in a folder: a text at hand, or one file of a user.</summary>
public static class DefinitionText
{
    /// <summary>Reads one measure.</summary>
    /// <param name="yaml">The text of a measure file.</param>
    /// <param name="dictionary">The fields that it may use.</param>
    /// <param name="name">The name that problems print.</param>
    /// <param name="questions">The questions of the organisation that it may use; null for none.</param>
    /// <exception cref="DefinitionException">It has problems; all of them are in it.</exception>
    public static MeasureDefinition Measure(string yaml, FieldDictionary dictionary, string name = "measure", IReadOnlyList<Question>? questions = null)
    {
        var problems = new List<DefinitionProblem>();
        var measure = new DefinitionFile(name, problems).Parse(yaml) is { } file ? new MeasureReader(new DefinitionContext(new Scope(dictionary)) { Questions = questions ?? [] }).Read(file) : null;
        return problems.Count == 0 && measure is not null ? measure : throw new DefinitionException(problems);
    }

    /// <summary>Reads one condition.</summary>
    /// <exception cref="DefinitionException">It has problems; line 1 and the column in the text are in them.</exception>
    public static Expression Condition(string text, FieldDictionary dictionary)
    {
        var problems = new List<DefinitionProblem>();
        var condition = ExpressionParser.Parse(text, new Scope(dictionary), (offset, message) => problems.Add(new DefinitionProblem("condition", 1, offset + 1, message)));
        return condition ?? throw new DefinitionException(problems);
    }

    /// <summary>Reads a registry profile from a file of the user.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dictionary">The fields that it may use.</param>
    /// <param name="lists">The shared code lists that it may use; null for none.</param>
    /// <exception cref="DefinitionException">It cannot be read or has problems; all of them are in it.</exception>
    public static RegistryProfile Profile(string path, FieldDictionary dictionary, IReadOnlyList<CodeList>? lists = null)
    {
        var problems = new List<DefinitionProblem>();
        var profile = new DefinitionFile(Path.GetFileName(path), problems).Read(path) is { } file ? new ProfileReader(dictionary, lists ?? []).Read(file) : null;
        return problems.Count == 0 && profile is not null ? profile : throw new DefinitionException(problems);
    }

    /// <summary>Reads the answers of sites from a user's <c>organisation.yaml</c>.</summary>
    /// <exception cref="DefinitionException">It cannot be read or has problems; all of them are in it.</exception>
    public static OrganisationAnswers Organisation(string path, IReadOnlyList<Question> questions)
    {
        var problems = new List<DefinitionProblem>();
        var answers = new DefinitionFile(Path.GetFileName(path), problems).Read(path) is { } file ? QuestionReader.ReadAnswers(file, questions) : null;
        return problems.Count == 0 && answers is not null ? answers : throw new DefinitionException(problems);
    }
}
