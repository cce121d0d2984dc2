namespace FlsAudit.Import.Files;

/// <summary>
/// How many bytes a packed file may unpack to. Exports shrink to a tenth or a fiftieth; what grows far beyond that was made to fill somebody's disk.
/// </summary>
internal static class UnpackingLimit
{
    /// <summary>However small the packed file is, this much is no harm: 64 MiB.</summary>
    public const long AlwaysAllowed = 64L << 20;

    /// <summary>However large the packed file is, this is enough: 8 GiB.</summary>
    public const long Most = 8L << 30;

    /// <summary>The most bytes for each packed byte.</summary>
    public const int Growth = 200;

    /// <summary>The limit in bytes for a packed file of a length in bytes.</summary>
    public static long Of(long packed) => packed >= Most / Growth ? Most : Math.Max(AlwaysAllowed, packed * Growth);

    /// <summary>The finding about a file beyond its limit.</summary>
    public static BrokenFileException Exceeded() => new("unpacks-too-large",
        FormattableString.Invariant($"The file unpacks to more than {AlwaysAllowed >> 20} MiB and {Growth} times its size, or to more than {Most >> 30} GiB; it was not read."),
        "An export packed by a usual program. If it really is one, unpack it and give the files inside.");
}
