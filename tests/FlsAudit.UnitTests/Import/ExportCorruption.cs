using System.Text;

namespace FlsAudit.UnitTests.Import;

/// <summary>What happens to exports on the way: damage of the bytes, and mistakes of people and programs. The same random numbers give the same damage.</summary>
internal static class ExportCorruption
{
    private const int MostBlock = 64;

    private static readonly (string Name, Func<Random, byte[], byte[]> Damage)[] OfBytes =
    [
        ("bits flipped", FlipBits),
        ("cut off", (random, bytes) => bytes[..random.Next(bytes.Length)]),
        ("beginning lost", (random, bytes) => bytes[random.Next(bytes.Length)..]),
        ("block lost", (random, bytes) => Without(bytes, random.Next(bytes.Length), random.Next(MostBlock))),
        ("block twice", (random, bytes) => Insert(bytes, random.Next(bytes.Length), Block(random, bytes))),
        ("block of zeros", (random, bytes) => Insert(bytes, random.Next(bytes.Length), new byte[random.Next(1, MostBlock)])),
        ("noise", (random, bytes) => Insert(bytes, random.Next(bytes.Length), Noise(random))),
        ("two files in one", (_, bytes) => [.. bytes, .. bytes]),
    ];

    private static readonly (string Name, Func<Random, string, string> Damage)[] OfText =
    [
        ("quotes strewn in", (random, text) => Strewn(random, text, "\"")),
        ("separators strewn in", (random, text) => Strewn(random, text, random.Next(2) == 0 ? "," : ";")),
        ("line ends strewn in", (random, text) => Strewn(random, text, random.Next(2) == 0 ? "\n" : "\r")),
        ("line ends lost", (random, text) => Thinned(random, text, '\n')),
        ("columns swapped", SwapColumns),
        ("a column lost in some rows", LoseCells),
        ("rows shuffled", (random, text) => Lines(text, lines => [.. lines.OrderBy(_ => random.Next())])),
        ("rows twice", (random, text) => Lines(text, lines => [.. lines.SelectMany(line => Enumerable.Repeat(line, 1 + random.Next(2)))])),
        ("another separator", (random, text) => text.Replace(',', ";\t|"[random.Next(3)])),
        ("cells of ten thousand characters", (random, text) => Strewn(random, text, new string('x', 10_000))),
        ("days and months swapped", (_, text) => text.Replace("/0", "/1", StringComparison.Ordinal)),
        ("a title above", (random, text) => string.Concat(Enumerable.Repeat("Report of the service\n", random.Next(1, 30))) + text),
    ];

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, new UTF8Encoding(true)];

    /// <summary>Damages a text export in one to three ways, one of them perhaps its encoding.</summary>
    public static (string Damage, byte[] Bytes) OfTextExport(Random random, string text)
    {
        var names = new List<string>();
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var (name, damage) = OfText[random.Next(OfText.Length)];
            text = damage(random, text);
            names.Add(name);
        }

        var encoding = Encodings[random.Next(Encodings.Length)];
        byte[] bytes = [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        names.Add(encoding.WebName);
        if (random.Next(2) == 0 || bytes.Length == 0) return (string.Join(", ", names), bytes);
        // A file put together of two encodings.
        var other = Encodings[random.Next(Encodings.Length)];
        names.Add($"then {other.WebName}");
        return (string.Join(", ", names), [.. bytes[..random.Next(bytes.Length)], .. other.GetBytes(text[(text.Length / 2)..])]);
    }

    /// <summary>Damages the bytes of any file in one to three ways.</summary>
    public static (string Damage, byte[] Bytes) OfFile(Random random, byte[] bytes)
    {
        var names = new List<string>();
        for (var times = random.Next(1, 4); times > 0 && bytes.Length > 0; times--)
        {
            var (name, damage) = OfBytes[random.Next(OfBytes.Length)];
            bytes = damage(random, bytes);
            names.Add(name);
        }

        return (string.Join(", ", names), bytes);
    }

    private static byte[] FlipBits(Random random, byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        for (var times = random.Next(1, 20); times > 0; times--) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Without(byte[] bytes, int start, int length) => [.. bytes[..start], .. bytes[Math.Min(bytes.Length, start + length)..]];

    private static byte[] Insert(byte[] bytes, int at, byte[] more) => [.. bytes[..at], .. more, .. bytes[at..]];

    private static byte[] Block(Random random, byte[] bytes)
    {
        var start = random.Next(bytes.Length);
        return bytes[start..Math.Min(bytes.Length, start + random.Next(MostBlock))];
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, MostBlock)];
        random.NextBytes(noise);
        return noise;
    }

    private static string Strewn(Random random, string text, string what)
    {
        for (var times = random.Next(1, 10); times > 0; times--) text = text.Insert(random.Next(text.Length + 1), what);
        return text;
    }

    private static string Thinned(Random random, string text, char what) => new([.. text.Where(c => c != what || random.Next(3) > 0)]);

    private static string Lines(string text, Func<string[], string[]> change) => string.Join('\n', change(text.Split('\n')));

    private static string SwapColumns(Random random, string text)
    {
        var separator = text.Contains(';', StringComparison.Ordinal) && !text.Split('\n')[0].Contains(',', StringComparison.Ordinal) ? ';' : ',';
        var seed = random.Next();
        // All rows alike, or the headings alone, which puts every value into the wrong field.
        var onlyHeadings = random.Next(2) == 0;
        return Lines(text, lines => [.. lines.Select((line, i) =>
        {
            if (onlyHeadings && i > 0) return line;
            var order = new Random(seed);
            return string.Join(separator, line.Split(separator).OrderBy(_ => order.Next()));
        })]);
    }

    private static string LoseCells(Random random, string text) =>
        Lines(text, lines => [.. lines.Select(line => random.Next(3) == 0 && line.LastIndexOf(',') is > 0 and var at ? line[..at] : line)]);
}
