using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>The columns among which the index fracture of a row is chosen, and where the sites go.</summary>
/// <param name="Layout">All fields of the rule, in its order.</param>
/// <param name="Slots">The slot of each field among those that the run wants, or -1.</param>
/// <param name="Foremost">The codes that come before all others, the first of them foremost.</param>
/// <param name="Last">The codes that come behind all others, the last of them last.</param>
/// <param name="NotKnown">The code that says that the site is not known, or -1.</param>
internal sealed record IndexFracturePlan(BatchLayout Layout, int[] Slots, short[] Foremost, short[] Last, short NotKnown)
{
    /// <summary>Readers of the columns in the order of the rule, for one thread; null for a column that the file lacks. At least two are there.</summary>
    public required Func<ColumnReader?[]> NewReaders { get; init; }
}

/// <summary>
/// Puts the index fracture of a row into the first of its fields; the other sites keep their order behind it. A named site comes before one that is not known,
/// and that before a blank; of equals the one named first stays first. A row with a text that was not read is left as it is, since that text may be the index fracture,
/// unless the foremost of all sites is named beside it.
/// One thread uses it.
/// </summary>
internal sealed class IndexFractureReader
{
    private readonly IndexFracturePlan plan;
    private readonly ColumnReader?[] readers;
    private readonly RecordBatch row;

    public IndexFractureReader(IndexFracturePlan plan)
    {
        this.plan = plan;
        readers = plan.NewReaders();
        row = new RecordBatch(plan.Layout, 1);
        row.Clear(0);
    }

    /// <summary>Rows of which a later column held the index fracture.</summary>
    public ValueProblemRows Moved { get; } = new();

    /// <summary>What could not be read of the fields that the run does not want; the other readers tell of the rest.</summary>
    public IEnumerable<ValueProblems> Problems => readers.Where((_, i) => plan.Slots[i] < 0).OfType<ColumnReader>().SelectMany(reader => reader.Problems);

    /// <summary>Chooses, and writes the sites to the fields that the run wants.</summary>
    public void Read<TCells>(TCells cells, RecordBatch batch, int record)
        where TCells : ICells
    {
        var unread = 0L;
        for (var i = 0; i < readers.Length; i++)
        {
            if (readers[i] is not { } reader) continue;
            unread -= reader.Noted;
            reader.Read(cells.At(reader.Column), row, 0, cells.Row);
            unread += reader.Noted;
        }

        var index = Foremost();
        if (index == 0 || (unread > 0 && Rank(row.Codes(index)[0]) > 0)) return;
        Moved.Add(cells.Row);
        for (var i = 0; i < readers.Length; i++)
        {
            var from = i == 0 ? index : i <= index ? i - 1 : i;
            if (plan.Slots[i] >= 0) batch.Codes(plan.Slots[i])[record] = row.Codes(from)[0];
        }
    }

    private int Foremost()
    {
        var index = 0;
        for (var i = 1; i < readers.Length; i++)
            if (Rank(row.Codes(i)[0]) < Rank(row.Codes(index)[0])) index = i;
        return index;
    }

    private int Rank(short code)
    {
        if (code == Missing.Code) return int.MaxValue;
        if (code == plan.NotKnown) return int.MaxValue - 1;
        var place = Array.IndexOf(plan.Foremost, code);
        return place >= 0 ? place : plan.Foremost.Length + 1 + Array.IndexOf(plan.Last, code);
    }
}
