namespace FlsAudit.Reports;

/// <summary>A line of a <see cref="MeasurePage"/>: words, a condition as the definition writes it, or words and a condition.</summary>
/// <param name="Words">For people; empty for a condition that needs none.</param>
/// <param name="Logic">A condition of the language; empty for plain words.</param>
public sealed record PageLine(string Words, string Logic = "")
{
    /// <summary>Both in one text, with a colon between them where there are both.</summary>
    public string Text => Words.Length == 0 ? Logic : Logic.Length == 0 ? Words : $"{Words}: {Logic}";
}

/// <summary>A table of cases as the definition file has it, without the columns in which no row has a value.</summary>
/// <param name="Caption">What the rows are.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">A cell for each column; empty where nothing is recorded.</param>
public sealed record PageTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>What a <see cref="MeasurePage"/> says beneath one heading.</summary>
/// <param name="Heading">One of <see cref="MeasurePage.Headings"/>.</param>
/// <param name="Lines">At least one; a definition that says nothing says that.</param>
public sealed record PageSection(string Heading, IReadOnlyList<PageLine> Lines)
{
    /// <summary>The tables beneath the lines; empty for every heading but <see cref="MeasurePage.CasesHeading"/>.</summary>
    public IReadOnlyList<PageTable> Tables { get; init; } = [];
}
