using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>The days that a report is about, as <see cref="DateOnly.DayNumber"/>, whatever the length of its periods.</summary>
/// <param name="From">The first day asked for; null when open.</param>
/// <param name="Last">The last day: the one asked for, and never after the as-at date, up to which the data are complete.</param>
/// <param name="AsAt">The as-at date.</param>
/// <param name="FirstFracture">The first fracture day of any record; after <paramref name="LastFracture"/> when no record has one.</param>
/// <param name="LastFracture">The last fracture day of any record.</param>
internal sealed record ReportedDays(int? From, int Last, int AsAt, int FirstFracture, int LastFracture)
{
    /// <summary>
    /// The last fracture day that a part can be judged for: where its window runs from the fracture, the last day whose window has closed by the as-at date.
    /// A window from another date closes at no particular fracture day and cuts nothing.
    /// </summary>
    public int LastOf(MeasurePart part) =>
        part.Due is { } due && due.Start.Name == FieldNames.FractureDate ? Math.Min(Last, AsAt - due.Days) : Last;
}
