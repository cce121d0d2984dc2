using System.Text;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Cells;

/// <summary>Reads one column of an export into one or more slots of a batch. One thread uses it.</summary>
internal abstract class ColumnReader(int column, Encoding fallback)
{
    /// <summary>The position of the column; the first is 0.</summary>
    public int Column { get; } = column;

    /// <summary>What could not be read, by kind.</summary>
    public List<ValueProblems> Problems { get; } = [];

    /// <summary>How many problems were noted so far: one more after a cell than before it means that it was not read as it stands.</summary>
    public long Noted { get; private set; }

    protected Encoding Fallback { get; } = fallback;

    /// <summary>Writes the values of the cell, or "nothing recorded", to every slot that the column feeds.</summary>
    public abstract void Read(in Cell cell, RecordBatch batch, int record, long row);

    protected void Note(string code, Field field, IReadOnlyList<string> accepted, in Cell cell, long row, string? unknown = null)
    {
        Noted++;
        var problems = Problems.Find(p => ReferenceEquals(p.Code, code) && ReferenceEquals(p.Field, field));
        if (problems is null) Problems.Add(problems = new ValueProblems(code, field, Column, accepted) { CountsFrom1904 = cell.CalendarDays != 0 });
        if (unknown is not null) problems.Texts.Add(unknown);
        if (problems.Add(row)) problems.Value(row, TextEncodings.Decode(cell.Text, Fallback));
    }
}

/// <summary>Reads a column of dates.</summary>
internal sealed class DateColumn(int column, Field field, int slot, DateRule rule, MissingTexts missing, Encoding fallback) : ColumnReader(column, fallback)
{
    public override void Read(in Cell cell, RecordBatch batch, int record, long row)
    {
        var day = Missing.Date;
        if (!cell.IsEmpty)
        {
            var reading = DateText.TryRead(cell, rule, out day);
            if (reading != Reading.Read && !missing.Contains(cell.Text)) Note(ProblemOf(reading), field, [Expected(rule.Order)], cell, row);
        }

        batch.Dates(slot)[record] = day;
    }

    private static string ProblemOf(Reading reading) => reading switch
    {
        Reading.Serial => ValueProblems.SerialDate,
        Reading.HalfConverted => ValueProblems.HalfConverted,
        Reading.ShortYear => ValueProblems.ShortYear,
        Reading.TwoWays => ValueProblems.TwoWays,
        _ => ValueProblems.DateNotRead,
    };

    private static string Expected(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "A date such as 31/12/2025 or 2025-12-31",
        DateOrder.MonthFirst => "A date such as 12/31/2025 or 2025-12-31",
        DateOrder.FromData => "A date such as 2025-12-31, or 31/12/2025, which is a day in one order only",
        _ => "A date such as 2025-12-31",
    };
}

/// <summary>Reads a column of numbers.</summary>
internal sealed class NumberColumn(int column, Field field, int slot, char decimalMark, MissingTexts missing, Encoding fallback) : ColumnReader(column, fallback)
{
    public override void Read(in Cell cell, RecordBatch batch, int record, long row)
    {
        var value = Missing.Number;
        if (!cell.IsEmpty && !NumberText.TryRead(cell, decimalMark, out value))
        {
            value = Missing.Number;
            if (!missing.Contains(cell.Text))
                Note(ValueProblems.NumberNotRead, field, [$"A number such as 2{decimalMark}5"], cell, row);
        }

        batch.Numbers(slot)[record] = value;
    }
}
