using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>What a table holds, looked at without any profile, so that a profile can be drafted for it.</summary>
/// <param name="File">The file, as findings name it.</param>
/// <param name="HeadingRow">The row of the headings as a spreadsheet program numbers it.</param>
/// <param name="IsWorkbook">Whether it is a worksheet, which has neither separator nor encoding.</param>
/// <param name="Separator">The separator of a text file.</param>
/// <param name="IsUtf8">Whether every cell is UTF-8, or in characters of two or four bytes.</param>
/// <param name="Columns">Every column in order.</param>
public sealed record ExportSketch(string File, long HeadingRow, bool IsWorkbook, char Separator, bool IsUtf8, IReadOnlyList<ColumnSketch> Columns)
{
    /// <summary>
    /// Whether the row of headings looks like a record instead: a cell of it is a number, a date or a personal identifier with digits.
    /// </summary>
    public bool HeadingsLookLikeARecord =>
        Columns.Any(column => column.Heading.Any(char.IsDigit)
            && (PersonalIdentifiers.LooksLike(column.Heading) || !column.Heading.Any(char.IsLetter) && !column.Heading.StartsWith("...", StringComparison.Ordinal)));
}

/// <summary>What one column holds, over all rows that have their cells.</summary>
/// <param name="Heading">As the file spells it; empty when it has none.</param>
/// <param name="Filled">Cells that are not blank.</param>
/// <param name="Dates">The forms of its dates; cells that are no dates are counted as unreadable.</param>
/// <param name="Numbers">Cells that are numbers, whatever their decimal mark.</param>
/// <param name="Commas">Those of them with a decimal comma.</param>
/// <param name="Points">Those of them with a decimal point.</param>
/// <param name="Shared">
/// The texts that at least <see cref="FewestSharing"/> rows have in common, most frequent first, ties in ordinal order. One may still be a patient's, whose rows they
/// are. Empty for a column with more than <see cref="MostTexts"/> different texts: it holds free text or identifiers.
/// </param>
public sealed record ColumnSketch(string Heading, long Filled, DateEvidence Dates, long Numbers, long Commas, long Points, IReadOnlyList<SharedText> Shared)
{
    /// <summary>What fewer rows have in common is hardly an option of a list.</summary>
    public const int FewestSharing = 5;

    /// <summary>No list of options is longer.</summary>
    public const int MostTexts = 100;

    /// <summary>Whether there are more different texts than a list of options has.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>Whether it says who patients are, by its heading or because most of the cells of a column that is no free text look so.</summary>
    public bool IdentifiesPatients { get; init; }
}

/// <summary>A text that several rows have in common, and how many.</summary>
public sealed record SharedText(string Text, long Rows);
