using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace FlsAudit.Standards.Yaml;

/// <summary>One definition file on its way from text to objects; collects what is wrong with it.</summary>
internal sealed class DefinitionFile(string name, List<DefinitionProblem> problems)
{
    /// <summary>More than any definition needs; a file from a stranger must not fill the memory.</summary>
    private const int LargestFile = 1_000_000;

    /// <summary>Relative to the standards folder.</summary>
    public string Name { get; } = name;

    /// <summary>Adds a problem at a node.</summary>
    public void Problem(YamlNode node, string message) => Problem(node.Start.Line, node.Start.Column, message);

    /// <summary>Adds a problem at a line and column, counted from 1.</summary>
    public void Problem(long line, long column, string message) => problems.Add(new DefinitionProblem(Name, line, column, message));

    /// <summary>The file's mapping, or null when it has none; then a problem says so.</summary>
    public YamlObject? Read(string path)
    {
        string text;
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                Problem(0, 0, $"the file is larger than {LargestFile / 1_000_000} MB; no definition is.");
                return null;
            }

            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem(0, 0, "the file cannot be read; check that it exists and may be read.");
            return null;
        }

        return Parse(text);
    }

    /// <summary>The mapping of a text, or null when it has none; then a problem says so.</summary>
    public YamlObject? Parse(string text)
    {
        try
        {
            // Aliases make a small file stand for a huge one, and no definition needs them.
            var scan = new Parser(new StringReader(text));
            while (scan.MoveNext())
            {
                if (scan.Current is not AnchorAlias alias) continue;
                Problem(alias.Start.Line, alias.Start.Column, "aliases (*name) are not allowed; write the value out.");
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping)
                return new YamlObject(this, mapping);
            Problem(1, 1, "expected one mapping of keys to values.");
        }
        catch (YamlException error)
        {
            Problem(error.Start.Line, error.Start.Column, $"this is not YAML: {error.Message}");
        }

        return null;
    }
}
