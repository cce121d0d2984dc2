using System.Text.RegularExpressions;

namespace FlsAudit.AcceptanceTests.Architecture;

/// <summary>What the sources say to the compiler.</summary>
internal static partial class SourceCode
{
    /// <summary>A file without its comments: an example in a comment binds nobody.</summary>
    public static string WithoutComments(string file) => Comment().Replace(Repository.Read(file), "");

    [GeneratedRegex(@"(?<=^|[\s;{}])//.*$|/\*.*?\*/", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
