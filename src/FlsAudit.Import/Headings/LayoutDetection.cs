using FlsAudit.Model;

namespace FlsAudit.Import.Headings;

/// <summary>Decides which profile a row of headings belongs to.</summary>
internal sealed class LayoutDetection(IReadOnlyList<RegistryProfile> profiles, RegistryProfile? chosen)
{
    // The rule is in the words of LayoutSureness.
    private const int NearlyAsMany = 10;
    private const int MarkedlyFewer = 5;

    private readonly IReadOnlyList<RegistryProfile> candidates = chosen is null ? profiles : [chosen];

    /// <summary>
    /// The best match: among the profiles that fit, the one with the most columns found; where none fits, the nearest one, which says what is missing.
    /// Ties go to the profile named first. Null when there is no profile at all.
    /// </summary>
    public ProfileMatch? Best(HeadingRow headings) => Ranked(headings).FirstOrDefault();

    /// <summary>How the headings were understood, for people.</summary>
    public SheetLayout Describe(ProfileMatch match)
    {
        var next = RunnerUp(match);
        return new SheetLayout(match.Headings.Sheet, match.Headings.Row, match.Profile, Reason(match), match.Uses)
        {
            Sureness = Sureness(match, next),
            RunnerUp = next is { Found: > 0 } ? FormattableString.Invariant($"{next.Profile.Name} with {next.Found} of {next.Profile.Columns.Count} columns") : null,
        };
    }

    /// <summary>The profile that fits about as well and would read the file differently; null when the user named one, or when there is none.</summary>
    public RegistryProfile? Rival(ProfileMatch match) =>
        RunnerUp(match) is { } next && IsRival(match, next) && (match.Known - next.Known) * NearlyAsMany < match.Named ? next.Profile : null;

    /// <summary>The finding about headings that fit no profile. It names no heading of the file: that row may be a patient's record.</summary>
    public static (string Message, string Expected) NotRecognised(ProfileMatch? nearest)
    {
        if (nearest is null) return ("The headings fit no registry profile: no profile is known.", "Give a profile with --registry.");
        var profile = nearest.Profile;
        var missing = nearest.MissingRequired.Count == 0
            ? FormattableString.Invariant($"of whose {profile.Columns.Count} columns it has {nearest.Found}")
            : "which also needs " + string.Join(", ", nearest.MissingRequired.Select(column => $"'{column.Headings[0]}'"));
        return ($"The headings fit no registry profile; the nearest is '{profile.Name}', {missing}.",
            "Headings in one of the first 20 rows that are not blank, spelled as in the profile; or a profile for this layout, named with --registry: 'flsaudit check FILE --write-profile NEW.yaml' drafts one.");
    }

    private IEnumerable<ProfileMatch> Ranked(HeadingRow headings) =>
        candidates.Select(profile => new ProfileMatch(profile, headings))
            .OrderByDescending(match => match.Fits)
            .ThenByDescending(match => match.Found)
            .ThenBy(match => match.MissingRequired.Count);

    private ProfileMatch? RunnerUp(ProfileMatch match) => Ranked(match.Headings).FirstOrDefault(other => !ReferenceEquals(other.Profile, match.Profile));

    private static bool IsRival(ProfileMatch match, ProfileMatch next) => next.Fits && !next.ReadsAs(match);

    private LayoutSureness Sureness(ProfileMatch match, ProfileMatch? next)
    {
        if (chosen is not null) return LayoutSureness.Named;
        var ahead = next is not null && IsRival(match, next) ? match.Known - next.Known : match.Named;
        if (match.Known * 2 < match.Named || ahead * NearlyAsMany < match.Named) return LayoutSureness.Doubtful;
        return match.Known * 5 >= match.Named * 4 && ahead * MarkedlyFewer >= match.Named && match.Profile.Columns.Any(column => column.Required)
            ? LayoutSureness.Certain
            : LayoutSureness.Likely;
    }

    private string Reason(ProfileMatch match)
    {
        var required = match.Profile.Columns.Count(column => column.Required);
        var how = chosen is null ? "found from the headings" : "named by the user";
        return FormattableString.Invariant(
            $"{how}: {required - match.MissingRequired.Count} of {required} required and {match.Found} of {match.Profile.Columns.Count} columns are there, {match.Known} of {match.Named} headings of the file are known");
    }
}
