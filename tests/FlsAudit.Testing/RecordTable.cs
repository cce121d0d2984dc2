using FlsAudit.Measures.Reference;
using FlsAudit.Model;

namespace FlsAudit.Testing;

/// <summary>Records written as an ASCII table: a column per field, a blank cell for "nothing recorded".</summary>
public static class RecordTable
{
    /// <summary>The records of a table. Columns that are no field (a remark, an expectation) are passed over.</summary>
    public static IReadOnlyList<Record> Records(FieldDictionary dictionary, string table)
    {
        var parsed = AsciiTable.Parse(table);
        return [.. parsed.Rows.Select(row => Record.Of(dictionary, Cells(dictionary, parsed, row)))];
    }

    /// <summary>The cells of one column.</summary>
    public static IReadOnlyList<string> Column(string table, string column)
    {
        var parsed = AsciiTable.Parse(table);
        var index = parsed.IndexOf(column);
        return [.. parsed.Rows.Select(row => row.Cells[index])];
    }

    private static Dictionary<string, string> Cells(FieldDictionary dictionary, AsciiTable table, AsciiRow row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++)
            if (row.Cells[i].Length > 0 && dictionary.Find(table.Columns[i]) is not null)
                cells[table.Columns[i]] = row.Cells[i];
        return cells;
    }
}
