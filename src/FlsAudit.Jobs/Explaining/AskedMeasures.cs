using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs.Explaining;

/// <summary>Measures with the parts of them that a question is about.</summary>
internal static class AskedMeasures
{
    /// <summary>The measures in the order asked, each once, with one part or with all.</summary>
    /// <exception cref="JobException">There is no such measure, or no such part of one.</exception>
    public static IReadOnlyList<(MeasureDefinition Measure, IReadOnlyList<MeasurePart> Parts)> Of(ExplainRequest request, OpenStandards standards) =>
        [.. request.Measures.Distinct().Select(standards.Measure).Select(measure => request.ExcludesDeaths is { } excludes ? measure.WithDeaths(excludes) : measure).Select(measure => (measure, Parts(measure, request.Part)))];

    /// <summary>The fields that the measures read, and the fracture date, which orders the episodes of a patient.</summary>
    public static IReadOnlyList<Field> Fields(IEnumerable<MeasureDefinition> measures, FieldDictionary dictionary)
    {
        HashSet<string> names = [FieldNames.FractureDate, .. measures.SelectMany(FieldsRead.By)];
        return [.. dictionary.Fields.Where(field => field.Type != FieldType.Text && names.Contains(field.Name))];
    }

    /// <summary>The parts of a measure as a message names them.</summary>
    public static string Named(MeasureDefinition measure) => string.Join(", ", measure.Parts.Select(part => part.Name).Where(name => name.Length > 0));

    private static IReadOnlyList<MeasurePart> Parts(MeasureDefinition measure, string? name)
    {
        if (name is null) return measure.Parts;
        if (measure.Parts.FirstOrDefault(part => part.Name == name) is { } part) return [part];
        var names = Named(measure);
        throw new JobException(ExitCode.Usage, names.Length == 0
            ? $"The measure '{measure.Id}' has no parts; leave --part out."
            : $"The measure '{measure.Id}' has no part '{name}'; its parts are {names}.");
    }
}
