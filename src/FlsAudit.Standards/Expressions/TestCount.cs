namespace FlsAudit.Standards.Expressions;

/// <summary>How many single tests a condition consists of.</summary>
internal static class TestCount
{
    public static int Of(Expression expression) => expression switch
    {
        And and => Of(and.Left) + Of(and.Right),
        Or or => Of(or.Left) + Of(or.Right),
        Not not => Of(not.Operand),
        _ => 1,
    };
}
