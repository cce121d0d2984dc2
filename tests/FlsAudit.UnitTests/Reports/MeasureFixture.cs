using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.UnitTests.Reports;

/// <summary>Definitions of every kind, as short as they may be and worded like real ones.</summary>
internal static class MeasureFixture
{
    public static readonly Field FractureDate = DateField("fracture_date", "The day of the index fracture");
    public static readonly Field AssessmentDate = DateField("assessment_date", "The day of the first assessment by the FLS");
    public static readonly Field Age = new("age_at_fracture", FieldType.Number, "person", "Age at the index fracture")
    {
        Unit = "years",
        Provenance = new Provenance("Data dictionary", ProvenanceStatus.Verified),
    };

    private static readonly Expression Over50 = new NumberComparison("age_at_fracture >= 50", Age, Comparison.GreaterOrEqual, 50);
    private static readonly Expression Assessed =
        new Within("assessment_date within 90 days of fracture_date", AssessmentDate, 90, FractureDate);

    public static MeasureDefinition Proportion(string id, string title, string set = "fls-core") => new()
    {
        Id = id,
        Set = set,
        Title = title,
        Question = $"What share of the patients: {title}?",
        Kind = MeasureKind.Proportion,
        Provenance = new Provenance("Benchmark page", ProvenanceStatus.Verified) { Edition = "2021" },
        Population = Over50,
        Exclusions = [new Exclusion("fracture of skull, face or digit", new IsKnown("fracture_site in (skull, face, digit)", Age))],
        Parts = [new MeasurePart("", title, null, Assessed) { Due = new DueRule(90, FractureDate) }],
        Unknown = UnknownPolicy.NotMet,
        Words = new MeasureWords(title, "patients aged 50 or over with a fragility fracture"),
        Better = Better.Higher,
        File = $"measures/{set}/{id}.yaml",
    };

    public static MeasureDefinition Duration(string id, string title) => Proportion(id, title) with
    {
        Kind = MeasureKind.Duration,
        Question = "How many days pass from fracture to assessment?",
        Words = new MeasureWords("days from fracture to assessment", "patients with both dates"),
        Better = Better.Lower,
        Parts = [new MeasurePart("", title, null, null) { Gap = new DayDifference(FractureDate, AssessmentDate) }],
        Unknown = UnknownPolicy.LeaveOut,
    };

    public static MeasureDefinition Ratio(string id, string title, params string[] groups) => Proportion(id, title) with
    {
        Kind = MeasureKind.Ratio,
        Question = "How many of the expected fractures did the service find?",
        Words = new MeasureWords("records submitted", "fractures expected from the caseload file"),
        Parts = [.. groups.Select(group => new MeasurePart(group, group, null, null) { CaseloadGroup = group })],
    };

    public static MeasureDefinition Completeness(string id, string title, IEnumerable<Field> fields) => Proportion(id, title, "uk-fls-db") with
    {
        Kind = MeasureKind.Completeness,
        Question = "Does the service have fewer than five fields with more than 20 % of the data missing?",
        Words = new MeasureWords("fields with more than 20 % missing", "fields that are counted"),
        Better = Better.Lower,
        Completeness = new CompletenessRule(20, 5),
        Parts = [.. fields.Select(field => new MeasurePart(field.Name, field.Meaning, null, new IsPresent(field.Name, field)))],
    };

    public static MeasureDefinition Cascade(string id, string title, params (string Name, string Label)[] steps) => Proportion(id, title) with
    {
        Kind = MeasureKind.Cascade,
        Question = "How many of those identified are still on treatment after a year?",
        Words = new MeasureWords("reached the step", "patients identified whose 52 weeks are over"),
        Parts = [.. steps.Select(step => new MeasurePart(step.Name, step.Label, null, Assessed))],
    };

    public static Field DateField(string name, string meaning) =>
        new(name, FieldType.Date, "fracture", meaning) { Provenance = new Provenance("Data dictionary", ProvenanceStatus.Verified) };
}
