using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards;

/// <summary>Which fields conditions and measures look at.</summary>
public static class FieldsRead
{
    /// <summary>The names of the fields that a condition reads, in ordinal order.</summary>
    public static IReadOnlyList<string> By(Expression expression) =>
        [.. Of(expression).Select(field => field.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The names of the fields that a measure reads in any clause of any part, in ordinal order.</summary>
    public static IReadOnlyList<string> By(MeasureDefinition measure)
    {
        if (!measure.ReadsRecords) return [];
        IEnumerable<Field> fields =
        [
            .. Of(measure.Population),
            .. measure.Exclusions.SelectMany(exclusion => Of(exclusion.When)),
            .. measure.Parts.SelectMany(Of),
        ];
        return [.. fields.Select(field => field.Name).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of the fields that a breakdown reads, in ordinal order.</summary>
    public static IReadOnlyList<string> By(Breakdown breakdown) => breakdown.Field is { } field
        ? [field.Name]
        : [.. breakdown.Categories.SelectMany(category => Of(category.When!)).Select(read => read.Name).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Field> Of(MeasurePart part) =>
    [
        .. part.When is null ? [] : Of(part.When),
        .. part.Numerator is null ? [] : Of(part.Numerator),
        .. part.Due is null ? Array.Empty<Field>() : [part.Due.Start],
        .. part.Gap is null ? Array.Empty<Field>() : [part.Gap.From, part.Gap.To],
    ];

    private static IEnumerable<Field> Of(Expression expression) => SingleTests.Of(expression).SelectMany(OfTest);

    private static IEnumerable<Field> OfTest(Expression expression) => expression switch
    {
        IsKnown known => [known.Field],
        IsPresent present => [present.Field],
        AfterAsAt late => [late.Date],
        HasCode test => [test.Field],
        NumberComparison test => [test.Field],
        DateComparison test => [test.Left, test.Right],
        DayComparison test => [test.Difference.From, test.Difference.To],
        Within within => [within.Date, within.Start],
        _ => throw new NotSupportedException($"The condition '{expression.Text}' is of an unknown kind."),
    };
}
