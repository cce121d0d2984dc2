using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FlsAudit.Model;

namespace FlsAudit.Import.Headings;

/// <summary>The columns of a profile found in a row of headings.</summary>
internal sealed partial class ProfileMatch
{
    // A profile is held against every row that may hold headings, and its own are folded once.
    private static readonly ConditionalWeakTable<RegistryProfile, FoldedHeadings> Folded = [];

    private readonly FoldedHeadings known;
    private readonly Lazy<HeadingUse[]> uses;

    /// <summary>Looks for every column of the profile.</summary>
    public ProfileMatch(RegistryProfile profile, HeadingRow headings)
    {
        Profile = profile;
        Headings = headings;
        known = Folded.GetValue(profile, FoldedHeadings.Of);
        Columns = [.. known.Columns.Select(names => (int[])[.. Enumerable.Range(0, headings.Texts.Count).Where(i => headings.Readings[i].Any(names.Contains))])];
        MissingRequired = [.. profile.Columns.Where((column, i) => column.Required && Columns[i].Count == 0)];
        uses = new Lazy<HeadingUse[]>(() => [.. headings.Texts.Select(Use)]);
    }

    public RegistryProfile Profile { get; }

    public HeadingRow Headings { get; }

    /// <summary>For each column of the profile the positions of the headings that name it: none, one, or several when headings are duplicated.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Columns { get; }

    public IReadOnlyList<ProfileColumn> MissingRequired { get; }

    public IReadOnlyList<HeadingUse> Uses => uses.Value;

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

    private HeadingUse Use(string text, int position)
    {
        var readings = Headings.Readings[position];
        string[] fields =
        [
            .. Profile.Columns.Where((_, i) => Columns[i].Contains(position)).SelectMany(column => column.Fields).Select(mapping => mapping.Field),
        ];
        var role = fields.Length > 0 ? HeadingRole.Mapped
            : readings.Any(known.Ignored.Contains) || CorrectionColumns.Contains(readings[0]) ? HeadingRole.Ignored
            : readings[0].Length == 0 || MadeUpName().IsMatch(readings[0]) ? HeadingRole.Filler
            : HeadingRole.Unmapped;
        return new HeadingUse(text, position + 1, role, fields);
    }

    // The headings of a profile without what does not count: one set for each column, and one for those that it knows and does not read.
    private sealed record FoldedHeadings(IReadOnlyList<IReadOnlySet<string>> Columns, IReadOnlySet<string> Ignored)
    {
        public static FoldedHeadings Of(RegistryProfile profile) => new([.. profile.Columns.Select(column => Fold(column.Headings))], Fold(profile.IgnoredHeadings));

        private static HashSet<string> Fold(IReadOnlyList<string> headings) => headings.Select(TextFolding.Fold).ToHashSet(StringComparer.Ordinal);
    }

    // Names that R (`...7`, `X7`-less) and pandas (`Unnamed: 6`) give to columns without a heading.
    [GeneratedRegex(@"^(\.\.\.\d+|unnamed: \d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex MadeUpName();
}
