using System.Globalization;
using FlsAudit.Model;

namespace FlsAudit.Jobs;

/// <summary>A finding as one line for a terminal.</summary>
public static class FindingLine
{
    /// <summary>Where, what, what was expected, and how often.</summary>
    public static string Of(Finding finding)
    {
        var place = finding.Place;
        var where = string.Join(", ", new[]
        {
            place.File,
            place.Sheet is null ? null : $"sheet {place.Sheet}",
            place.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"row {row}") : null,
            place.Column is null ? null : $"column {place.Column}",
        }.Where(part => part is not null));
        var times = finding.Occurrences > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({finding.Occurrences:N0} times)") : "";
        var values = finding.ExampleValues.Count > 0 ? $" Values: {string.Join(" | ", finding.ExampleValues)}." : "";
        return $"{(where.Length > 0 ? where + ": " : "")}{finding.Message}{times} Expected: {finding.Expected}{values} [{finding.Code}]";
    }
}
