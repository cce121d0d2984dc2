using System.Text;
using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>
/// Hashes all that a row says in the columns of its profile, whether the run needs them or not. Dates and numbers count by value and blanks by being
/// blank, so that the rows of a text file and of a workbook can be the same. One thread uses it.
/// </summary>
internal sealed class RowContent(RecordPlan plan, PossibleDuplicates possible)
{
    // In the place of a text's length, which is never negative.
    private const int DateFollows = -1;
    private const int NumberFollows = -2;

    private readonly KeyedHash hash = new(possible.Secret);
    private readonly byte[] profile = Encoding.UTF8.GetBytes(plan.Profile.Name);
    private readonly FieldType?[] types = plan.ColumnTypes;
    private readonly DateRule[] rules = [.. plan.Columns.Select(plan.DateRuleAt)];

    /// <summary>The hash of a row of a site; any hash once nobody looks any more.</summary>
    public RowHash Of<TCells>(TCells cells, int site)
        where TCells : ICells
    {
        if (possible.IsFull) return default;
        hash.Start();
        hash.Put(profile, plan.Fallback);
        hash.Put(site);
        for (var i = 0; i < types.Length; i++)
        {
            // A column that the file lacks says what a blank cell says.
            if (types[i] is { } type) Put(plan.Columns[i] < 0 ? default : cells.At(plan.Columns[i]), type, rules[i]);
        }

        return hash.Finish();
    }

    private void Put(in Cell cell, FieldType type, DateRule rule)
    {
        if (type == FieldType.Date && !cell.IsEmpty && DateText.TryRead(cell, rule, out var day).WasRead())
        {
            hash.Put(DateFollows);
            hash.Put(day);
        }
        else if (type == FieldType.Number && !cell.IsEmpty && NumberText.TryRead(cell, plan.Profile.DecimalMark, out var number))
        {
            hash.Put(NumberFollows);
            hash.Put(BitConverter.DoubleToInt64Bits(number));
        }
        else
        {
            hash.Put(plan.Missing.Contains(cell.Text) ? default : cell.Text, plan.Fallback);
        }
    }
}
