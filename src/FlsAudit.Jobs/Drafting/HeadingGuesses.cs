using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Drafting;

/// <summary>The fields that a heading probably feeds.</summary>
/// <param name="Fields">At least one.</param>
/// <param name="Join">What joins several values in one cell.</param>
/// <param name="Score">How alike the heading and the nearest known one are, from 0 to 1.</param>
internal sealed record HeadingGuess(IReadOnlyList<FieldMapping> Fields, char? Join, double Score);

/// <summary>
/// Guesses the fields of headings by how alike they are to the names of the fields and to every heading of the known profiles. A word counts for less the
/// more fields have it, so that two headings are not alike because both are dates; and a column must hold what its field takes.
/// </summary>
internal sealed class HeadingGuesses
{
    private const double LeastScore = 0.5;

    // A wrong site or number would put rows into wrong places or refuse them.
    private const double LeastScoreOfIdentity = 0.85;

    private readonly FieldDictionary dictionary;
    private readonly List<Known> known = [];
    private readonly HashSet<string> ignored;
    private readonly Dictionary<string, HashSet<string>> fieldsOf = new(StringComparer.Ordinal);

    public HeadingGuesses(FieldDictionary dictionary, IReadOnlyList<RegistryProfile> profiles)
    {
        this.dictionary = dictionary;
        ignored = [.. profiles.SelectMany(profile => profile.IgnoredHeadings).Select(heading => string.Join(' ', Wording.Words(heading)))];
        foreach (var column in profiles.SelectMany(profile => profile.Columns))
            foreach (var heading in column.Headings) Add(heading, column.Fields, column.Join);
        foreach (var field in dictionary.Fields) Add(field.Name, [new FieldMapping(field.Name, new Dictionary<string, string?>(), null)], null);
    }

    /// <summary>For each column the guess, or null. Every field is guessed at most once, for the column that is most alike; of equals the first one.</summary>
    public IReadOnlyList<HeadingGuess?> Of(IReadOnlyList<ColumnSketch> columns)
    {
        var guesses = new HeadingGuess?[columns.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var pairs = columns.SelectMany((column, i) => Candidates(column).Select((candidate, rank) => (Column: i, Guess: candidate, Rank: rank)));
        foreach (var (column, guess, _) in pairs.OrderByDescending(pair => pair.Guess.Score).ThenByDescending(pair => columns[pair.Column].Filled > 0).ThenBy(pair => pair.Column).ThenBy(pair => pair.Rank))
        {
            if (guesses[column] is not null || guess.Fields.Any(mapping => taken.Contains(mapping.Field))) continue;
            guesses[column] = guess;
            taken.UnionWith(guess.Fields.Select(mapping => mapping.Field));
        }

        return guesses;
    }

    /// <summary>Whether a known profile has this heading and does not read it.</summary>
    public bool IsIgnored(string heading) => ignored.Contains(string.Join(' ', Wording.Words(heading)));

    private IEnumerable<HeadingGuess> Candidates(ColumnSketch column)
    {
        var words = Wording.Words(column.Heading);
        if (words.Count == 0 || column.IdentifiesPatients || IsIgnored(column.Heading)) return [];
        return known.Select(entry => new HeadingGuess(entry.Fields, entry.Join, Alike(words, entry.Words)))
            .Where(guess => guess.Score >= LeastScore && guess.Fields.All(mapping => Fits(column, dictionary[mapping.Field].Type, guess.Score)));
    }

    private static bool Fits(ColumnSketch column, FieldType type, double score) =>
        Holds(column, type) && (type != FieldType.Text || score >= LeastScoreOfIdentity);

    // An empty column may hold anything.
    private static bool Holds(ColumnSketch column, FieldType type)
    {
        var forms = column.Dates;
        var dates = forms.Iso + forms.DayFirst + forms.MonthFirst + forms.Either + forms.Same;
        return column.Filled == 0 || type switch
        {
            FieldType.Date => (dates + forms.Native) * 2 >= column.Filled,
            FieldType.Number => column.Numbers * 2 >= column.Filled,
            FieldType.Code => !column.IsFreeText && dates * 2 < column.Filled,
            _ => true,
        };
    }

    private void Add(string heading, IReadOnlyList<FieldMapping> fields, char? join)
    {
        var words = Wording.Words(heading);
        if (words.Count == 0) return;
        known.Add(new Known(words, fields, join));
        foreach (var word in words)
        {
            if (!fieldsOf.TryGetValue(word, out var of)) fieldsOf.Add(word, of = new HashSet<string>(StringComparer.Ordinal));
            of.Add(fields[0].Field);
        }
    }

    // The mean of two Dice coefficients of the words, plain and weighted by rarity; or the likeness of the letters when that is greater and nearly whole.
    private double Alike(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (NumbersDiffer(a, b)) return 0;
        (string Word, double Share)[] common = [.. a.Select(word => (word, b.Max(other => Wording.Sameness(word, other)))), .. b.Select(word => (word, a.Max(other => Wording.Sameness(word, other))))];
        var plain = common.Sum(word => word.Share) / (a.Count + b.Count);
        var weighted = common.Sum(word => word.Share * Weight(word.Word)) / (a.Sum(Weight) + b.Sum(Weight));
        var letters = NearestName.Likeness(string.Concat(a), string.Concat(b));
        return Math.Max((plain + weighted) / 2, letters >= 0.85 ? letters : 0);
    }

    // A visit at 16 weeks is not the one at 52, however alike the rest is.
    private static bool NumbersDiffer(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        string[] numbers = [.. a.Where(word => char.IsDigit(word[0]))], others = [.. b.Where(word => char.IsDigit(word[0]))];
        return numbers.Length > 0 && others.Length > 0 && !numbers.Intersect(others, StringComparer.Ordinal).Any();
    }

    private double Weight(string word) => fieldsOf.TryGetValue(word, out var fields) ? 1.0 / fields.Count : 1;

    private sealed record Known(IReadOnlyList<string> Words, IReadOnlyList<FieldMapping> Fields, char? Join);
}
