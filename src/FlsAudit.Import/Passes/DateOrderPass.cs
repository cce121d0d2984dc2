using System.Collections.Concurrent;
using FlsAudit.Import.Dates;
using FlsAudit.Import.Files;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import.Passes;

/// <summary>
/// Decides the order of day and month for every column of dates before any record is read: a file whose dates are in another order than its profile says
/// would otherwise give wrong days and hardly a finding. A sheet that is read by ISO dates only costs no pass.
/// </summary>
internal sealed class DateOrderPass(ImportRequest request, FindingLog log)
{
    private readonly HashSet<NamedDateOrder> used = [];

    /// <summary>Whether a part is looked at, which costs a pass over it.</summary>
    public bool Wants(ExportPart part) => DateColumns(part).Any(position => part.Profile.DateOrder != DateOrder.Iso || Named(part, position) is not null);

    /// <summary>The file with the order of each column, or as broken when it turned out to be, which is a finding.</summary>
    public InspectedFile Decide(InspectedFile file, Action<long> progress)
    {
        if (file.Kind != FileKind.Records) return file;
        var findings = new List<Finding>();
        ExportPart[] parts;
        try
        {
            parts = [.. file.Parts.Select(part => part with { Dates = Wants(part) ? Decided(part, findings, progress) : Declared(part) })];
        }
        catch (Exception e) when (BrokenFileException.Covers(e))
        {
            log.Add(file.Input.Index, BrokenFileException.FindingAbout(e, file.Input.Path));
            return file with { Kind = FileKind.Broken };
        }

        foreach (var finding in findings) log.Add(file.Input.Index, finding);
        return file with { Parts = parts, Sheets = [.. file.Sheets.Select(sheet => WithDates(sheet, parts))] };
    }

    /// <summary>Says which orders of the user belong to no column, after the last file.</summary>
    public void NoteNotUsed(int after)
    {
        foreach (var heading in request.DateOrders.Where(named => !used.Contains(named)).Select(named => named.Heading).OfType<string>().Distinct(StringComparer.Ordinal))
            log.Add(after, "date-order-not-used", Severity.Warning, new Place(null), $"--date-order names '{heading}', and no file has a column of dates with that heading.", "The heading as the file spells it.");
    }

    private static SheetLayout WithDates(SheetLayout sheet, ExportPart[] parts) =>
        Array.Find(parts, part => part.Sheet == sheet.Sheet && part.Match.Headings.Row == sheet.HeadingRow) is { } part ? sheet with { Dates = part.Dates } : sheet;

    private int[] DateColumns(ExportPart part) =>
    [
        .. Enumerable.Range(0, part.Columns.Count)
            .Where(i => part.Columns[i] >= 0 && part.Profile.Columns[i].Fields.Any(mapping => request.Dictionary[mapping.Field].Type == FieldType.Date))
            .Select(i => part.Columns[i])
            .Order(),
    ];

    private DateColumnUse[] Declared(ExportPart part) =>
        [.. DateColumns(part).Select(position => new DateColumnUse(part.Match.Headings.Texts[position], position + 1, DateOrder.Iso, "profile", null))];

    private DateColumnUse[] Decided(ExportPart part, List<Finding> findings, Action<long> progress)
    {
        var positions = DateColumns(part);
        var found = Count(part, positions, progress);
        DateOrder?[] named = [.. positions.Select(position => Use(Named(part, position)))];
        var decisions = part.Profile.DateOrder == DateOrder.Iso
            ? [.. named.Select(order => order is { } given ? new DateDecision(given, DateGround.Named) : new DateDecision(DateOrder.Iso, DateGround.Profile))]
            : DateOrderRules.Decide(part.Profile.DateOrder, [.. named.Zip(found, (order, column) => (order, column.Evidence))]);
        var uses = new DateColumnUse[positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            var heading = part.Match.Headings.Texts[positions[i]];
            var texts = new DateOrderTexts(part.Place, part.Profile, heading, decisions[i], found[i].Evidence);
            var isTurned = DateOrderRules.IsHalfConverted(found[i].Evidence);
            // An order for all columns says nothing about the native dates of this one.
            var isKept = Named(part, positions[i]) is { Heading: not null };
            uses[i] = new DateColumnUse(heading, positions[i] + 1, decisions[i].Order, texts.Reason, found[i].Evidence) { IsHalfConverted = isTurned && !isKept };
            if (texts.Finding(found[i].Either) is { } finding) findings.Add(finding);
            if (isTurned) findings.Add(texts.HalfConverted(found[i].Natives, isKept));
        }

        return uses;
    }

    private IReadOnlyList<DateCounts> Count(ExportPart part, int[] positions, Action<long> progress)
    {
        var plan = part.Plan(request.Dictionary, new BatchLayout([]));
        var all = new ConcurrentBag<DateForms>();
        DateForms New()
        {
            var forms = new DateForms(plan, positions);
            all.Add(forms);
            return forms;
        }

        foreach (var _ in part.Rows(New, request.Workers, progress, (_, _) => { }))
        {
            // The visits are what counts.
        }

        return DateForms.Merged(all, positions.Length);
    }

    private DateOrder? Use(NamedDateOrder? named)
    {
        if (named is not null) used.Add(named);
        return named?.Order;
    }

    // The last one that names the column, else the last one for all columns.
    private NamedDateOrder? Named(ExportPart part, int position)
    {
        if (request.DateOrders.Count == 0) return null;
        string[] readings = [.. TextFolding.Readings(part.Match.Headings.Texts[position])];
        return request.DateOrders.LastOrDefault(named => named.Heading is { } heading && readings.Contains(TextFolding.Fold(heading)))
            ?? request.DateOrders.LastOrDefault(named => named.Heading is null);
    }
}
