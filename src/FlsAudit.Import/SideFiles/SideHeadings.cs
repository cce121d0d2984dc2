using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.SideFiles;

/// <summary>The headings by which a sites or caseload file is known.</summary>
/// <param name="Name">What such a file is called.</param>
/// <param name="Required">Headings without which it is none.</param>
/// <param name="Optional">Headings that it may have.</param>
internal sealed record SideHeadings(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>All of them, for people.</summary>
    public string Listed => string.Join(", ", All);

    private IEnumerable<string> All => [.. Required, .. Optional];

    public int FoundIn(HeadingRow headings) => SideTable.CountOf(headings, All);

    public bool AreIn(HeadingRow headings) => SideTable.CountOf(headings, Required) == Required.Count;

    /// <summary>
    /// What is wrong with headings that are nearly these: half of those required are there and each of the others is misspelt, or only one of
    /// several is missing. Null for any other headings. Of the file it names only what is near a heading: other cells may be a patient's record.
    /// </summary>
    public string? SlipIn(HeadingRow headings)
    {
        string[] absent = [.. Required.Where(name => headings.PositionOf(name) < 0)];
        string[] others = [.. headings.Texts.Where(text => !All.Contains(TextFolding.Fold(text), StringComparer.Ordinal))];
        if (absent.Length == 0 || absent.Length * 2 > Required.Count) return null;
        var slips = absent.Select(name => (Name: name, Near: NearestName.Of(name, others))).ToList();
        if (slips.Exists(slip => slip.Near is null) && (absent.Length > 1 || Required.Count < 3)) return null;
        return $"These are nearly the headings of a {Name} file: "
            + string.Join("; ", slips.Select(slip => slip.Near is null ? $"'{slip.Name}' is not there" : $"'{slip.Name}' is not there, and '{slip.Near}' is perhaps meant to be it")) + ".";
    }
}
