using System.Globalization;
using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Explaining;

/// <summary>Says of fields how a record holds them, and shows values only when they were asked for.</summary>
/// <param name="import">What the import found, to tell a blank cell from one that could not be read.</param>
/// <param name="dictionary">The fields.</param>
/// <param name="asAt">A date after it has not happened.</param>
/// <param name="showValues">Whether the user asked for values.</param>
internal sealed class RecordedFields(ImportResult import, FieldDictionary dictionary, int asAt, bool showValues)
{
    /// <summary>Whether values are shown; a closing day is one, since it tells the day from which it is counted.</summary>
    public bool ShowsValues => showValues;

    public FieldRead Read(FoundRecord record, string name)
    {
        var field = dictionary[name];
        if (field.Type == FieldType.Text) return new FieldRead(name, name == FieldNames.PatientId && record.Episode.Patient is null ? Blank(record.Place, name) : "recorded", null);
        if (record.Episode.Record[field] is not { } value) return new FieldRead(name, Blank(record.Place, name), null);
        var state = field.Type switch
        {
            FieldType.Code when value == field.NotKnownIndex => "recorded as not known",
            FieldType.Date when value > asAt => "recorded, after the as-at date, so it has not happened yet",
            _ => "recorded",
        };
        return new FieldRead(name, state, showValues ? Text(field, value) : null);
    }

    private static string Text(Field field, double value) => field.Type switch
    {
        FieldType.Code => field.Values[(int)value].Code,
        FieldType.Date => ReportDescription.Iso(DateOnly.FromDayNumber((int)value)),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private string Blank(Place place, string field)
    {
        var file = import.Files.First(file => file.Path == place.File);
        var sheet = file.Sheets.First(sheet => sheet.Sheet == place.Sheet);
        string[] columns = [.. sheet.Headings.Where(heading => heading.Fields.Contains(field)).Select(heading => heading.Heading)];
        if (columns.Length == 0) return "blank: the export has no column for it";
        Finding[] unread =
        [
            .. import.Findings.Where(finding => finding.Severity > Severity.Information && finding.ExampleRows.Count > 0
                && finding.Place.File == place.File && finding.Place.Sheet == place.Sheet && columns.Contains(finding.Place.Column)),
        ];
        if (unread.FirstOrDefault(finding => finding.ExampleRows.Contains(place.Row!.Value)) is { } mine) return $"blank: its cell could not be read ({mine.Code})";
        // Only the first few rows of a finding are known.
        return unread.FirstOrDefault(finding => finding.Occurrences > finding.ExampleRows.Count) is { } some
            ? $"blank, or its cell could not be read, as some of the column could not ({some.Code})"
            : "blank";
    }
}
