using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>The fracture days wanted, all inclusive.</summary>
internal readonly record struct DayRange(int AsAt, int? From, int? To)
{
    /// <summary>Why a day is out of range, or none.</summary>
    public RejectReason Check(int day) =>
        day > AsAt ? RejectReason.AfterAsAt
        : day < From ? RejectReason.BeforeFrom
        : day > To ? RejectReason.AfterTo
        : RejectReason.None;
}

/// <summary>
/// Reads rows into a batch of its own and hands the batch over when it is full. One thread uses it. Values are read only for rows that are used, so
/// findings about values are findings about used rows.
/// </summary>
internal sealed class RecordReader : IRowVisitor<RowOutcome>, IDisposable
{
    private const int BatchSize = 4096;

    private readonly RecordPlan plan;
    private readonly RowShape shape;
    private readonly SiteColumn site;
    private readonly ColumnReader[] readers;
    private readonly RecordBatch batch;
    private readonly DayRange range;
    private readonly IReadOnlySet<long> replaced;
    private readonly Action<RecordBatch> receive;
    private readonly bool showValues;
    private readonly IdentityReader identity;

    // Null where the profile has a key.
    private readonly RowContent? content;

    private readonly int dateColumn;
    private readonly DateOrder dateOrder;

    public RecordReader(
        RecordPlan plan, SiteColumn site, DayRange range, IReadOnlySet<long> replaced, Action<RecordBatch> receive, bool showValues, IdentityReader identity,
        RowContent? content)
    {
        this.plan = plan;
        this.site = site;
        this.range = range;
        this.replaced = replaced;
        this.receive = receive;
        this.showValues = showValues;
        this.identity = identity;
        this.content = content;
        shape = new RowShape(plan);
        readers = plan.NewReaders();
        batch = identity.NewBatch(BatchSize);
        dateColumn = plan.ColumnOf(FieldNames.FractureDate);
        dateOrder = plan.DateOrderAt(dateColumn);
    }

    /// <summary>Rows read, blank ones not counted.</summary>
    public long Read { get; private set; }

    /// <summary>Records handed over.</summary>
    public long Used { get; private set; }

    public IEnumerable<ValueProblems> Problems => readers.SelectMany(reader => reader.Problems);

    public RowOutcome Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        if (shape.IsBlank(cells)) return new RowOutcome(cells.Row, null);
        Read++;
        var wrong = shape.Check(cells);
        if (wrong != RejectReason.None) return Refused(cells, RowFate.Rejected, wrong);
        var number = site.Of(cells);
        if (number == SiteColumn.None) return Refused(cells, RowFate.Rejected, RejectReason.SiteMissing);
        if (replaced.Contains(cells.Row)) return Refused(cells, RowFate.Duplicate, RejectReason.Replaced);
        var outside = OutOfRange(cells);
        if (outside != RejectReason.None) return Refused(cells, RowFate.OutOfRange, outside);
        Keep(cells, number);
        return new RowOutcome(cells.Row, RowFate.Used, Hash: content?.Of(cells, number) ?? default);
    }

    /// <summary>Hands over what is left, at the end of a file.</summary>
    public void Flush()
    {
        if (batch.Count == 0) return;
        Used += batch.Count;
        receive(batch);
        batch.Empty();
    }

    public void Dispose()
    {
        identity.Dispose();
        content?.Dispose();
    }

    // A fracture date that is missing or cannot be read does not put a record out of range: its period is unknown.
    private RejectReason OutOfRange<TCells>(TCells cells)
        where TCells : ICells
    {
        if (dateColumn < 0) return RejectReason.None;
        var cell = cells.At(dateColumn);
        if (cell.IsEmpty || !DateText.TryRead(cell, dateOrder, out var day).WasRead()) return RejectReason.None;
        return range.Check(day);
    }

    private void Keep<TCells>(TCells cells, int number)
        where TCells : ICells
    {
        var record = batch.Count;
        batch.Sites[record] = number;
        batch.Rows[record] = cells.Row;
        identity.Read(cells, number, batch, record);
        foreach (var reader in readers)
        {
            var cell = cells.At(reader.Column);
            reader.Read(cell, batch, record, cells.Row);
        }

        batch.Count = record + 1;
        if (batch.Count == BatchSize) Flush();
    }

    private RowOutcome Refused<TCells>(TCells cells, RowFate fate, RejectReason reason)
        where TCells : ICells =>
        new(cells.Row, fate, reason, cells.Count, Content: showValues ? TextOf(cells) : null);

    private string TextOf<TCells>(TCells cells)
        where TCells : ICells
    {
        var texts = new string[cells.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = TextEncodings.Decode(cells.At(i).Text, plan.Fallback);
        return string.Join(plan.Profile.Separator, texts);
    }
}
