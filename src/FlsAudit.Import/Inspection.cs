using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Identifiers;
using FlsAudit.Import.Passes;
using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>What a file is, by its headings, and the parts of it that hold records.</summary>
/// <param name="Input">The file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sheets">How its headings were understood.</param>
/// <param name="Parts">What of it holds records.</param>
/// <param name="Table">The headings of a sites or caseload file, and those that came nearest to a profile where none fits; null for any other file.</param>
internal sealed record InspectedFile(InputFile Input, FileKind Kind, IReadOnlyList<SheetLayout> Sheets, IReadOnlyList<ExportPart> Parts, HeadingRow? Table)
{
    public IReadOnlyCollection<int> PartNumbers => [.. Parts.Select(part => part.Number)];

    public ImportedFile ToImportedFile() =>
        new(Input.Path, Input.FullPath, Kind, Kind == FileKind.Records ? Parts[0].Profile : null) { Archive = Input.Archive, Sheets = Sheets, SiteName = Input.SiteName };
}

/// <summary>Looks at the headings of every file and decides what it is.</summary>
internal sealed class Inspection
{
    private const int MostHeadingsNamed = 12;

    private readonly ImportRequest request;
    private readonly FindingLog log;
    private readonly LayoutDetection detection;
    private readonly HeadingChoice choice;
    private int parts;

    public Inspection(ImportRequest request, FindingLog log)
    {
        this.request = request;
        this.log = log;
        detection = new LayoutDetection(request.Profiles, request.Chosen);
        choice = new HeadingChoice(Understand);
    }

    /// <summary>Decides about one file; never throws because of what the file holds.</summary>
    public InspectedFile Inspect(InputFile file, FileKind? known = null)
    {
        if (file.Format == ExportFormat.Other) return new InspectedFile(file, file.KindUnread, [], [], null);
        try
        {
            return Decide(file, known);
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            log.Add(file.Index, BrokenFileException.FindingAbout(e, file.Path));
            return new InspectedFile(file, FileKind.Broken, [], [], null);
        }
    }

    private InspectedFile Decide(InputFile file, FileKind? known)
    {
        var (tables, hidden) = file.Format == ExportFormat.Workbook
            ? new WorkbookExport(file).FindHeadings(choice)
            : ([new CsvExport(file).FindHeadings(choice)], []);
        foreach (var sheet in hidden)
            log.Add(file.Index, "sheet-hidden", Severity.Information, new Place(file.Path, sheet), $"The sheet '{sheet}' is hidden and was not read.",
                "Nothing, if it holds no records of its own; otherwise show the sheet and save the workbook.");
        if (tables.Count == 0) throw new BrokenFileException("file-empty", "The workbook has no visible sheet with text.", "Export it again.");
        if (known is { } asked) return Side(file, asked, Required(tables, asked));
        var sides = tables.Where(table => SideKind(table) is not null).ToList();
        var others = tables.Except(sides).ToList();
        var records = sides.Count == 0 || others.Exists(table => detection.Best(table) is { Fits: true });
        foreach (var sheet in sides.Skip(records ? 0 : 1))
            log.Add(file.Index, "sheet-not-used", Severity.Warning, new Place(file.Path, sheet.Sheet, sheet.Row),
                $"The sheet '{sheet.Sheet}' holds a {HeadingsOf(SideKind(sheet)!.Value).Name} table and was not used, because the workbook holds something else as well.", "A file of its own for it.");
        return records ? Records(file, others) : Side(file, SideKind(sides[0])!.Value, sides[0]);
    }

    private static FileKind? SideKind(HeadingRow table) =>
        SitesFile.Headings.AreIn(table) ? FileKind.Sites : CaseloadFile.Headings.AreIn(table) ? FileKind.Caseload : null;

    private static SideHeadings HeadingsOf(FileKind side) => side == FileKind.Sites ? SitesFile.Headings : CaseloadFile.Headings;

    private static InspectedFile Side(InputFile file, FileKind kind, HeadingRow table) =>
        new(file, kind, [new SheetLayout(table.Sheet, table.Row, null, $"a {HeadingsOf(kind).Name} file, by its headings", [])], [], table);

    private static HeadingRow Required(IReadOnlyList<HeadingRow> tables, FileKind kind)
    {
        var wanted = HeadingsOf(kind);
        return tables.FirstOrDefault(wanted.AreIn)
            ?? throw new BrokenFileException("layout-not-recognised", wanted.SlipIn(tables[0]) ?? $"The {wanted.Name} file lacks the headings of one.",
                $"The headings {wanted.Listed}.", tables[0].Sheet, tables[0].Row);
    }

