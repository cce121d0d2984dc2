using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;
using FlsAudit.Simulation.Records;

namespace FlsAudit.Simulation.Exports;

/// <summary>The columns that all exports of a scenario have, in their order.</summary>
internal static class ExportLayout
{
    // T-scores are reported to one decimal; ages and counts are whole.
    private const int DecimalsOfUnrounded = 1;

    public static IReadOnlyList<ExportColumn> Columns(LayoutDefinition layout, RegistryProfile profile, RecordSchema schema, IReadOnlyDictionary<string, int> decimals)
    {
        IReadOnlyList<string> headings = layout.Columns.Count > 0 ? layout.Columns : [.. profile.Columns.Select(column => column.Headings[0])];
        CheckNames(layout, headings, profile);
        return [.. headings.Select(heading => Column(heading, headings, layout, profile, schema, decimals))];
    }

    private static ExportColumn Column(
        string heading,
        IReadOnlyList<string> headings,
        LayoutDefinition layout,
        RegistryProfile profile,
        RecordSchema schema,
        IReadOnlyDictionary<string, int> decimals)
    {
        if (layout.Fill.TryGetValue(heading, out var variable))
            return new ValueColumn(heading, schema[variable], decimals.GetValueOrDefault(variable));
        if (Find(profile, heading) is not { } column) return new BlankColumn(heading);
        var first = column.Fields[0];
        if (schema[first.Field].Type != FieldType.Code || first.Values.Count == 0)
            return new ValueColumn(heading, schema[first.Field], decimals.GetValueOrDefault(first.Field, DecimalsOfUnrounded));
        var sameAs = layout.SameTextAs.TryGetValue(heading, out var other) ? headings.ToList().IndexOf(other) : -1;
        return new CodeColumn(heading, column, schema, layout.Joined.GetValueOrDefault(heading, []), sameAs);
    }

    private static void CheckNames(LayoutDefinition layout, IReadOnlyList<string> headings, RegistryProfile profile)
    {
        string[] named = [.. layout.Fill.Keys, .. layout.Joined.Keys, .. layout.SameTextAs.Keys, .. layout.SameTextAs.Values, .. layout.Texts.Select(text => text.Column)];
        foreach (var name in named.Where(name => !headings.Contains(name)))
            throw ScenarioException.UnknownName($"The layout names the column '{name}', which the exports do not have", name, headings);
        foreach (var (heading, other) in layout.SameTextAs.Where(pair => headings.ToList().IndexOf(pair.Value) > headings.ToList().IndexOf(pair.Key)))
            throw new ScenarioException($"The column '{heading}' repeats '{other}', which must stand to the left of it.");
        foreach (var heading in headings.Where(heading => Find(profile, heading) is null && !profile.IgnoredHeadings.Contains(heading)))
            throw ScenarioException.UnknownName($"The profile '{profile.Name}' neither reads nor ignores the column '{heading}'", heading, profile.Columns.SelectMany(column => column.Headings));
        foreach (var heading in layout.Fill.Keys.Where(heading => Find(profile, heading) is not null))
            throw new ScenarioException($"The column '{heading}' is read by the profile, so no variable may fill it.");
    }

    private static ProfileColumn? Find(RegistryProfile profile, string heading) => profile.Columns.FirstOrDefault(column => column.Headings.Contains(heading));
}
