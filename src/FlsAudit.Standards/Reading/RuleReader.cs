using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the numbers that a value is held against: bands, ladders, rules, multipliers and factors.</summary>
internal sealed class RuleReader(Scope scope, IReadOnlyList<Question> questions)
{
    private const double MostTimes = 1_000;
    private const int MostFactors = 20;

    /// <summary>Bands; null when there are none or they have problems.</summary>
    public BandRule? Bands(YamlObject measure)
    {
        if (measure.Object("bands") is not { } bands) return null;
        var green = Test(bands, "green");
        var amber = bands.Keys.Contains("amber") ? Test(bands, "amber") : null;
        var red = Test(bands, "red");
        var (status, note) = Status(bands);
        bands.RefuseUnknownKeys();
        return green is null || red is null ? null : new BandRule(green, amber, red, status, note);
    }

    /// <summary>A ladder on a percentage; null when there is none or it has problems.</summary>
    public LevelRule? Levels(YamlObject measure)
    {
        if (measure.Object("levels") is not { } levels) return null;
        var ladder = Ladder(levels);
        var (status, note) = Status(levels);
        levels.RefuseUnknownKeys();
        return ladder is null ? null : ladder with { Status = status, Note = note, Level3Needs = Need(measure) };
    }

    /// <summary>A ladder on an answer; null when there is none or it has problems.</summary>
    public AnswerRule? Answer(YamlObject measure)
    {
        if (measure.Object("answer") is not { } answer) return null;
        var question = Question(answer.RequiredText("question"), AnswerType.Code, AnswerType.Codes);
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, level) in answer.Pairs("levels"))
        {
            if (question is not null) CheckItem(question, code);
            if (level?.Value is "1" or "2" or "3") levels[code.Value] = level.Value[0] - '0';
            else code.Problem($"the level of '{code.Value}' must be 1, 2 or 3; a code without a level is below level 1.");
        }

        var ladder = answer.Object("share");
        var share = ladder is null ? null : Ladder(ladder);
        ladder?.RefuseUnknownKeys();
        if (question?.Type == AnswerType.Codes && share is null) answer.Problem($"the question '{question.Name}' takes several codes; the answer needs 'share' with level_1 to level_3.");
        if (question?.Type == AnswerType.Code && levels.Count == 0) answer.Problem($"the question '{question.Name}' takes one code; the answer needs 'levels' of its codes.");
        var (status, note) = Status(answer);
        answer.RefuseUnknownKeys();
        return question is null ? null : new AnswerRule(question, levels, share is null ? null : share with { Status = status, Note = note }, status, note);
    }

    /// <summary>The question that says which share a hospital wants; null when there is none or it has problems.</summary>
    public TimingRule? Timing(YamlObject measure) => Question(measure.Text("share"), AnswerType.Percent) is { } share ? new TimingRule(share) : null;

    /// <summary>What stands in for a caseload group; null when there is nothing or it has problems.</summary>
    public DerivedCaseload? Derived(YamlObject owner, string? group)
    {
        if (owner.Object("derive") is not { } derive) return null;
        var from = derive.RequiredText("from");
        if (from is not null && !Vocabulary.CaseloadGroups.Contains(from.Value))
            from.Problem($"'{from.Value}' is no caseload group; expected {string.Join(", ", Vocabulary.CaseloadGroups)}.");
        if (from is not null && from.Value == group) from.Problem($"the group '{group}' cannot be reckoned from itself.");
        derive.Require("times");
        var times = Number(derive, "times") ?? 1;
        if (times is <= 0 or > MostTimes) derive.ProblemAt("times", $"'times' is a number above 0 and up to {MostTimes}.");
        var (status, note) = Status(derive);
        derive.RefuseUnknownKeys();
        return from is null ? null : new DerivedCaseload(from.Value, times, status, note);
    }

    /// <summary>The model of a shortfall; null when there is none or it has problems.</summary>
    public ShortfallModel? Model(YamlObject measure)
    {
        var factors = new List<Factor>();
        foreach (var yaml in measure.Objects("factors"))
        {
            yaml.Require("share");
            var share = Number(yaml, "share") ?? 0;
            if (share is < 0 or > 1) yaml.ProblemAt("share", "a share is a number from 0 to 1.");
            factors.Add(new Factor(yaml.RequiredString("label"), share));
            yaml.RefuseUnknownKeys();
        }

        if (factors.Count > MostFactors) measure.ProblemAt("factors", $"a model has at most {MostFactors} factors.");
        if (measure.Object("model") is not { } model) return factors.Count == 0 ? null : new ShortfallModel(factors, ProvenanceStatus.Recalled, "");
        var (status, note) = Status(model);
        model.RefuseUnknownKeys();
        return new ShortfallModel(factors, status, note);
    }

    /// <summary>The rule of a completeness measure; null when there is none.</summary>
    public CompletenessRule? Completeness(YamlObject measure)
    {
        if (measure.Object("completeness") is not { } rule) return null;
        rule.Require("missing_over");
        rule.Require("fewer_than");
        double missingOver = Number(rule, "missing_over") ?? 0, fewerThan = Number(rule, "fewer_than") ?? 1;
        if (missingOver is < 0 or >= 100) rule.ProblemAt("missing_over", "'missing_over' is a percentage from 0 to below 100.");
        if (fewerThan is < 1 or > 1_000 || fewerThan != Math.Floor(fewerThan)) rule.ProblemAt("fewer_than", "'fewer_than' is a whole number of fields, 1 or more.");
        rule.RefuseUnknownKeys();
        return new CompletenessRule(missingOver, (int)fewerThan);
    }

    private LevelNeed? Need(YamlObject measure)
    {
        if (measure.Object("level_3_needs") is not { } needs) return null;
        var question = Question(needs.RequiredText("question"), AnswerType.Code, AnswerType.Codes);
        var answers = needs.Texts("answers");
        if (answers.Count == 0) needs.Problem("'answers' lists the codes of which one must be given.");
        if (question is not null)
            foreach (var answer in answers) CheckItem(question, answer);
        needs.RefuseUnknownKeys();
        return question is null ? null : new LevelNeed(question, [.. answers.Select(answer => answer.Value)]);
    }

    private Question? Question(YamlText? name, params AnswerType[] types)
    {
        if (name is null) return null;
        var question = questions.FirstOrDefault(known => known.Name == name.Value);
        if (question is null) name.Problem($"there is no question '{name.Value}'{NearestName.Hint(name.Value, questions.Select(known => known.Name))}");
        else if (!types.Contains(question.Type)) name.Problem($"'{question.Name}' is a question of type {Vocabulary.AnswerTypes.First(pair => pair.Value == question.Type).Key}, which does not fit here.");
        else return question;
        return null;
    }

    private static void CheckItem(Question question, YamlText code)
    {
        if (question.Items.All(item => item.Code != code.Value))
            code.Problem($"'{question.Name}' has no code '{code.Value}'{NearestName.Hint(code.Value, question.Items.Select(item => item.Code))}");
    }

    private LevelRule? Ladder(YamlObject yaml)
    {
        BandTest? one = Test(yaml, "level_1"), two = Test(yaml, "level_2"), three = Test(yaml, "level_3");
        return one is null || two is null || three is null ? null : new LevelRule(one, two, three, ProvenanceStatus.Recalled, "");
    }

    private BandTest? Test(YamlObject yaml, string name)
    {
        if (yaml.RequiredText(name) is not { } text) return null;
        var words = text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2 && words[0] is "<" or "<=" or ">" or ">=" && Number(words[1]) is { } threshold) return new BandTest(words[0], threshold);
        text.Problem($"'{text.Value}' is no threshold; expected a comparison and a number, as in '>= 80'.");
        return null;
    }

    private double? Number(YamlObject yaml, string key)
    {
        if (yaml.Text(key) is not { } text) return null;
        if (Number(text.Value) is { } number) return number;
        text.Problem(text.Value.StartsWith('$') ? $"the set has no parameter '{text.Value}' that is a number{NearestName.Hint(text.Value[1..], scope.ParameterNames)}" : $"'{key}' must be a number.");
        return null;
    }

    private double? Number(string text)
    {
        if (text.StartsWith('$')) text = scope.Parameter(text[1..])?.Value ?? "";
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    private static (ProvenanceStatus Status, string Note) Status(YamlObject yaml)
    {
        if (!yaml.Keys.Contains("status")) yaml.Problem("the key 'status' is missing: verified, secondary, recalled or inferred.");
        return (yaml.Choice("status", ProvenanceStatus.Recalled, Vocabulary.Statuses), yaml.Text("note")?.Value ?? "");
    }
}
