using FlsAudit.Import;
using FlsAudit.Import.Rows;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

public sealed class DuplicateTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 20)];

    private const string Heading = "record_id,site,fracture_date,age_at_fracture,fracture_side\n";

    [Test]
    public void The_later_submission_wins_and_the_earlier_one_is_listed()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        var later = folder.Write("a.csv", Heading + "r1,North,2025-01-02,73,left\n");
        var earlier = folder.Write("b.csv", Heading + "r1,North,2025-01-02,70,left\nr2,North,2025-01-02,80,left\nr1,North,2025-01-02,71,left\n");

        // The order of the arguments decides, not the names.
        var imported = folder.Run(earlier, later);

        Assert.That(imported.Records, Is.EqualTo((string[])
        [
            "b.csv 3: North; fracture_date=2025-01-02; age_at_fracture=80; fracture_side=left",
            "a.csv 2: North; fracture_date=2025-01-02; age_at_fracture=73; fracture_side=left",
        ]));
        Assert.That(imported.Rejected.Select(row => $"{row.Place.Row} {row.Fate}: {row.Reason}"), Is.EqualTo((string[])
            ["2 Duplicate: Replaced by a.csv row 2.", "4 Duplicate: Replaced by a.csv row 2."]));
        Assert.That(imported.Result.Reconciliations.Select(account => (account.Read, account.Used, account.Duplicate)), Is.EqualTo(((long, long, long)[])[(3, 1, 2), (1, 1, 0)]));
    }

    [Test]
    public void Other_sites_and_other_sides_are_other_fractures()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\nr1,South,2025-01-02,70,left\nr1,North,2025-01-02,70,right\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(3));
        var finding = imported.Finding("same-key-other-side");
        Assert.That((finding.Severity, finding.Occurrences), Is.EqualTo((Severity.Warning, 1L)));
        Assert.That(finding.ExampleRows, Is.EqualTo((long[])[4]));
    }

    [TestCase("", "left", "left")]
    [TestCase("left", "", null)]
    [TestCase("", "", null)]
    [TestCase("left", "left", "left")]
    public void A_submission_that_adds_or_takes_away_the_side_replaces_the_record(string before, string after, string? side)
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + $"r1,North,2025-01-02,70,{before}\n");
        folder.Write("b.csv", Heading + $"r1,North,2025-01-02,71,{after}\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Is.EqualTo((string[])[$"b.csv 2: North; fracture_date=2025-01-02; age_at_fracture=71{(side is null ? "" : "; fracture_side=" + side)}"]));
        Assert.That(imported.FindingCodes, Has.None.Contains("key"));
    }

    [Test]
    public void Of_a_record_of_each_side_the_one_without_its_side_now_is_replaced()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\nr1,North,2025-01-02,70,right\n");
        folder.Write("b.csv", Heading + "r1,North,2025-01-02,71,left\nr1,North,2025-01-02,72,\n");

        Assert.That(folder.Run().Records, Is.EqualTo((string[])
        [
            "b.csv 2: North; fracture_date=2025-01-02; age_at_fracture=71; fracture_side=left",
            "b.csv 3: North; fracture_date=2025-01-02; age_at_fracture=72",
        ]));
    }

    [Test]
    public void Ids_that_a_spreadsheet_program_shortened_are_no_key()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        string[] ids = ["1.23457E+11", "1.23457E+11", "1,23457e+11", "1E+11", "1.23457E11", "1E5", "12E3", "E+11", "1.E+11", "2E+1x"];
        folder.Write("a.csv", Heading + string.Concat(ids.Select(id => $"\"{id}\",North,2025-01-02,70,left\n")));

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(ids.Length));
        var finding = imported.Finding("key-damaged");
        Assert.That((finding.Severity, finding.Occurrences), Is.EqualTo((Severity.Error, 5L)), "the first five");
        Assert.That(finding.ExampleRows, Is.EqualTo((long[])[2, 3, 4, 5, 6]));
    }

    [Test]
    public void A_number_of_a_workbook_is_damaged_only_where_it_has_more_digits_than_a_spreadsheet_program_keeps()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"), ("Data",
            [["record_id", "site", "fracture_date", "age_at_fracture"], [123456789012d, "North", new DateTime(2025, 1, 2), 71], [1234567890123456789d, "North", new DateTime(2025, 1, 2), 71]], false));

        Assert.That(folder.Run().Finding("key-damaged").ExampleRows, Is.EqualTo((long[])[3]));
    }

    [Test]
    public void Ids_of_digits_are_compared_without_the_zeros_before_them()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + "001,North,2025-01-02,70,left\n0,North,2025-01-02,70,left\nA01,North,2025-01-02,70,left\nA1,North,2025-01-02,70,left\n1.0,North,2025-01-02,70,left\n");
        WorkbookFile.Write(Path.Combine(folder.Folder, "b.xlsx"), ("Data",
            [["record_id", "site", "fracture_date", "age_at_fracture"], [1, "North", new DateTime(2025, 1, 2), 71], ["000", "North", new DateTime(2025, 1, 2), 71]], false));

        Assert.That(folder.Run().Rejected.Select(row => $"{row.Place.File} {row.Place.Row}: {row.Reason}"), Is.EqualTo((string[])
            ["a.csv 2: Replaced by b.xlsx sheet 'Data' row 2.", "a.csv 3: Replaced by b.xlsx sheet 'Data' row 3."]));
    }

    [Test]
    public void Rows_of_one_file_that_share_a_key_and_differ_are_named()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading
            + "r1,North,2025-01-02,70,left\nr1,North,2025-01-02,70,left\n"
            + "r2,North,2025-01-02,70,left\nr2,North,2025-03-02,70,left\nr2,North,2025-03-02,71,left\n");
        folder.Write("b.csv", Heading + "r2,North,2025-03-02,72,left\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        var finding = imported.Finding("key-shared-in-file");
        Assert.That((finding.Severity, finding.Occurrences), Is.EqualTo((Severity.Warning, 2L)), "rows 2 and 3 say the same, and another file may say otherwise");
        Assert.That(finding.ExampleRows, Is.EqualTo((long[])[4, 5]));
    }

    [TestCase("unknown")]
    [TestCase("n/a")]
    [TestCase("-")]
    [TestCase("??")]
    public void A_word_for_an_id_that_nobody_knows_is_no_key(string id)
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + $"{id},North,2025-01-02,70,left\n{id},North,2025-03-02,80,left\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        Assert.That(imported.Finding("key-blank").Occurrences, Is.EqualTo(2));
    }

    /// <summary>A second, simple implementation: the records as a list in the order of submission, from which each row takes out what it replaces.</summary>
    [TestCaseSource(nameof(Seeds))]
    public void Rows_are_replaced_as_by_a_list_that_each_row_is_entered_in(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 60).Select(i => (Part: i / 20, Row: (long)(i % 20), Key: (ulong)random.Next(8), Side: (short)(random.Next(3) - 1))).ToList();
        var records = new List<(int Part, long Row, ulong Key, short Side)>();
        foreach (var row in rows)
        {
            var ofKey = records.Where(record => record.Key == row.Key);
            var old = ofKey.Where(record => record.Side == row.Side)
                .Concat(row.Side == -1 ? ofKey : ofKey.Where(record => record.Side == -1)).Select(record => ((int, long, ulong, short)?)record).FirstOrDefault();
            if (old is { } gone) records.Remove(gone);
            records.Add(row);
        }

        var duplicates = new Duplicates();
        foreach (var row in rows.OrderBy(_ => random.Next()).ToList()) duplicates.Add(row.Part, new KeyedRow(row.Key << 60, 0, row.Row, row.Side, 1));
        duplicates.Settle(_ => true);
        var standing = rows.Where(row => !duplicates.ReplacedIn(row.Part).Contains(row.Row)).ToList();

        Assert.That(standing, Is.EquivalentTo(records));
        foreach (var gone in rows.Except(standing)) Assert.That(standing.Select(row => (row.Part, row.Row)), Does.Contain(duplicates.WinnerOver(gone.Part, gone.Row)));
    }

    [Test]
    public void Spellings_of_one_site_are_one_site_once_the_sites_file_says_so()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + "r1,North Hosp,2025-01-02,70,left\n");
        folder.Write("b.csv", Heading + "r1,NORTH,2025-01-02,71,left\n");
        folder.Write("sites.csv", "alias,site,code,peer_group\nnorth hosp,North,N,\n");

        Assert.That(folder.Run().Records, Is.EqualTo((string[])["b.csv 2: North; fracture_date=2025-01-02; age_at_fracture=71; fracture_side=left"]));
    }

    [Test]
    public void A_row_with_a_blank_key_is_never_a_duplicate_and_is_counted()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + ",North,2025-01-02,70,left\nNA,North,2025-01-02,70,left\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        Assert.That(imported.Finding("key-blank").ExampleRows, Is.EqualTo((long[])[2, 3]));
    }

    [Test]
    public void A_file_that_is_broken_replaces_nothing()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\n");
        folder.Write("b.csv", Heading + "r1,North,2025-01-02,71,left\nr2,North");

        var imported = folder.Run();

        Assert.That(imported.Records, Is.EqualTo((string[])["a.csv 2: North; fracture_date=2025-01-02; age_at_fracture=70; fracture_side=left"]));
        Assert.That(imported.FindingCodes.Count(code => code == "file-truncated"), Is.EqualTo(1), "one finding although there are two passes");
    }

    [Test]
    public void A_sheet_of_a_workbook_with_another_damaged_sheet_replaces_nothing()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\n");
        var path = Path.Combine(folder.Folder, "b.xlsx");
        WorkbookFile.Write(path,
            ("Keyed", [["record_id", "site", "fracture_date", "age_at_fracture", "fracture_side"], ["r1", "North", new DateTime(2025, 1, 2), 71, "left"]], false),
            ("Keyless", [["site", "fracture_date", "age_at_fracture"], .. Enumerable.Range(0, 2000).Select(i => (object?[])["North", new DateTime(2025, 1, 2), i])], false));
        WorkbookFile.CutSheet(path, 2);

        var imported = folder.Run();

        Assert.That(imported.Finding("file-truncated").Place.File, Is.EqualTo("b.xlsx"));
        Assert.That(imported.Records, Is.EqualTo((string[])["a.csv 2: North; fracture_date=2025-01-02; age_at_fracture=70; fracture_side=left"]));
    }

    [Test]
    public void A_file_that_breaks_after_it_replaced_rows_is_said_to_have_taken_them_away()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\n");
        var later = folder.Write("b.csv", Heading + "r1,North,2025-01-02,71,left\n");

        var result = new Importer().Run(folder.Request(), new SiteTable(), file =>
        {
            if (file.Path == "a.csv") File.WriteAllText(later, Heading + "r1,North");
            return RecordSink.None;
        });

        Assert.That(result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code), Is.EqualTo((string[])["file-truncated", "replacements-lost"]));
    }

    [Test]
    public void A_rejected_row_replaces_nothing_and_one_out_of_range_does()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", Heading
            + "r1,North,2025-01-02,70,left\nr1,North,2025-01-02,70,left,surplus\n"
            + "r2,North,2025-01-02,70,left\nr2,North,2026-01-02,70,left\n");

        Assert.That(folder.Run().Rejected.Select(row => (row.Place.Row, row.Fate)), Is.EqualTo(((long?, RowFate)[])
            [(3, RowFate.Rejected), (4, RowFate.Duplicate), (5, RowFate.OutOfRange)]));
    }

    [Test]
    public void Without_a_key_nothing_is_dropped()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain] };
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,70,left\nr1,North,2025-01-02,70,left\n");

        Assert.That(folder.Run().Records, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_file_without_the_key_column_takes_no_part()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed] };
        folder.Write("a.csv", "site,fracture_date,age_at_fracture\nNorth,2025-01-02,70\nNorth,2025-01-02,70\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Has.Count.EqualTo(2));
        Assert.That(imported.Finding("key-column-missing").Severity, Is.EqualTo(Severity.Warning));
    }

    [Test]
    public void Keys_of_dates_and_of_text_files_and_workbooks_are_compared_by_value()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed with { KeyFields = ["record_id", "fracture_date"] }] };
        folder.Write("a.csv", "record_id,site,fracture_date,age_at_fracture\n17,North,2025-01-02T00:00:00,70\n17,North,2025-01-03,70\n");
        WorkbookFile.Write(Path.Combine(folder.Folder, "b.xlsx"), ("Data",
            [["record_id", "site", "fracture_date", "age_at_fracture"], [17, "North", new DateTime(2025, 1, 2), 71]], false));

        var imported = folder.Run();

        Assert.That(imported.Rejected.Select(row => $"{row.Place.File} {row.Place.Row}: {row.Reason}"), Is.EqualTo((string[])["a.csv 2: Replaced by b.xlsx sheet 'Data' row 2."]));
    }
}
