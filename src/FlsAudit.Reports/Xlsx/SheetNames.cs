using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Xlsx;

/// <summary>Makes names that a spreadsheet program accepts: at most 31 characters, none of <c>[]:*?/\</c>, unique whatever the case.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    // "History" is refused by Excel.
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>The wanted name or the nearest that is allowed and free.</summary>
    public string Take(string wanted)
    {
        var safe = string.Concat(PlainText.Of(wanted).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? '-' : c)).Trim().Trim('\'');
        if (safe.Length == 0) safe = "Sheet";
        var name = Cut(safe, "");
        for (var i = 2; !taken.Add(name); i++) name = Cut(safe, $" ({i})");
        return name;
    }

    private static string Cut(string name, string suffix)
    {
        var length = Math.Min(name.Length, Longest - suffix.Length);
        if (length < name.Length && char.IsHighSurrogate(name[length - 1])) length--;
        return name[..length].TrimEnd('\'', ' ') + suffix;
    }
}
