using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

/// <summary>A small dictionary and a few layouts with the quirks of real ones.</summary>
internal static class SmallProfiles
{
    private static readonly Provenance MadeUp = new("made up for the tests", ProvenanceStatus.Verified);

    public static FieldDictionary Dictionary { get; } = new(
    [
        Field("record_id", FieldType.Text),
        Field("patient_id", FieldType.Text),
        Field("site", FieldType.Text),
        Field("fracture_date", FieldType.Date),
        Field("fracture_site", FieldType.Code, "hip", "wrist", "not_known"),
        Field("identified_date", FieldType.Date),
        Field("assessment_date", FieldType.Date),
        Field("age_at_fracture", FieldType.Number),
        Field("t_score", FieldType.Number),
        Field("fracture_side", FieldType.Code, "left", "right"),
        Field("dxa", FieldType.Code, "yes", "no", "not_known"),
        Field("treatment", FieldType.Code, "recommended", "declined", "not_known"),
        Field("drug", FieldType.Code, "alendronate", "denosumab", "combination"),
        Field("low_trauma", FieldType.Code, "yes", "no"),
    ]);

    public static BatchLayout Layout { get; } = new(Dictionary.Fields.Where(field => field.Type != FieldType.Text));

    /// <summary>FlsAudit's own kind of layout: ISO dates, a site column, no key.</summary>
    public static RegistryProfile Plain { get; } = new()
    {
        Name = "plain",
        Title = "Plain",
        Provenance = MadeUp,
        MissingTexts = ["", "NA"],
        Columns =
        [
            Column("record_id"),
            Column("site"),
            Column("fracture_date") with { Required = true },
            Column("assessment_date"),
            Column("age_at_fracture") with { Required = true },
            Column("t_score"),
            Column("fracture_side"),
            Column("dxa"),
        ],
    };

    /// <summary>The same with a key.</summary>
    public static RegistryProfile Keyed { get; } = Plain with { Name = "keyed", KeyFields = ["record_id"] };

    /// <summary>The plain layout with a number for the patient.</summary>
    public static RegistryProfile Patients { get; } = Plain with { Name = "patients", Encoding = "windows-1252", Columns = [.. Plain.Columns, Column("patient_id") with { Required = true }] };

    /// <summary>The plain layout with what tells whether an episode was recorded again.</summary>
    public static RegistryProfile Episodes { get; } = Plain with
    {
        Name = "episodes",
        Columns = [.. Plain.Columns, Column("patient_id"), Column("fracture_site") with { Required = true }, Column("identified_date")],
    };

    /// <summary>A layout in British style: day first, joined drugs, several spellings of a heading, no site column, a constant.</summary>
    public static RegistryProfile British { get; } = new()
    {
        Name = "british",
        Title = "British",
        Provenance = MadeUp,
        DateOrder = DateOrder.DayFirst,
        Encoding = "windows-1252",
        IgnoredHeadings = ["Post Code"],
        Constants = new Dictionary<string, string> { ["low_trauma"] = "yes" },
        Columns =
        [
            new ProfileColumn(["Age", "Age at fracture"], [Map("age_at_fracture")]) { Required = true },
            new ProfileColumn(["1.09 Date Index Frac Diagnosed"], [Map("fracture_date")]) { Required = true },
            new ProfileColumn(["3.01 DXA"], [Map("dxa", ("Yes", "yes"), ("No", "no"), ("Don't know", "not_known"))]),
            new ProfileColumn(["3.04 TScore"], [Map("t_score")]),
            new ProfileColumn(
                ["4.01 BoneTherapy"],
                [
                    Map("treatment", ("Alendronate", "recommended"), ("Denosumab", "recommended"), ("Informed decline", "declined"), ("Don't know", "not_known")),
                    Map("drug", ("Alendronate", "alendronate"), ("Denosumab", "denosumab"), ("Informed decline", null), ("Don't know", null)) with { Several = "combination" },
                ])
            { Join = ';' },
        ],
    };

    /// <summary>A layout in French style: semicolons, decimal comma, accents.</summary>
    public static RegistryProfile French { get; } = new()
    {
        Name = "french",
        Title = "French",
        Provenance = MadeUp,
        DateOrder = DateOrder.DayFirst,
        DecimalMark = ',',
        Separator = ';',
        Encoding = "windows-1252",
        Columns =
        [
            new ProfileColumn(["Âge"], [Map("age_at_fracture")]) { Required = true },
            new ProfileColumn(["Date de l'accident"], [Map("fracture_date")]) { Required = true },
            new ProfileColumn(["Hôpital"], [Map("site")]),
            new ProfileColumn(["T-score"], [Map("t_score")]),
            new ProfileColumn(["Côté"], [Map("fracture_side", ("Gauche", "left"), ("Côté droit", "right"))]),
        ],
    };

    public static FieldMapping Map(string field, params (string Text, string? Code)[] values) =>
        new(field, values.ToDictionary(value => value.Text, value => value.Code), null);

    private static ProfileColumn Column(string field) => new([field], [Map(field)]);

    private static Field Field(string name, FieldType type, params string[] codes) =>
        new(name, type, "test", name) { Values = [.. codes.Select(code => new CodeValue(code, code))], Provenance = MadeUp };
}
