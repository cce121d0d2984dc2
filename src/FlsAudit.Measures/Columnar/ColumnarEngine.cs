using System.Collections.Concurrent;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Measures.Columnar;

/// <summary>
/// Counts a plan over batches of records. <see cref="Receive"/> may be called from several threads at once; each works on counters of its own, and counters
/// add up to the same cube whatever the threads did. No record is kept.
/// </summary>
public sealed class ColumnarEngine
{
    private readonly MeasurePlan plan;
    private readonly Program program;
    private readonly ItemJudge[] judges;
    private readonly int[] presence;
    private readonly MarkingRule[] rules;
    private readonly LinkingRules linking;
    private readonly int fractureDate;
    private readonly CategoryColumn[] breakdowns;
    private readonly CategoryColumn[] strata;
    private readonly ConcurrentBag<Worker> idle = [];
    private readonly ConcurrentBag<Worker> workers = [];

    /// <summary>Makes an engine for batches of this layout.</summary>
    /// <exception cref="ArgumentException">The layout lacks a field that the plan reads.</exception>
    public ColumnarEngine(MeasurePlan plan, BatchLayout layout)
    {
        this.plan = plan;
        program = new Program(layout, plan.AsAt);
        judges = [.. plan.Items.Select(item => new ItemJudge(item, program, layout, plan.AsAt))];
        presence = [.. plan.Presence.Select(program.Register)];
        rules = [.. plan.PlausibilityRules.Select((rule, number) => new MarkingRule(rule, number, program, layout, plan.KeepsMarkedValues))];
        linking = new LinkingRules(plan, program, layout);
        fractureDate = layout.SlotOf(plan.FractureDate.Name);
        breakdowns = [.. plan.Breakdowns.Select(breakdown => new CategoryColumn(breakdown, program, layout))];
        strata = [.. plan.Strata.Breakdowns.Select(breakdown => new CategoryColumn(breakdown, program, layout))];
    }

    /// <summary>Counts a batch. The batch is not kept.</summary>
    public void Receive(RecordBatch batch)
    {
        if (!idle.TryTake(out var worker))
        {
            worker = new Worker(this);
            workers.Add(worker);
        }

        worker.Count(batch);
        idle.Add(worker);
    }

    /// <summary>The cube of everything received, not settled yet. Call it when no thread is in <see cref="Receive"/> any more.</summary>
    public Cube Complete()
    {
        var cube = new Cube(plan);
        foreach (var worker in workers) cube.Merge(worker.Cube);
        return cube;
    }

    private sealed class Worker(ColumnarEngine engine)
    {
        private readonly Dictionary<int, int> periodOfDay = [];
        private sbyte[][] registers = [];
        private byte[] counters = [];
        private bool[] unknownExclusion = [];
        private Cell[][] cells = [];
        private Cell[] stratum = [];
        private int capacity;

        public Cube Cube { get; } = new(engine.plan);

        public void Count(RecordBatch batch)
        {
            if (batch.Count > capacity) Grow(batch.Capacity);
            engine.program.Run(batch, registers);
            Place(batch);
            for (var item = 0; item < engine.judges.Length; item++) CountItem(batch, item);
            foreach (var rule in engine.rules) rule.Mark(batch, registers, Cube);
            engine.linking.Keep(batch, registers, Cube);
            for (var field = 0; field < engine.presence.Length; field++)
            {
                var truths = registers[engine.presence[field]];
                for (var i = 0; i < batch.Count; i++) cells[0][i].CountPresence(field, truths[i]);
            }
        }

        private void CountItem(RecordBatch batch, int item)
        {
            var judge = engine.judges[item];
            judge.Judge(batch, registers, counters, unknownExclusion);
            if (engine.plan.Items[item].Measure.Unit == CountedUnit.PatientFirstEpisode)
            {
                CountPatients(batch, item, judge);
                return;
            }

            foreach (var column in cells)
            {
                for (var i = 0; i < batch.Count; i++) column[i].Count(item, counters[i], unknownExclusion[i]);

                if (!judge.HasGap) continue;
                for (var i = 0; i < batch.Count; i++)
                    if (counters[i] == Counter.Met)
                        column[i].Histogram(item)[judge.Gap(batch, i)]++;
            }

            if (!IsCrossed(item)) return;
            for (var i = 0; i < batch.Count; i++) stratum[i].Count(item, counters[i], unknownExclusion[i]);
        }

