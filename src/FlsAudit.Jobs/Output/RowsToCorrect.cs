using System.Security.Cryptography;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Reports;

namespace FlsAudit.Jobs.Output;

/// <summary>
/// The rows that could not be placed, in csv files that somebody corrects and gives as input: one file for each layout of columns, in the order in which the
/// layouts were met. Where a layout has no column for the site, its file gets one, because the site was the name of the export.
/// </summary>
internal sealed class RowsToCorrect : IDisposable
{
    private const string Option = "--write-rejected";
    private const string Example = "to-correct.csv";
    private const string Extension = ".csv";
    private const int DigestBytes = 6;

    private readonly string asked;
    private readonly InputOptions input;
    private readonly List<OutputFile> outputs = [];
    private readonly List<string> names = [];

    /// <summary>Makes sure that the first file can be written.</summary>
    /// <exception cref="JobException">Something is there, it is no .csv file, or it lies among the inputs.</exception>
    public RowsToCorrect(string asked, InputOptions input)
    {
        this.asked = asked;
        this.input = input;
        if (!string.Equals(Path.GetExtension(asked), Extension, StringComparison.OrdinalIgnoreCase))
            throw new JobException(ExitCode.Usage, $"{Option} writes a {Extension} file, not '{asked}'; for example {Option} {Example}.");
        outputs.Add(OutputFile.ForNew(asked, Option, Example, input));
    }

    /// <summary>Writes the files beside their places; none where no row was rejected.</summary>
    /// <param name="rows">All rows that were not used; asked for once per file.</param>
    /// <param name="files">The files that they come from, with the headings of their columns.</param>
    /// <exception cref="JobException">A file is in the way, or cannot be written.</exception>
    public void Write(Func<IEnumerable<RejectedRow>> rows, IReadOnlyList<ImportedFile> files)
    {
        var sources = files.SelectMany(file => file.Sheets.Where(sheet => sheet.Profile is not null), (file, sheet) => new Source(file, sheet))
            .ToDictionary(source => (source.File.Path, source.Sheet.Sheet));
        Source Of(RejectedRow row) => sources[(row.Place.File!, row.Place.Sheet)];
        string[] layouts = [.. Rejected(rows).Select(row => Of(row).Layout).Distinct(StringComparer.Ordinal)];
        foreach (var layout in layouts)
        {
            var (name, output) = Next();
            var first = sources.Values.First(source => source.Layout == layout);
            output.Write(stream => RowsToCorrectCsv.Write(first.Headings, Rejected(rows).Where(row => Of(row).Layout == layout).Select(row => Of(row).Cells(row)), stream));
            names.Add(name);
        }
    }

    /// <summary>Makes the files appear.</summary>
    /// <returns>As the user would name them.</returns>
    /// <exception cref="JobException">They cannot be put in place.</exception>
    public IReadOnlyList<string> Publish()
    {
        foreach (var output in outputs.Take(names.Count)) output.Publish();
        return names;
    }

    /// <summary>Removes what was written beside, unless it was published.</summary>
    public void Dispose()
    {
        foreach (var output in outputs) output.Dispose();
    }

    private (string Name, OutputFile Output) Next()
    {
        if (names.Count == 0) return (asked, outputs[0]);
        var name = FormattableString.Invariant($"{asked[..^Extension.Length]}-{names.Count + 1}{Extension}");
        outputs.Add(OutputFile.ForNew(name, Option, Example, input));
        return (name, outputs[^1]);
    }

    private static IEnumerable<RejectedRow> Rejected(Func<IEnumerable<RejectedRow>> rows) => rows().Where(row => row.Fate == RowFate.Rejected);

    // A text file or worksheet that rows come from.
    private sealed class Source
    {
        private readonly string? siteHeading;
        private readonly bool isForCorrection;

        public Source(ImportedFile file, SheetLayout sheet)
        {
            (File, Sheet) = (file, sheet);
            string[] own = [.. sheet.Headings.Select(heading => heading.Heading)];
            isForCorrection = own.Contains(CorrectionColumns.Origin, StringComparer.OrdinalIgnoreCase);
            var hasSite = sheet.Headings.Any(heading => heading.Fields.Contains(FieldNames.Site));
            siteHeading = hasSite ? null : sheet.Profile!.Columns.FirstOrDefault(column => column.Fields.Any(mapping => mapping.Field == FieldNames.Site))?.Headings[0];
            Headings = isForCorrection ? own : [CorrectionColumns.Origin, CorrectionColumns.Reason, .. siteHeading is null ? Array.Empty<string>() : [siteHeading], .. own];
            Layout = string.Join('\n', Headings);
        }

        public ImportedFile File { get; }

        public SheetLayout Sheet { get; }

        public string[] Headings { get; }

        public string Layout { get; }

        // A row that was sent for correction before keeps the place where it first stood.
        public IReadOnlyList<string> Cells(RejectedRow row) => isForCorrection
            ? row.Cells!
            : [Origin(row), row.Reason, .. siteHeading is null ? Array.Empty<string>() : [File.SiteName], .. row.Cells!];

        private static string Origin(RejectedRow row)
        {
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', row.Cells!)));
            return $"{RecordName.AtRow(row.Place with { Row = null }, row.Place.Row ?? 0)} #{Convert.ToHexStringLower(digest.AsSpan(0, DigestBytes))}";
        }
    }
}
