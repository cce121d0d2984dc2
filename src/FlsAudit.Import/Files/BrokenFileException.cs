using FlsAudit.Model;

namespace FlsAudit.Import.Files;

/// <summary>Ends the reading of one file; the other files go on. It carries the finding and no value of the file.</summary>
internal sealed class BrokenFileException(string code, string message, string expected, string? sheet = null, long? row = null, string? column = null)
    : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Whether an exception thrown while a file is read is about that file.</summary>
    public static bool Covers(Exception cause) => cause is not (OutOfMemoryException or CallerException);

    /// <summary>
    /// The finding about whatever ended the reading of a file. What nobody foresaw is named by its type alone: its message may hold a value.
    /// </summary>
    public static Finding FindingAbout(Exception cause, string file) =>
        cause is BrokenFileException broken ? broken.ToFinding(file) : new BrokenFileException("file-failed",
            $"The file could not be read: {cause.GetType().Name}.", "Export the file again; if that does not help, report this as a defect.").ToFinding(file);

    private Finding ToFinding(string file) => new(Code, Severity.Error, new Place(file, sheet, row, column), Message, expected);
}
