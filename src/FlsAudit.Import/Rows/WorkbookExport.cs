using ExcelDataReader;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;

namespace FlsAudit.Import.Rows;

/// <summary>An export as an Excel workbook. It is streamed on one thread.</summary>
internal sealed class WorkbookExport(InputFile file)
{
    // The size of a sheet in Excel. A workbook is a list of cells with addresses, and one cell far out would otherwise cost the memory of all before it.
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    // A full sheet of 256 columns. Blank cells cost time as well, and two cells far apart have all between them.
    private const long MostCells = 256L * MostRows;

    static WorkbookExport() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>The headings of every visible sheet with text, below titles if there are some, and the names of the hidden sheets, which are not read.</summary>
    /// <exception cref="BrokenFileException">The file cannot be read or is no sound workbook.</exception>
    public (IReadOnlyList<HeadingRow> Tables, IReadOnlyList<string> Hidden) FindHeadings(HeadingChoice choice)
    {
        var found = new List<HeadingRow>();
        var hidden = new List<string>();
        using var stream = WatchedStream.Open(file.Content);
        using var workbook = Open(stream, out var calendar);
        var sheet = 0;
        do
        {
            if (IsHidden(workbook))
            {
                hidden.Add(workbook.Name);
                continue;
            }

            RequireSize(workbook);
            var rows = FirstRows(workbook, sheet, calendar);
            if (rows.Count > 0) found.Add(choice.Of([rows]));
        }
        while (Guarded(() => Advance(workbook, ref sheet)));
        return (found, hidden);
    }

    /// <summary>Shows every row of a sheet after the headings to the visitor, in order, hidden ones like the others.</summary>
    /// <param name="headings">Where the headings are.</param>
    /// <param name="visitor">Sees the rows.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="hidden">Told of hidden rows with text.</param>
    /// <exception cref="BrokenFileException">The workbook is cut off or damaged.</exception>
    public IEnumerable<TResult> Rows<TResult>(HeadingRow headings, IRowVisitor<TResult> visitor, Action<long> progress, Action<long> hidden)
    {
        using var stream = WatchedStream.Open(file.Content);
        using var workbook = Open(stream, out var calendar);
        for (var sheet = 0; sheet < headings.SheetIndex; sheet++) Guarded(workbook.NextResult);
        RequireSize(workbook);
        var cells = new WorkbookRow(calendar) { IsGuarded = CorrectionColumns.AreIn(headings) };
        while (Guarded(workbook.Read))
        {
            Guarded(() => cells.Load(workbook));
            if (cells.Row <= headings.Row) continue;
            progress(stream.Position);
            if (workbook.RowHeight == 0 && !cells.IsBlank) hidden(cells.Row);
            yield return visitor.Visit(cells);
        }
    }

    private static List<HeadingRow> FirstRows(IExcelDataReader workbook, int sheet, WorkbookCalendar calendar)
    {
        var rows = new List<HeadingRow>();
        var cells = new WorkbookRow(calendar);
        while (rows.Count < HeadingChoice.MostRows && Guarded(workbook.Read))
        {
            Guarded(() => cells.Load(workbook));
            string[] texts = [.. Enumerable.Range(0, cells.Count).Select(i => TextEncodings.Decode(cells.At(i).Text, TextEncodings.Windows1252))];
            if (texts.Any(text => text.Length > 0)) rows.Add(new HeadingRow(workbook.Name, sheet, cells.Row, texts, '\t'));
        }

        return rows;
    }

    private static void RequireSize(IExcelDataReader workbook)
    {
        const string Expected = "A sheet as spreadsheet programs write them; save it again, or copy the records into a new one.";
        if (workbook.FieldCount > MostColumns)
            throw new BrokenFileException("too-many-columns", FormattableString.Invariant($"A sheet has a cell in column {workbook.FieldCount:N0}; no more than {MostColumns:N0} columns are read."), Expected, workbook.Name);
        if (workbook.RowCount > MostRows)
            throw new BrokenFileException("too-many-rows", FormattableString.Invariant($"A sheet has a cell in row {workbook.RowCount:N0}; no more than {MostRows:N0} rows are read."), Expected, workbook.Name);
        if ((long)workbook.FieldCount * workbook.RowCount > MostCells)
            throw new BrokenFileException("too-many-cells", FormattableString.Invariant($"A sheet reaches from its first cell to row {workbook.RowCount:N0} and column {workbook.FieldCount:N0}; no more than {MostCells:N0} cells are read."), Expected, workbook.Name);
    }

    private static bool Advance(IExcelDataReader workbook, ref int sheet)
    {
        sheet++;
        return workbook.NextResult();
    }

    private static bool IsHidden(IExcelDataReader workbook) =>
        !string.IsNullOrEmpty(workbook.VisibleState) && !string.Equals(workbook.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);

    private static IExcelDataReader Open(FileStream stream, out WorkbookCalendar calendar)
    {
        if (stream.Length == 0) throw new BrokenFileException("file-empty", "The file is empty.", "Export it again.");
        var options = new ExcelReaderConfiguration { LeaveOpen = true };
        // By content: programs give either name to both.
        var isPackage = Guarded(() => IsPackage(stream));
        calendar = Guarded(() => isPackage ? WorkbookPackage.CalendarOf(stream) : BinaryWorkbook.CalendarOf(stream));
        return Guarded(() => isPackage ? ExcelReaderFactory.CreateOpenXmlReader(stream, options) : ExcelReaderFactory.CreateBinaryReader(stream, options));
    }

    private static bool IsPackage(FileStream stream)
    {
        Span<byte> start = stackalloc byte[2];
        stream.ReadExactly(start);
        stream.Position = 0;
        return start.SequenceEqual("PK"u8);
    }

    private static void Guarded(Action read) => Guarded(() =>
    {
        read();
        return true;
    });

    // On a damaged workbook the package throws whatever its parts throw, so every exception of a read means the same: the file is not sound.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or BrokenFileException))
        {
            throw Damaged();
        }
    }

    private static BrokenFileException Damaged() => new("file-truncated", "The workbook is cut off, damaged or protected by a password.",
        "A whole .xlsx or .xls workbook without a password that opens in a spreadsheet program; save it again, or name it .csv if it is text.");
}
