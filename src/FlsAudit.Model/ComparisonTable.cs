namespace FlsAudit.Model;

/// <summary>One row of a table that somebody else counted. A row has counts or a value.</summary>
/// <param name="Row">The row as a spreadsheet program numbers it.</param>
/// <param name="Measure">What was measured; empty when the table has no such column.</param>
/// <param name="Site">The site; empty when the table has no such column.</param>
/// <param name="Period">The period; empty when the table has no such column.</param>
/// <param name="Numerator">How many have it, from 0 to <paramref name="Denominator"/>; null in a table of values.</param>
/// <param name="Denominator">Out of how many; 0 is no cases, which is no error. Null in a table of values.</param>
/// <param name="Value">A value of any kind; null in a table of counts, and where the cell is blank.</param>
public sealed record ComparisonRow(long Row, string Measure, string Site, string Period, double? Numerator, double? Denominator, double? Value)
{
    /// <summary>Whether there is something to compare.</summary>
    public bool HasValue => Value is not null || Denominator > 0;
}

/// <summary>Which columns a comparison cannot do without.</summary>
public enum ComparisonColumns
{
    /// <summary>Sites; periods if there are some.</summary>
    Sites,

    /// <summary>Periods; sites if there are some.</summary>
    Periods,

    /// <summary>Sites, periods or both.</summary>
    SitesOrPeriods,
}

/// <summary>A table of sites, periods or both that somebody else counted. No measure, site and period are there twice, and no row is a total.</summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="HasSites">Whether it has a column of sites.</param>
/// <param name="HasPeriods">Whether it has a column of periods.</param>
/// <param name="HasValues">Whether its rows have values instead of counts.</param>
/// <param name="Rows">In the order of the file.</param>
public sealed record ComparisonTable(string Name, bool HasSites, bool HasPeriods, bool HasValues, IReadOnlyList<ComparisonRow> Rows)
{
    /// <summary>The measures, in the order of the file.</summary>
    public IReadOnlyList<string> Measures => [.. Rows.Select(row => row.Measure).Distinct(StringComparer.Ordinal)];

    /// <summary>The sites, in ordinal order.</summary>
    public IReadOnlyList<string> Sites => [.. Rows.Select(row => row.Site).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The periods: in calendar order where all are labels of one kind or all are ISO dates, otherwise in the order of the file.</summary>
    public IReadOnlyList<string> Periods => PeriodOrder.Of(Rows.Select(row => row.Period)).Periods;
}
