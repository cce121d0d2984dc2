namespace FlsAudit.Analysis;

/// <summary>The days that a report is about, as <see cref="DateOnly.DayNumber"/>, whatever the length of its periods.</summary>
/// <param name="From">The first day asked for; null when open.</param>
/// <param name="Last">The last day: the one asked for, and never after the as-at date, up to which the data are complete.</param>
/// <param name="FirstFracture">The first fracture day of any record; after <paramref name="LastFracture"/> when no record has one.</param>
/// <param name="LastFracture">The last fracture day of any record.</param>
internal sealed record ReportedDays(int? From, int Last, int FirstFracture, int LastFracture);
