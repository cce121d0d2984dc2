using System.Collections.Concurrent;
using FlsAudit.Import.Cells;
using FlsAudit.Import.Files;
using FlsAudit.Import.Rows;
using FlsAudit.Import.SideFiles;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>Reads the records of one file after the other into sinks and keeps account of every row.</summary>
internal sealed class RecordPass(
    ImportRequest request, SiteNames sites, Duplicates duplicates, WashOuts washOuts, PossibleDuplicates possible, IReadOnlyDictionary<int, ExportPart> parts, byte[] secret, FindingLog log)
{
    /// <summary>With fewer rows, most of them may still be slips of the pen.</summary>
    private const int FewestRowsForMost = 5;

    private readonly DayRange range = new(request.AsAt, request.From, request.To);

    /// <summary>What became of the rows of each site in the files read so far.</summary>
    public List<SiteReconciliation> Sites { get; } = [];

    /// <summary>The texts that fit no code, of the files that were read so far and are sound.</summary>
    public List<UnreadCodes> UnreadCodes { get; } = [];

    /// <summary>Reads a file into a sink and commits it.</summary>
    /// <returns>What became of its rows; null when the file turned out to be broken, which is a finding.</returns>
    /// <exception cref="InvalidOperationException">The rows do not add up: a defect of the program.</exception>
    public Reconciliation? Read(InspectedFile file, RecordSink sink, Action<long> progress)
    {
        var tally = new RowTally(file.Input.Path);
        var bySite = new SiteTally(file.Input.Path);
        var (findings, codes) = (new List<Finding>(), new List<UnreadCodes>());
        sites.BeginFile();
        try
        {
            foreach (var part in file.Parts) ReadPart(part, sink, tally, bySite, findings, codes, progress);
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            log.Add(file.Input.Index, BrokenFileException.FindingAbout(e, file.Input.Path));
            possible.Forget(file.PartNumbers);
            return null;
        }

        foreach (var finding in findings) log.Add(file.Input.Index, finding);
        UnreadCodes.AddRange(codes);
        Sites.AddRange(bySite.ToReconciliations(sites));
        if (tally.Read == 0)
            log.Add(file.Input.Index, "no-rows", Severity.Warning, new Place(file.Input.Path), "The file has headings and no rows.", "Rows under the headings; export it again if there should be some.");
        var reconciliation = tally.ToReconciliation();
        sink.Commit();
        return reconciliation;
    }

    private void ReadPart(ExportPart part, RecordSink sink, RowTally tally, SiteTally bySite, List<Finding> findings, List<UnreadCodes> codes, Action<long> progress)
    {
        var plan = part.Plan(request.Dictionary, request.Layout);
        var notWanted = new RowsNotWanted(duplicates.ReplacedIn(part.Number), washOuts.In(part.Number));
        var readers = new ConcurrentBag<RecordReader>();
        var (receive, reject, repair) = (CallerException.Guarded(sink.Receive), CallerException.Guarded(sink.Reject), CallerException.Guarded(sink.Repair));
        var (stray, hidden, washed, moved) = (new ValueProblemRows(), new ValueProblemRows(), new ValueProblemRows(), new ValueProblemRows());
        var (swallowing, repeatedHeadings) = (new ValueProblemRows(), new ValueProblemRows());
        var outOfRange = 0L;
        var repeated = part.Profile.KeyFields.Count == 0 ? new RepeatedRows(possible, part) : null;
        RecordReader NewReader()
        {
            var content = repeated is null ? null : new RowContent(plan, possible);
            var reader = new RecordReader(plan, new SiteColumn(plan, sites, part.File.SiteName), range, notWanted, receive, request,
                new IdentityReader(plan, request, secret), new YearTypos(plan, request), content);
            readers.Add(reader);
            return reader;
        }

        foreach (var outcome in part.Rows(NewReader, request.Workers, progress, (remark, row) => (remark == RowRemark.Hidden ? hidden : stray).Add(row)))
        {
            sites.RequireFew(part);
            foreach (var change in outcome.Repairs ?? []) repair(Repaired(part, outcome.Row, change));
            if (outcome.Fate == RowFate.Used) repeated?.Look(outcome);
            if (outcome.Fate is { } fate) bySite.Count(outcome.Site, fate);
            if (outcome.Fate is null or RowFate.Used) continue;
            tally.Count(outcome.Fate.Value);
            if (outcome.Fate == RowFate.OutOfRange) outOfRange++;
            if (outcome.Reason == RejectReason.WashedOut) washed.Add(outcome.Row);
            if (outcome.Reason == RejectReason.QuoteSwallowsRows) swallowing.Add(outcome.Row);
            if (outcome.Reason == RejectReason.HeadingsRepeated) repeatedHeadings.Add(outcome.Row);
            reject(new RejectedRow(new Place(part.File.Path, part.Sheet, outcome.Row), outcome.Fate.Value, Reason(part, plan, outcome), outcome.Texts));
        }

        var used = 0L;
        foreach (var reader in readers)
        {
            reader.Flush();
            tally.Add(reader.Read, reader.Used);
            used += reader.Used;
            if (reader.Moved is { } rows) moved.Merge(rows);
        }

        var unread = Merged(readers);
        RequireFractureDates(part, unread, used + outOfRange);
        findings.AddRange(unread.Where(problems => !problems.IsToldOfTheColumn).Select(problems =>
            problems.ToFinding(part.File.Path, part.Sheet, part.Match.Headings.Texts[problems.Column], IsMost(problems.Count, used), request.ShowValues)));
        codes.AddRange(unread.Where(problems => problems.Code == ValueProblems.CodeNotRecognised)
            .OrderBy(problems => problems.Column)
            .ThenBy(problems => problems.Field.Name, StringComparer.Ordinal)
            .Select(problems => problems.ToUnreadCodes(part.File.Path, part.Sheet, part.Match.Headings.Texts[problems.Column], request.ShowValues)));
        if (repeated is not null) findings.AddRange(repeated.Findings(parts));
        if (moved.Count > 0) findings.Add(IndexFractureMoved(part, plan, moved));
        if (washed.Count > 0)
            findings.Add(new Finding("washed-out", Severity.Warning, new Place(part.File.Path, part.Sheet, washed.Examples[0]),
                FormattableString.Invariant($"Some rows are episodes of a patient, fracture site and side that were recorded again within {washOuts.Days} days; as asked for, they were not counted."),
                "Each fracture once. Look at these rows in rejected.csv, which names the row before each: a true re-fracture is lost here, so correct the registry and leave --wash-out out.")
            { Occurrences = washed.Count, ExampleRows = washed.Examples });
        if (swallowing.Count > 0)
            findings.Add(new Finding("quote-swallows-rows", Severity.Error, new Place(part.File.Path, part.Sheet, swallowing.Examples[0]),
                "Some rows have a quoted cell that holds lines like rows of their own: a stray quote has made several rows one. None of them was used, and the rows inside are not in the rows read.",
                "Quotes inside a cell doubled, and no quote left open; correct the file at these rows, or export it again.")
            { Occurrences = swallowing.Count, ExampleRows = swallowing.Examples });
        if (repeatedHeadings.Count > 0)
            findings.Add(new Finding("headings-repeated", Severity.Information, new Place(part.File.Path, part.Sheet, repeatedHeadings.Examples[0]),
                "Some rows are the headings once more, as where exports were put together; they were not used.", "Nothing, if the columns below them are the same.")
            { Occurrences = repeatedHeadings.Count, ExampleRows = repeatedHeadings.Examples });
        if (hidden.Count > 0)
            findings.Add(new Finding("rows-hidden", Severity.Warning, new Place(part.File.Path, part.Sheet, hidden.Examples[0]),
                "Some rows are hidden, by hand or by a filter; they were read like the others.", "Nothing, if they belong to the export; otherwise delete them and save the workbook.")
            { Occurrences = hidden.Count, ExampleRows = hidden.Examples });
        if (stray.Count > 0)
            findings.Add(new Finding("stray-quote", Severity.Information, new Place(part.File.Path, part.Sheet, stray.Examples[0]),
                "Some cells have quotes inside that are not doubled; they were read as text.", "Quotes inside a quoted cell doubled, as spreadsheet programs write them.")
            { Occurrences = stray.Count, ExampleRows = stray.Examples });
    }

    private static Finding IndexFractureMoved(ExportPart part, RecordPlan plan, ValueProblemRows moved)
    {
        var rule = part.Profile.IndexFracture!;
        var first = plan.ColumnOf(rule.Fields[0]);
        return new Finding("index-fracture-moved", Severity.Information,
            new Place(part.File.Path, part.Sheet, moved.Examples[0], first < 0 ? null : part.Match.Headings.Texts[first]),
            $"Some rows name the index fracture in a later column; its site was moved to '{rule.Fields[0]}', and the others follow in their order.",
            $"Nothing: by the rule of the profile the index fracture is {string.Join(", else ", rule.Order)}, else the first site named.")
        { Occurrences = moved.Count, ExampleRows = moved.Examples };
    }

    // Without fracture dates nothing can be put into a period or a window, and most records would seem to have missed theirs.
    private static void RequireFractureDates(ExportPart part, List<ValueProblems> unread, long placed)
    {
        var dates = unread.Where(problems => problems.IsUnread && problems.Field.Name == FieldNames.FractureDate).ToList();
        if (!IsMost(dates.Sum(problems => problems.Count), placed)) return;
        var heading = part.Match.Headings.Texts[dates[0].Column];
        if (IsMost(dates.Where(problems => problems.Code == ValueProblems.HalfConverted).Sum(problems => problems.Count), placed))
            throw new BrokenFileException("fracture-dates-not-read", $"Most dates of '{heading}' were probably turned by a spreadsheet program, with day and month exchanged.",
                $"The export itself, not opened and saved by a spreadsheet program; if its dates are right, the order of its texts: --date-order \"{heading}=day-first\" or --date-order \"{heading}=month-first\".", part.Sheet, part.Match.Headings.Row, heading);
        if (IsMost(dates.Where(problems => problems.IsToldOfTheColumn).Sum(problems => problems.Count), placed))
            throw new BrokenFileException("fracture-dates-not-read", $"Most dates of '{heading}' can be read day-first and month-first, and the file does not show which.",
                $"The order that the registry writes: --date-order \"{heading}=day-first\" or --date-order \"{heading}=month-first\".", part.Sheet, part.Match.Headings.Row, heading);
        throw new BrokenFileException("fracture-dates-not-read", $"Most cells of '{heading}' are no dates in the order and form that the column is read in, by the profile '{part.Profile.Name}'.",
            "Dates as the profile writes them, or ISO dates such as 2025-12-31; export again, or name the right profile with --registry or the order with --date-order.", part.Sheet, part.Match.Headings.Row, heading);
    }

    private static bool IsMost(long rows, long all) => rows >= FewestRowsForMost && rows * 2 > all;

    private static List<ValueProblems> Merged(IEnumerable<RecordReader> readers)
    {
        var merged = new List<ValueProblems>();
        foreach (var problems in readers.SelectMany(reader => reader.Problems))
        {
            var same = merged.Find(problems.IsSameAs);
            if (same is null) merged.Add(problems);
            else same.Merge(problems);
        }

        return merged;
    }

    private string Reason(ExportPart part, RecordPlan plan, RowOutcome outcome) => outcome.Reason switch
    {
        RejectReason.TooManyCells or RejectReason.TooFewCells =>
            FormattableString.Invariant($"The row has {outcome.Cells} cells, the heading row has {plan.HeadingCount}."),
        RejectReason.SiteMissing => "The site is blank.",
        RejectReason.NotCorrected => $"The cell '{CorrectionColumns.Reason}' still says what is wrong with the row; clear it once the row is right.",
        RejectReason.QuoteSwallowsRows => "A quoted cell of the row holds lines like rows of their own: a quote is stray.",
        RejectReason.HeadingsRepeated => "The row repeats the headings.",
        RejectReason.Replaced => Replaced(part, outcome.Row),
        RejectReason.WashedOut => WashedOut(part, outcome.Row),
        RejectReason.AfterAsAt => "The fracture date is after the as-at date.",
        RejectReason.BeforeFrom => "The fracture date is before the first day asked for.",
        _ => "The fracture date is after the last day asked for.",
    };

    private string Replaced(ExportPart part, long row)
    {
        var (number, winner) = duplicates.WinnerOver(part.Number, row);
        return $"Replaced by {parts[number].NameOf(winner)}.";
    }

    private string WashedOut(ExportPart part, long row)
    {
        var (number, before) = washOuts.Before(part.Number, row);
        return FormattableString.Invariant($"Recorded again within {washOuts.Days} days of {parts[number].NameOf(before)}.");
    }

    private RepairedDate Repaired(ExportPart part, long row, YearChange change) =>
        new(new Place(part.File.Path, part.Sheet, row, part.Match.Headings.Texts[change.Column]), request.Years.Fields[change.Field], request.Years.RuleOf(change.Field), change.From, change.To);
}
