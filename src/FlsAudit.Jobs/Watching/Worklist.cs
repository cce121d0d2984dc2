using FlsAudit.Analysis;
using FlsAudit.Import;
using FlsAudit.Jobs.Explaining;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;

namespace FlsAudit.Jobs.Watching;

/// <summary>The records whose next window closes soon or has just closed, with what the import found.</summary>
/// <param name="Import">What the import found.</param>
/// <param name="Lines">By site, closing day, name and step.</param>
/// <param name="MayBelong">Per measure the windows that are not listed because the record does not say whether it belongs; none are left out of the dictionary.</param>
internal sealed record Worklist(ImportResult Import, IReadOnlyList<WorklistLine> Lines, IReadOnlyDictionary<string, int> MayBelong)
{
    /// <summary>The rows alone, for a report.</summary>
    public IReadOnlyList<WorklistRow> Rows => [.. Lines.Select(line => line.Row)];

    private sealed record Entry(Watched Watched, int Site, WindowWatch Watch, string Name, int LastDay, int Part, Place Place);

    /// <summary>Reads the exports for the work-list.</summary>
    /// <param name="ingestion">The exports.</param>
    /// <param name="dictionary">The fields.</param>
    /// <param name="sets">The sets whose windows are watched.</param>
    /// <param name="asAt">The day up to which the data are complete.</param>
    /// <param name="within">How many days before and after it a window may close, inclusive.</param>
    /// <param name="siteName">The site; null for all.</param>
    /// <exception cref="JobException">No set declares a work-list, there is no such site, or nothing can be read.</exception>
    public static Worklist Read(Ingestion ingestion, FieldDictionary dictionary, IReadOnlyList<StandardSet> sets, DateOnly asAt, int within, string? siteName = null)
    {
        Require(sets);
        var watches = WindowWatch.Of(sets);
        HashSet<string> names = [FieldNames.FractureDate, .. watches.SelectMany(watch => watch.Fields)];
        var reading = new RecordReading([.. dictionary.Fields.Where(field => field.Type != FieldType.Text && names.Contains(field.Name))]);
        var sites = new SiteTable();
        var site = new AskedSite(siteName, sites);
        var engine = new ReferenceEngine(asAt.DayNumber);
        var (import, entries) = ingestion.Pick(reading, sites, batch => Look(batch, watches, engine, asAt.DayNumber, within).Where(entry => site.Includes(entry.Site)));
        site.Require();
        return new Worklist(
            import,
            InOrder(entries.Where(entry => entry.Watched == Watched.Listed), sites, asAt),
            entries.Where(entry => entry.Watched == Watched.MayBelong).GroupBy(entry => entry.Watch.Window.Measure.Id).ToDictionary(entries => entries.Key, entries => entries.Count()));
    }

    /// <summary>Refuses sets of which none says what to watch.</summary>
    /// <exception cref="JobException">None declares a work-list.</exception>
    public static void Require(IReadOnlyList<StandardSet> sets)
    {
        if (WindowWatch.Of(sets).Count > 0) return;
        throw new JobException(ExitCode.Usage, sets.Count == 0
            ? "The registry profile names no standard sets; name some with --standards."
            : $"No work-list can be made of {string.Join(", ", sets.Select(set => set.Name))}: {(sets.Count == 1 ? "the set does not say" : "none of the sets says")} which windows to watch; name others with --standards.");
    }

    private static IEnumerable<Entry> Look(RecordBatch batch, IReadOnlyList<WindowWatch> watches, ReferenceEngine engine, int asAt, int within)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            Record? record = null;
            foreach (var watch in watches)
            {
                if (watch.LastDay(batch, i, asAt) is not { } last || Math.Abs(last - asAt) > within) continue;
                var watched = watch.Look(engine, record ??= Record.Of(batch, i));
                if (watched == Watched.No) continue;
                yield return new Entry(watched, batch.Sites[i], watch, RecordName.Of(batch, i), last, batch.Part, batch.Source with { Row = batch.Rows[i] });
            }
        }
    }

    private static IReadOnlyList<WorklistLine> InOrder(IEnumerable<Entry> entries, SiteTable sites, DateOnly asAt) =>
    [
        .. entries.Select(entry => (Entry: entry, Row: Row(entry, sites, asAt)))
            .OrderBy(line => line.Row.Site, StringComparer.Ordinal)
            .ThenBy(line => line.Row.Closes)
            .ThenBy(line => line.Row.Record, StringComparer.Ordinal)
            .ThenBy(line => line.Row.Step, StringComparer.Ordinal)
            .ThenBy(line => line.Row.Measure.Id, StringComparer.Ordinal)
            .ThenBy(line => line.Entry.Part)
            .ThenBy(line => line.Entry.Place.Row)
            .Select(line => new WorklistLine(line.Row, line.Entry.Place)),
    ];

    private static WorklistRow Row(Entry entry, SiteTable sites, DateOnly asAt)
    {
        var left = entry.LastDay - asAt.DayNumber;
        var window = entry.Watch.Window;
        return new WorklistRow(
            sites.NameOf(entry.Site), entry.Name, window.Measure, window.Step, DateOnly.FromDayNumber(entry.LastDay), left, left >= 0 ? WindowWatch.ClosesSoon : WindowWatch.JustClosed);
    }
}
