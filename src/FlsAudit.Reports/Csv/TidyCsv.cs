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
    {
        writer = CsvWriter.Create(output, Dialect, leaveOpen: true);
        writer.WriteHeader(headings);
    }

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
