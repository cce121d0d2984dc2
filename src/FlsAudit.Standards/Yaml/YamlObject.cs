using System.Globalization;
using FlsAudit.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FlsAudit.Standards.Yaml;

/// <summary>A text with its place, so that a problem inside it can be pointed at.</summary>
internal sealed record YamlText(DefinitionFile File, YamlScalarNode Node)
{
    public string Value => Node.Value ?? "";

    /// <summary>The line on which the first line of the content stands.</summary>
    public long FirstLine => Node.Style is ScalarStyle.Literal or ScalarStyle.Folded ? Node.Start.Line + 1 : Node.Start.Line;

    /// <summary>Adds a problem at a position of the content.</summary>
    public void Problem(int offset, string message)
    {
        if (File.IsFull) return;
        var (line, column) = File.PlaceIn(Node, offset);
        File.Problem(line, column, message);
    }

    public void Problem(string message) => Problem(0, message);
}

/// <summary>A mapping of a definition file. Each key is asked for once; what nobody asked for is an unknown key.</summary>
internal sealed class YamlObject(DefinitionFile file, YamlMappingNode node)
{
    private const int MostItems = 1_000;

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public DefinitionFile File => file;

    public YamlMappingNode Node => node;

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public void Problem(string message) => file.Problem(node, message);

    public YamlText? Text(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value.Length: > 0 } scalar:
                return new YamlText(file, scalar);
            case YamlScalarNode empty:
                file.Problem(empty, $"'{key}' is empty.");
                return null;
            case var other:
                file.Problem(other, $"'{key}' must be a text.");
                return null;
        }
    }

    public YamlText? RequiredText(string key)
    {
        Require(key);
        return Text(key);
    }

    /// <summary>Reports a key that is not there, or has nothing behind it.</summary>
    public void Require(string key)
    {
        if (Has(key)) return;
        if (node.Children.ContainsKey(new YamlScalarNode(key))) ProblemAt(key, $"'{key}' is empty.");
        else Problem($"the key '{key}' is missing.");
    }

    /// <summary>Whether the key is there with something behind it.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Adds a problem at a key, or at the mapping when it has no such key.</summary>
    public void ProblemAt(string key, string message) =>
        file.Problem(node.Children.Keys.FirstOrDefault(name => name is YamlScalarNode scalar && scalar.Value == key) ?? node, message);

    public string RequiredString(string key) => RequiredText(key)?.Value ?? "";

    /// <summary>The choice that a word names, or the fallback when the key is not there.</summary>
    public T Choice<T>(string key, T fallback, IReadOnlyDictionary<string, T> choices)
    {
        if (Text(key) is not { } text) return fallback;
        if (choices.TryGetValue(text.Value, out var choice)) return choice;
        text.Problem($"'{text.Value}' is no value of '{key}'; expected {string.Join(", ", choices.Keys)}{NearestName.Hint(text.Value, choices.Keys)}");
        return fallback;
    }

    public double? Number(string key)
    {
        if (Text(key) is not { } text) return null;
        if (double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        text.Problem($"'{key}' must be a number.");
        return null;
    }

    public bool Flag(string key) => Choice(key, false, new Dictionary<string, bool> { ["true"] = true, ["false"] = false });

    public YamlObject? Object(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlObject(file, mapping);
            case var other:
                file.Problem(other, $"'{key}' must be a mapping of keys to values.");
                return null;
        }
    }

    /// <summary>The mappings of a list; what is beyond the most that make sense is a problem and not read.</summary>
    public IReadOnlyList<YamlObject> Objects(string key, int most = MostItems)
    {
        var objects = new List<YamlObject>();
        foreach (var item in List(key, most))
        {
            if (item is YamlMappingNode mapping) objects.Add(new YamlObject(file, mapping));
            else file.Problem(item, $"each item of '{key}' must be a mapping of keys to values.");
        }

        return objects;
    }

    public IReadOnlyList<YamlText> Texts(string key)
    {
        var texts = new List<YamlText>();
        foreach (var item in List(key, MostItems))
        {
            if (item is YamlScalarNode scalar) texts.Add(new YamlText(file, scalar));
            else file.Problem(item, $"each item of '{key}' must be a text.");
        }

        return texts;
    }

    /// <summary>The texts of a list, or the one text that stands in its place.</summary>
    public IReadOnlyList<YamlText> TextOrTexts(string key) => Find(key) is YamlScalarNode ? Text(key) is { } text ? [text] : [] : Texts(key);

    /// <summary>Whether a mapping stands at the key, and no list and no text.</summary>
    public bool IsMapping(string key) => Find(key) is YamlMappingNode;

    /// <summary>The pairs of a mapping of texts to texts, in file order; a null value is YAML's <c>~</c>.</summary>
    public IReadOnlyList<(YamlText Key, YamlText? Value)> Pairs(string key)
    {
        if (Object(key) is not { } mapping) return [];
        var pairs = new List<(YamlText, YamlText?)>();
        foreach (var (name, value) in mapping.Node.Children)
        {
            if (name is YamlScalarNode nameText && value is YamlScalarNode valueText)
                pairs.Add((new YamlText(file, nameText), IsNull(valueText) ? null : new YamlText(file, valueText)));
            else
                file.Problem(name, $"each entry of '{key}' must be a text and its value.");
        }

        return pairs;
    }

    /// <summary>Reports each key that nobody asked for.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!asked.Contains(name))
                file.Problem(key, $"the key '{name}' is not known here{NearestName.Hint(name, asked)}");
        }
    }

    private IReadOnlyList<YamlNode> List(string key, int most)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                if (sequence.Children.Count > most) ProblemAt(key, $"'{key}' has more than {most} items; no definition needs so many.");
                return [.. sequence.Children.Take(most)];
            case var other:
                file.Problem(other, $"'{key}' must be a list.");
                return [];
        }
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) && !(value is YamlScalarNode scalar && IsNull(scalar))
            ? value
            : null;
    }

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null";
}
