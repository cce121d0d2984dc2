using FlsAudit.Measures;
using FlsAudit.Measures.Columnar;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Measures;

/// <summary>A record and the number of the site that sent it.</summary>
internal sealed record Sent(int Site, Record Record);

/// <summary>Counts records through the columnar engine, in batches of any size.</summary>
internal static class CountedRecords
{
    public static FieldDictionary Dictionary => TestDictionary.Small;

    public static Cube Count(MeasurePlan plan, IEnumerable<Sent> records, int batchSize = 16, bool parallel = false)
    {
        var layout = plan.LayoutFrom(Dictionary);
        var engine = new ColumnarEngine(plan, layout);
        RecordBatch[] batches = [.. records.Chunk(batchSize).Select(chunk => Batch(layout, chunk, batchSize))];
        if (parallel) Parallel.ForEach(batches, engine.Receive);
        else Array.ForEach(batches, engine.Receive);
        return engine.Complete();
    }

    /// <summary>Generated records of some sites.</summary>
    public static IReadOnlyList<Sent> Random(int seed, int count, int sites)
    {
        var values = new RandomDefinitions(Dictionary, seed);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Sent(random.Next(sites), Record.Of(Dictionary, values.Values())))];
    }

    /// <summary>Everything that a cube tells, in a form that compares.</summary>
    public static IReadOnlyList<string> Told(Cube cube) =>
    [
        .. cube.Keys.OrderBy(key => (key.Site, key.Period, key.Breakdown, key.Category)).Select(key => string.Join(
            ' ',
            [
                key,
                cube.Days(key),
                .. cube.Plan.Items.Select(item => $"{cube[key, item]} days {string.Join(',', cube[key, item].Histogram)}"),
                .. cube.Plan.CompletenessOf.Select((_, field) => $"{cube.Presence(key, field)}"),
            ])),
    ];

    private static RecordBatch Batch(BatchLayout layout, Sent[] records, int size)
    {
        var batch = new RecordBatch(layout, size);
        foreach (var sent in records) sent.Record.AddTo(batch, sent.Site, row: 2);
        return batch;
    }
}
