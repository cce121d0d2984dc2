using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>A measure with its set, as sentences about several measures need it.</summary>
internal sealed record DefinedMeasure(MeasureDefinition Measure, StandardSet Set)
{
    public string Id => Measure.Id;

    /// <summary>Its windows in words, each once.</summary>
    public string Window => string.Join("; ", Measure.Parts.Select(part => part.Due is { } due ? MeasureText.Window(due) : "no window").Distinct(StringComparer.Ordinal));

    /// <summary>What counts, as written.</summary>
    public string Numerator => string.Join("; ", Measure.Parts.Select(part =>
        part.Gap is { } gap ? $"days({gap.From.Name}, {gap.To.Name})" : part.Numerator?.Text ?? "every record that belongs"));

    /// <summary>Exclusions that are not about deaths.</summary>
    public IEnumerable<Exclusion> Exclusions => Measure.Exclusions.Where(exclusion => !DeathText.IsAboutDeath(exclusion));
}
