using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>Why a row was not used.</summary>
internal enum RejectReason
{
    None,
    TooManyCells,
    TooFewCells,
    SiteMissing,
    NotCorrected,
    QuoteSwallowsRows,
    HeadingsRepeated,
    Replaced,
    WashedOut,
    AfterAsAt,
    BeforeFrom,
    AfterTo,
}

/// <summary>What became of one row.</summary>
/// <param name="Row">The row as a spreadsheet program numbers it.</param>
/// <param name="Fate">What became of it; null for a blank row, which is not read.</param>
/// <param name="Reason">Why, when it was rejected.</param>
/// <param name="Cells">How many cells it has.</param>
/// <param name="Hash">All that a used row says, where the profile has no key.</param>
/// <param name="Texts">The cells themselves, only when the user asked for them and the row was not used.</param>
/// <param name="Site">The site's number, or <see cref="SiteColumn.None"/> when it is not known.</param>
/// <param name="Repairs">The dates of it that were repaired; null for none.</param>
internal readonly record struct RowOutcome(
    long Row, RowFate? Fate, RejectReason Reason = RejectReason.None, int Cells = 0, RowHash Hash = default, IReadOnlyList<string>? Texts = null, int Site = SiteColumn.None,
    IReadOnlyList<YearChange>? Repairs = null);
