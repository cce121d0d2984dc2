using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;
using FlsAudit.Simulation.Records;

namespace FlsAudit.Simulation.Exports;

/// <summary>Writes one export: its records as rows, with the dirt that the scenario plants in this file.</summary>
internal sealed class ExportFile
{
    private const string WorkbookExtension = ".xlsx";
    private readonly FileDefinition file;
    private readonly DuplicatesDefinition? duplicates;
    private readonly IReadOnlyList<ExportColumn> columns;
    private readonly List<TextQuirk> texts;
    private readonly SplitMix64 random;
    private readonly int[] place;
    private readonly string[] headings;
    private readonly Slot[] notYet;
    private readonly List<Cell[]> sentAgain = [];
    private readonly Cell[] row;
    private readonly Cell[] cells;

    public ExportFile(FileDefinition file, ScenarioDefinition scenario, IReadOnlyList<ExportColumn> columns, RecordSchema schema, SplitMix64 random)
    {
        (this.file, this.columns, this.random, duplicates) = (file, columns, random, scenario.Duplicates);
        texts = [.. TextQuirk.Compile(scenario.Layout.Texts.Concat(file.Texts), columns, schema)];
        notYet = [.. (duplicates?.Without ?? []).Select(name => schema[name])];
        foreach (var heading in file.Spellings.Keys.Where(heading => columns.All(column => column.Heading != heading)))
            throw ScenarioException.UnknownName($"The file '{file.Name}' spells the column '{heading}' in its own way, but the exports do not have it", heading, columns.Select(column => column.Heading));
        headings = [.. columns.Select(column => file.Spellings.GetValueOrDefault(column.Heading, column.Heading))];
        foreach (var (heading, position) in file.Fillers.OrderBy(pair => pair.Value))
            headings = [.. headings.Take(position), heading, .. headings.Skip(position)];
        place = [.. Enumerable.Range(0, headings.Length).Where(i => !file.Fillers.ContainsKey(headings[i]))];
        row = new Cell[columns.Count];
        cells = new Cell[headings.Length];
    }

    /// <summary>Rows with data, copies included.</summary>
    public long Rows { get; private set; }

    /// <summary>Dates written as Excel's numbers.</summary>
    public long SerialDates { get; private set; }

    /// <summary>Rows sent twice.</summary>
    public long Duplicates => sentAgain.Count;

    public IEnumerable<TextQuirk> Texts => texts;

    public static TableWriter Open(string path, FileDefinition file, RegistryProfile profile) =>
        file.Name.EndsWith(WorkbookExtension, StringComparison.OrdinalIgnoreCase)
            ? new XlsxTableWriter(path, file.Sheet)
            : new CsvTableWriter(path, file, profile);

    public void Header(TableWriter writer) => writer.Header(headings);

    public void Write(TableWriter writer, SimulatedRecord record)
    {
        Fill(record);
        if (duplicates is not null && random.NextUnit() < duplicates.Share)
        {
            sentAgain.Add([.. row]);
            foreach (var slot in notYet) record.Clear(slot);
            Fill(record);
        }

        Write(writer, row);
    }

    /// <summary>Writes what follows the records: the rows sent again, then blank ones.</summary>
    public void Finish(TableWriter writer)
    {
        foreach (var again in sentAgain) Write(writer, again);
        Array.Clear(cells);
        for (var i = 0; i < file.BlankRows; i++) writer.Row(cells);
        writer.Complete();
    }

    private void Fill(SimulatedRecord record)
    {
        for (var i = 0; i < columns.Count; i++) row[i] = columns[i].Read(record, row);
        foreach (var text in texts) text.Apply(record, row, random);
        for (var i = 0; file.SerialDates > 0 && i < row.Length; i++)
        {
            if (row[i].Kind != CellKind.Date || random.NextUnit() >= file.SerialDates) continue;
            row[i] = row[i] with { Kind = CellKind.SerialDate };
            SerialDates++;
        }
    }

    private void Write(TableWriter writer, Cell[] values)
    {
        for (var i = 0; i < values.Length; i++) cells[place[i]] = values[i];
        writer.Row(cells);
        Rows++;
    }
}
