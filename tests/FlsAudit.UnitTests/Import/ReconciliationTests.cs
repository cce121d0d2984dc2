using System.Globalization;
using System.Text;
using FlsAudit.Import;
using FlsAudit.Import.Passes;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class ReconciliationTests
{
    /// <summary>Dirty files made from a seed: what becomes of each row is known when it is written, so the counts are checked and not only their sum.</summary>
    [Test]
    public void Every_row_of_dirty_files_is_accounted_for([Range(1, 25)] int seed)
    {
        var random = new Random(seed);
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed], From = ImportCase.Day("2024-01-01"), Workers = 1 + (seed % 3) };
        var latest = new Dictionary<string, (int File, int Row)>();
        var written = new List<(int File, int Row, string? Key, RowFate Fate)>();
        for (var file = 0; file < 3; file++)
        {
            var text = new StringBuilder("record_id,site,fracture_date,age_at_fracture,fracture_side\n");
            var rows = random.Next(400);
            for (var row = 2; row < rows + 2; row++)
            {
                var id = random.Next(300);
                var site = random.Next(2) == 0 ? "North" : "South";
                var key = $"{id} {site}";
                RowFate? fate;
                switch (random.Next(8))
                {
                    case 0: text.Append(",,,,\n"); fate = null; break;
                    case 1: text.Append('\n'); fate = null; break;
                    case 2: text.Append(CultureInfo.InvariantCulture, $"{id},{site},2025-01-01\n"); (key, fate) = (null, RowFate.Rejected); break;
                    case 3: text.Append(CultureInfo.InvariantCulture, $"{id},,2025-01-01,70,left\n"); (key, fate) = (null, RowFate.Rejected); break;
                    case 4: text.Append(CultureInfo.InvariantCulture, $"{id},{site},2023-12-31,70,left\n"); fate = RowFate.OutOfRange; break;
                    case 5: text.Append(CultureInfo.InvariantCulture, $"{id},\"{site}\",never,\"x\ny\",left\n"); fate = RowFate.Used; break;
                    default: text.Append(CultureInfo.InvariantCulture, $"{id},{site} ,2025-01-01,70,LEFT\n"); fate = RowFate.Used; break;
                }

                if (fate is null) continue;
                if (key is not null) latest[key] = (file, row);
                written.Add((file, row, key, fate.Value));
            }

            folder.Write($"{file}.csv", text.ToString());
        }

        var imported = folder.Run();

        for (var file = 0; file < 3; file++)
        {
            var mine = written.Where(row => row.File == file).Select(row =>
                row.Key is not null && latest[row.Key] != (row.File, row.Row) ? RowFate.Duplicate : row.Fate).ToList();
            int Count(RowFate fate) => mine.Count(each => each == fate);
            var expected = new Reconciliation($"{file}.csv", Count(RowFate.Used), Count(RowFate.Duplicate), Count(RowFate.Rejected), Count(RowFate.OutOfRange)) { Read = mine.Count };
            Assert.That(imported.Result.Reconciliations[file], Is.EqualTo(expected));
        }

        Assert.That(imported.Rejected, Has.Count.EqualTo(written.Count - imported.Records.Count));
        Assert.That(Reconciliation.Total(imported.Result.Reconciliations).AddsUp, Is.True);
    }

    [Test]
    public void Rows_are_accounted_for_site_by_site_and_those_that_say_no_site_come_last()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Keyed, SmallProfiles.British] };
        folder.Write("a.csv", """
            record_id,site,fracture_date,age_at_fracture,fracture_side
            1,South,2025-01-01,70,left
            1,South,2025-01-02,70,left
            2,North,2025-01-01,70,left
            3,North,2026-01-01,70,left
            4,,2025-01-01,70,left
            5,North,2025-01-01
            """ + "\n");
        folder.Write("West.csv", "Age,1.09 Date Index Frac Diagnosed\n70,01/01/2025\n71\n");

        Assert.That(folder.Run().Result.SiteReconciliations, Is.EqualTo((SiteReconciliation[])
        [
            new("West.csv", "West", Used: 1, Duplicate: 0, Rejected: 1, OutOfRange: 0),
            new("a.csv", "North", Used: 1, Duplicate: 0, Rejected: 0, OutOfRange: 1),
            new("a.csv", "South", Used: 1, Duplicate: 1, Rejected: 0, OutOfRange: 0),
            new("a.csv", null, Used: 0, Duplicate: 0, Rejected: 2, OutOfRange: 0),
        ]));
    }

    [Test]
    public void Rows_that_do_not_add_up_stop_the_program()
    {
        var tally = new RowTally("a.csv");
        tally.Add(read: 3, handedOver: 1);
        tally.Count(RowFate.Rejected);

        Assert.That(tally.ToReconciliation, Throws.InvalidOperationException.With.Message.Contains("3 read, 1 used, 0 duplicate, 1 rejected"));
    }
}
