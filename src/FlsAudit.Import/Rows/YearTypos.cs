using System.Globalization;
using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>A repaired date of a row.</summary>
/// <param name="Field">The position of its field in <see cref="YearRepairs.Fields"/>.</param>
/// <param name="Column">The position of its column.</param>
/// <param name="From">The recorded day.</param>
/// <param name="To">The day in its place.</param>
internal sealed record YearChange(int Field, int Column, int From, int To);

/// <summary>Finds the suspect years of one row after the other. One thread uses it.</summary>
internal sealed class YearTypos
{
    private readonly YearRepairs years;
    private readonly BatchLayout layout;
    private readonly int asAt;
    private readonly Field[] fields;
    private readonly int[] columns;
    private readonly DateRule[] rules;
    private readonly int[] slots;
    private readonly int[] recorded;
    private readonly int[] repaired;

    public YearTypos(RecordPlan plan, ImportRequest request)
    {
        years = request.Years;
        layout = request.Layout;
        asAt = request.AsAt;
        Repairs = request.Repair;
        fields = [.. years.Fields.Select(name => request.Dictionary[name])];
        columns = [.. years.Fields.Select(plan.ColumnOf)];
        rules = [.. columns.Select(plan.DateRuleAt)];
        slots = [.. years.Fields.Select(layout.SlotOf)];
        recorded = new int[fields.Length];
        repaired = new int[fields.Length];
    }

    /// <summary>Whether suspect years are repaired.</summary>
    public bool Repairs { get; }

    /// <summary>Suspect and repaired years, as far as they were noted.</summary>
    public List<ValueProblems> Problems { get; } = [];

    /// <summary>Whether there is anything to look for: the rules begin with the fracture.</summary>
    public bool CanLook => fields.Length > 0 && columns[0] >= 0;

    /// <summary>The fracture day of the row that was read last, repaired or not.</summary>
    public int FractureDay => repaired[0];

    /// <summary>Reads the dates of a row from its cells, whether the run needs them or not.</summary>
    /// <returns>Whether any year is suspect.</returns>
    public bool Read<TCells>(TCells cells)
        where TCells : ICells
    {
        for (var i = 0; i < fields.Length; i++)
        {
            recorded[i] = Missing.Date;
            if (columns[i] < 0) continue;
            var cell = cells.At(columns[i]);
            if (!cell.IsEmpty && DateText.TryRead(cell, rules[i], out var day).WasRead()) recorded[i] = day;
        }

        return years.Repair(recorded, asAt, repaired);
    }

    /// <summary>Takes the dates of a record from a batch; a date that the run does not need is not looked at.</summary>
    /// <returns>Whether any year is suspect.</returns>
    public bool Read(RecordBatch batch, int record)
    {
        for (var i = 0; i < fields.Length; i++) recorded[i] = slots[i] < 0 || columns[i] < 0 ? Missing.Date : batch.Dates(slots[i])[record];
        return years.Repair(recorded, asAt, repaired);
    }

    /// <summary>Notes what was found in the row that was read last: all of it, or the fracture date alone where nothing else of the row is looked at.</summary>
    public void Note(long row, bool fractureOnly = false)
    {
        foreach (var change in Changes(fractureOnly))
        {
            var code = Repairs ? ValueProblems.YearRepaired : ValueProblems.YearSuspected;
            var problems = Problems.Find(known => ReferenceEquals(known.Field, fields[change.Field]));
            if (problems is null) Problems.Add(problems = new ValueProblems(code, fields[change.Field], change.Column, []));
            if (problems.Add(row)) problems.Value(row, $"{Iso(change.From)} to {Iso(change.To)}");
        }
    }

    /// <summary>What another year would put in order in the row that was read last.</summary>
    public IReadOnlyList<YearChange> Changes(bool fractureOnly = false) =>
    [
        .. Enumerable.Range(0, fractureOnly ? 1 : fields.Length).Where(i => repaired[i] != recorded[i]).Select(i => new YearChange(i, columns[i], recorded[i], repaired[i])),
    ];

    /// <summary>Puts the dates of the row that was read last into its record.</summary>
    public void WriteTo(RecordBatch batch, int record)
    {
        for (var i = 0; i < fields.Length; i++)
            if (slots[i] >= 0 && repaired[i] != recorded[i]) batch.Dates(slots[i])[record] = repaired[i];
    }

    private static string Iso(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
