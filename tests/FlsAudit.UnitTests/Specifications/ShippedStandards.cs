using FlsAudit.Measures;
using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>The standards that the program ships, and their worked cases judged in the words of the definition.</summary>
internal static class ShippedStandards
{
    public static StandardsFolder Folder { get; } = StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards"));

    public static IEnumerable<TestCaseData> Measures => Named(_ => true);

    /// <summary>Those that judge records.</summary>
    public static IEnumerable<TestCaseData> MeasuresOfRecords => Named(measure => measure.ReadsRecords);

    /// <summary>Those that are answered by the organisation.</summary>
    public static IEnumerable<TestCaseData> MeasuresOfAnswers => Named(measure => !measure.ReadsRecords);

    public static IEnumerable<TestCaseData> Breakdowns => Folder.Breakdowns.Select(breakdown => new TestCaseData(breakdown).SetArgDisplayNames(breakdown.Name));

    public static MeasurePart PartOf(MeasureDefinition measure, WorkedCase workedCase) => measure.Parts.First(part => part.Name == workedCase.Part);

    /// <summary>The judgements of all cases, in order; cases of one patient are judged together where the measure counts patients.</summary>
    public static IReadOnlyList<(WorkedCase Case, Judgement Judgement)> Judge(MeasureDefinition measure)
    {
        var judged = new List<(WorkedCase Case, Judgement Judgement)>();
        foreach (var patient in measure.Cases.GroupBy(workedCase => (workedCase.Part, workedCase.AsAt, PatientOf(measure, workedCase) ?? $"line {workedCase.Line}")))
        {
            WorkedCase[] cases = [.. patient];
            EpisodeRecord[] records = [.. cases.Select(workedCase => new EpisodeRecord(RecordOf(workedCase), PatientOf(measure, workedCase), Day(workedCase, Folder.Dictionary[FieldNames.FractureDate]), 0, workedCase.Line))];
            judged.AddRange(cases.Zip(PatientEpisodes.Judge(new ReferenceEngine(cases[0].AsAt), measure, PartOf(measure, cases[0]), records)));
        }

        return [.. judged.OrderBy(item => item.Case.Line)];
    }

    /// <summary>Whether every case comes out as it says.</summary>
    public static bool AnswersAsExpected(MeasureDefinition measure) => measure.ReadsRecords
        ? Judge(measure).All(item => item.Judgement.Outcome.Word() == item.Case.Expected && (item.Case.ExpectedGap is null || item.Case.ExpectedGap == item.Judgement.Gap))
        : WorkedCaseRun.Run(measure, Folder.Dictionary).All(result => result.Passed);

    public static Record RecordOf(WorkedCase workedCase) => Record.Of(Folder.Dictionary, workedCase.Values);

    /// <summary>The day in a field of a case; null when blank.</summary>
    public static int? Day(WorkedCase workedCase, Field field) => (int?)RecordOf(workedCase)[field];

    private static IEnumerable<TestCaseData> Named(Func<MeasureDefinition, bool> wanted) =>
        Folder.Sets.SelectMany(set => set.Measures).Where(wanted).Select(measure => new TestCaseData(measure).SetArgDisplayNames(measure.Id));

    private static string? PatientOf(MeasureDefinition measure, WorkedCase workedCase) =>
        measure.Unit == CountedUnit.PatientFirstEpisode ? workedCase.Values.GetValueOrDefault(FieldNames.PatientId) : $"line {workedCase.Line}";
}
