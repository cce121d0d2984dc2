namespace FlsAudit.Reports.Pages;

/// <summary>
/// The order in which a table's columns were written, from rows that leave blank cells out: the fullest row comes first, and what only others have is put
/// behind the column that precedes it there.
/// </summary>
internal static class ColumnOrder
{
    public static IReadOnlyList<string> Of(IEnumerable<IEnumerable<string>> rows)
    {
        var order = new List<string>();
        foreach (var row in rows.Select(row => row.ToList()).OrderByDescending(row => row.Count))
        {
            var at = 0;
            foreach (var name in row)
            {
                var known = order.IndexOf(name);
                if (known < 0) order.Insert(at, name);
                at = (known < 0 ? at : known) + 1;
            }
        }

        return order;
    }
}
