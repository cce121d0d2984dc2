using System.Text;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class ValueFindingTests
{
    private const string Plain = "site,fracture_date,age_at_fracture,dxa\n";
    private const string British = "Age,1.09 Date Index Frac Diagnosed,4.01 BoneTherapy\n";

    [Test]
    public void What_cannot_be_read_is_blank_and_counted_with_the_first_five_rows()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Plain + string.Concat(Enumerable.Range(0, 7).Select(_ => "North,2025-01-01,old,perhaps\n")));

        var imported = folder.Run();

        var number = imported.Finding("number-not-read");
        Assert.That(number.Place, Is.EqualTo(new Place("a.csv", null, 2, "age_at_fracture")));
        Assert.That(number.Occurrences, Is.EqualTo(7));
        Assert.That(number.ExampleRows, Is.EqualTo((long[])[2, 3, 4, 5, 6]));
        Assert.That(imported.Finding("code-not-recognised").Expected, Does.Contain("yes, no, not_known"));
        Assert.That(imported.Values.Distinct(), Is.EqualTo((string[])["North; fracture_date=2025-01-01"]));
    }

    [Test]
    public void No_finding_holds_a_value_unless_the_user_asked_for_values()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Plain + "North,2025-01-01,seventytwo,yess\n");

        var shut = folder.Run().Result.Findings;
        folder.ShowValues = true;
        var open = folder.Run();

        Assert.That(shut.Select(finding => finding.ToString()), Has.None.Contains("seventytwo").And.None.Contains("yess").And.None.Contains("mean"));
        Assert.That(shut.SelectMany(finding => finding.ExampleValues), Is.Empty);
        Assert.That(open.Finding("number-not-read").ExampleValues, Is.EqualTo((string[])["seventytwo"]));
        Assert.That(open.Finding("code-not-recognised").Expected, Does.Contain("did you mean 'yes'?"));
    }

    [Test]
    public void The_mis_decoded_apostrophe_of_real_exports_is_read()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        byte[] bytes = [.. Encoding.UTF8.GetBytes(British + "72,3/2/2025,Donít know\n73,3/2/2025,Don"), 0x92, .. "t know\n"u8];
        folder.Write("a.csv", bytes);

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])
        [
            "a; fracture_date=2025-02-03; age_at_fracture=72; treatment=not_known; low_trauma=yes",
            "a; fracture_date=2025-02-03; age_at_fracture=73; treatment=not_known; low_trauma=yes",
        ]));
    }

    [Test]
    public void The_values_joined_in_one_cell_give_one_code_for_each_field()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", British
            + "72,3/2/2025,Alendronate;Denosumab\n"
            + "72,3/2/2025,Alendronate; alendronate ;\n"
            + "72,3/2/2025,Informed decline\n"
            + "72,3/2/2025,Alendronate;Informed decline\n"
            + "72,3/2/2025,Alendronate;Aspirin\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(value => value["a; fracture_date=2025-02-03; age_at_fracture=72; ".Length..]), Is.EqualTo((string[])
        [
            "treatment=recommended; drug=combination; low_trauma=yes",
            "treatment=recommended; drug=alendronate; low_trauma=yes",
            "treatment=declined; low_trauma=yes",
            "drug=alendronate; low_trauma=yes",
            "low_trauma=yes",
        ]));
        Assert.That(imported.Finding("values-differ").ExampleRows, Is.EqualTo((long[])[5]));
        Assert.That(imported.Finding("code-not-recognised").ExampleRows, Is.EqualTo((long[])[6]));
    }

    [Test]
    public void A_missing_text_is_blank_without_a_finding_in_every_type_of_column()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Plain + "North,na,NA,Na\n");

        var imported = folder.Run();

        Assert.That(imported.Values, Is.EqualTo((string[])["North"]));
        Assert.That(imported.FindingCodes, Is.EqualTo((string[])["column-missing"]));
    }

    [Test]
    public void Findings_do_not_depend_on_how_many_threads_read()
    {
        var random = new Random(20250101);
        var text = new StringBuilder(Plain);
        for (var i = 0; i < 60_000; i++)
            text.Append("Site ").Append(i % 7).Append(random.Next(9) == 0 ? ",0/1/2" : ",2025-01-01").Append(random.Next(5) == 0 ? ",x" : ",70").Append(random.Next(7) == 0 ? ",?\n" : ",yes\n");
        using var folder = new ImportCase();
        folder.Write("a.csv", text.ToString());

        string[] Run(int workers)
        {
            folder.Workers = workers;
            var imported = folder.Run();
            return [.. imported.Result.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.Occurrences} {string.Join(' ', finding.ExampleRows)}"), .. imported.Records];
        }

        var one = Run(1);
        Assert.That(Run(2), Is.EqualTo(one));
        Assert.That(Run(5), Is.EqualTo(one));
        Assert.That(one.Take(4).Select(line => line.Split(' ')[0]), Is.EqualTo((string[])["code-not-recognised", "column-missing", "date-not-read", "number-not-read"]));
    }
}
