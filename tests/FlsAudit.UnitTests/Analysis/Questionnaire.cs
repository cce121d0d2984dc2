using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Analysis;

/// <summary>A few questions of an organisation, and answers to them.</summary>
internal static class Questionnaire
{
    /// <summary>One code.</summary>
    public static Question Guideline { get; } = Asking("guideline", AnswerType.Code, "local", "regional", "national", "none", CodeValue.NotKnown);

    /// <summary>One code.</summary>
    public static Question FallsService { get; } = Asking("falls_service", AnswerType.Code, "established", "planned", CodeValue.NotKnown);

    /// <summary>Any of four items.</summary>
    public static Question Communication { get; } = Asking("communication_content", AnswerType.Codes, "risk", "scan", "drug", "falls", CodeValue.NotKnown);

    /// <summary>A percentage.</summary>
    public static Question Share { get; } = Asking("assessment_share", AnswerType.Percent);

    /// <summary>Answers by site: codes separated by blanks, or a number for a percentage.</summary>
    public static OrganisationAnswers Answers(params (string Site, Question Question, string Answer)[] given) => new(
        given.GroupBy(answer => answer.Site).ToDictionary(
            site => site.Key,
            IReadOnlyDictionary<string, Answer> (site) => site.ToDictionary(answer => answer.Question.Name, answer => Answer(answer.Question, answer.Answer))));

    private static Answer Answer(Question question, string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
        ? new Answer(question, [], percent, "")
        : new Answer(question, text.Split(' ', StringSplitOptions.RemoveEmptyEntries), null, "");

    private static Question Asking(string name, AnswerType type, params string[] codes) => new(name, type, "tests", name)
    {
        Values = [.. codes.Select(code => new CodeValue(code, code))],
        Provenance = new Provenance("made for tests", ProvenanceStatus.Inferred),
    };
}
