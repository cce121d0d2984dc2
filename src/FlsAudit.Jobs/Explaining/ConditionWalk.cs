using FlsAudit.Measures.Reference;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Jobs.Explaining;

/// <summary>Takes a condition apart down to its single tests, each with its truth for one record.</summary>
internal sealed class ConditionWalk(ReferenceEngine engine, RecordedFields fields, FoundRecord record)
{
    /// <summary>The nodes of a condition from the outside in.</summary>
    public IReadOnlyList<ExplainedTest> Of(Expression condition) => [.. Walk(condition, 0)];

    private IEnumerable<ExplainedTest> Walk(Expression node, int depth)
    {
        var truth = engine.Evaluate(node, record.Episode.Record);
        var (name, inner) = node switch
        {
            And => ("and", Operands<And>(node, and => (and.Left, and.Right))),
            Or => ("or", Operands<Or>(node, or => (or.Left, or.Right))),
            // "x is missing", "x not in (…)" and "x != y" are single tests to those who read them.
            Not not when not.Operand.Text != not.Text => ("not", [not.Operand]),
            _ => (node.Text, []),
        };
        yield return new ExplainedTest(depth, name, truth, inner.Count > 0 ? [] : [.. FieldsRead.By(node).Select(field => fields.Read(record, field))]);
        foreach (var test in inner.SelectMany(operand => Walk(operand, depth + 1))) yield return test;
    }

    // "a and b and c" is one list of three, as it is written.
    private static IReadOnlyList<Expression> Operands<T>(Expression node, Func<T, (Expression Left, Expression Right)> sides)
        where T : Expression
    {
        if (node is not T chain) return [node];
        var (left, right) = sides(chain);
        return [.. Operands(left, sides), .. Operands(right, sides)];
    }
}
