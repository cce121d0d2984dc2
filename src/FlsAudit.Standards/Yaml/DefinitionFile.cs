using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace FlsAudit.Standards.Yaml;

/// <summary>One definition file on its way from text to objects; collects what is wrong with it.</summary>
internal sealed class DefinitionFile(string name, List<DefinitionProblem> problems)
{
    /// <summary>More than any definition needs; a file from a stranger must not fill the memory.</summary>
    private const int LargestFile = 1_000_000;

    /// <summary>Definitions nest four deep; a reader that follows thousands of levels runs out of stack.</summary>
    private const int DeepestNesting = 16;

    /// <summary>The parser counts the stream and the document as levels.</summary>
    private const int DocumentNesting = 2;

    /// <summary>Nobody corrects more at once, and telling a million would take longer than reading them.</summary>
    private const int MostProblems = 100;

    private const int LongestMessage = 600;

    private string[] lines = [];
    private int told;

    /// <summary>Relative to the standards folder.</summary>
    public string Name { get; } = name;

    /// <summary>Whether anything in it was found wrong so far.</summary>
    public bool HasProblems => told > 0;

    /// <summary>Whether more problems would not be told any more.</summary>
    public bool IsFull => told > MostProblems;

    /// <summary>Adds a problem at a node.</summary>
    public void Problem(YamlNode node, string message) => Problem(node.Start.Line, node.Start.Column, message);

    /// <summary>Adds a problem at a line and column, counted from 1.</summary>
    public void Problem(long line, long column, string message)
    {
        if (told++ > MostProblems) return;
        if (told > MostProblems) message = "there are more problems in this file; correct these first.";
        problems.Add(new DefinitionProblem(Name, line, column, message.Length > LongestMessage ? $"{message[..LongestMessage]}…" : message));
    }

    /// <summary>The file's mapping, or null when it has none; then a problem says so.</summary>
    public YamlObject? Read(string path)
    {
        string text;
        try
        {
            text = TextOf(path);
            if (text.Length is 0 or > LargestFile)
            {
                Problem(0, 0, text.Length == 0 ? "the file is empty." : $"the file is larger than {LargestFile / 1_000_000} MB; no definition is.");
                return null;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Problem(0, 0, "the file cannot be read; check that it exists and may be read.");
            return null;
        }

        return Parse(text);
    }

    // What is no regular file, a pipe or a device, has no length and is not opened: it might never end.
    private static string TextOf(string path)
    {
        var file = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
        if (file.Length == 0) return "";
        using var reader = new StreamReader(path);
        // Never fewer bytes than characters; one more tells a file that is too large.
        var buffer = new char[Math.Min(file.Length, LargestFile) + 1];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }

    /// <summary>The mapping of a text, or null when it has none; then a problem says so.</summary>
    public YamlObject? Parse(string text)
    {
        try
        {
            lines = text.ReplaceLineEndings("\n").Split('\n');
            if (!IsSafe(text)) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping)
                return new YamlObject(this, mapping);
            Problem(1, 1, "expected one mapping of keys to values, and found none or something else.");
        }
        catch (YamlException error)
        {
            Problem(error.Start.Line, error.Start.Column, $"this is not YAML: {error.Message}");
        }

        return null;
    }

    /// <summary>
    /// The place of a character of a text's content, however the text is quoted or folded; the text's own place when it is written with escapes.
    /// </summary>
    /// <param name="node">The text.</param>
    /// <param name="offset">The position in its content; the length of the content stands for its end.</param>
    public (long Line, long Column) PlaceIn(YamlScalarNode node, int offset)
    {
        var content = node.Value ?? "";
        int line = (int)node.Start.Line - 1, column = (int)node.Start.Column - 1;
        if (node.Style is ScalarStyle.Literal or ScalarStyle.Folded) (line, column) = (line + 1, 0);
        if (node.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted) column++;

        // Folding changes white space only, so the other characters are matched one by one.
        (int Line, int Column) after = (line, column);
        for (var i = 0; i < content.Length && i <= offset; i++)
        {
            if (char.IsWhiteSpace(content[i])) continue;
            while (line < lines.Length && (column >= lines[line].Length || char.IsWhiteSpace(lines[line][column])))
                (line, column) = column >= lines[line].Length ? (line + 1, 0) : (line, column + 1);
            if (line >= lines.Length || lines[line][column] != content[i]) return (node.Start.Line, node.Start.Column);
            if (i == offset) return (line + 1, column + 1);
            after = (line, ++column);
        }

        return (after.Line + 1, after.Column + 1);
    }

    // Aliases make a small file stand for a huge one, and no definition needs them.
    private bool IsSafe(string text)
    {
        var scan = new Parser(new StringReader(text));
        var depth = 0;
        while (MoveNext(scan))
        {
            depth += scan.Current?.NestingIncrease ?? 0;
            if (depth > DeepestNesting + DocumentNesting)
            {
                Problem(scan.Current!.Start.Line, scan.Current.Start.Column, $"this is nested more than {DeepestNesting} deep; no definition is.");
                return false;
            }

            if (scan.Current is not AnchorAlias alias) continue;
            Problem(alias.Start.Line, alias.Start.Column, "aliases (*name) are not allowed; write the value out.");
            return false;
        }

        return true;
    }

    // The parser gives up on some malformed texts without saying where; the last thing that it understood is near.
    private static bool MoveNext(Parser scan)
    {
        try
        {
            return scan.MoveNext();
        }
        catch (InvalidOperationException)
        {
            var end = scan.Current?.End ?? Mark.Empty;
            throw new YamlException(end, end, "nothing after this could be understood.");
        }
    }
}
