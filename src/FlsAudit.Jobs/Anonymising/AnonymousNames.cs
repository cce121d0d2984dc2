using FlsAudit.Analysis.Periods;
using FlsAudit.Import;
using FlsAudit.Jobs.Output;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs.Anonymising;

/// <summary>
/// Puts letters in the place of sites, and numbers in the place of files and worksheets, which are often called after sites, in all that a report is made of.
/// <para>
/// It protects from a reader who sees the report and does not know the sites' numbers: no name, and no alphabetical order. It does not protect from one who knows
/// how many fractures a site has, which quarter it missed or how it compares; nor from one who has an export, whose hash the manifest holds; nor does it find a
/// site that the caseload file's remarks describe without naming it. The letters are the same again while the files are the same, and others as soon as one of
/// them changes.
/// </para>
/// </summary>
internal sealed class AnonymousNames
{
    private const string NotShown = "not shown: the sites are anonymous";

    private readonly InputOptions input;
    private readonly Dictionary<string, string> letters;
    private readonly AnonymousFiles files;
    private readonly NameReplacement sentences = new(anywhere: false);
    private readonly NameReplacement remarks = new(anywhere: true);

    /// <summary>Names everything that a run met.</summary>
    public AnonymousNames(InputOptions input, ImportResult import, SiteTable sites, OrganisationFile organisation)
    {
        this.input = input;
        var key = ContentKey.Of(import.Files.Where(file => file.Kind != FileKind.Ignored).Select(file => file.FullPath).Distinct(StringComparer.Ordinal).Where(HashedFile.CanBeMade));
        var reported = new HashSet<string>(
            [.. Enumerable.Range(0, sites.Count).Select(sites.NameOf), .. import.Caseload.Select(row => row.Site), .. organisation.Answers.Sites.Keys], StringComparer.Ordinal);
        // Sites that the report does not show come last, so that no letter is missing from it.
        string[] others = [.. import.SitesNamed.Concat(import.Sites.Select(alias => alias.Site)).Distinct(StringComparer.Ordinal).Where(site => !reported.Contains(site))];
        letters = key.InOrder(reported, "site").Concat(key.InOrder(others, "site")).Zip(SiteLetters.All).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        files = new AnonymousFiles(import, organisation.Hash is { } hash ? [hash.Path] : [], key);
        Key = [.. letters.Where(site => reported.Contains(site.Key)).Select(site => KeyValuePair.Create(site.Value, site.Key)), .. files.Files.Select(file => KeyValuePair.Create(file.Value, file.Key))];
        foreach (var (name, letter) in letters.Concat(import.Sites.Select(alias => KeyValuePair.Create(alias.Alias, letters[alias.Site]))))
        {
            sentences.Add(name, letter);
            remarks.Add(name, letter);
        }

        foreach (var (file, name) in files.Files) sentences.Add(file, name);
        // A sentence may be about a site that its worksheet is called after; either way it holds no name.
        HashSet<string> named = [.. letters.Keys.Concat(import.Sites.Select(alias => alias.Alias)).Select(name => name.ToUpperInvariant())];
        foreach (var (sheet, name) in files.Sheets.Where(sheet => !named.Contains(sheet.Key.ToUpperInvariant()))) sentences.Add($"'{sheet}'", $"'{name}'");
        foreach (var (path, i) in input.Inputs.Select((path, i) => (path, i))) sentences.Add($"'{path}'", FormattableString.Invariant($"'input {i + 1}'"));
        foreach (var (file, name) in files.Files) sentences.Add(Path.GetFileName(file), name);
    }

    /// <summary>What the report says and what it stands for, for the one who made it: sites, then files.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Key { get; }

    /// <summary>The same sites under the same numbers.</summary>
    public SiteTable Of(SiteTable sites)
    {
        var named = new SiteTable();
        foreach (var number in Enumerable.Range(0, sites.Count)) named.NumberOf(letters[sites.NameOf(number)]);
        return named;
    }

