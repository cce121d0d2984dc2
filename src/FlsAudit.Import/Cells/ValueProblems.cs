using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>
/// Counts the cells of one column that could not be read for one field, and keeps the rows of the first few. Merging gives the same
/// whichever thread met which row.
/// </summary>
internal sealed class ValueProblems(string code, Field field, int column, IReadOnlyList<string> accepted)
{
    public const string DateNotRead = "date-not-read";
    public const string SerialDate = "date-serial";
    public const string ShortYear = "date-year-short";
    public const string TwoWays = "date-two-ways";
    public const string HalfConverted = "date-half-converted";
    public const string NumberNotRead = "number-not-read";
    public const string CodeNotRecognised = "code-not-recognised";
    public const string ValuesDiffer = "values-differ";
    public const string YearSuspected = "year-typo-suspected";
    public const string YearRepaired = "year-repaired";

    private const int MostExamples = 5;
    private const int MostTextsNamed = 6;

    private readonly SortedList<long, string> examples = [];
    private long count;

    /// <summary>Whether the value is lost: the cell says something that was not read.</summary>
    public bool IsUnread => Code is DateNotRead or ShortYear or TwoWays or HalfConverted or NumberNotRead or CodeNotRecognised;

    /// <summary>Whether the cells are told of already, once for the column: of dates that can be read in two ways, or were probably turned round.</summary>
    public bool IsToldOfTheColumn => Code is TwoWays or HalfConverted;

    /// <summary>Whether the cells are of a workbook that counts its days from 1904.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <summary>How many cells.</summary>
    public long Count => count;

    public string Code { get; } = code;

    public Field Field { get; } = field;

    public int Column { get; } = column;

    /// <summary>The texts of the cells; only for a text that fits no code.</summary>
    public UnknownTexts Texts { get; } = new();

    /// <summary>Counts a row.</summary>
    /// <returns>Whether the row is among the first few so far.</returns>
    public bool Add(long row)
    {
        count++;
        return examples.Count < MostExamples || row < examples.Keys[^1];
    }

    /// <summary>Keeps an example with its value, which is shown only when the user asks for values.</summary>
    public void Value(long row, string text)
    {
        examples[row] = text;
        if (examples.Count > MostExamples) examples.RemoveAt(MostExamples);
    }

    /// <summary>Adds what another thread counted.</summary>
    public void Merge(ValueProblems other)
    {
        count += other.count;
        Texts.Merge(other.Texts);
        foreach (var (row, text) in other.examples) Value(row, text);
    }

    public bool IsSameAs(ValueProblems other) =>
        string.Equals(Code, other.Code, StringComparison.Ordinal) && ReferenceEquals(Field, other.Field) && Column == other.Column;

    /// <summary>The finding about these cells; an error when most rows are lost, since that is no slip of the pen but another format.</summary>
    public Finding ToFinding(string file, string? sheet, string heading, bool isMostRows, bool showValues) =>
        new(Code, SeverityOf(isMostRows), new Place(file, sheet, examples.Keys[0], heading), Message(heading, isMostRows ? "Most" : "Some"), Expected(showValues))
        {
            Occurrences = count,
            ExampleRows = [.. examples.Keys],
            ExampleValues = showValues ? [.. examples.Values] : [],
        };

    /// <summary>The texts of the cells, for somebody who may see values their most frequent ones.</summary>
    public UnreadCodes ToUnreadCodes(string file, string? sheet, string heading, bool showValues)
    {
        UnreadCodeText[] texts =
        [
            .. Texts.Counts.Select(text => new UnreadCodeText(text.Key, text.Value, NearestName.Of(text.Key, accepted)))
                .OrderByDescending(text => text.Cells)
                .ThenBy(text => text.Text, StringComparer.Ordinal),
        ];
        return new UnreadCodes(new Place(file, sheet, Column: heading), Field.Name, Count, texts.Length, Texts.WereMore, texts.Count(text => text.Nearest is not null),
            showValues ? [.. texts.Take(UnreadCodes.MostListed)] : []);
    }

    private Severity SeverityOf(bool isMostRows) =>
        Code is SerialDate or YearSuspected ? Severity.Information : isMostRows && IsUnread ? Severity.Error : Severity.Warning;

    private string Message(string heading, string some) => Code switch
    {
        DateNotRead => $"{some} cells of '{heading}' are no dates between 1900 and 2100 in the order and form that the column is read in; '{Field.Name}' is left blank there.",
        SerialDate => $"{some} dates of '{heading}' are bare day numbers of a spreadsheet program; they were read in its calendar of {(CountsFrom1904 ? "1904, as its workbook says" : "1900")}.",
        ShortYear => $"{some} dates of '{heading}' have a year of two digits; the century is not guessed and '{Field.Name}' is left blank there.",
        NumberNotRead => $"{some} cells of '{heading}' are no numbers; '{Field.Name}' is left blank there.",
        YearSuspected => $"{some} dates of '{heading}' cannot be as they are, before the fracture or after the as-at date or at odds with all other dates, and exactly one other year would fit; they are kept as they are.",
        YearRepaired => $"{some} dates of '{heading}' were used with another year, the only one that fits the other dates of the record.",
        ValuesDiffer => $"{some} cells of '{heading}' hold values that differ, and the profile does not say what '{Field.Name}' is then; it is left blank there.",
        _ => $"{some} cells of '{heading}' hold a text that the profile does not know; '{Field.Name}' is left blank there.",
    };

    private string Expected(bool showValues)
    {
        var named = string.Join(", ", accepted.Take(MostTextsNamed));
        var more = accepted.Count > MostTextsNamed ? FormattableString.Invariant($" and {accepted.Count - MostTextsNamed} more") : "";
        // A near miss tells what stands in the cell, so it is offered only to somebody who may see the values.
        var hint = showValues && Code == CodeNotRecognised ? NearestName.Hint(examples.Values[0], accepted) : "";
        return Code switch
        {
            ValuesDiffer => "One value, or values that agree.",
            YearSuspected => "The right year. Correct the cells in the registry and export again; or run with --repair, which uses the year that fits and lists every repair.",
            YearRepaired => "The right year. Look at each row of repairs.csv, which a report writes, correct the registry and export again.",
            CodeNotRecognised => $"One of: {named}{more}{hint}. Correct the cells, or add the text to the registry profile.",
            _ => $"{named}.",
        };
    }
}
