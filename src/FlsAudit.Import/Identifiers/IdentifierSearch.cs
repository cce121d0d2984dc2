using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Passes;
using FlsAudit.Model;

namespace FlsAudit.Import.Identifiers;

/// <summary>Finds the columns of a sheet that say who patients are, by their headings and by a sample of their cells, and says so.</summary>
internal sealed class IdentifierSearch(ImportRequest request, IReadOnlyList<IdentifierHeadings> headings, FindingLog log)
{
    private readonly IdentifierWords words = new(headings);

    /// <summary>The file with its identifying columns; a file that cannot be read is left to those who read it whole.</summary>
    public InspectedFile In(InspectedFile file) =>
        file.Kind == FileKind.Records ? file with { Parts = [.. file.Parts.Select(part => part with { Identifying = In(part) })] } : file;

    /// <summary>Names the columns of a table without a profile whose headings say who patients are; of its cells nothing is read.</summary>
    public static void NoteHeadings(InputFile file, HeadingRow headings, IdentifierWords words, FindingLog log)
    {
        for (var column = 0; column < headings.Texts.Count; column++)
            if (words.KindOf(headings.Texts[column]) is { } kind) Note(log, file, headings, column, kind, byHeading: true);
    }

    private IdentifyingColumns In(ExportPart part)
    {
        var plan = part.Plan(request.Dictionary, request.Layout);
        HashSet<int> ids = [.. new[] { plan.ColumnOf(FieldNames.RecordId), plan.ColumnOf(FieldNames.PatientId) }.Where(column => column >= 0)];
        int[] others = [.. Enumerable.Range(0, part.Match.Headings.Texts.Count).Where(column => part.Match.Uses[column].Role != HeadingRole.Mapped)];
        var asAt = request.AsAt == DateOnly.MaxValue.DayNumber ? (int?)null : request.AsAt;
        var sample = new IdentifierSample(plan, [.. ids, .. others], ids, asAt);
        Look(part, sample);

        var never = new HashSet<int>();
        foreach (var column in others)
        {
            var byHeading = words.KindOf(part.Match.Headings.Texts[column]);
            var found = sample.In(column);
            if (byHeading is null && !found.IsMost) continue;
            never.Add(column);
            // Layouts have such columns, and who leaves them blank has done all that can be asked.
            if (found.Filled > 0) Note(log, part.File, part.Match.Headings, column, byHeading ?? found.Kinds[0].Kind, byHeading is not null);
        }

        var personal = false;
        foreach (var (field, what, fate) in new[]
        {
            (FieldNames.RecordId, "record ids", "Lists name these records by file and row instead."),
            (FieldNames.PatientId, "patient ids", "None was kept: patients are told apart by hashes under a key that is made anew in each run and never stored."),
        })
        {
            if (plan.ColumnOf(field) is var column and >= 0 && sample.In(column) is { Personal: > 0 } found)
            {
                personal = true;
                NoteIds(part, column, found, what, fate);
            }
        }

        return new IdentifyingColumns(never, ids, personal, Enumerable.Range(0, part.Match.Headings.Texts.Count).Except(others).ToHashSet());
    }

    private static void Look(ExportPart part, IdentifierSample sample)
    {
        try
        {
            foreach (var _ in part.Rows(() => sample, 1, _ => { }, (_, _) => { }))
                if (sample.IsFull) break;
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            // Whoever reads the file whole says what is wrong with it.
        }
    }

    private static void Note(FindingLog log, InputFile file, HeadingRow headings, int column, IdentifierKind kind, bool byHeading)
    {
        var heading = headings.Texts[column];
        var name = heading.Length > 0 ? $"'{heading}'" : FormattableString.Invariant($"number {column + 1}, which has no heading,");
        log.Add(file.Index, "column-identifies-patients", Severity.Warning, new Place(file.Path, headings.Sheet, headings.Row, heading.Length > 0 ? heading : null),
            $"The column {name} says who patients are: {One(kind)}, by {(byHeading ? "its heading" : "the form of its cells")}. Nothing of it was kept.",
            "An export without this column: no measure needs it, and every copy of the file carries it along.");
    }

    private void NoteIds(ExportPart part, int column, IdentifierCounts found, string what, string fate)
    {
        var heading = part.Match.Headings.Texts[column];
        var kinds = string.Join(", ", found.Kinds.Select(kind => FormattableString.Invariant($"{Several(kind.Kind)}: {kind.Cells}")));
        log.Add(part.File.Index, new Finding("ids-look-personal", found.IsMost ? Severity.Warning : Severity.Information,
            new Place(part.File.Path, part.Sheet, part.Match.Headings.Row, heading),
            FormattableString.Invariant($"Of the first {found.Filled} {what} {found.Personal} {(found.Personal == 1 ? "looks" : "look")} like personal identifiers ({kinds}). {fate}"),
            "Numbers that say nothing to anybody but the registry, such as 1, 2, 3; export again with those.")
        { Occurrences = found.Personal });
    }

    private static string One(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Name => "a name",
        IdentifierKind.NationalNumber => "a national number",
        IdentifierKind.HospitalNumber => "a number that a hospital gives to a patient",
        IdentifierKind.Address => "an address",
        IdentifierKind.Postcode => "a postcode",
        IdentifierKind.EMail => "an e-mail address",
        IdentifierKind.Telephone => "a telephone number",
        _ => "a date of birth",
    };

    private static string Several(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Name => "names",
        IdentifierKind.NationalNumber => "national numbers",
        IdentifierKind.HospitalNumber => "numbers of a hospital",
        IdentifierKind.Address => "addresses",
        IdentifierKind.Postcode => "postcodes",
        IdentifierKind.EMail => "e-mail addresses",
        IdentifierKind.Telephone => "telephone numbers",
        _ => "dates",
    };
}
