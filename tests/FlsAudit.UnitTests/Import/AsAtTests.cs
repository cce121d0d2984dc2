using FlsAudit.Import;

namespace FlsAudit.UnitTests.Import;

public sealed class AsAtTests
{
    private const string Heading = "site,fracture_date,assessment_date,age_at_fracture\n";

    [Test]
    public void The_suggested_day_is_the_last_that_five_records_reach()
    {
        using var folder = new ImportCase();
        // Last days per record: 01 .. 06 of May, and one mistyped year.
        folder.Write("a.csv", Heading + string.Concat(Enumerable.Range(1, 6).Select(day => $"North,2025-01-0{day},2025-05-0{day},72\n")) + "North,2052-01-01,,72\n");

        // The fifth from the top: 2052, 06, 05, 04, 03.
        Assert.That(new Importer().SuggestAsAt(folder.Request()), Is.EqualTo(ImportCase.Day("2025-05-03")));
    }

    [Test]
    public void In_a_large_file_one_record_in_two_hundred_must_reach_it()
    {
        using var folder = new ImportCase();
        // 1994 + 6 = 2000 records, of which 2000 / 200 = 10 must reach the day: the six mistyped years are not enough.
        folder.Write("a.csv", Heading + string.Concat(Enumerable.Repeat("North,2025-01-01,2025-05-01,72\n", 1994)) + string.Concat(Enumerable.Repeat("North,2026-01-01,,72\n", 6)));

        Assert.That(new Importer().SuggestAsAt(folder.Request()), Is.EqualTo(ImportCase.Day("2025-05-01")));
    }

    [Test]
    public void With_fewer_than_five_records_all_must_reach_it()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "North,2025-01-01,,72\nNorth,2025-03-01,2025-04-01,72\nNorth,,,72\n");

        Assert.That(new Importer().SuggestAsAt(folder.Request()), Is.EqualTo(ImportCase.Day("2025-01-01")));
    }

    [Test]
    public void Without_a_date_there_is_no_suggestion()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "North,,,72\n");
        folder.Write("b.csv", "no,export\n1,2\n");

        Assert.That(new Importer().SuggestAsAt(folder.Request()), Is.Null);
    }
}
