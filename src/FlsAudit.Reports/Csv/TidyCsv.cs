using CsvHelper;

namespace FlsAudit.Reports.Csv;

/// <summary>
/// The one dialect of every csv: comma, LF, UTF-8 without byte order mark, invariant round-trip numbers. Text that a spreadsheet program would
/// run as a formula gets an apostrophe in front; numbers are left alone, so that -5 stays a number.
/// </summary>
internal sealed class TidyCsv : IDisposable
{
    private static readonly CsvWriterOptions Dialect = CsvWriterOptions.Default with
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
    };

    private readonly CsvWriter writer;

    public TidyCsv(Stream output, params ReadOnlySpan<string> headings)
        : this(output, Dialect) => writer.WriteHeader(headings);

    private TidyCsv(Stream output, CsvWriterOptions options) => writer = CsvWriter.Create(output, options, leaveOpen: true);

    /// <summary>
    /// A file for people to work in: its rows need not have as many cells as its headings, which are written as a row, and it begins with a byte order mark,
    /// without which a spreadsheet program would damage the accents.
    /// </summary>
    public static TidyCsv ToWorkIn(Stream output) => new(output, Dialect with { ValidateFieldCount = false, WriteByteOrderMark = true });

    public TidyCsv Text(string? text)
    {
        writer.WriteField(text);
        return this;
    }

    public TidyCsv Count(long? count)
    {
        writer.WriteField(count);
        return this;
    }

    /// <summary>The shortest text that reads back as the same number; empty for null and for what is no number.</summary>
    public TidyCsv Number(double? number)
    {
        writer.WriteField(number is { } value && double.IsFinite(value) ? number : null);
        return this;
    }

    public void EndRow() => writer.EndRecord();

    public void Dispose() => writer.Dispose();
}
