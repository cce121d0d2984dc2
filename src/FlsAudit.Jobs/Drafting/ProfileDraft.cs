using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Drafting;

/// <summary>
/// A registry profile drafted for a table: ready to be edited, and ready to be used as it is. What is guessed is marked so. It holds the headings of the file
/// and, of the texts that at least five rows share, those that a known profile or list has for the field or that differ from such a text by a slip of the pen. Other
/// texts may be those of one patient, so they are counted, and written only for somebody who asks to see values; texts that look like personal identifiers never are.
/// </summary>
internal sealed class ProfileDraft
{
    private const string FirstLine = "# Drafted by 'flsaudit check --write-profile', not edited since: sha256 ";

    private const int DigitsOfName = 6;

    private readonly ExportSketch sketch;
    private readonly FieldDictionary dictionary;
    private readonly OptionGuesses options;
    private readonly IReadOnlyList<HeadingGuess?> guesses;
    private readonly IReadOnlyList<string> ignored;
    private readonly bool showValues;

    public ProfileDraft(ExportSketch sketch, FieldDictionary dictionary, IReadOnlyList<RegistryProfile> profiles, bool showValues = false)
    {
        this.sketch = sketch;
        this.showValues = showValues;
        this.dictionary = dictionary;
        options = new OptionGuesses(dictionary, profiles);
        var headings = new HeadingGuesses(dictionary, profiles);
        guesses = headings.Of(sketch.Columns);
        ignored =
        [
            .. sketch.Columns.Where(column => column.Heading.Length > 0 && (column.IdentifiesPatients || headings.IsIgnored(column.Heading)))
                .Select(column => column.Heading).Distinct(StringComparer.Ordinal),
        ];
        // A heading that stands twice can be named once.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        guesses = [.. guesses.Select((guess, i) => seen.Add(Wording.Plain(sketch.Columns[i].Heading)) ? guess : null)];
    }

    /// <summary>What was guessed, for people.</summary>
    public DraftedProfile Summary => new(sketch.File, Columns);

    /// <summary>Every heading and the fields that are guessed for it.</summary>
    public IReadOnlyList<DraftedColumn> Columns =>
    [
        .. sketch.Columns.Select((column, i) => new DraftedColumn(column.Heading, [.. guesses[i]?.Fields.Select(mapping => mapping.Field) ?? []], guesses[i]?.Score ?? 0))
            .Where(column => column.Heading.Length > 0),
    ];

    /// <summary>Whether a file is a draft that nobody has edited, so that another draft may take its place.</summary>
    public static bool IsUnedited(string path)
    {
        var text = File.ReadAllText(path);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && string.Equals(text[..end], FirstLine + HashOf(text[(end + 1)..]), StringComparison.Ordinal);
    }

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var body = Body();
        return $"{FirstLine}{HashOf(body)}\n{body}";
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string Body()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line("# Look at every line marked 'guessed': right is right, and wrong would be a wrong number. Then: flsaudit check FILE --registry THIS-FILE");
        Line("name: " + Name());
        Line("title: Drafted profile");
        Line("source:");
        Line("  title: Headings and texts of an export");
        Line("  status: inferred");
        Line("  note: Drafted by program; nobody has confirmed it.");
        Line("date_order: " + DateOrderOf());
        Line($"decimal: \"{(sketch.Columns.Sum(column => Mapped(column, FieldType.Number) ? column.Commas - column.Points : 0) > 0 ? ',' : '.')}\"");
        if (!sketch.IsWorkbook)
        {
            Line($"separator: \"{(sketch.Separator == '\t' ? "tab" : sketch.Separator)}\"");
            Line("encoding: " + (sketch.IsUtf8 ? "utf-8" : "windows-1252"));
        }

