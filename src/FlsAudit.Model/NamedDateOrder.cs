namespace FlsAudit.Model;

/// <summary>The order of day and month that the user names.</summary>
/// <param name="Heading">The column, as the file spells its heading apart from case, accents and apostrophes; null for every column of dates.</param>
/// <param name="Order">Day-first or month-first. ISO dates are read in any case.</param>
public sealed record NamedDateOrder(string? Heading, DateOrder Order);