    /// <summary>What was found, in the order of the files' new names.</summary>
    public ImportResult Of(ImportResult import) => new(
        [.. import.Files.OrderBy(file => files.PlaceOf(file.Path)).Select(Of)],
        [.. import.Reconciliations.OrderBy(account => files.PlaceOf(account.File)).Select(account => account with { File = files.Of(account.File) })],
        Of(import.Findings),
        [.. import.Caseload.Select(row => row with { Site = letters[row.Site], Basis = remarks.In(row.Basis) })],
        [.. import.Sites.Select(alias => new SiteAlias(letters[alias.Site], letters[alias.Site], "", remarks.In(alias.PeerGroup))).Distinct()])
    {
        SiteReconciliations =
        [
            .. import.SiteReconciliations
                .Select(account => (Place: files.PlaceOf(account.File), Account: account with { File = files.Of(account.File), Site = account.Site is null ? null : letters[account.Site] }))
                .OrderBy(entry => entry.Place).ThenBy(entry => entry.Account.Site is null).ThenBy(entry => entry.Account.Site, StringComparer.Ordinal)
                .Select(entry => entry.Account),
        ],
    };

    /// <summary>Findings about the input, in the order of the files' new names.</summary>
    public IReadOnlyList<Finding> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderBy(finding => files.PlaceOf(finding.Place.File))
            .Select(finding => finding with { Place = Of(finding.Place), Message = sentences.In(finding.Message), Expected = sentences.In(finding.Expected) }),
    ];

    /// <summary>A row that was not used.</summary>
    public RejectedRow Of(RejectedRow row) => row with { Place = Of(row.Place), Reason = sentences.In(row.Reason) };

    /// <summary>A date whose year was repaired.</summary>
    public RepairedDate Of(RepairedDate repair) => repair with { Place = Of(repair.Place) };

    private ImportedFile Of(ImportedFile file) => file with
    {
        Path = files.Of(file.Path),
        Archive = file.Archive is null ? null : files.Of(file.Archive),
        Profile = file.Profile is { } profile ? Of(profile) : null,
    };

    // A profile of one's own is often called after the site or the file that it was made for.
    private RegistryProfile Of(RegistryProfile profile) => profile with
    {
        Name = remarks.In(sentences.In(profile.Name)),
        Title = remarks.In(sentences.In(profile.Title)),
        Provenance = profile.Provenance with
        {
            Title = remarks.In(sentences.In(profile.Provenance.Title)),
            Note = profile.Provenance.Note is { } note ? remarks.In(sentences.In(note)) : null,
        },
    };

    // A heading may name a site too.
    private Place Of(Place place) => files.Of(place) with { Column = place.Column is null ? null : remarks.In(place.Column) };

    /// <summary>Where the rows of a file stand among those of the others.</summary>
    public int PlaceOf(string? file) => files.PlaceOf(file);

    /// <summary>What services said of themselves; words of their own are not shown.</summary>
    public OrganisationFile Of(OrganisationFile organisation) => new(
        new OrganisationAnswers(organisation.Answers.Sites.ToDictionary(
            site => letters[site.Key],
            site => (IReadOnlyDictionary<string, Answer>)site.Value.ToDictionary(answer => answer.Key, answer => answer.Value.Text.Length > 0 ? answer.Value with { Text = NotShown } : answer.Value),
            StringComparer.Ordinal)),
        organisation.Hash is { } hash ? hash with { Path = files.Of(hash.Path) } : null);

    /// <summary>What people decided about charts. A site that the inputs do not name may be a slip of the pen in a name, and is not shown.</summary>
    public ChartSettingsFile Of(ChartSettingsFile charts) => new(
        [.. charts.Actions.Select(action => action with
        {
            Site = action.Site.Length == 0 || SiteTable.IsReserved(action.Site) ? action.Site : letters.GetValueOrDefault(action.Site, NotShown),
            Reason = remarks.In(action.Reason),
        })],
        charts.Hash is { } hash ? hash with { Path = sentences.In(hash.Path) } : null);

    /// <summary>What stands for a file or folder that was named on the command line.</summary>
    public string OfArgument(string path, string bareName)
    {
        var index = input.Inputs.ToList().IndexOf(path);
        return index >= 0 ? FormattableString.Invariant($"input {index + 1}") : sentences.In(bareName);
    }
}
