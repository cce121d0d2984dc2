using FlsAudit.Analysis;
using FlsAudit.Reports.Wording;
using FlsAudit.Reports.Xlsx;
using FlsAudit.Standards;

namespace FlsAudit.Reports;

/// <summary>
/// <c>benchmark.xlsx</c>: summary matrix, a sheet per measure with native charts, care cascade, groups of patients, site profiles, measures side by side, answers of
/// the organisation, work-list, data quality, definitions and provenance. Numbers
/// are numbers and dates are dates; no cell is a formula. The same report gives the same bytes.
/// </summary>
public static class Workbook
{
    /// <summary>Writes the workbook to a stream, which stays open and need not be seekable.</summary>
    public static void Write(ReleasedReport report, ReportContext context, Stream output)
    {
        var names = new SheetNames();
        var sheets = new List<Sheet> { new(names.Take(SheetHead.Summary)) };
        foreach (var reserved in (string[])["Care cascade", SiteProfileText.Heading, SideBySide.Heading, OrganisationTable.Heading, WorklistSheet.Name, "Data quality", "Definitions", "Provenance"])
            names.Take(reserved);
        var tables = new CrossTables(report);
        MeasureDefinition[] measures = [.. report.Sets.SelectMany(set => set.Measures)];
        MeasureDefinition[] cascades = [.. measures.Where(measure => measure.Kind == MeasureKind.Cascade)];
        var results = report.Results.ToLookup(result => result.Measure.Id, StringComparer.Ordinal);
        var sheetOfMeasure = cascades.ToDictionary(measure => measure.Id, _ => "Care cascade", StringComparer.Ordinal);
        foreach (var measure in measures.Except(cascades))
        {
            var sheet = new Sheet(names.Take(measure.Id));
            sheetOfMeasure[measure.Id] = sheet.Name;
            if (measure.Answer is not null) AnswerTable.Fill(sheet, report, context, measure);
            else MeasureSheet.Fill(sheet, report, measure, [.. results[measure.Id]], tables);
            sheets.Add(sheet);
        }

        SummarySheet.Fill(sheets[0], report, context, sheetOfMeasure);
        if (cascades.Length > 0) Add(sheets, "Care cascade", sheet => CascadeSheet.Fill(sheet, report, cascades));
        foreach (var breakdown in measures.SelectMany(measure => measure.By).DistinctBy(by => by.Name))
            Add(sheets, names.Take(MeasureText.Capital(breakdown.Title)), sheet => GroupSheet.Fill(sheet, report, tables, breakdown));
        if (SiteProfileText.HasAny(report)) Add(sheets, SiteProfileText.Heading, sheet => SiteProfilesSheet.Fill(sheet, report, sheetOfMeasure));
        if (SideBySide.Of(report) is { Count: > 0 } topics) Add(sheets, SideBySide.Heading, sheet => SideBySideSheet.Fill(sheet, report, topics));
        if (OrganisationTable.Of(context) is { Rows.Count: > 0 } organisation)
            Add(sheets, OrganisationTable.Heading, sheet => OrganisationSheet.Fill(sheet, report, organisation));
        if (report.Worklist.Count > 0) Add(sheets, WorklistSheet.Name, sheet => WorklistSheet.Fill(sheet, report, context));
        Add(sheets, "Data quality", sheet => DataQualitySheet.Fill(sheet, report, context));
        Add(sheets, "Definitions", sheet => DefinitionsSheet.Fill(sheet, report));
        Add(sheets, "Provenance", sheet => ProvenanceSheet.Fill(sheet, report, context));
        WorkbookPackage.Write(sheets, Words.PolicyLine(report.Policy), output);
    }

    private static void Add(List<Sheet> sheets, string name, Action<Sheet> fill)
    {
        var sheet = new Sheet(name);
        fill(sheet);
        sheets.Add(sheet);
    }
}
