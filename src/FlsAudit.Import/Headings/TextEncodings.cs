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

    /// <summary>The encoding of bytes that are not UTF-8, for a name of a profile; Windows-1252 unless it says UTF-8.</summary>
    public static Encoding Fallback(string? name) =>
        string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Windows1252;

    /// <summary>
    /// The text of a cell. Each cell decides for itself, because a file put together from several exports may hold both encodings.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding fallback) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : fallback.GetString(bytes);
}
