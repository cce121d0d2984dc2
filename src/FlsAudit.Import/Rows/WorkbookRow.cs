using System.Globalization;
using System.Text;
using ExcelDataReader;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;

namespace FlsAudit.Import.Rows;

/// <summary>The cells of a row of a worksheet, as the texts that a text export would have and as native values.</summary>
internal sealed class WorkbookRow(WorkbookCalendar calendar) : ICells
{
    // As in a text file. A cell of Excel has no more than 32,767 characters.
    private const int LongestRow = 1 << 20;

    private byte[] texts = new byte[4096];
    private (int Start, int Length, CellKind Kind, double Number)[] cells = [];
    private int used;

    /// <summary>Whether texts have an apostrophe before what a spreadsheet program would run.</summary>
    public bool IsGuarded { get; init; }

    public long Row { get; private set; }

    public int Count { get; private set; }

    public bool CanShift => false;

    /// <summary>Whether no cell has a text.</summary>
    public bool IsBlank => used == 0;

    public bool SwallowsRows(int headings) => false;

    public Cell At(int index)
    {
        if (index >= Count) return default;
        var cell = cells[index];
        ReadOnlySpan<byte> text = texts.AsSpan(cell.Start, cell.Length);
        return new Cell(IsGuarded ? CorrectionColumns.Unguarded(text) : text, cell.Kind, cell.Number) { CalendarDays = calendar.ToNumbers };
    }

    /// <summary>Takes the row that the reader stands on.</summary>
    public void Load(IExcelDataReader reader)
    {
        Row = reader.Depth + 1L;
        Count = reader.FieldCount;
        if (cells.Length < Count) Array.Resize(ref cells, Count);
        used = 0;
        for (var i = 0; i < Count; i++)
        {
            switch (reader.GetValue(i))
            {
                // Blank, an error value such as #REF!, or a formula that was saved without its result: the package does not tell them apart.
                case null: Put(i, "", CellKind.Text, 0); break;
                case string text: Put(i, text, CellKind.Text, 0); break;
                case DateTime date: PutDate(i, date); break;
                case bool value: Put(i, value ? "TRUE" : "FALSE", CellKind.Text, 0); break;
                case TimeSpan time: Put(i, time.ToString("c", CultureInfo.InvariantCulture), CellKind.Text, 0); break;
                case IConvertible number: PutNumber(i, number.ToDouble(CultureInfo.InvariantCulture)); break;
                // The cells of the row before are still there.
                default: Put(i, "", CellKind.Text, 0); break;
            }
        }
    }

    private void PutDate(int index, DateTime date)
    {
        var day = DateOnly.FromDateTime(date).AddDays(calendar.ToDates);
        Put(index, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date, day.DayNumber);
    }

    private void PutNumber(int index, double number) => Put(index, number.ToString("R", CultureInfo.InvariantCulture), CellKind.Number, number);

    private void Put(int index, string text, CellKind kind, double number)
    {
        if (used + text.Length > LongestRow)
            throw new BrokenFileException("file-truncated", "A row is longer than one million bytes: the workbook is damaged.", "A workbook as spreadsheet programs write them; save it again.", row: Row);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (used + most > texts.Length) Array.Resize(ref texts, Math.Max(texts.Length * 2, used + most));
        var length = Encoding.UTF8.GetBytes(text, texts.AsSpan(used));
        cells[index] = (used, length, kind, number);
        used += length;
    }
}
