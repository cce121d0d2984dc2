using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Reports.Wording;

/// <summary>A measure with its set, as sentences about several measures need it.</summary>
internal sealed record DefinedMeasure(MeasureDefinition Measure, StandardSet Set)
{
    public string Id => Measure.Id;

    /// <summary>Its windows in words, each once.</summary>
    public string Window => !Measure.ReadsRecords ? "no window"
        : string.Join("; ", Measure.Parts.Select(part => part.Due is { } due ? MeasureText.Window(due) : "no window").Distinct(StringComparer.Ordinal));

    /// <summary>What counts: as written, or by name where there are many parts.</summary>
    public string Numerator => Measure.Kind switch
    {
        _ when !Measure.ReadsRecords => "an answer of the organisation",
        MeasureKind.Completeness => $"{PrintedNumber.Count(Measure.Parts.Count)} fields ({string.Join(", ", Measure.Parts.Select(part => part.Name))})",
        MeasureKind.Cascade => $"{PrintedNumber.Count(Measure.Parts.Count)} steps ({string.Join(", ", Measure.Parts.Select(part => part.Label))})",
        _ => string.Join("; ", Measure.Parts.Select(Counted).Distinct(StringComparer.Ordinal)),
    };

    /// <summary>Exclusions that are not about deaths.</summary>
    public IEnumerable<Exclusion> Exclusions => Measure.Exclusions.Where(exclusion => !DeathText.IsAboutDeath(exclusion));

    /// <summary>The one window after which a record is judged; null when there are none or several.</summary>
    public DueRule? Judged => Measure.ReadsRecords && Measure.Parts.Select(part => part.Due).Distinct().ToList() is [{ } due] ? due : null;

    /// <summary>The days within which the numerator itself has to happen after the start of <see cref="Judged"/>; null when it names none or several.</summary>
    public int? DaysAllowed => Judged is { } due && Measure.Parts is [{ Numerator: { } numerator }]
        && SingleTests.Of(numerator).OfType<Within>().Where(within => within.HasLimit && within.Start.Name == due.Start.Name).Select(within => within.Days).Distinct().ToList() is [var days]
        ? days
        : null;

    private static string Counted(MeasurePart part) =>
        part.Gap is { } gap ? $"days({gap.From.Name}, {gap.To.Name})" : part.Numerator?.Text ?? "every record that belongs";
}
