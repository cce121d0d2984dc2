namespace FlsAudit.Analysis.Kinds;

/// <summary>The remarks of methods that count records. They are for those who may see the counts.</summary>
internal static class RecordRemarks
{
    /// <summary>Begins the remark on records that no caseload is there for.</summary>
    public const string OutsideCaseload = "records outside the caseload's days left out: ";

    /// <summary>Begins the remark on records whose window has not closed.</summary>
    public const string OpenWindows = "records whose window is still open: ";

    private const string Separator = "; ";

    /// <summary>A method without them.</summary>
    public static string Without(string method) => string.Join(Separator, method.Split(Separator)
        .Where(remark => !remark.StartsWith(OutsideCaseload, StringComparison.Ordinal) && !remark.StartsWith(OpenWindows, StringComparison.Ordinal)));
}
