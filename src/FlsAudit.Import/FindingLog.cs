using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>Collects findings and gives them in an order that does not depend on when they were made.</summary>
internal sealed class FindingLog
{
    private readonly List<(int File, Finding Finding)> entries = [];

    public void Add(int file, Finding finding) => entries.Add((file, finding));

    public void Add(int file, string code, Severity severity, Place place, string message, string expected) =>
        Add(file, new Finding(code, severity, place, message, expected));

    /// <summary>By file, code, sheet, column and row; findings that agree in all of these keep the order in which they were made.</summary>
    public IReadOnlyList<Finding> InOrder() =>
    [
        .. entries
            .OrderBy(entry => entry.File)
            .ThenBy(entry => entry.Finding.Code, StringComparer.Ordinal)
            .ThenBy(entry => entry.Finding.Place.Sheet, StringComparer.Ordinal)
            .ThenBy(entry => entry.Finding.Place.Column, StringComparer.Ordinal)
            .ThenBy(entry => entry.Finding.Place.Row ?? 0)
            .Select(entry => entry.Finding),
    ];
}
