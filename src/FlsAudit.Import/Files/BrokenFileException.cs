using FlsAudit.Model;

namespace FlsAudit.Import.Files;

/// <summary>Ends the reading of one file; the other files go on. It carries the finding and no value of the file.</summary>
internal sealed class BrokenFileException(string code, string message, string expected, string? sheet = null, long? row = null, string? column = null)
    : Exception(message)
{
    public string Code { get; } = code;

    public Finding ToFinding(string file) => new(Code, Severity.Error, new Place(file, sheet, row, column), Message, expected);
}
