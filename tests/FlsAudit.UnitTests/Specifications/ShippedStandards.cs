using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>The standards that the program ships, and their worked cases judged in the words of the definition.</summary>
internal static class ShippedStandards
{
    public static StandardsFolder Folder { get; } = StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards"));

    public static IEnumerable<TestCaseData> Measures =>
        Folder.Sets.SelectMany(set => set.Measures).Select(measure => new TestCaseData(measure).SetArgDisplayNames(measure.Id));

    public static MeasurePart PartOf(MeasureDefinition measure, WorkedCase workedCase) => measure.Parts.First(part => part.Name == workedCase.Part);

    public static Judgement Judge(MeasureDefinition measure, WorkedCase workedCase) =>
        new ReferenceEngine(workedCase.AsAt).Judge(measure, PartOf(measure, workedCase), RecordOf(workedCase));

    public static Record RecordOf(WorkedCase workedCase) => Record.Of(Folder.Dictionary, workedCase.Values);

    /// <summary>The day in a field of a case; null when blank.</summary>
    public static int? Day(WorkedCase workedCase, Field field) => (int?)RecordOf(workedCase)[field];
}
