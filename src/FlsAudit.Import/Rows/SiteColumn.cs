using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>Finds the site of a row. One thread uses it.</summary>
internal sealed class SiteColumn
{
    /// <summary>The answer for a row that does not name its site.</summary>
    public const int None = -1;

    private readonly SpanCache<int> known = new();
    private readonly RecordPlan plan;
    private readonly SiteNames names;
    private readonly int column;
    private readonly int fixedSite;

    public SiteColumn(RecordPlan plan, SiteNames names, string fileSite)
    {
        this.plan = plan;
        this.names = names;
        column = plan.ColumnOf(FieldNames.Site);
        fixedSite = column < 0 ? names.NumberOf(fileSite) : None;
    }

    /// <summary>The site of all rows, where the name of the file tells it; else <see cref="None"/>.</summary>
    public int OfFile => fixedSite;

    /// <summary>The site's number, or <see cref="None"/> when its cell is blank.</summary>
    public int Of<TCells>(TCells cells)
        where TCells : ICells
    {
        if (column < 0) return fixedSite;
        var text = cells.At(column).Text;
        if (text.IsEmpty) return None;
        if (known.TryGet(text, out var site)) return site;
        site = plan.Missing.Contains(text) ? None : names.NumberOf(TextEncodings.Decode(text, plan.Fallback));
        known.Keep(text, site);
        return site;
    }
}
