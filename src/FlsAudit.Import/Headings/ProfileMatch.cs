using System.Text.RegularExpressions;
using FlsAudit.Model;

namespace FlsAudit.Import.Headings;

/// <summary>The columns of a profile found in a row of headings.</summary>
internal sealed partial class ProfileMatch
{
    /// <summary>Looks for every column of the profile.</summary>
    public ProfileMatch(RegistryProfile profile, HeadingRow headings)
    {
        Profile = profile;
        Headings = headings;
        string[][] readings = [.. headings.Texts.Select(text => TextFolding.Readings(text).ToArray())];
        var ignored = new HashSet<string>(profile.IgnoredHeadings.Select(TextFolding.Fold), StringComparer.Ordinal);
        Columns = [.. profile.Columns.Select(column => Find(column, readings))];
        MissingRequired = [.. profile.Columns.Where((column, i) => column.Required && Columns[i].Count == 0)];
        Uses = [.. headings.Texts.Select((text, i) => Use(text, i, readings[i], ignored))];
    }

    public RegistryProfile Profile { get; }

    public HeadingRow Headings { get; }

    /// <summary>For each column of the profile the positions of the headings that name it: none, one, or several when headings are duplicated.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Columns { get; }

    public IReadOnlyList<ProfileColumn> MissingRequired { get; }

    public IReadOnlyList<HeadingUse> Uses { get; }

    /// <summary>How many columns of the profile are there.</summary>
    public int Found => Columns.Count(places => places.Count > 0);

    /// <summary>How many headings of the file have a name.</summary>
    public int Named => Uses.Count(use => use.Role != HeadingRole.Filler);

    /// <summary>How many of them the profile knows, read or not.</summary>
    public int Known => Uses.Count(use => use.Role is HeadingRole.Mapped or HeadingRole.Ignored);

    /// <summary>Whether another profile reads the same fields from the same columns in the same way, so that it does not matter which of them is taken.</summary>
    public bool ReadsAs(ProfileMatch other) =>
        Profile.DateOrder == other.Profile.DateOrder && Profile.DecimalMark == other.Profile.DecimalMark
            && Uses.Zip(other.Uses).All(pair => pair.First.Fields.SequenceEqual(pair.Second.Fields, StringComparer.Ordinal));

    /// <summary>Whether the file can be of this layout: all required columns are there, or half of all where none is required.</summary>
    public bool Fits => Found > 0 && MissingRequired.Count == 0 && (Profile.Columns.Any(column => column.Required) || Found * 2 >= Profile.Columns.Count);

    private static int[] Find(ProfileColumn column, string[][] readings)
    {
        var names = new HashSet<string>(column.Headings.Select(TextFolding.Fold), StringComparer.Ordinal);
        return [.. Enumerable.Range(0, readings.Length).Where(i => readings[i].Any(names.Contains))];
    }

    private HeadingUse Use(string text, int position, string[] readings, HashSet<string> ignored)
    {
        string[] fields =
        [
            .. Profile.Columns.Where((_, i) => Columns[i].Contains(position)).SelectMany(column => column.Fields).Select(mapping => mapping.Field),
        ];
        var role = fields.Length > 0 ? HeadingRole.Mapped
            : readings.Any(ignored.Contains) || CorrectionColumns.Contains(readings[0]) ? HeadingRole.Ignored
            : readings[0].Length == 0 || MadeUpName().IsMatch(readings[0]) ? HeadingRole.Filler
            : HeadingRole.Unmapped;
        return new HeadingUse(text, position + 1, role, fields);
    }

    // Names that R (`...7`, `X7`-less) and pandas (`Unnamed: 6`) give to columns without a heading.
    [GeneratedRegex(@"^(\.\.\.\d+|unnamed: \d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex MadeUpName();
}
