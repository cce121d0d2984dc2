using FlsAudit.Analysis;
using FlsAudit.Model;
using FlsAudit.Reports;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.UnitTests.Reports;

/// <summary>
/// Three services judged by ladders, windows, answers and a shortfall, by group of patients, and two sets that ask one thing differently. Nothing here tests how
/// levels are found.
/// </summary>
internal static class LevelsFixture
{
    public const string Note = "The level of each standard is a self-assessment estimate, not an IOF rating.";

    public static readonly int AsAt = new DateOnly(2025, 12, 31).DayNumber;

    public static readonly IReadOnlyList<string> Sites = ["Amberford", "Brackley", "Carrow"];

    public static readonly Question Guideline = new("guideline", AnswerType.Code, "assessment", "The guideline that decides who is treated.")
    {
        Values = [new("none", "No guideline"), new("local", "Local"), new("national", "National"), new(CodeValue.NotKnown, "Not known")],
        Provenance = new Provenance("Framework standard 5", ProvenanceStatus.Recalled),
    };

    public static readonly Question WantedShare = new("assessment_share", AnswerType.Percent, "identification", "The share of patients wanted inside a window.")
    {
        Provenance = new Provenance("FlsAudit", ProvenanceStatus.Inferred),
    };

    private static readonly Field FractureSite = new("fracture_site", FieldType.Code, "fracture", "Site of the fracture")
    {
        Values = [new("hip", "Hip"), new("spine", "Spine")],
        Provenance = new Provenance("Data dictionary", ProvenanceStatus.Verified),
    };

    private static readonly Field Death = MeasureFixture.DateField(FieldNames.DeathDate, "The day of death");

    public static readonly Breakdown PatientGroup = new(
        "patient_group", "Patient group",
        [
            new Category("hip", "Hip fractures", new HasCode("fracture_site = hip", FractureSite, [0])),
            new Category("vertebral", "Vertebral fractures", new HasCode("fracture_site = spine", FractureSite, [1])),
        ])
    {
        Provenance = new Provenance("Framework", ProvenanceStatus.Inferred) { Note = "The groups by which services are graded." },
    };

    private static readonly LevelRule FiftySeventyNinety =
        new(new BandTest(">=", 50), new BandTest(">=", 70), new BandTest(">=", 90), ProvenanceStatus.Recalled, "A value on a threshold is inside.");

    public static readonly MeasureDefinition Ladder = MeasureFixture.Proportion("bpf-6", "Secondary causes excluded", "iof-bpf") with
    {
        Kind = MeasureKind.Level,
        Levels = FiftySeventyNinety,
        By = [PatientGroup],
        Why = "Another illness may be behind the fracture.",
        Action = "Order bloods with the first letter.\nAsk the laboratory for one profile.",
        Parameters = [new Parameter("settling_time", "16 weeks", "Time before a record counts", ProvenanceStatus.Inferred)],
        Cases =
        [
            new WorkedCase(10, new Dictionary<string, string> { ["fracture_date"] = "2025-01-01", ["age_at_fracture"] = "72" }, AsAt, "", "not met", null, "no | bloods"),
            new WorkedCase(11, new Dictionary<string, string> { ["fracture_date"] = "2025-01-01", ["assessment_date"] = "2025-02-01", ["age_at_fracture"] = "72" }, AsAt, "", "met", null, "bloods"),
        ],
        ValueCases =
        [
            new ValueCase(20, new Dictionary<string, string> { ["value"] = "90" }, new Dictionary<string, string> { ["expect"] = "level 3" }, "on the threshold"),
            new ValueCase(21, new Dictionary<string, string> { ["value"] = "89.9" }, new Dictionary<string, string> { ["expect"] = "level 2" }, "below it"),
        ],
    };

    public static readonly MeasureDefinition Timing = MeasureFixture.Proportion("bpf-3", "Assessed in time", "iof-bpf") with
    {
        Kind = MeasureKind.Level,
        Timing = new TimingRule(WantedShare),
        By = [PatientGroup],
        Parts = [Window(8, 3), Window(12, 2), Window(16, 1)],
    };

