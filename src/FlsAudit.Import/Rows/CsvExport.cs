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

    // Enough for the longest row, so that headings are there from end to end.
    private const int PreviewBytes = LongestRow + 1;

    // The width of a sheet in Excel; nothing that people work with has more.
    private const int MostColumns = 16_384;

    private const string Whole = "The whole export; export it again.";

    /// <summary>Separators in the order in which a tie is decided.</summary>
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>
    /// Finds the headings, below titles if there are some, and after a <c>sep=</c> line if there is one, which names the separator. Otherwise the
    /// separators that occur are tried.
    /// </summary>
    /// <exception cref="BrokenFileException">The file is empty, cannot be read, is no text, or has too many columns.</exception>
    public HeadingRow FindHeadings(HeadingChoice choice)
    {
        var start = Preview();
        if (start.Length == 0) throw new BrokenFileException("file-empty", "The file is empty.", "Export it again.");
        var readings = new List<List<HeadingRow>>();
        foreach (var separator in Separators)
        {
            var rows = FirstRows(start, separator, out var declared);
            if (declared is { } only)
            {
                readings = [FirstRows(start, only, out _)];
                break;
            }

            readings.Add(rows);
        }

        readings.RemoveAll(rows => rows.Count == 0);
        return readings.Count > 0 ? choice.Of(readings) : throw new BrokenFileException("file-empty", "The file holds blank rows only.", "Export it again.");
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
        using var stream = new WatchedStream(file.Content);
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
        var guarded = CorrectionColumns.AreIn(headings);
        for (var row = 0L; row < headings.Row; row++) csv.Read();

        // Only the last row tells whether the file was cut off, so each row is given out when the next one has come.
        (TResult Result, long CutAt) pending = default;
        var any = false;
        using var rows = csv.ParallelEnumerate(
            reader => (visitors.Value!.Visit(new CsvCells(reader, guarded)), IsShort(reader, headings) ? reader.RowNumber : 0), workers == 0 ? -1 : workers).GetEnumerator();
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
            throw TooLong(e.RecordNumber);
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

    private static List<HeadingRow> FirstRows(byte[] start, char separator, out char? declared)
    {
        declared = null;
        var rows = new List<HeadingRow>();
        // What ends with the preview may go on after it.
        var isWhole = start.Length < PreviewBytes;
        using var csv = CsvReader.Create(start, Options(separator));
        while (rows.Count <= HeadingChoice.MostRows && Read(csv))
        {
            if (csv.RowNumber == 1 && csv.RawRecord is [(byte)'s', (byte)'e', (byte)'p', (byte)'=', var mark])
            {
                declared = (char)mark;
                continue;
            }

            if (csv.FieldCount > MostColumns && rows.Count > 0) return rows;
            if (csv.FieldCount > MostColumns)
                throw new BrokenFileException("too-many-columns", FormattableString.Invariant($"A row at the top has {csv.FieldCount:N0} cells; no more than {MostColumns:N0} columns are read."),
                    "An export of records: one row for each fracture, and its columns side by side.", row: csv.RowNumber);
            string[] texts = [.. Enumerable.Range(0, csv.FieldCount).Select(i => TextEncodings.Decode(csv.GetSpan(i), TextEncodings.Windows1252).Trim())];
            // A row of separators only is blank whichever of them separates.
            if (texts.Any(text => text.AsSpan().ContainsAnyExcept(Separators))) rows.Add(new HeadingRow(null, 0, csv.RowNumber, texts, separator));
        }

        if (rows.Count > HeadingChoice.MostRows) rows.RemoveAt(rows.Count - 1);
        else if (!isWhole && rows.Count > 0) rows.RemoveAt(rows.Count - 1);
        return isWhole || rows.Count > 0 ? rows : throw TooLong(1);
    }

    private static bool Read(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw TooLong(e.RecordNumber);
        }
    }

    private static BrokenFileException TooLong(long row) =>
        new("file-truncated", "A row is longer than one million bytes: a quote is missing, or the file is damaged.", Whole, row: row);

    private byte[] Preview()
    {
        using var stream = new WatchedStream(file.Content);
        // Text of wide characters grows by half at most when it becomes UTF-8, so a small file never fills the buffer.
        var buffer = new byte[Math.Min(PreviewBytes, (stream.Length * 2) + 1)];
        return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }
}

/// <summary>The cells of a row of separated text.</summary>
/// <param name="reader">Stands on the row.</param>
/// <param name="guarded">Whether cells have an apostrophe before what a spreadsheet program would run.</param>
internal readonly struct CsvCells(CsvReader reader, bool guarded) : ICells
{
    // With fewer headings, a line of a comment has as many separators soon enough.
    private const int FewestHeadings = 3;

    public long Row => reader.RowNumber;

    public int Count => reader.FieldCount;

    public bool CanShift => true;

    public bool SwallowsRows(int headings)
    {
        if (headings < FewestHeadings || !reader.RawRecord.ContainsAny((byte)'\n', (byte)'\r')) return false;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var rest = reader.GetSpan(i);
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            while (end >= 0)
            {
                rest = rest[(end + 1)..];
                end = rest.IndexOfAny((byte)'\n', (byte)'\r');
                if (LooksLikeRow(end < 0 ? rest : rest[..end], headings - 1)) return true;
            }
        }

        return false;
    }

    public Cell At(int index) => new(guarded ? CorrectionColumns.Unguarded(reader.GetSpan(index)) : reader.GetSpan(index));

    // In a sentence a space follows every comma, in a row hardly ever.
    private bool LooksLikeRow(ReadOnlySpan<byte> line, int separators)
    {
        var separator = (byte)reader.Separator;
        return line.Count(separator) == separators && line.Count([separator, (byte)' ']) < separators;
    }
}
