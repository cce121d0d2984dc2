using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlsAudit.Simulation.Definitions;

/// <summary>Reads scenario and model files; a key that the format does not have is refused.</summary>
internal static class DefinitionReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads one definition.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">The file's name, for the error.</param>
    /// <exception cref="ScenarioException">It is no JSON, a key is unknown or missing, or a value is of the wrong kind.</exception>
    public static T Read<T>(string json, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options)
                ?? throw new ScenarioException($"{file} holds nothing; a JSON object was expected.");
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber ?? 0) + 1;
            throw new ScenarioException(
                $"{file}, line {line}, at {error.Path ?? "$"}: a key is unknown, missing or given twice, or its value is not of the kind expected; "
                + $"compare it with Scenarios/README.md ({FirstSentence(error.Message)}).",
                error);
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