    public static readonly MeasureDefinition ByGuideline = MeasureFixture.Proportion("bpf-5", "Follows a guideline", "iof-bpf") with
    {
        Kind = MeasureKind.Level,
        Answer = new AnswerRule(Guideline, new Dictionary<string, int> { ["local"] = 1, ["national"] = 3 }, null, ProvenanceStatus.Recalled, ""),
        Exclusions = [],
    };

    public static readonly MeasureDefinition In90Days = MeasureFixture.Proportion("fls-db-4", "Assessed within 90 days", "uk-fls-db") with { Topic = "assessed-in-time", IsFollowUp = true };

    public static readonly MeasureDefinition In84Days = MeasureFixture.Proportion("iof-kpi-4", "Assessed within 12 weeks", "iof-kpi") with
    {
        Topic = "assessed-in-time",
        IsFollowUp = true,
        Unknown = UnknownPolicy.LeaveOut,
        Exclusions =
        [
            .. In90Days.Exclusions,
            new Exclusion("Died within 12 weeks of the fracture", new And(
                "death_date is known and death_date within 84 days of fracture_date", new IsKnown("death_date is known", Death),
                new Within("death_date within 84 days of fracture_date", Death, 84, MeasureFixture.FractureDate))),
        ],
        Parts = [new MeasurePart("", "Assessed", null, new Within("assessment_date within 84 days of fracture_date", MeasureFixture.AssessmentDate, 84, MeasureFixture.FractureDate))
            { Due = new DueRule(84, MeasureFixture.FractureDate) }],
    };

    public static readonly MeasureDefinition Missed = MeasureFixture.Proportion("missed", "Missed opportunities", "uk-fls-db") with
    {
        Kind = MeasureKind.Shortfall,
        Better = Better.Lower,
        Model = new ShortfallModel([new Factor("identified", 0.8), new Factor("recommended", 0.5)], ProvenanceStatus.Secondary, "The national report's model."),
        Words = new MeasureWords("patients on treatment after a year", "patients whom the model expects on treatment"),
        Parts =
        [
            new MeasurePart("", "On treatment", null, null)
            {
                CaseloadGroup = "all",
                Due = new DueRule(364, MeasureFixture.FractureDate),
                Derived = new DerivedCaseload("hip", 5, ProvenanceStatus.Verified, "UK multiplier."),
            },
        ],
    };

    public static StandardSet Framework { get; } = Set("iof-bpf", "Best Practice Framework, self-assessment", false, Timing, ByGuideline, Ladder) with { Note = Note };

    public static StandardSet Uk { get; } = Set("uk-fls-db", "UK audit", false, In90Days, Missed);

    public static StandardSet Indicators { get; } = Set("iof-kpi", "IOF indicators", true, In84Days);

    public static ReleasedReport Report { get; } = new(
        DisclosurePolicy.Internal, [Framework, Uk, Indicators], Sites, ["2024-Q1", "2024-Q2"], [.. Results()], [], [])
    {
        Worklist =
        [
            new WorklistRow("Amberford", "A-17", In90Days, "FLS assessment", new DateOnly(2024, 12, 20), -11, "closed, not taken"),
            new WorklistRow("Brackley", "brackley.csv:12", In90Days, "FLS assessment", new DateOnly(2025, 1, 5), 5, "open"),
        ],
    };

    public static ReportContext Context { get; } = BenchmarkFixture.Context with
    {
        Organisation = new OrganisationAnswers(new Dictionary<string, IReadOnlyDictionary<string, Answer>>
        {
            ["Amberford"] = new Dictionary<string, Answer>
            {
                ["guideline"] = new(Guideline, ["national"], null, ""),
                ["assessment_share"] = new(WantedShare, [], 80, ""),
            },
            ["Brackley"] = new Dictionary<string, Answer> { ["guideline"] = new(Guideline, [CodeValue.NotKnown], null, "") },
        }),
    };

    private static StandardSet Set(string name, string title, bool excludes, params MeasureDefinition[] measures) =>
        new(name, title, new Provenance(title, ProvenanceStatus.Inferred), measures) { ExcludesDeathsBeforeWindow = excludes };