    private InspectedFile Records(InputFile file, IReadOnlyList<HeadingRow> tables)
    {
        var layouts = new List<SheetLayout>();
        var found = new List<ExportPart>();
        ProfileMatch? nearest = null;
        foreach (var table in tables)
        {
            var match = detection.Best(table);
            if (match is { Fits: true })
            {
                layouts.Add(detection.Describe(match));
                found.Add(new ExportPart(parts++, file, match, OneEach(file, match)));
                NoteHeadings(file, match);
                if (detection.Rival(match) is { } rival)
                    log.Add(file.Index, "layout-ambiguous", Severity.Warning, new Place(file.Path, table.Sheet, table.Row),
                        $"Two profiles fit the headings about equally well: '{match.Profile.Name}', which was used, and '{rival.Name}'.",
                        $"The right one, named by you: --registry {match.Profile.Name} or --registry {rival.Name}.");
                continue;
            }

            layouts.Add(new SheetLayout(table.Sheet, table.Row, null, NotRecognised(match).Message, []));
            if (nearest is null || match?.Found > nearest.Found) nearest = match;
        }

        if (found.Count == 0)
        {
            var (message, expected) = NotRecognised(nearest);
            log.Add(file.Index, "layout-not-recognised", Severity.Error, new Place(file.Path, nearest?.Headings.Sheet, nearest?.Headings.Row), message, expected);
            var table = nearest?.Headings ?? tables[0];
            IdentifierSearch.NoteHeadings(file, table, new IdentifierWords(request.Identifiers ?? []), log);
            return new InspectedFile(file, FileKind.Broken, layouts, [], table);
        }

        foreach (var layout in layouts.Where(layout => layout.Profile is null))
            log.Add(file.Index, "sheet-not-recognised", Severity.Information, new Place(file.Path, layout.Sheet), $"The sheet '{layout.Sheet}' was not read. {layout.Reason}",
                "Nothing, if the sheet holds no records.");
        return new InspectedFile(file, FileKind.Records, layouts, found, null);
    }

    // Somebody who misspelt a heading of a sites or caseload file is not helped by hearing of registry profiles.
    private static (string Message, string Expected) NotRecognised(ProfileMatch? nearest)
    {
        foreach (var side in (SideHeadings[])[CaseloadFile.Headings, SitesFile.Headings])
        {
            if (nearest is not null && nearest.Found <= side.FoundIn(nearest.Headings) && side.SlipIn(nearest.Headings) is { } slip)
                return (slip, $"The headings {side.Listed}.");
        }

        return LayoutDetection.NotRecognised(nearest);
    }

    /// <summary>
    /// One position for each column of the profile. Two headings for one column are never decided by guessing: they break the file,
    /// unless all but one of the columns are blank from top to bottom.
    /// </summary>
    private int[] OneEach(InputFile file, ProfileMatch match)
    {
        OccupiedColumns? occupied = null;
        var columns = new int[match.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var places = match.Columns[i];
            columns[i] = places.Count == 0 ? -1 : places[0];
            if (places.Count < 2) continue;
            occupied ??= OccupiedColumns.Of(file, match, request.Workers);
            int[] filled = [.. places.Where(occupied.Contains)];
            if (filled.Length > 1)
            {
                var names = string.Join(" and ", filled.Select(place => $"'{match.Headings.Texts[place]}' (column {place + 1})"));
                throw new BrokenFileException("duplicate-heading", $"{names} are headings of the same column, and both hold values.",
                    "One of them; remove or rename the other.", match.Headings.Sheet, match.Headings.Row, match.Headings.Texts[filled[1]]);
            }

            if (filled.Length == 1) columns[i] = filled[0];
        }

        return columns;
    }

    private void NoteHeadings(InputFile file, ProfileMatch match)
    {
        var place = new Place(file.Path, match.Headings.Sheet, match.Headings.Row);
        string[] unmapped = [.. match.Uses.Where(use => use.Role == HeadingRole.Unmapped).Select(use => use.Heading)];
        if (unmapped.Length > 0)
            log.Add(file.Index, new Finding("heading-not-read", Severity.Information, place, $"The profile '{match.Profile.Name}' does not know: {Listed(unmapped)}.",
                "Nothing, if no measure needs them; otherwise add them to the registry profile.")
            { Occurrences = unmapped.Length });
        var feeding = match.Profile.Columns.SelectMany(column => column.Headings).ToArray();
        foreach (var heading in unmapped)
        {
            if (NearestName.Of(heading, feeding) is { } near && IsAbsent(match, near))
                log.Add(file.Index, "heading-misspelt", Severity.Warning, place with { Column = heading }, $"'{heading}' was not read, and '{near}' is not there; did you mean '{near}'?",
                    $"The heading '{near}', or this spelling in the registry profile.");
        }

        string[] absent = [.. match.Profile.Columns.Where((column, i) => match.Columns[i].Count == 0 && !IsSite(column)).Select(column => column.Headings[0])];
        if (absent.Length > 0)
            log.Add(file.Index, new Finding("column-missing", Severity.Information, place, $"Columns of the profile '{match.Profile.Name}' that are not there: {Listed(absent)}.",
                "Their fields count as not recorded; export them if the registry has them.")
            { Occurrences = absent.Length });
    }

    private static bool IsAbsent(ProfileMatch match, string heading)
    {
        for (var i = 0; i < match.Profile.Columns.Count; i++)
            if (match.Profile.Columns[i].Headings.Contains(heading)) return match.Columns[i].Count == 0;
        return false;
    }

    // Without a site column the file's name is the site: nothing is missing.
    private static bool IsSite(ProfileColumn column) => column.Fields.Any(mapping => string.Equals(mapping.Field, FieldNames.Site, StringComparison.Ordinal));

    private static string Listed(string[] headings)
    {
        var named = string.Join(", ", headings.Take(MostHeadingsNamed).Select(heading => $"'{heading}'"));
        return headings.Length > MostHeadingsNamed ? FormattableString.Invariant($"{named} and {headings.Length - MostHeadingsNamed} more") : named;
    }

    private (bool Fits, int Found) Understand(HeadingRow headings)
    {
        var best = detection.Best(headings);
        var found = Math.Max(best?.Found ?? 0, Math.Max(SitesFile.Headings.FoundIn(headings), CaseloadFile.Headings.FoundIn(headings)));
        return (best is { Fits: true } || SideKind(headings) is not null, found);
    }
}
