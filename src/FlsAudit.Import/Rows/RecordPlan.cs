using System.Text;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Import.Identifiers;
using FlsAudit.Import.Passes;
using FlsAudit.Model;

namespace FlsAudit.Import.Rows;

/// <summary>
/// How the rows of one sheet become records of one layout: which column feeds which slot. It is shared by all threads, which make their own readers from it.
/// </summary>
internal sealed class RecordPlan
{
    private readonly BatchLayout layout;
    private readonly List<Func<ColumnReader>> readers = [];
    private readonly List<(int Slot, short Code)> constants = [];
    private readonly HashSet<int> fed = [];
    private readonly ExportPart part;
    private readonly ProfileMatch match;
    private readonly FieldDictionary dictionary;
    private readonly IndexFracturePlan? indexFracture;

    /// <summary>Plans the reading of a sheet.</summary>
    /// <param name="part">The sheet, its profile and where the columns are.</param>
    /// <param name="dictionary">The fields.</param>
    /// <param name="layout">The fields wanted.</param>
    public RecordPlan(ExportPart part, FieldDictionary dictionary, BatchLayout layout)
    {
        this.part = part;
        match = part.Match;
        this.dictionary = dictionary;
        this.layout = layout;
        Fallback = TextEncodings.Fallback(match.Profile.Encoding);
        Missing = new MissingTexts(match.Profile.MissingTexts, Fallback);
        ReasonColumn = match.Headings.PositionOf(CorrectionColumns.Reason);
        OriginColumn = match.Headings.PositionOf(CorrectionColumns.Origin);
        MappedCells = [.. Columns.Where(column => column >= 0)];
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] >= 0) Plan(match.Profile.Columns[i], Columns[i]);
        foreach (var (name, code) in match.Profile.Constants) PlanConstant(name, code);
        indexFracture = Profile.IndexFracture is { } rule ? PlanIndexFracture(rule) : null;
    }

    public RegistryProfile Profile => match.Profile;

    public Encoding Fallback { get; }

    public MissingTexts Missing { get; }

    /// <summary>The position of each column of the profile, or -1.</summary>
    public IReadOnlyList<int> Columns => part.Columns;

    /// <summary>The positions of all columns that the profile maps, wanted or not: when all are blank the row is blank.</summary>
    public int[] MappedCells { get; }

    /// <summary>
    /// For each column of the profile the type that its cells are compared by: the type of the one field that it feeds, text when it feeds several,
    /// null for the site, which is compared by name.
    /// </summary>
    public FieldType?[] ColumnTypes => [.. Profile.Columns.Select(column => Feeds(column, FieldNames.Site) ? (FieldType?)null : TypeOf(column))];

    /// <summary>The position of the reason why a row was rejected, in a file of rows for correction; else -1.</summary>
    public int ReasonColumn { get; }

    /// <summary>The position of the place where a row for correction stood, or -1.</summary>
    public int OriginColumn { get; }

    /// <summary>The columns of which rejected rows must not show everything; null when they may.</summary>
    public IdentifyingColumns? Identifying => part.Identifying;

    /// <summary>The headings, one for each column of the file.</summary>
    public IReadOnlyList<string> Headings => match.Headings.Texts;

    /// <summary>How many cells the heading row has.</summary>
    public int HeadingCount => match.Headings.Texts.Count;

    /// <summary>The position of the column that feeds a field, or -1.</summary>
    public int ColumnOf(string field)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] >= 0 && Feeds(Profile.Columns[i], field)) return Columns[i];
        return -1;
    }

    /// <summary>How the dates of a column are read, by its position.</summary>
    public DateRule DateRuleAt(int position) => part.DateRuleAt(position);

    /// <summary>Readers for one thread.</summary>
    public ColumnReader[] NewReaders() => [.. readers.Select(make => make())];

    /// <summary>A chooser of the index fracture for one thread; null where there is nothing to choose, or nobody wants to know.</summary>
    public IndexFractureReader? NewIndexFractureReader() => indexFracture is null ? null : new IndexFractureReader(indexFracture);

    /// <summary>A batch in which the slots that no column feeds hold their constant, or nothing, once and for all.</summary>
    public RecordBatch NewBatch(int capacity, bool withRecordIds = false, bool withPatients = false)
    {
        var batch = new RecordBatch(layout, capacity, withRecordIds, withPatients) { Part = part.Number, Source = part.Place };
        for (var record = 0; record < capacity; record++) batch.Clear(record);
        foreach (var (slot, code) in constants) batch.Codes(slot).AsSpan().Fill(code);
        return batch;
    }

    private static bool Feeds(ProfileColumn column, string field) =>
        column.Fields.Any(mapping => string.Equals(mapping.Field, field, StringComparison.Ordinal));

    private FieldType TypeOf(ProfileColumn column) => column.Fields.Count == 1 ? dictionary[column.Fields[0].Field].Type : FieldType.Text;

    private void Plan(ProfileColumn column, int position)
    {
        var codes = new List<CodeTexts>();
        var slots = new List<int>();
        foreach (var mapping in column.Fields)
        {
            var field = dictionary[mapping.Field];
            var slot = layout.SlotOf(field.Name);
            if (slot < 0) continue;
            fed.Add(slot);
            switch (field.Type)
            {
                case FieldType.Date:
                    var rule = DateRuleAt(position);
                    readers.Add(() => new DateColumn(position, field, slot, rule, Missing, Fallback));
                    break;
                case FieldType.Number:
                    readers.Add(() => new NumberColumn(position, field, slot, Profile.DecimalMark, Missing, Fallback));
                    break;
                case FieldType.Code:
                    codes.Add(new CodeTexts(field, mapping));
                    slots.Add(slot);
                    break;
            }
        }

        int[] codeSlots = [.. slots];
        if (codes.Count > 0) readers.Add(() => new CodeColumn(position, codes, codeSlots, column.Join, Missing, Fallback));
    }

    private IndexFracturePlan? PlanIndexFracture(IndexFracture rule)
    {
        Field[] fields = [.. rule.Fields.Select(name => dictionary[name])];
        short[] Positions(IEnumerable<string> codes) => [.. codes.Select(code => CodeTexts.Position(fields[0], code))];
        int[] columns = [.. rule.Fields.Select(ColumnOf)];
        int[] wanted = [.. rule.Fields.Select(layout.SlotOf)];
        if (columns.Count(column => column >= 0) < 2 || wanted.All(slot => slot < 0)) return null;
        CodeTexts[] texts = [.. fields.Select(field => new CodeTexts(field, Profile.Columns.SelectMany(column => column.Fields).First(mapping => mapping.Field == field.Name)))];
        char?[] joins = [.. fields.Select(field => Profile.Columns.First(column => Feeds(column, field.Name)).Join)];
        return new IndexFracturePlan(new BatchLayout(fields), wanted, Positions(rule.Order), Positions(rule.Last), (short)fields[0].NotKnownIndex)
        {
            NewReaders = () => [.. columns.Select((column, i) => column < 0 ? null : new CodeColumn(column, [texts[i]], [i], joins[i], Missing, Fallback))],
        };
    }

    private void PlanConstant(string name, string code)
    {
        var slot = layout.SlotOf(name);
        if (slot >= 0 && !fed.Contains(slot)) constants.Add((slot, (short)dictionary[name].IndexOf(code)));
    }
}