        Line("# The day of the injury, or of the diagnosis: ask the registry.");
        Line("fracture_date_is: injury # guessed");
        Line("# Without sets a report needs --standards; 'flsaudit standards list' shows them.");
        Line("default_sets: []");
        Line("# What makes a record the same in two exports, such as [record_id]; without a key nothing is dropped as a duplicate.");
        Line("key_fields: []");
        Line($"missing_texts: [{string.Join(", ", options.MissingTexts.Select(Quoted))}]");
        Line("# Headings of columns that say who patients are, and those that a known profile has and does not read.");
        Line(ignored.Count == 0 ? "ignore: []" : "ignore:");
        foreach (var heading in ignored) Line($"  - {Quoted(heading)} # guessed");
        Line(guesses.All(guess => guess is null) ? "columns: []" : "columns:");
        for (var i = 0; i < guesses.Count; i++) Column(sketch.Columns[i], guesses[i], Line);
        return text.ToString();
    }

    private void Column(ColumnSketch column, HeadingGuess? guess, Action<string> line)
    {
        if (column.Heading.Length == 0 || ignored.Contains(column.Heading)) return;
        if (guess is null)
        {
            line($"  # not guessed: {Quoted(column.Heading)}");
            return;
        }

        line(string.Create(CultureInfo.InvariantCulture, $"  - headings: [{Quoted(column.Heading)}] # guessed, {guess.Score:0.00}"));
        if (guess.Fields.Any(mapping => mapping.Field == FieldNames.FractureDate)) line("    required: true");
        if (guess.Join is { } join) line($"    join: {Quoted(join.ToString())}");
        line("    fields:");
        foreach (var mapping in guess.Fields)
        {
            line($"      - field: {mapping.Field}");
            if (mapping.Several is not null) line($"        several: {mapping.Several} # guessed");
            if (dictionary[mapping.Field].Type != FieldType.Code) continue;
            Lists(options.ListsFor(mapping), line);
            Options(options.Of(column, mapping, guess.Join), mapping.Field, line);
        }
    }

    private void Options(IReadOnlyList<OptionGuess> texts, string field, Action<string> line)
    {
        if (texts.Any(text => text.IsGuessed)) line("        values:");
        foreach (var text in texts.Where(text => text.IsGuessed)) line($"          {Quoted(text.Text)}: {text.Code ?? "~"} # guessed");
        var others = texts.Where(text => !text.IsGuessed).ToLookup(text => text.IsPersonal);
        if (showValues)
            foreach (var text in others[false]) line($"          # {Quoted(text.Text)}: one of {string.Join(", ", dictionary[field].Values.Select(value => value.Code))}");
        else if (others[false].Count() is > 0 and var count)
            line(FormattableString.Invariant($"          # {count} more {(count == 1 ? "text is" : "texts are")} not shown; --show-values writes {(count == 1 ? "it" : "them")}."));
        if (others[true].Count() is > 0 and var personal)
            line(FormattableString.Invariant($"          # {personal} {(personal == 1 ? "text looks like a personal identifier and is" : "texts look like personal identifiers and are")} never written."));
    }

    // A list of names takes each list as it is; where all texts of one mean one thing, the mapping says what.
    private static void Lists(IReadOnlyList<CodeList> lists, Action<string> line)
    {
        if (lists.Count == 0) return;
        line(lists.All(OptionGuesses.MeansOneThing)
            ? $"        lists: {{{string.Join(", ", lists.Select(list => $"{list.Name}: {list.Entries[0].Code ?? "~"}"))}}} # guessed"
            : $"        lists: [{string.Join(", ", lists.Where(list => !OptionGuesses.MeansOneThing(list)).Select(list => list.Name))}] # guessed");
    }

    private bool Mapped(ColumnSketch column, FieldType type)
    {
        var at = ((List<ColumnSketch>)[.. sketch.Columns]).IndexOf(column);
        return guesses[at]?.Fields.Any(mapping => dictionary[mapping.Field].Type == type) == true;
    }

    // The columns' own dates decide as an import would decide; where they do not all agree, each file and column decides for itself.
    private string DateOrderOf()
    {
        var dates = sketch.Columns.Where(column => Mapped(column, FieldType.Date)).Select(column => column.Dates).ToList();
        long dayFirst = dates.Sum(column => column.DayFirst), monthFirst = dates.Sum(column => column.MonthFirst), either = dates.Sum(column => column.Either + column.Same);
        if (dayFirst + monthFirst + either == 0 && dates.Sum(column => column.Iso) > 0) return "iso # as the dates show";
        if (dayFirst >= ColumnSketch.FewestSharing && monthFirst == 0) return "day-first # as the dates show";
        if (monthFirst >= ColumnSketch.FewestSharing && dayFirst == 0) return "month-first # as the dates show";
        return "from-data # day-first or month-first, if you know; otherwise each column decides, and what can be read in two ways may stay blank";
    }

    // Not after the file, which is often called after its site; the same for all files with these headings.
    private string Name() => "draft-" + HashOf(string.Join('\n', sketch.Columns.Select(column => Wording.Plain(column.Heading))))[..DigitsOfName];

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}

/// <summary>A profile that was drafted and written.</summary>
/// <param name="File">The file that it was drafted for.</param>
/// <param name="Columns">Every heading of the file.</param>
public sealed record DraftedProfile(string File, IReadOnlyList<DraftedColumn> Columns);

/// <summary>A heading and the fields that are guessed for it.</summary>
/// <param name="Heading">As the file spells it.</param>
/// <param name="Fields">Empty when none is guessed.</param>
/// <param name="Score">How alike it is to a known heading, from 0 to 1; 0 when none is guessed.</param>
public sealed record DraftedColumn(string Heading, IReadOnlyList<string> Fields, double Score);
