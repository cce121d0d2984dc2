namespace FlsAudit.Standards.Expressions;

/// <summary>The single tests of a condition: what is left of it without <c>and</c>, <c>or</c> and <c>not</c>.</summary>
public static class SingleTests
{
    /// <summary>The tests in the order in which they are written; the condition itself when it is one.</summary>
    public static IEnumerable<Expression> Of(Expression condition) => condition switch
    {
        And and => [.. Of(and.Left), .. Of(and.Right)],
        Or or => [.. Of(or.Left), .. Of(or.Right)],
        Not not => Of(not.Operand),
        _ => [condition],
    };
}