    private static MeasurePart Window(int weeks, int level) => new(
        $"within_{weeks}_weeks", $"Within {weeks} weeks", null,
        new Within($"assessment_date within {weeks} weeks of fracture_date", MeasureFixture.AssessmentDate, 7 * weeks, MeasureFixture.FractureDate))
    {
        Level = level,
        Due = new DueRule(112, MeasureFixture.FractureDate),
    };

    private static IEnumerable<Result> Results()
    {
        string[] places = [Result.All, .. Sites];
        for (var s = 0; s < places.Length; s++)
        {
            // The ladder: 91, 72, 55 and 40 % of 200, a place each; hips 5 points higher, spines 5 lower.
            double[] shares = [72, 91, 55, 40];
            foreach (var period in (string[])[Result.All, "2024-Q1", "2024-Q2"])
                yield return Share(Ladder, places[s], period, shares[s], Ladder.Levels!.Of(shares[s]));
            foreach (var (category, more) in new[] { ("hip", 5), ("vertebral", -5) })
                yield return Share(Ladder, places[s], Result.All, shares[s] + more, Ladder.Levels!.Of(shares[s] + more)) with { Breakdown = "patient_group", Category = category };
            yield return Level(Timing, places[s], s == 1 ? Band.Level2 : null, ResultStatus.NotComputed);
            foreach (var (part, w) in Timing.Parts.Select((part, w) => (part, w)))
            {
                yield return Share(Timing, places[s], Result.All, 50 + (15 * w), null) with { Breakdown = "window", Category = part.Name };
                yield return Share(Timing, places[s], Result.All, 55 + (15 * w), null) with { Breakdown = "patient_group: window", Category = $"hip: {part.Name}" };
            }

            yield return Level(Timing, places[s], s == 1 ? Band.Level2 : null, ResultStatus.NotComputed) with { Breakdown = "patient_group", Category = "hip" };
            yield return s switch
            {
                1 => Level(ByGuideline, places[s], Band.Level3, default),
                2 => Level(ByGuideline, places[s], null, ResultStatus.Unknown),
                _ => Level(ByGuideline, places[s], null, ResultStatus.NotComputed),
            };
            yield return Share(In90Days, places[s], Result.All, 60 + s, null);
            yield return Share(In84Days, places[s], Result.All, 58 + s, null) with { Policy = UnknownPolicy.LeaveOut };
            // 0.4 of 500 are expected: 200. Only Amberford has a caseload, so all sites together are Amberford.
            yield return s > 1 ? Level(Missed, places[s], null, ResultStatus.NotComputed) with { Unit = "patients" } : Share(Missed, places[s], Result.All, 0, null) with
            {
                Unit = "patients",
                Numerator = 212,
                Denominator = 200,
                Value = -12,
                Limits95 = new Limits(-42, 16),
                Limits998 = new Limits(-59, 31),
            };
        }
    }

    private static Result Share(MeasureDefinition measure, string site, string period, double percent, Band? band) =>
        Level(measure, site, band, default) with
        {
            Period = period,
            Unit = "percent",
            Numerator = 2 * percent,
            Denominator = 200,
            Value = percent,
            Limits95 = new Limits(percent - 3, percent + 3),
            Limits998 = new Limits(percent - 5, percent + 5),
            Status = ResultStatus.Ok,
            Counts = new OutcomeCounts((long)(2 * percent), 200 - (long)(2 * percent), 0, 0, 0, 0),
        };

    private static Result Level(MeasureDefinition measure, string site, Band? band, ResultStatus without) => new()
    {
        Measure = measure,
        Site = site,
        Period = Result.All,
        Counts = new OutcomeCounts(0, 0, 0, 0, 0, 0),
        Policy = measure.Unknown,
        Value = band?.Level(),
        Band = band,
        Unit = "level",
        Method = band is null ? "not computed: no answer" : "level of an answer",
        Status = band is null ? without : ResultStatus.Ok,
    };
}
