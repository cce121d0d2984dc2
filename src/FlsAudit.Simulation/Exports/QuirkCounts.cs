using FlsAudit.Simulation.Definitions;
using FlsAudit.Simulation.Records;

namespace FlsAudit.Simulation.Exports;

/// <summary>Counts the quirks that were planted, under the words of the README.</summary>
internal static class QuirkCounts
{
    public static IEnumerable<PlantedQuirk> Of(ScenarioDefinition scenario, RecordSource source, IReadOnlyList<ExportFile> exports)
    {
        IEnumerable<(string Label, long Count)> counts =
        [
            .. scenario.Files.SelectMany(file => file.Spellings).Select(pair => ($"Files that spell the heading `{pair.Key}` as `{pair.Value}`", 1L)),
            ("Filler columns without a name or named by position", scenario.Files.Sum(file => file.Fillers.Count)),
            ("Blank rows after the data", scenario.Files.Sum(file => (long)file.BlankRows)),
            ("Dates written as bare Excel serial numbers", exports.Sum(export => export.SerialDates)),
            .. exports.SelectMany(export => export.Texts).Where(text => text.Label is not null).Select(text => (text.Label!, text.Count)),
            .. source.Quirks,
            (scenario.Duplicates?.Label ?? "", exports.Sum(export => export.Duplicates)),
        ];
        return counts.GroupBy(quirk => quirk.Label, StringComparer.Ordinal)
            .Select(quirks => new PlantedQuirk(quirks.Key, quirks.Sum(quirk => quirk.Count)))
            .Where(quirk => quirk.Count > 0);
    }
}
