using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>What every sheet starts with: its title, the way back and what it may be used for.</summary>
internal static class SheetHead
{
    public const string Summary = "Summary";

    public static void Write(Sheet sheet, string title, DisclosurePolicy policy)
    {
        sheet.Add(CellStyle.Title, title);
        sheet.Add(CellStyle.Strong, Words.PolicyLine(policy));
        if (sheet.Name == Summary) return;
        sheet.Links.Add(new SheetLink(sheet.Add(CellStyle.Link, "Back to the summary"), 0, Summary));
        sheet.Skip();
    }
}
