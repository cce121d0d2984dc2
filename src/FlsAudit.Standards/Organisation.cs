using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>The kind of answer that a question of the organisation takes.</summary>
public enum AnswerType
{
    /// <summary>One code.</summary>
    Code,

    /// <summary>Any number of codes.</summary>
    Codes,

    /// <summary>A number above 0 and up to 100.</summary>
    Percent,

    /// <summary>Words.</summary>
    Text,
}

/// <summary>A question about a service as an organisation, answered once per site and not from records.</summary>
/// <param name="Name">The key in <c>organisation.yaml</c>, in snake case.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Group">The part of the questionnaire.</param>
/// <param name="Meaning">What it asks, for people.</param>
public sealed record Question(string Name, AnswerType Type, string Group, string Meaning)
{
    /// <summary>The codes that it takes, in order; empty unless the type has codes.</summary>
    public IReadOnlyList<CodeValue> Values { get; init; } = [];

    /// <summary>Where it comes from, and how sure that is.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The codes that are items, all but <see cref="CodeValue.NotKnown"/>.</summary>
    public IReadOnlyList<CodeValue> Items => [.. Values.Where(value => value.Code != CodeValue.NotKnown)];
}

/// <summary>One answer of a site.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Codes">The codes, each once, in the question's order; empty for other types and for "none of them" of type codes.</param>
/// <param name="Percent">The number of a percent question; null otherwise.</param>
/// <param name="Text">The words of a text question; empty otherwise.</param>
public sealed record Answer(Question Question, IReadOnlyList<string> Codes, double? Percent, string Text)
{
    /// <summary>Whether the answer is that nobody knows.</summary>
    public bool IsNotKnown => Codes.Contains(CodeValue.NotKnown);
}

/// <summary>What <c>organisation.yaml</c> says of each site. A site or question that is not there was not answered.</summary>
/// <param name="Sites">Site to question name to answer.</param>
public sealed record OrganisationAnswers(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Answer>> Sites)
{
    /// <summary>No answers.</summary>
    public static OrganisationAnswers None { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, Answer>>());

    /// <summary>The answer of a site to a question, or null.</summary>
    public Answer? Find(string site, Question question) => Sites.GetValueOrDefault(site)?.GetValueOrDefault(question.Name);
}
