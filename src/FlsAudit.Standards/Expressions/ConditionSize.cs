namespace FlsAudit.Standards.Expressions;

/// <summary>How large a condition may be, so that a file from a stranger cannot fill the memory or the stack. The longest of a standard has about twenty tests.</summary>
internal static class ConditionSize
{
    /// <summary>A text much longer is no condition that anybody could read.</summary>
    public const int LongestText = 20_000;

    /// <summary>Every part of a condition keeps its own text, so what names stand for must be bounded as well.</summary>
    public const int LongestWrittenOut = 40_000;

    /// <summary>Tests, shared conditions with all that they stand for.</summary>
    public const int MostTests = 500;

    /// <summary>What is followed by recursion: tests, 'and', 'or', 'not'.</summary>
    public const int MostNodes = 2_000;

    /// <summary>Whether a text is short enough to be read; a problem says so where it is not.</summary>
    public static bool IsReadable(string text, Action<int, string> problem)
    {
        if (text.Length <= LongestText) return true;
        problem(0, $"the condition is longer than {LongestText} characters.");
        return false;
    }

    public static int NodesIn(Expression expression) => expression switch
    {
        And and => 1 + NodesIn(and.Left) + NodesIn(and.Right),
        Or or => 1 + NodesIn(or.Left) + NodesIn(or.Right),
        Not not => 1 + NodesIn(not.Operand),
        _ => 1,
    };
}
