namespace FlsAudit.Model;

/// <summary>A date of which the user had the year repaired.</summary>
/// <param name="Place">File, sheet, row and column.</param>
/// <param name="Field">The field.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="From">The recorded day as <see cref="DateOnly.DayNumber"/>; a value of the record, to be shown only when the user asked for values.</param>
/// <param name="To">The day that was used in its place; as <paramref name="From"/>.</param>
public sealed record RepairedDate(Place Place, string Field, string Rule, int From, int To);
