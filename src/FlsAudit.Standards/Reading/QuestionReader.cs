using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the questions of <c>organisation.yaml</c> and the answers that a user gives to them.</summary>
internal static class QuestionReader
{
    public static IReadOnlyList<(Question Question, YamlObject Yaml)> Read(YamlObject file)
    {
        var group = file.RequiredString("group");
        (Question, YamlObject)[] questions = [.. file.Objects("questions").Select(question => (ReadQuestion(question, group), question))];
        if (questions.Length == 0) file.Problem("the group has no 'questions'.");
        file.RefuseUnknownKeys();
        return questions;
    }

    /// <summary>The answers of a user's file.</summary>
    public static OrganisationAnswers ReadAnswers(YamlObject file, IReadOnlyList<Question> questions)
    {
        var sites = new Dictionary<string, IReadOnlyDictionary<string, Answer>>(StringComparer.Ordinal);
        file.Require("sites");
        if (file.Object("sites") is { } listed)
            foreach (var site in listed.Keys)
                if (listed.Object(site) is { } answers) sites[site] = ReadSite(answers, questions);
        file.RefuseUnknownKeys();
        return new OrganisationAnswers(sites);
    }

    private static Question ReadQuestion(YamlObject yaml, string group)
    {
        var name = ConditionReader.ReadName(yaml, "question");
        yaml.Require("type");
        var type = yaml.Choice("type", AnswerType.Text, Vocabulary.AnswerTypes);
        CodeValue[] values = [.. yaml.Pairs("values").Select(pair => new CodeValue(pair.Key.Value, pair.Value?.Value ?? ""))];
        foreach (var (code, _) in yaml.Pairs("values"))
            if (!Vocabulary.IsName(code.Value)) code.Problem($"'{code.Value}' is no code: lower-case letters, digits and _ only, a letter first.");
        var hasCodes = type is AnswerType.Code or AnswerType.Codes;
        if (hasCodes && values.All(value => value.Code == CodeValue.NotKnown)) yaml.Problem("a question of codes needs 'values'.");
        if (!hasCodes && values.Length > 0) yaml.ProblemAt("values", "only a question of codes has 'values'.");
        yaml.Require("status");
        var question = new Question(name?.Value ?? "", type, group, yaml.RequiredString("meaning"))
        {
            Values = values,
            Provenance = new Provenance(yaml.RequiredString("source"), yaml.Choice("status", ProvenanceStatus.Recalled, Vocabulary.Statuses)),
        };
        yaml.RefuseUnknownKeys();
        return question;
    }

    private static Dictionary<string, Answer> ReadSite(YamlObject yaml, IReadOnlyList<Question> questions)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var question in questions)
            if (ReadAnswer(yaml, question) is { } answer) answers[question.Name] = answer;
        yaml.RefuseUnknownKeys();
        return answers;
    }

    private static Answer? ReadAnswer(YamlObject yaml, Question question)
    {
        if (!yaml.Has(question.Name)) return null;
        switch (question.Type)
        {
            case AnswerType.Percent:
                var percent = yaml.Number(question.Name);
                if (percent is not (null or (> 0 and <= 100))) yaml.ProblemAt(question.Name, $"'{question.Name}' is a percentage above 0 and up to 100.");
                return percent is null ? null : new Answer(question, [], percent, "");
            case AnswerType.Text:
                return yaml.Text(question.Name) is { } words ? new Answer(question, [], null, words.Value) : null;
            case AnswerType.Code:
                return yaml.Text(question.Name) is { } code && IsKnown(code, question) ? new Answer(question, [code.Value], null, "") : null;
            default:
                var codes = yaml.TextOrTexts(question.Name);
                if (codes.Where(text => !IsKnown(text, question)).ToList().Count > 0) return null;
                string[] given = [.. question.Values.Select(value => value.Code).Where(value => codes.Any(text => text.Value == value))];
                if (given.Contains(CodeValue.NotKnown) && given.Length > 1) yaml.ProblemAt(question.Name, $"'{CodeValue.NotKnown}' stands alone: an answer that is not known has no items.");
                return new Answer(question, given, null, "");
        }
    }

    private static bool IsKnown(YamlText code, Question question)
    {
        if (question.Values.Any(value => value.Code == code.Value)) return true;
        code.Problem($"'{question.Name}' has no answer '{code.Value}'; expected {string.Join(", ", question.Values.Select(value => value.Code))}{NearestName.Hint(code.Value, question.Values.Select(value => value.Code))}");
        return false;
    }
}
