using FlsAudit.Jobs;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>A measure that counts patients is explained with all records of the patient, wherever they stand.</summary>
public sealed class ExplainPatientsTests
{
    private const string Headings =
        "record_id,site,patient_id,sex,age_at_year_end,fracture_date,episode_date,fracture_site,fracture_60_days_before,bmd_730_days_before,osteoporosis_drug_365_days_before,hospice,continuous_enrolment,dxa,prescribed,long_acting_drug_in_stay";

    private const string Rest = "hip,no,no,no,no,yes,not_ordered,no,no";

    private ExportFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ExportFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("L1", "not in population", "It counts patients: the first episode of this patient is record E1 (b.csv:2).")]
    [TestCase("E1", "not met", "It counts patients: this record is the first episode of its patient, who has 2 records.")]
    [TestCase("O1", "not met", "It counts patients: this record is the first episode of its patient, who has no other record.")]
    [TestCase("N1", "unknown", "It counts patients, and the record does not say whose it is.")]
    public void The_first_episode_of_the_patient_is_named(string record, string outcome, string remark)
    {
        var part = ExplainJob.Record(Request(), record).Records.Single().Measures.Single().Parts.Single();

        Assert.That(part.Outcome, Is.EqualTo(outcome), string.Join('\n', part.Clauses.Select(clause => $"{clause.Title}: {clause.Truth}")));
        Assert.That(part.Remarks, Does.Contain(remark));
    }

    [TestCase("not-met", new[] { "O1", "E1" })]
    [TestCase("not-in-population", new[] { "L1" })]
    [TestCase("unknown", new[] { "N1" })]
    [TestCase("met", new string[0])]
    public void Lists_judge_all_records_of_a_patient_together(string outcome, string[] expected) =>
        Assert.That(ExplainJob.List(Request(), outcome).Records.Select(record => record.Name), Is.EqualTo(expected));

    private ExplainRequest Request()
    {
        // The later episode stands in the file that is read first.
        var first = folder.Write("a.csv", Headings, $"L1,North,P1,female,70,2024-08-01,2024-08-01,{Rest}", $"O1,North,P2,female,70,2024-07-20,2024-07-20,{Rest}", $"N1,North,,female,70,2024-07-20,2024-07-20,{Rest}");
        var second = folder.Write("b.csv", Headings, $"E1,North,P1,female,70,2024-07-10,2024-07-10,{Rest}");
        return new ExplainRequest { Input = ExportFolder.Input(first, second), AsAt = new DateOnly(2025, 12, 31), Measures = ["us-omw"] };
    }
}
