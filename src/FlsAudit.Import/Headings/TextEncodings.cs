using System.Text;
using System.Text.Unicode;

namespace FlsAudit.Import.Headings;

/// <summary>The encodings that exports come in, and how the bytes of one cell become text.</summary>
internal static class TextEncodings
{
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding StrictWindows1252 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Encoding StrictUtf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The encoding of text in characters of two or four bytes, by its byte order mark; without a mark UTF-16 is known by its zero bytes, which are the upper
    /// halves of nearly all characters of European text and stand on one side only. Null for any other text.
    /// </summary>
    /// <param name="start">The first bytes of the text; a few hundred are enough.</param>
    public static Encoding? Wide(ReadOnlySpan<byte> start)
    {
        switch (start)
        {
            case [0xFF, 0xFE, 0, 0, ..]: return Encoding.UTF32;
            case [0, 0, 0xFE, 0xFF, ..]: return new UTF32Encoding(bigEndian: true, byteOrderMark: true);
            case [0xFF, 0xFE, ..]: return Encoding.Unicode;
            case [0xFE, 0xFF, ..]: return Encoding.BigEndianUnicode;
        }

        int[] zeros = [0, 0];
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0) zeros[i % 2]++;
        var most = start.Length / 4;
        return zeros[1] > most && zeros[0] == 0 ? Encoding.Unicode
            : zeros[0] > most && zeros[1] == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>The encoding of bytes that are not UTF-8, for a name of a profile; Windows-1252 unless it says UTF-8.</summary>
    public static Encoding Fallback(string? name) =>
        string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Windows1252;

    /// <summary>
    /// The text of a cell. Each cell decides for itself, because a file put together from several exports may hold both encodings.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding fallback) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : fallback.GetString(bytes);
}
