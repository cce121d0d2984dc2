using CsvHelper;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>An export of separated text.</summary>
internal sealed class CsvExport(InputFile file)
{
    // An unclosed quote would otherwise pull the rest of a large file into memory.
    private const int LongestRow = 1 << 20;

    private const int PreviewBytes = 1 << 18;

    private const string Whole = "The whole export; export it again.";

    /// <summary>Separators in the order in which a tie is decided.</summary>
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>
    /// Finds the headings: the first row that is not blank, after a <c>sep=</c> line if there is one. Of the separators that occur, the one whose
    /// headings fit a profile best is taken, and of several the one that makes the most columns.
    /// </summary>
    /// <param name="columnsFound">How many known headings a row has.</param>
    /// <exception cref="BrokenFileException">The file is empty, cannot be read, or is no text.</exception>
    public HeadingRow FindHeadings(Func<HeadingRow, int> columnsFound)
    {
        var start = Preview();
        if (start.Length == 0) throw new BrokenFileException("file-empty", "The file is empty.", "Export it again.");
        var rows = new List<HeadingRow>();
        foreach (var separator in Separators)
        {
            var row = FirstRow(start, separator, out var declared);
            if (declared is { } only) return FirstRow(start, only, out _) ?? throw Blank();
            if (row is not null) rows.Add(row);
        }

        return rows.OrderByDescending(columnsFound).ThenByDescending(row => row.Texts.Count).FirstOrDefault() ?? throw Blank();
    }

    /// <summary>
    /// Shows every row after the headings to visitors, one visitor per thread, and gives their results in row order.
    /// </summary>
    /// <param name="headings">Where the headings are.</param>
    /// <param name="newVisitor">Makes the visitor of a thread; called on that thread.</param>
    /// <param name="workers">Threads, 0 for one per processor.</param>
    /// <param name="progress">Told the bytes read so far, on the caller's thread.</param>
    /// <param name="malformed">Told of rows with quotes in the wrong place, which are read as well as can be.</param>
    /// <exception cref="BrokenFileException">The file is cut off or damaged.</exception>
    public IEnumerable<TResult> Rows<TResult>(
        HeadingRow headings, Func<IRowVisitor<TResult>> newVisitor, int workers, Action<long> progress, Action<long> malformed)
    {
        using var stream = new WatchedStream(file.Content, RefuseNul(Preview(4)));
        long? unclosed = null;
        var options = Options(headings.Separator) with
        {
            OnMalformedRecord = record =>
            {
                if (record.Reason == CsvMalformedReason.UnterminatedQuote) unclosed = record.RecordNumber;
                else malformed(record.RecordNumber);
            },
        };
        using var csv = CsvReader.Create(stream, options, leaveOpen: true);
        using var visitors = new ThreadLocal<IRowVisitor<TResult>>(newVisitor);
        for (var row = 0L; row < headings.Row; row++) csv.Read();

        // Only the last row tells whether the file was cut off, so each row is given out when the next one has come.
        (TResult Result, long CutAt) pending = default;
        var any = false;
        using var rows = csv.ParallelEnumerate(
            reader => (visitors.Value!.Visit(new CsvCells(reader)), IsShort(reader, headings) ? reader.RowNumber : 0), workers == 0 ? -1 : workers).GetEnumerator();
        while (Next(rows))
        {
            progress(stream.BytesRead);
            if (any) yield return pending.Result;
            pending = rows.Current;
            any = true;
        }

        if (unclosed is { } at)
            throw new BrokenFileException("file-truncated", "The file ends inside a quoted cell: it is cut off, or a quote is missing.", Whole, row: at);
        if (any && pending.CutAt > 0 && !stream.EndsWithLineEnd)
            throw new BrokenFileException("file-truncated", "The last row has too few cells and no line end: the file is cut off.", Whole, row: pending.CutAt);
        if (any) yield return pending.Result;
    }

    private static bool IsShort(CsvReader reader, HeadingRow headings) =>
        reader.FieldCount < headings.Texts.Count && reader.RawRecord.ContainsAnyExcept((byte)headings.Separator, (byte)' ', (byte)'"');

    private static bool Next<T>(IEnumerator<T> results)
    {
        try
        {
            return results.MoveNext();
        }
        catch (CsvFormatException e)
        {
            throw new BrokenFileException("file-truncated", "A row is longer than one million bytes: a quote is missing, or the file is damaged.",
                Whole, row: e.RecordNumber);
        }
    }

    private static CsvReaderOptions Options(char separator) => CsvReaderOptions.Default with
    {
        Separator = separator,
        HasHeader = false,
        SkipEmptyLines = false,
        // A `sep=` line that names the separator given above would otherwise vanish from the row numbers.
        DetectSeparatorHint = false,
        MaxRecordSize = LongestRow,
        IncludeValuesInExceptions = false,
    };

    private static HeadingRow? FirstRow(byte[] start, char separator, out char? declared)
    {
        declared = null;
        using var csv = CsvReader.Create(start, Options(separator));
        while (csv.Read())
        {
            if (csv.RowNumber == 1 && csv.RawRecord is [(byte)'s', (byte)'e', (byte)'p', (byte)'=', var mark])
            {
                declared = (char)mark;
                continue;
            }

            string[] texts = [.. Enumerable.Range(0, csv.FieldCount).Select(i => TextEncodings.Decode(csv.GetSpan(i), TextEncodings.Windows1252).Trim())];
            // A row of separators only is blank whichever of them separates.
            if (texts.Any(text => text.AsSpan().ContainsAnyExcept(Separators))) return new HeadingRow(null, 0, csv.RowNumber, texts, separator);
        }

        return null;
    }

    private static BrokenFileException Blank() => new("file-empty", "The file holds blank rows only.", "Export it again.");

    // UTF-16 and UTF-32 text is full of zero bytes; any other text has none.
    private static bool RefuseNul(byte[] start) => start is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF]);

    private byte[] Preview(int length = PreviewBytes)
    {
        using var stream = new WatchedStream(file.Content, refuseNul: false);
        var buffer = new byte[length];
        var count = stream.ReadAtLeast(buffer, length, throwOnEndOfStream: false);
        var start = buffer[..count];
        if (length > 4 && RefuseNul(start) && start.Contains((byte)0)) throw WatchedStream.NotText();
        return start;
    }
}

/// <summary>The cells of a row of separated text.</summary>
internal readonly struct CsvCells(CsvReader reader) : ICells
{
    public long Row => reader.RowNumber;

    public int Count => reader.FieldCount;

    public bool CanShift => true;

    public Cell At(int index) => new(reader.GetSpan(index));
}
