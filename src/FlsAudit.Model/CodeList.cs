using System.Text.RegularExpressions;

namespace FlsAudit.Model;

/// <summary>A text, or the beginning of a code, and what it stands for.</summary>
/// <param name="Text">As the list writes it; case, accents and white space do not count in an export.</param>
/// <param name="Code">The code of the field; null when it says nothing about the field.</param>
/// <param name="Provenance">Where that comes from, and how sure it is.</param>
public sealed record CodeListEntry(string Text, string? Code, Provenance Provenance)
{
    /// <summary>Whether every code that begins so is meant. Of several such beginnings the longest counts, and a whole text goes before all of them.</summary>
    public bool IsPrefix { get; init; }
}

/// <summary>Texts or codes that many registries use for one field, shared by their profiles: names of drugs, codes of a classification.</summary>
/// <param name="Name">The name by which a profile uses it.</param>
/// <param name="Title">What it lists, for people.</param>
/// <param name="Field">The code field that its codes belong to.</param>
/// <param name="Entries">The texts in the order of the file; no two are the same.</param>
public sealed record CodeList(string Name, string Title, string Field, IReadOnlyList<CodeListEntry> Entries)
{
    /// <summary>Characters that do not count, such as the dot of a classification's codes; often none.</summary>
    public string IgnoredCharacters { get; init; } = "";

    /// <summary>
    /// What a whole code looks like, without the ignored characters: a text that does not look so is found by no prefix. Null when there are no prefixes.
    /// </summary>
    public Regex? PrefixedCode { get; init; }

    /// <summary>The same texts, of which each now means one thing, for another field or for the same.</summary>
    /// <param name="field">The field that they say something about.</param>
    /// <param name="code">What all of them mean; null when they say nothing about it.</param>
    public CodeList AllMeaning(string field, string? code) => this with { Field = field, Entries = [.. Entries.Select(entry => entry with { Code = code })] };
}
