using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards;

/// <summary>One category of a breakdown.</summary>
/// <param name="Name">As csv files print it.</param>
/// <param name="Label">For people.</param>
/// <param name="When">Which records it holds; null for the codes of a field.</param>
public sealed record Category(string Name, string Label, Expression? When);

/// <summary>
/// A way to divide records, each into one category: the first that holds. A record of which one before it cannot be told, or for which none holds, is in none
/// (<c>missing</c>).
/// </summary>
/// <param name="Name">As <c>--by</c> takes it and csv files print it.</param>
/// <param name="Title">For people.</param>
/// <param name="Categories">In order; at least one.</param>
public sealed record Breakdown(string Name, string Title, IReadOnlyList<Category> Categories)
{
    /// <summary>What csv files print for a record in no category.</summary>
    public const string Missing = "missing";

    /// <summary>The code field that it is; null for a declared breakdown.</summary>
    public Field? Field { get; init; }

    /// <summary>Where it comes from; null for a field.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>Its worked cases: the expectation is a category's name or <see cref="Missing"/>.</summary>
    public IReadOnlyList<WorkedCase> Cases { get; init; } = [];

    /// <summary>The file that declares it; empty for a field.</summary>
    public string File { get; init; } = "";

    /// <summary>The breakdown by the codes of a field; its codes for "not known" are a category of their own.</summary>
    public static Breakdown Of(Field field) =>
        new(field.Name, field.Name.Replace('_', ' '), [.. field.Values.Select(value => new Category(value.Code, value.Meaning, null))]) { Field = field };
}
