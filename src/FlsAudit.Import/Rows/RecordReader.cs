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

/// <summary>Rows of one part that are not used although they could be.</summary>
/// <param name="Replaced">Those that a later submission replaced.</param>
/// <param name="WashedOut">Those that are episodes recorded again.</param>
internal readonly record struct RowsNotWanted(IReadOnlySet<long> Replaced, IReadOnlySet<long> WashedOut);

/// <summary>
/// Reads rows into a batch of its own and hands the batch over when it is full. One thread uses it. Values are read only for rows that are used, so
/// findings about values are findings about used rows.
/// </summary>
internal sealed class RecordReader : IRowVisitor<RowOutcome>
{
    private const int BatchSize = 4096;

    private readonly RecordPlan plan;
    private readonly RowShape shape;
    private readonly SiteColumn site;
    private readonly ColumnReader[] readers;
    private readonly IndexFractureReader? indexFracture;
    private readonly RecordBatch batch;
    private readonly DayRange range;
    private readonly RowsNotWanted notWanted;
    private readonly Action<RecordBatch> receive;
    private readonly bool showValues;
    private readonly bool withRejectedCells;
    private readonly IdentityReader identity;
    private readonly YearTypos typos;

    // Null where the profile has a key.
    private readonly RowContent? content;

    private readonly int dateColumn;
    private readonly DateRule dateRule;

    public RecordReader(
        RecordPlan plan, SiteColumn site, DayRange range, RowsNotWanted notWanted, Action<RecordBatch> receive, ImportRequest request, IdentityReader identity,
        YearTypos typos, RowContent? content)
    {
        this.plan = plan;
        this.site = site;
        this.range = range;
        this.notWanted = notWanted;
        this.receive = receive;
        showValues = request.ShowValues;
        withRejectedCells = request.WithRejectedCells;
        this.identity = identity;
        this.typos = typos;
        this.content = content;
        shape = new RowShape(plan);
        readers = plan.NewReaders();
        indexFracture = plan.NewIndexFractureReader();
        batch = identity.NewBatch(BatchSize);
        dateColumn = plan.ColumnOf(FieldNames.FractureDate);
        dateRule = plan.DateRuleAt(dateColumn);
    }

    /// <summary>Rows read, blank ones not counted.</summary>
    public long Read { get; private set; }

    /// <summary>Records handed over.</summary>
    public long Used { get; private set; }

    public IEnumerable<ValueProblems> Problems => readers.SelectMany(reader => reader.Problems).Concat(indexFracture?.Problems ?? []).Concat(typos.Problems);

    /// <summary>Rows of which the index fracture was moved to the first place; null where there is nothing to choose.</summary>
    public ValueProblemRows? Moved => indexFracture?.Moved;

    public RowOutcome Visit<TCells>(TCells cells)
        where TCells : ICells
    {
        if (shape.IsBlank(cells)) return new RowOutcome(cells.Row, null);
        Read++;
        var wrong = shape.Check(cells);
        if (wrong != RejectReason.None) return Refused(cells, site.OfFile, RowFate.Rejected, wrong);
        var number = site.Of(cells);
        if (number == SiteColumn.None) return Refused(cells, number, RowFate.Rejected, RejectReason.SiteMissing);
        if (notWanted.Replaced.Contains(cells.Row)) return Refused(cells, number, RowFate.Duplicate, RejectReason.Replaced);
        var isRepaired = typos.Repairs && typos.CanLook && typos.Read(cells);
        var outside = OutOfRange(cells);
        if (outside != RejectReason.None) return ByDate(cells, number, RowFate.OutOfRange, outside, isRepaired);
        if (notWanted.WashedOut.Contains(cells.Row)) return ByDate(cells, number, RowFate.Duplicate, RejectReason.WashedOut, isRepaired);
        Keep(cells, number, isRepaired);
        return new RowOutcome(cells.Row, RowFate.Used, Hash: content?.Of(cells, number) ?? default, Site: number, Repairs: isRepaired ? typos.Changes() : null);
    }

    /// <summary>Hands over what is left, at the end of a file.</summary>
    public void Flush()
    {
        if (batch.Count == 0) return;
        Used += batch.Count;
        receive(batch);
        batch.Empty();
    }

    // A fracture date that is missing or cannot be read does not put a record out of range: its period is unknown.
    private RejectReason OutOfRange<TCells>(TCells cells)
        where TCells : ICells
    {
        if (dateColumn < 0) return RejectReason.None;
        if (typos is { Repairs: true, CanLook: true }) return typos.FractureDay == Missing.Date ? RejectReason.None : range.Check(typos.FractureDay);
        var cell = cells.At(dateColumn);
        if (cell.IsEmpty || !DateText.TryRead(cell, dateRule, out var day).WasRead()) return RejectReason.None;
        return range.Check(day);
    }

    // Of a row that is not used because of its fracture date, that date is all that is looked at.
    private RowOutcome ByDate<TCells>(TCells cells, int number, RowFate fate, RejectReason reason, bool isRepaired)
        where TCells : ICells
    {
        var isSuspect = isRepaired || (reason == RejectReason.AfterAsAt && !typos.Repairs && typos.CanLook && typos.Read(cells));
        if (isSuspect) typos.Note(cells.Row, fractureOnly: true);
        var changes = isRepaired ? typos.Changes(fractureOnly: true) : [];
        return Refused(cells, number, fate, reason) with { Repairs = changes.Count > 0 ? changes : null };
    }

    private void Keep<TCells>(TCells cells, int number, bool isRepaired)
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

        indexFracture?.Read(cells, batch, record);
        if (isRepaired) typos.WriteTo(batch, record);
        if (isRepaired || (!typos.Repairs && typos.CanLook && typos.Read(batch, record))) typos.Note(cells.Row);
        batch.Count = record + 1;
        if (batch.Count == BatchSize) Flush();
    }

    private RowOutcome Refused<TCells>(TCells cells, int number, RowFate fate, RejectReason reason)
        where TCells : ICells =>
        new(cells.Row, fate, reason, cells.Count,
            Texts: showValues || (withRejectedCells && fate == RowFate.Rejected) ? TextsOf(cells, reason is RejectReason.TooManyCells or RejectReason.TooFewCells or RejectReason.QuoteSwallowsRows) : null,
            Site: number);

    private string[] TextsOf<TCells>(TCells cells, bool areShifted)
        where TCells : ICells
    {
        if (areShifted && plan.Identifying?.Shifted is { } nothing) return [nothing];
        var texts = new string[cells.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = TextEncodings.Decode(cells.At(i).Text, plan.Fallback);
            texts[i] = plan.Identifying?.Masked(i, text, areShifted) ?? text;
        }

        return texts;
    }
}
