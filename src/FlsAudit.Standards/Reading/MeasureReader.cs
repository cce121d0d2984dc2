using System.Globalization;
using FlsAudit.Model;
using FlsAudit.Standards.Checking;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a measure and checks it. A measure with problems is null; all of them were reported.</summary>
internal sealed class MeasureReader
{
    private const int MostExclusions = 100;

    private readonly DefinitionContext context;
    private readonly Scope scope;

    public MeasureReader(DefinitionContext context)
    {
        // A scope of its own tells which names of the set this measure uses.
        scope = context.Scope.Inner();
        this.context = context with { Scope = scope };
    }

    /// <summary>The names that the measure used.</summary>
    public Scope Used => scope;

    public MeasureDefinition? Read(YamlObject yaml)
    {
        var id = yaml.RequiredString("id");
        var kind = yaml.Choice("kind", MeasureKind.Proportion, Vocabulary.Kinds);
        var rules = new RuleReader(scope, context.Questions);
        var answer = rules.Answer(yaml);
        var isAnswer = kind == MeasureKind.Level && yaml.Has("answer");
        var population = isAnswer ? Nothing : ConditionReader.Read(yaml.RequiredText("population"), scope);
        Exclusion?[] exclusions = [.. yaml.Objects("exclude", MostExclusions).Select(exclusion => ConditionReader.ReadExclusion(exclusion, scope))];
        var parts = new PartReader(scope, rules).Read(yaml, kind);
        var definition = new MeasureDefinition
        {
            Id = id,
            Set = yaml.RequiredString("set"),
            Title = yaml.RequiredString("title"),
            Question = yaml.RequiredString("question"),
            Kind = kind,
            Provenance = Vocabulary.Provenance(yaml),
            Population = population ?? Nothing,
            Exclusions = [.. exclusions.OfType<Exclusion>()],
            Parts = parts ?? [],
            Unknown = yaml.Choice("unknown", UnknownPolicy.NotMet, Vocabulary.UnknownPolicies),
            Words = ReadWords(yaml),
            Bands = rules.Bands(yaml),
            Levels = rules.Levels(yaml),
            Timing = rules.Timing(yaml),
            Answer = answer,
            Model = rules.Model(yaml),
            Completeness = rules.Completeness(yaml),
            Unit = yaml.Choice("unit", CountedUnit.FractureEpisode, Vocabulary.Units),
            IntakeYearStarts = ReadMonthDay(yaml),
            Needs = [.. yaml.Texts("needs").Select(Needed).OfType<Field>()],
            IsFollowUp = yaml.Flag("follow_up"),
            By = isAnswer ? [] : context.By,
            Topic = ReadTopic(yaml),
            Why = yaml.Text("why")?.Value.TrimEnd() ?? "",
            Action = yaml.Text("action")?.Value.TrimEnd() ?? "",
            Better = yaml.Choice("better", Better.None, Vocabulary.Directions),
            File = yaml.File.Name,
        };
        definition = WithDeathExclusion(yaml, definition);
        definition = definition with { Cases = ReadCases(yaml, definition), ValueCases = new ValueCaseReader().Read(yaml, definition) };
        yaml.RefuseUnknownKeys();
        KindRules.Check(yaml, definition);
        if (population is null || parts is null || exclusions.Contains(null)) return null;
        // What a clause means can be told only once it is sound.
        if (!yaml.File.HasProblems) DefinitionChecks.Check(yaml, definition, context.Budget);
        return definition with { Parameters = [.. context.Parameters.Where(scope.Uses)] };
    }

    // What stands where a condition is missing; a measure that reads no records has it too, and nobody asks it.
    private IsKnown Nothing => new("", context.Dictionary.Fields[0]);

    private MeasureDefinition WithDeathExclusion(YamlObject yaml, MeasureDefinition measure)
    {
        var otherSign = ConditionReader.Read(yaml.Text("died_when"), scope);
        if (!measure.IsFollowUp)
        {
            if (yaml.Has("died_when")) yaml.ProblemAt("died_when", "'died_when' goes with 'follow_up: true'.");
            return measure;
        }

        if (context.Dictionary.Find(FieldNames.DeathDate) is not { Type: FieldType.Date } death)
        {
            yaml.ProblemAt("follow_up", $"a follow-up measure needs the date field '{FieldNames.DeathDate}' in the data dictionary.");
            return measure;
        }

        if (measure.Parts.Select(part => part.Due).Distinct().ToArray() is not [{ } due])
        {
            yaml.ProblemAt("follow_up", "a follow-up measure needs one 'due' for all of it.");
            return measure;
        }

        return (measure with { DeathBeforeWindow = DeathExclusion.Of(death, due, otherSign), DeathDate = death }).WithDeaths(context.ExcludesDeaths);
    }

    private IReadOnlyList<WorkedCase> ReadCases(YamlObject yaml, MeasureDefinition measure)
    {
        var reader = new WorkedCaseReader(context.Dictionary);
        return measure.Answer is { } answer ? reader.ReadAnswerCases(yaml, answer) : reader.Read(yaml, measure.Parts, measure.Unit);
    }

    private Field? Needed(YamlText name)
    {
        var field = context.Dictionary.Find(name.Value);
        if (field is null) name.Problem($"there is no field '{name.Value}'{NearestName.Hint(name.Value, context.Dictionary.Fields.Select(known => known.Name))}");
        else if (field.Type == FieldType.Text) name.Problem($"'{field.Name}' is a text; whether a measure needs it follows from its unit.");
        else return field;
        return null;
    }

    private static MonthDay? ReadMonthDay(YamlObject yaml)
    {
        if (yaml.Text("intake_year_starts") is not { } text) return null;
        // 1999 is no leap year: a year cannot begin on a day that most years do not have.
        if (DateOnly.TryParseExact($"1999-{text.Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new MonthDay(day.Month, day.Day);
        text.Problem($"'{text.Value}' is no day of the year; expected month and day such as 07-01.");
        return null;
    }

    private static string? ReadTopic(YamlObject yaml)
    {
        if (yaml.Text("topic") is not { } topic) return null;
        if (!topic.Value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            topic.Problem($"'{topic.Value}' is no topic: lower-case letters, digits and - only.");
        return topic.Value;
    }

    private static MeasureWords ReadWords(YamlObject yaml)
    {
        if (yaml.Object("words") is not { } words)
        {
            yaml.Problem("the key 'words' is missing: numerator and denominator as noun phrases.");
            return new MeasureWords("", "");
        }

        var read = new MeasureWords(words.RequiredString("numerator"), words.RequiredString("denominator"));
        words.RefuseUnknownKeys();
        return read;
    }
}
