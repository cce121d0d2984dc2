using FlsAudit.Import;
using FlsAudit.Jobs.Output;
using FlsAudit.Jobs.Watching;
using FlsAudit.Model;
using FlsAudit.Reports;

namespace FlsAudit.Jobs;

/// <summary>What <c>flsaudit worklist</c> was asked for.</summary>
public sealed record WorklistRequest
{
    /// <summary>How many days before and after the as-at date a window may close, unless said otherwise.</summary>
    public const int UsualDays = 28;

    /// <summary>What to read.</summary>
    public required InputOptions Input { get; init; }

    /// <summary>The day up to which the data are complete.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The csv file that appears.</summary>
    public required string Output { get; init; }

    /// <summary>How many days before and after the as-at date a window may close, inclusive; not negative.</summary>
    public int Within { get; init; } = UsualDays;

    /// <summary>Standard sets by name; empty for those that the profiles name.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The site; null for all of them.</summary>
    public string? Site { get; init; }
}

/// <summary>How many records of a site stand in one window.</summary>
/// <param name="Site">The site.</param>
/// <param name="Step">What is to be done, for people.</param>
/// <param name="Measure">The id of the measure whose window it is.</param>
/// <param name="Provenance">How sure its definition is.</param>
/// <param name="ClosesSoon">Records whose window is open.</param>
/// <param name="JustClosed">Records whose window has closed.</param>
public sealed record WorklistCount(string Site, string Step, string Measure, ProvenanceStatus Provenance, int ClosesSoon, int JustClosed);

/// <summary>What <c>flsaudit worklist</c> wrote.</summary>
/// <param name="Rows">Lines of the file, one per record and window.</param>
/// <param name="Counts">By site, in the order of the windows.</param>
/// <param name="MayBelong">Per measure id the windows that are not listed because the record does not say whether it belongs; in the order of the windows, without zeros.</param>
/// <param name="SuggestedAsAt">The last date that several records support; null when there are no dates.</param>
/// <param name="Findings">Inputs that could not be used, other errors, and what was repaired or washed out.</param>
public sealed record WorklistOutcome(
    int Rows,
    IReadOnlyList<WorklistCount> Counts,
    IReadOnlyList<KeyValuePair<string, int>> MayBelong,
    DateOnly? SuggestedAsAt,
    IReadOnlyList<Finding> Findings);

/// <summary>Lists the records whose next window of care closes soon or has just closed. An audit aid, not a recall system.</summary>
public static class WorklistJob
{
    /// <summary>Reads the exports and writes the list, whole or not at all.</summary>
    /// <exception cref="JobException">It cannot be done; an earlier list is untouched.</exception>
    public static WorklistOutcome Run(WorklistRequest request)
    {
        if (request.Within < 0) throw new JobException(ExitCode.Usage, "--within takes a number of days from 0, for example --within 28.");
        var standards = OpenStandards.WithOwn(request.Input.StandardsDirectory);
        var ingestion = new Ingestion(request.Input, standards, request.AsAt);
        using var output = OutputFile.For(request.Output, WorklistCsv.HeadingLine, request.Input);
        var sets = ingestion.Sets(request.Sets, ingestion.Inspect().Files);
        var list = Worklist.Read(ingestion, standards.Folder.Dictionary, sets, request.AsAt, request.Within, request.Site);
        var suggested = ingestion.SuggestAsAt();
        output.Write(stream => WorklistCsv.Write(list.Lines, stream));
        output.Publish();
        string[] measures = [.. WindowWatch.Of(sets).Select(watch => watch.Window.Measure.Id)];
        return new WorklistOutcome(
            list.Lines.Count,
            Counts(list, measures),
            [.. list.MayBelong.OrderBy(count => Array.IndexOf(measures, count.Key))],
            suggested,
            Ingestion.ToTell(list.Import));
    }

    private static IReadOnlyList<WorklistCount> Counts(Worklist list, string[] measures) =>
    [
        .. list.Rows.GroupBy(row => (row.Site, row.Step, row.Measure.Id))
            .OrderBy(rows => rows.Key.Site, StringComparer.Ordinal).ThenBy(rows => Array.IndexOf(measures, rows.Key.Id))
            .Select(rows => new WorklistCount(rows.Key.Site, rows.Key.Step, rows.Key.Id, rows.First().Measure.WeakestProvenance, rows.Count(row => row.DaysLeft >= 0), rows.Count(row => row.DaysLeft < 0))),
    ];
}
