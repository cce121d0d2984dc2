using FlsAudit.Model;

namespace FlsAudit.Jobs.Explaining;

/// <summary>The one site that a question is about, or all of them.</summary>
internal sealed class AskedSite(string? name, SiteTable sites)
{
    /// <summary>Whether the question is about a site.</summary>
    public bool Includes(int site) => name is null || sites.NameOf(site) == name;

    /// <summary>Refuses a site that sent nothing; to be asked once everything was read.</summary>
    /// <exception cref="JobException">There is no such site.</exception>
    public void Require()
    {
        string[] names = [.. Enumerable.Range(0, sites.Count).Select(sites.NameOf).Order(StringComparer.Ordinal)];
        if (name is null || names.Contains(name)) return;
        var hint = NearestName.Hint(name, names);
        throw new JobException(ExitCode.Usage, $"No export holds a site '{name}'{(hint.Length > 0 ? hint : ".")} There are {string.Join(", ", names)}.");
    }
}
