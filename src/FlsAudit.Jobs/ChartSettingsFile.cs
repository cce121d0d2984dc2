using System.Globalization;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Periods;
using FlsAudit.Import;
using FlsAudit.Jobs.Output;
using FlsAudit.Model;

namespace FlsAudit.Jobs;

/// <summary>What people decided about charts, <c>measure,site,action,period,reason</c>, and the file that it came from.</summary>
/// <param name="Actions">In the order of the file.</param>
/// <param name="Hash">The file; null when there is none.</param>
internal sealed record ChartSettingsFile(IReadOnlyList<ChartAction> Actions, HashedFile? Hash)
{
    private const string Name = "chart settings";
    private static readonly string[] Required = ["action", "period"];
    private static readonly string[] Optional = ["measure", "site", "reason"];

    private static readonly Dictionary<string, ChartActionKind> Kinds = new()
    {
        ["freeze"] = ChartActionKind.Freeze,
        ["exclude"] = ChartActionKind.Exclude,
        ["rebase"] = ChartActionKind.Rebase,
    };

    /// <summary>Reads the file that the user names; none is looked for.</summary>
    /// <param name="path">Null when none is named.</param>
    /// <param name="aliases">Spellings of sites, which hold here as in the exports.</param>
    /// <exception cref="JobException">It cannot be read or a row is wrong; the details name each. Half of what was decided would be a chart that nobody decided on.</exception>
    public static ChartSettingsFile Read(string? path, IReadOnlyList<SiteAlias> aliases)
    {
        if (path is null) return new ChartSettingsFile([], null);
        if (!File.Exists(path)) throw new JobException(ExitCode.Input, $"There is no file '{path}', which --chart-settings names; check the path.");
        var table = NamedTable.Read(Name, path, Required, Optional);
        if (table.Problem is { } problem) throw Refused(path, [FindingLine.Of(problem)]);
        string[] problems = [.. table.Rows.SelectMany(row => Problems(row).Select(text => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, row {row.Row}: {text}")))];
        if (problems.Length > 0) throw Refused(path, problems);
        return new ChartSettingsFile([.. table.Rows.Select(row => Action(row, aliases))], HashedFile.Of(Path.GetFileName(path), path));
    }

    private static JobException Refused(string path, IReadOnlyList<string> details) =>
        new(ExitCode.Input, $"The chart settings in '{Path.GetFileName(path)}' cannot be used; correct them and run again.", details);

    private static IEnumerable<string> Problems(NamedRow row)
    {
        var action = Word(row);
        if (!Kinds.ContainsKey(action))
            yield return $"'{row.Cells["action"]}' is no action{(NearestName.Hint(action, [.. Kinds.Keys]) is { Length: > 0 } hint ? hint : ".")} Expected: {string.Join(", ", Kinds.Keys)}.";
        if (row.Cells["period"].Length == 0) yield return "No period is named. Expected: the label of a period in the report, such as 2025-Q1.";
        if (row.Cells["reason"].Length == 0 && Kinds.GetValueOrDefault(action) is ChartActionKind.Exclude or ChartActionKind.Rebase)
            yield return $"The action {action} has no reason. Expected: why, in words that readers of the chart will see; without a reason a chart is left as it is.";
    }

    private static ChartAction Action(NamedRow row, IReadOnlyList<SiteAlias> aliases)
    {
        var site = row.Cells["site"];
        var named = SiteTable.IsReserved(site) ? Result.All : aliases.FirstOrDefault(alias => string.Equals(alias.Alias, site, StringComparison.OrdinalIgnoreCase))?.Site ?? site;
        return new ChartAction(row.Cells["measure"], named, Kinds[Word(row)], row.Cells["period"], row.Cells["reason"], row.Row);
    }

    // "re-base" is as good a spelling as any.
    private static string Word(NamedRow row) => row.Cells["action"].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
