using System.Text.RegularExpressions;

namespace FlsAudit.AcceptanceTests.Architecture;

public sealed partial class SourceFileTests
{
    private const int MostLines = 400;

    // File and why it may be longer.
    private static readonly Dictionary<string, string> MayBeLonger = new(StringComparer.Ordinal);

    // File and why it may.
    private static readonly Dictionary<string, string> MayUseChance = new(StringComparer.Ordinal)
    {
    };

    private static readonly string[] EmptyNames = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Common", "Base", "Misc"];

    [Test]
    public void No_file_is_longer_than_a_person_reads_at_once()
    {
        var longer = Repository.SourceFiles
            .Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count()))
            .Where(file => file.Lines > MostLines && !MayBeLonger.ContainsKey(file.File));
        Assert.That(longer, Is.Empty, "split it, or list it here with its reason");
    }

    [Test]
    public void No_file_has_a_name_that_says_nothing()
    {
        var named = Repository.SourceFiles.Where(file => Words(Path.GetFileNameWithoutExtension(file)).Intersect(EmptyNames, StringComparer.Ordinal).Any());
        Assert.That(named, Is.Empty);
    }

    [Test]
    public void An_exception_from_a_rule_names_a_file_that_is_there() =>
        Assert.That(MayBeLonger.Keys.Concat(MayUseChance.Keys), Is.SubsetOf(Repository.SourceFiles));

    [TestCase("DateHelpers", ExpectedResult = true)]
    [TestCase("UtilText", ExpectedResult = true)]
    [TestCase("Database", ExpectedResult = false)]
    public bool A_name_is_judged_by_its_words(string name) => Words(name).Intersect(EmptyNames, StringComparer.Ordinal).Any();

    [Test]
    public void Only_the_command_line_looks_at_a_clock_and_nobody_at_chance()
    {
        var looked = Repository.SourceFiles
            .Where(file => !file.StartsWith("src/FlsAudit.Cli/", StringComparison.Ordinal) && !MayUseChance.ContainsKey(file))
            .Where(file => ClockOrChance().IsMatch(SourceCode.WithoutComments(file)));
        Assert.That(looked, Is.Empty, "the same input must give the same bytes: pass the day or the seed as an argument");
    }

    [TestCase("var now = DateTime.Now;")]
    [TestCase("x = DateTimeOffset.UtcNow.Year;")]
    [TestCase("DateTime.Today")]
    [TestCase("Environment.TickCount64")]
    [TestCase("var r = new Random(1);")]
    [TestCase("Random.Shared.Next()")]
    [TestCase("Guid.NewGuid()")]
    public void A_look_at_the_clock_or_at_chance_would_be_noticed(string code) => Assert.That(ClockOrChance().IsMatch(code));

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value);

    [GeneratedRegex("[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bEnvironment\.TickCount|\bnew\s+Random\b|\bRandom\.Shared\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bTimeProvider\.System\b|\bStopwatch\b")]
    private static partial Regex ClockOrChance();
}
