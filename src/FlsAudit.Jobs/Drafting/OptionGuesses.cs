using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Drafting;

/// <summary>An option text of a column and the code that it probably stands for.</summary>
/// <param name="Text">As the file spells it.</param>
/// <param name="Code">The code; null when the text says nothing about the field, or when none is guessed.</param>
/// <param name="IsGuessed">Whether anything is guessed.</param>
internal sealed record OptionGuess(string Text, string? Code, bool IsGuessed)
{
    /// <summary>Whether it looks like who somebody is, names apart, which are words as options are; then it is never written.</summary>
    public bool IsPersonal => !IsGuessed && IsPersonalIn(Text);

    /// <summary>Whether a text looks like who somebody is, names apart.</summary>
    public static bool IsPersonalIn(string text) => PersonalIdentifiers.KindOf(text) is not (null or IdentifierKind.Name);
}

/// <summary>Guesses what option texts mean by the texts of the known profiles and the codes themselves.</summary>
internal sealed class OptionGuesses(FieldDictionary dictionary, IReadOnlyList<RegistryProfile> profiles)
{
    private readonly HashSet<string> missing = new(profiles.SelectMany(profile => profile.MissingTexts).Select(Wording.Plain), StringComparer.Ordinal);

    /// <summary>The texts that mean that nothing was recorded, in all known profiles.</summary>
    public IReadOnlyList<string> MissingTexts { get; } = [.. profiles.SelectMany(profile => profile.MissingTexts).Prepend("").Distinct(StringComparer.Ordinal)];

    /// <summary>The shared lists for a field: those of the mapping, else those of the known profiles that tell codes of the field apart.</summary>
    public IReadOnlyList<CodeList> ListsFor(FieldMapping mapping) => mapping.Lists.Count > 0
        ? mapping.Lists
        : [.. MappingsOf(mapping.Field).SelectMany(other => other.Lists).Where(list => !MeansOneThing(list)).DistinctBy(list => list.Name, StringComparer.Ordinal)];

    /// <summary>Whether all texts of a list mean the same.</summary>
    public static bool MeansOneThing(CodeList list) => list.Entries.Select(entry => entry.Code).Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>
    /// One entry for each option text of a column that no list for its field has, in the order of their frequency; a joined cell gives its parts.
    /// </summary>
    public IReadOnlyList<OptionGuess> Of(ColumnSketch column, FieldMapping mapping, char? join)
    {
        var field = dictionary[mapping.Field];
        var codes = Codes(field, mapping);
        var listed = new OptionTexts(field, new FieldMapping(field.Name, new Dictionary<string, string?>(), null) { Lists = ListsFor(mapping) });
        string[] texts =
        [
            .. column.Shared.SelectMany(shared => join is { } mark ? shared.Text.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [shared.Text])
                .Where(text => !missing.Contains(Wording.Plain(text)))
                .Where(text => codes.ContainsKey(Wording.Plain(text)) || !listed.Has(text))
                .Distinct(StringComparer.Ordinal),
        ];
        return [.. texts.Select(text => Guess(text, codes))];
    }

    private static OptionGuess Guess(string text, Dictionary<string, string?> codes)
    {
        var plain = Wording.Plain(text);
        if (codes.TryGetValue(plain, out var code)) return new OptionGuess(text, code, true);
        return !OptionGuess.IsPersonalIn(text) && NearestName.Of(plain, codes.Keys) is { } near && codes[near] is { } probable ? new OptionGuess(text, probable, true) : new OptionGuess(text, null, false);
    }

    // The profile that the heading was found in is asked first, then the codes themselves, then the others.
    private Dictionary<string, string?> Codes(Field field, FieldMapping mapping)
    {
        var codes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (text, code) in mapping.Values) codes.TryAdd(Wording.Plain(text), code);
        foreach (var value in field.Values) codes.TryAdd(Wording.Plain(value.Code), value.Code);
        foreach (var value in field.Values) codes.TryAdd(Wording.Plain(value.Code.Replace('_', ' ')), value.Code);
        foreach (var (text, code) in MappingsOf(field.Name).SelectMany(other => other.Values)) codes.TryAdd(Wording.Plain(text), code);
        return codes;
    }

    private IEnumerable<FieldMapping> MappingsOf(string field) => profiles.SelectMany(profile => profile.Columns).SelectMany(column => column.Fields).Where(other => other.Field == field);
}
