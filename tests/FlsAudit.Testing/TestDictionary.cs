using FlsAudit.Model;

namespace FlsAudit.Testing;

/// <summary>A small data dictionary for tests that must not change when the shipped one does.</summary>
public static class TestDictionary
{
    private static readonly Provenance Invented = new("made for tests", ProvenanceStatus.Inferred);

    /// <summary>Three dates, two code fields (one with <c>not_known</c>) and a number.</summary>
    public static FieldDictionary Small { get; } = new(
    [
        Date("fracture_date"),
        Date("assessment_date"),
        Date("death_date"),
        Code("fracture_site", "hip", "spine", "wrist", "skull", "not_known"),
        Code("fracture_side", "left", "right"),
        Code("treatment", "recommended", "declined", "inappropriate", "not_known"),
        new Field("age_at_fracture", FieldType.Number, "person", "Age.") { Unit = "years", Provenance = Invented },
    ]);

    private static Field Date(string name) => new(name, FieldType.Date, "dates", name) { Provenance = Invented };

    private static Field Code(string name, params string[] codes) => new(name, FieldType.Code, "codes", name)
    {
        Values = [.. codes.Select(code => new CodeValue(code, code))],
        Provenance = Invented,
    };
}
