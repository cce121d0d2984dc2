using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

/// <summary>Who a record is and whose, which batches carry when the run asks for it.</summary>
public sealed class IdentityTests
{
    private const string Heading = "record_id,patient_id,site,fracture_date,age_at_fracture\n";
    private const string Rest = ",2025-01-02,70\n";

    [Test]
    public void Batches_carry_neither_unless_the_run_asks()
    {
        using var folder = Folder();
        folder.Write("a.csv", Heading + "r1,p1,North" + Rest);
        var batches = new List<(bool Ids, bool Patients)>();

        foreach (var (ids, patients) in ((bool, bool)[])[(false, false), (true, false), (false, true)])
            Read(folder.Request() with { WithRecordIds = ids, WithPatients = patients }, batch => batches.Add((batch.RecordIds is not null, batch.Patients is not null)));

        Assert.That(batches, Is.EqualTo(((bool, bool)[])[(false, false), (true, false), (false, true)]));
    }

    [Test]
    public void A_record_id_is_trimmed_and_decoded()
    {
        using var folder = Folder();
        folder.Write("a.csv", Heading + " r 1 ,p1,North" + Rest + "É2,p1,North" + Rest);
        // In windows-1252 the no-break space is one byte, which says nothing until it is decoded.
        folder.Write("b.csv", Heading + "É3\u00A0,p1,North" + Rest + "\u00A0,p1,North" + Rest, Encoding.Latin1);

        Assert.That(Records(folder).Select(record => record.Id), Is.EqualTo((string?[])["r 1", "É2", "É3", null]));
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("NA")]
    [TestCase("na")]
    public void A_blank_number_is_nobody(string blank)
    {
        using var folder = Folder();
        folder.Write("a.csv", Heading + "r1,p1,North" + Rest + blank + "," + blank + ",North" + Rest);

        var records = Records(folder);

        Assert.That(records[0].Patient, Is.Not.EqualTo(UInt128.Zero));
        Assert.That((records[1].Id, records[1].Patient), Is.EqualTo(((string?)null, UInt128.Zero)));
    }

    [Test]
    public void Without_the_columns_all_records_are_nobody()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "site,fracture_date,age_at_fracture\nNorth" + Rest);

        Assert.That(Records(folder).Select(record => (record.Id, record.Patient)), Is.EqualTo(((string?, UInt128)[])[(null, UInt128.Zero)]));
    }

    [Test]
    public void A_patient_is_the_same_in_all_files_of_a_run_and_only_at_one_site()
    {
        using var folder = Folder();
        folder.Write("a.csv", Heading + "r1,17,North" + Rest + "r2,Éa,North" + Rest + "r3,18,North" + Rest + "r4,17,South" + Rest);
        folder.Write("b.csv", Heading + "r5, 17,North" + Rest + "r6,Éa\u00A0,North" + Rest, Encoding.Latin1);
        WorkbookFile.Write(Path.Combine(folder.Folder, "c.xlsx"), ("Data",
            [["record_id", "patient_id", "site", "fracture_date", "age_at_fracture"], ["r7", 17, "North", new DateTime(2025, 1, 2), 70]], false));

        var groups = Records(folder).GroupBy(record => record.Patient).Select(same => string.Join(' ', same.Select(record => record.Id)));

        Assert.That(groups, Is.EqualTo((string[])["r1 r5 r7", "r2 r6", "r3", "r4"]));
    }

    [Test]
    public void Patients_cannot_be_linked_from_one_run_to_another()
    {
        using var folder = Folder();
        folder.Write("a.csv", Heading + "r1,17,North" + Rest);

        var (one, other) = (Records(folder), Records(folder));

        Assert.That(one[0].Patient, Is.Not.EqualTo(other[0].Patient));
    }

    [Test]
    public void Nothing_of_an_earlier_record_or_batch_stays()
    {
        using var folder = Folder();
        // A batch holds 4096 records, so the second one has 5000 - 4096 = 904, all of them blank.
        folder.Write("a.csv", Heading + string.Concat(Enumerable.Repeat("r1,p1,North" + Rest, 4096)) + string.Concat(Enumerable.Repeat(",,North" + Rest, 904)));
        var batches = new List<(int Count, int Ids, int Patients)>();

        Read(folder.Request() with { WithRecordIds = true, WithPatients = true, Workers = 1 },
            batch => batches.Add((batch.Count, batch.RecordIds!.Count(id => id is not null), batch.Patients!.Count(patient => patient != UInt128.Zero))));

        Assert.That(batches, Is.EqualTo(((int, int, int)[])[(4096, 4096, 4096), (904, 0, 0)]));
    }

    [Test]
    public void A_batch_says_which_file_and_sheet_it_comes_from_and_which_came_first()
    {
        using var folder = new ImportCase();
        const string Export = "record_id,site,fracture_date,age_at_fracture\nr1,North,2025-01-02,70\n";
        object?[][] sheet = [["site", "fracture_date", "age_at_fracture"], ["North", "2025-01-02", 70]];
        folder.Write("in/z.csv", Export + "\n");
        folder.Write("in/list.csv", "alias,site\nNorth,North\n");
        WorkbookFile.Write(Path.Combine(folder.Folder, "in", "b.xlsx"), ("One", sheet, false), ("Two", sheet, false));
        var first = folder.Write("q/a.csv", Export);
        var batches = new List<(int Part, Place Source)>();

        Read(folder.Request(first, Path.Combine(folder.Folder, "in")), batch => batches.Add((batch.Part, batch.Source)));

        Assert.That(batches, Is.EqualTo(((int, Place)[])
            [(0, new Place("a.csv")), (1, new Place("b.xlsx", "One")), (2, new Place("b.xlsx", "Two")), (3, new Place("z.csv"))]));
    }

    private static ImportCase Folder() => new() { Profiles = [SmallProfiles.Patients] };

    private static void Read(ImportRequest request, Action<RecordBatch> receive)
    {
        var gate = new Lock();
        new Importer().Run(request, new SiteTable(), _ => new RecordSink(
            batch =>
            {
                lock (gate) receive(batch);
            },
            _ => { },
            () => { }));
    }

    // In the order of submission.
    private static List<(string? Id, UInt128 Patient)> Records(ImportCase folder)
    {
        var records = new List<(int Part, long Row, string? Id, UInt128 Patient)>();
        Read(folder.Request() with { WithRecordIds = true, WithPatients = true }, batch =>
        {
            for (var i = 0; i < batch.Count; i++) records.Add((batch.Part, batch.Rows[i], batch.RecordIds![i], batch.Patients![i]));
        });
        return [.. records.OrderBy(record => record.Part).ThenBy(record => record.Row).Select(record => (record.Id, record.Patient))];
    }
}
