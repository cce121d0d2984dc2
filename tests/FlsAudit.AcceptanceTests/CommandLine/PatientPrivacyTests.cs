using System.Text;

namespace FlsAudit.AcceptanceTests.CommandLine;

/// <summary>What says who a patient is, in an export that a hospital should not have sent so, is in no output of any verb, not even where values are asked for.</summary>
public sealed class PatientPrivacyTests
{
    // Made up; 9434765919 and the numbers after it are of the range that the NHS keeps for tests.
    private static readonly string[] Secrets =
        ["Featherstonehaugh", "Okonkwo", "Quimby", "Zwart", "Yeo-Lamb", "Vanterpool", "9434765919", "9434765870", "9434765889", "9434765897", "9434765862", "9434765935", "SW1A 1AA", "1941-02-0"];

    private ScratchFolder folder = null!;
    private string export = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new ScratchFolder();
        var text = new StringBuilder("record_id,patient_id,site,fracture_date,age_at_fracture,fracture_site,assessment_date,Surname,Where,Born\n");
        for (var i = 0; i < 6; i++)
            text.Append($"{Secrets[i]},{Secrets[6 + i]},{(i == 5 ? "" : "North")},2025-0{i + 1}-01,7{i},hip,{(i < 3 ? "" : "soon")},{Secrets[i]},SW1A 1AA,1941-02-0{i + 1}\n");
        // A later submission of a record, and a row with a cell too many.
        text.Append($"{Secrets[0]},{Secrets[6]},North,2025-01-01,70,hip,,{Secrets[0]},SW1A 1AA,1941-02-01\n");
        text.Append($"{Secrets[1]},{Secrets[7]},North,2025-01-01,7,0,hip,,{Secrets[1]},SW1A 1AA,1941-02-01\n");
        export = folder.Write("in/north.csv", text.ToString());
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public void No_output_of_a_report_says_who_a_patient_is(bool showValues)
    {
        var run = Run.Of(["report", export, "--as-at", "2025-06-30", "--standards", "fls-core,uk-fls-db", "--include-worklist", "--out", folder.Combine("report"), .. showValues ? (string[])["--show-values"] : []]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(new AllText(folder.Combine("report")).Places(Secrets), Is.Empty);
        Assert.That(Secrets.Where((run.Output + run.Error).Contains), Is.Empty);
        var findings = CsvFile.Read(folder.Combine("report", "findings.csv")).Rows;
        Assert.That(findings.Where(row => row["code"] == "column-identifies-patients").Select(row => row["column"]), Is.EqualTo((string[])["Born", "Surname", "Where"]));
        Assert.That(findings.Where(row => row["code"] == "ids-look-personal").Select(row => row["column"]), Is.EqualTo((string[])["patient_id", "record_id"]));
        Assert.That(CsvFile.Read(folder.Combine("report", "rejected.csv")).Rows, Has.Count.EqualTo(3));
    }

    [Test]
    public void Neither_does_a_work_list_nor_an_explanation_nor_a_check()
    {
        var list = Run.Of("worklist", export, "--as-at", "2025-06-30", "--standards", "uk-fls-db", "--within", "400", "--out", folder.Combine("out", "list.csv"), "--show-values");
        var explain = Run.Of("explain", export, "--as-at", "2025-06-30", "--measure", "fls-db-4", "--record", "north.csv:3", "--show-values");
        var outcomes = Run.Of("explain", export, "--as-at", "2025-12-31", "--measure", "fls-db-4", "--outcome", "unknown", "--show-values");
        var check = Run.Of("check", export, "--show-values");

        Assert.That((list.ExitCode, explain.ExitCode, outcomes.ExitCode, check.ExitCode), Is.EqualTo((0, 0, 0, 0)), list.Error + explain.Error + outcomes.Error + check.Error);
        var text = File.ReadAllText(folder.Combine("out", "list.csv"));
        Assert.That(text, Does.Contain("north.csv:"));
        foreach (var output in (string[])[text, list.Output + list.Error, explain.Output + explain.Error, outcomes.Output + outcomes.Error, check.Output + check.Error])
            Assert.That(Secrets.Where(output.Contains), Is.Empty, output);
    }
}
