using FlsAudit.Standards;

namespace FlsAudit.Analysis;

/// <summary>A record whose next window of care closes soon or has just closed without the step. An audit aid, not a recall system.</summary>
/// <param name="Site">The site of the record.</param>
/// <param name="Record">The record's id in the export, or file and row where the id looks like something that identifies a person.</param>
/// <param name="Measure">The measure whose window it is.</param>
/// <param name="Step">What is to be done, for people.</param>
/// <param name="Closes">The last day of the window, inclusive.</param>
/// <param name="DaysLeft">Days from the as-at date to <paramref name="Closes"/>; 0 on the last day, negative when the window has closed.</param>
/// <param name="State">Open or closed, in words.</param>
public sealed record WorklistRow(string Site, string Record, MeasureDefinition Measure, string Step, DateOnly Closes, int DaysLeft, string State);