        private bool IsCrossed(int item) => engine.strata.Length > 0 && engine.plan.Items[item].Measure.IsShare;

        // An episode that belongs and is not excluded waits until nothing earlier of its patient can come; without a patient nobody knows whether it is the first.
        private void CountPatients(RecordBatch batch, int item, ItemJudge judge)
        {
            var start = engine.plan.Items[item].Measure.IntakeYearStarts;
            var dates = batch.Dates(engine.fractureDate);
            for (var i = 0; i < batch.Count; i++)
            {
                var patient = batch.Patients?[i] ?? UInt128.Zero;
                var isEligible = counters[i] is not (Counter.NotInPopulation or Counter.Excluded or Counter.UnknownEligibility);
                if (!isEligible || patient == UInt128.Zero)
                {
                    var counter = isEligible ? (byte)Counter.UnknownEligibility : counters[i];
                    foreach (var column in cells) column[i].Count(item, counter, false);
                    if (IsCrossed(item)) stratum[i].Count(item, counter, false);
                    continue;
                }

                var gap = judge.HasGap && counters[i] == Counter.Met ? judge.Gap(batch, i) : 0;
                var isDated = dates[i] != Missing.Date;
                Cube.AddEpisode(
                    item, patient, start is null || !isDated ? FirstEpisodes.NoYear : start.YearOf(dates[i]),
                    new Episode(isDated ? dates[i] : int.MaxValue, batch.Part, batch.Rows[i], KeysOf(batch, i, IsCrossed(item)), counters[i], unknownExclusion[i], gap));
            }
        }

        private CellKey[] KeysOf(RecordBatch batch, int record, bool crossed)
        {
            var period = PeriodOf(batch.Dates(engine.fractureDate)[record]);
            return
            [
                new CellKey(batch.Sites[record], period, CellKey.Whole, CellKey.NoCategory),
                .. engine.breakdowns.Select((breakdown, b) => new CellKey(batch.Sites[record], period, b, breakdown.Of(batch, registers, record))),
                .. crossed ? [StratumOf(batch, record)] : Array.Empty<CellKey>(),
            ];
        }

        private CellKey StratumOf(RecordBatch batch, int record) =>
            CellKey.OfStratum(batch.Sites[record], engine.plan.Strata.NumberOf(position => engine.strata[position].Of(batch, registers, record)));

        // The cell of each record: as a whole first, then one per breakdown.
        private void Place(RecordBatch batch)
        {
            var dates = batch.Dates(engine.fractureDate);
            for (var i = 0; i < batch.Count; i++)
            {
                var period = PeriodOf(dates[i]);
                cells[0][i] = Cube.At(new CellKey(batch.Sites[i], period, CellKey.Whole, CellKey.NoCategory));
                if (dates[i] != Missing.Date) cells[0][i].CountDay(dates[i]);
                if (batch.Patients is { } patients && patients[i] != UInt128.Zero) cells[0][i].Linked++;
                for (var b = 0; b < engine.breakdowns.Length; b++)
                    cells[b + 1][i] = Cube.At(new CellKey(batch.Sites[i], period, b, engine.breakdowns[b].Of(batch, registers, i)));
                if (engine.strata.Length > 0) stratum[i] = Cube.At(StratumOf(batch, i));
            }
        }

        private int PeriodOf(int day)
        {
            if (day == Missing.Date) return CellKey.UnknownPeriod;
            if (periodOfDay.TryGetValue(day, out var period)) return period;
            return periodOfDay[day] = Period.Of(engine.plan.PeriodKind, day).Number;
        }

        private void Grow(int records)
        {
            capacity = records;
            registers = [.. Enumerable.Range(0, engine.program.RegisterCount).Select(_ => new sbyte[records])];
            cells = [.. Enumerable.Range(0, engine.breakdowns.Length + 1).Select(_ => new Cell[records])];
            stratum = new Cell[records];
            counters = new byte[records];
            unknownExclusion = new bool[records];
        }
    }
}
