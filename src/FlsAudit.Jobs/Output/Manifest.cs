using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Output;

/// <summary>A file and the hash of its bytes.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record HashedFile(string Path, string Sha256)
{
    /// <summary>Hashes a file under the name that the manifest prints.</summary>
    public static HashedFile Of(string name, string path)
    {
        using var stream = File.OpenRead(path);
        return new HashedFile(name, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Whether there is a file that can be read.</summary>
    public static bool CanBeMade(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>
/// <c>manifest.json</c>: what went in, what came out, and what became of every row. It holds no clock and no absolute path, so the same input
/// gives the same bytes.
/// </summary>
internal sealed record Manifest
{
    public const string FileName = "manifest.json";

    public const string Tool = "flsaudit";

    public required string ToolVersion { get; init; }

    public required string Verb { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Arguments { get; init; }

    /// <summary>Null where no day matters: a table that somebody else counted has none.</summary>
    public required DateOnly? AsAt { get; init; }

    public required IReadOnlyList<HashedFile> Inputs { get; init; }

    public required IReadOnlyList<HashedFile> Definitions { get; init; }

    public required IReadOnlyList<HashedFile> Outputs { get; init; }

    /// <summary>What became of the rows, per file; null where counts of rows are not released.</summary>
    public required IReadOnlyList<Reconciliation>? Rows { get; init; }

    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("tool", Tool);
        json.WriteString("version", ToolVersion);
        json.WriteString("verb", Verb);
        json.WriteStartObject("arguments");
        foreach (var (name, value) in Arguments) json.WriteString(name, value);
        json.WriteEndObject();
        if (AsAt is { } asAt) json.WriteString("as_at", asAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        WriteFiles(json, "inputs", Inputs);
        WriteFiles(json, "definitions", Definitions);
        WriteFiles(json, "outputs", Outputs);
        WriteRows(json);
        json.WriteEndObject();
    }

    private void WriteRows(Utf8JsonWriter json)
    {
        if (Rows is null)
        {
            json.WriteNull("rows");
            return;
        }

        json.WriteStartObject("rows");
        json.WriteStartArray("files");
        foreach (var file in Rows) WriteRows(json, file, withPath: true);
        json.WriteEndArray();
        json.WritePropertyName("total");
        WriteRows(json, Reconciliation.Total(Rows), withPath: false);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IReadOnlyList<HashedFile> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, Reconciliation rows, bool withPath)
    {
        json.WriteStartObject();
        if (withPath) json.WriteString("path", rows.File);
        json.WriteNumber("read", rows.Read);
        json.WriteNumber("used", rows.Used);
        json.WriteNumber("duplicate", rows.Duplicate);
        json.WriteNumber("rejected", rows.Rejected);
        json.WriteNumber("out_of_range", rows.OutOfRange);
        json.WriteEndObject();
    }
}
