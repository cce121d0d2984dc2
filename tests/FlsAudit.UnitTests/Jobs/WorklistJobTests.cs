using FlsAudit.Jobs;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>Who is on the work-list: nobody who cannot or will not come, nobody whose step is taken, and both sides of the horizon.</summary>
public sealed class WorklistJobTests
{
    private const string Headings = "record_id,site,age_at_fracture,fracture_date,fracture_site,low_trauma,attendance,assessment_date,dxa,death_date";
    private const string HeadingLine = "site,record,step,measure,closes,days_left,state,file,row";

    private ExportFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new ExportFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    // 90 days after 2025-01-01 are 2025-04-01.
    [TestCase("2025-03-03", null, Description = "29 days before the last day")]
    [TestCase("2025-03-04", "2025-04-01,28,closes soon", Description = "28 days before")]
    [TestCase("2025-03-31", "2025-04-01,1,closes soon")]
    [TestCase("2025-04-01", "2025-04-01,0,closes soon", Description = "on the last day")]
    [TestCase("2025-04-02", "2025-04-01,-1,just closed")]
    [TestCase("2025-04-29", "2025-04-01,-28,just closed", Description = "28 days after")]
    [TestCase("2025-04-30", null, Description = "29 days after")]
    public void A_window_is_listed_up_to_28_days_before_and_after_its_last_day(string asAt, string? listed)
    {
        var lines = Lines(asAt, "7,North,73,2025-01-01,hip,yes,waiting,,,");

        Assert.That(lines, Is.EqualTo(listed is null ? [] : new[] { $"North,7,FLS assessment,fls-db-4,{listed},a.csv,2" }));
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    public void The_horizon_can_be_chosen(int within, int rows) =>
        Assert.That(Run("2025-03-31", within, "7,North,73,2025-01-01,hip,yes,waiting,,,").Rows, Is.EqualTo(rows), "the window closes tomorrow");

    [TestCase("7,North,73,2025-01-01,hip,yes,waiting,,,", true, "waiting")]
    [TestCase("7,North,73,2025-01-01,hip,yes,,,,", true, "nothing recorded: unknown numerators are listed")]
    [TestCase("7,North,73,2025-01-01,hip,yes,did_not_attend,,,", true, "did not come once and may come yet")]
    [TestCase("7,North,73,2025-01-01,hip,yes,waiting,,,2025-04-02", false, "a death on record after the as-at date: nobody calls that family")]
    [TestCase("7,North,73,2025-01-01,hip,yes,waiting,,,2025-04-01", false, "died by the as-at date")]
    [TestCase("7,North,73,2025-01-01,hip,yes,died,,,", false, "died, the day not recorded")]
    [TestCase("7,North,73,2025-01-01,hip,yes,declined,,,", false, "declined")]
    [TestCase("7,North,73,2025-01-01,hip,yes,not_eligible,,,", false, "found not eligible")]
    [TestCase("7,North,49,2025-01-01,hip,yes,waiting,,,", false, "under 50: not of the measure")]
    [TestCase("7,North,73,2025-01-01,digit,yes,waiting,,,", false, "a finger: not of the measure")]
    [TestCase("7,North,73,2025-01-01,hip,no,waiting,,,", false, "high trauma: left out by the set")]
    [TestCase("7,North,73,2025-01-01,hip,yes,attended,2025-03-01,,", false, "assessed in time")]
    [TestCase("7,North,73,2025-01-01,hip,yes,attended,,,", false, "came, the day not recorded: nothing left to do")]
    [TestCase("7,North,73,,hip,yes,waiting,,,", false, "no fracture date, so no last day")]
    public void Somebody_is_listed_or_not(string row, bool isListed, string why) => Assert.That(Lines("2025-04-01", row), Has.Length.EqualTo(isListed ? 1 : 0), why);

    [Test]
    public void Records_that_do_not_say_whether_they_belong_are_counted_and_not_listed()
    {
        var outcome = Run("2025-04-01", 28, "7,North,,2025-01-01,hip,yes,waiting,,done,", "8,North,,2025-01-01,hip,yes,declined,,done,");

        Assert.That(outcome.Rows, Is.Zero);
        Assert.That(outcome.MayBelong.Where(count => count.Key == "fls-db-4"), Is.EqualTo(new Dictionary<string, int> { ["fls-db-4"] = 1 }), "the one who declined would not be listed anyway");
    }

    [Test]
    public void Rows_stand_by_site_closing_day_name_and_step()
    {
        var lines = Lines("2025-04-01",
            "9,South,73,2025-01-01,hip,yes,waiting,,,", "8,North,73,2025-01-01,hip,yes,waiting,,ordered,", "7,North,73,2025-01-01,hip,yes,waiting,,,", "6,North,73,2025-01-02,hip,yes,waiting,,,", "5,North,73,2024-12-31,hip,yes,waiting,,,");

        Assert.That(lines.Select(line => string.Join(' ', line.Split(',')[..3])), Is.EqualTo(new[]
        {
            "North 5 FLS assessment", "North 7 FLS assessment", "North 8 DXA scan", "North 8 FLS assessment", "North 6 FLS assessment", "South 9 FLS assessment",
        }));
    }

    [Test]
    public void Two_sets_that_watch_one_step_make_a_row_each()
    {
        // Day 84 is 2025-03-26, day 90 is 2025-04-01.
        Run("2025-03-20", 28, ["uk-fls-db", "iof-kpi"], null, "7,North,73,2025-01-01,hip,yes,waiting,,done,");

        Assert.That(Written().Select(line => string.Join(' ', line.Split(',')[2..6])), Is.EqualTo(new[] { "FLS assessment iof-kpi-3 2025-03-26 6", "FLS assessment fls-db-4 2025-04-01 12" }));
    }

    [Test]
    public void An_id_that_says_who_somebody_is_gives_way_to_the_place_and_no_name_becomes_a_formula()
    {
        var lines = Lines("2025-04-01", "9434765919,North,73,2025-01-01,hip,yes,waiting,,,", "=1+1,North,73,2025-01-01,hip,yes,waiting,,,");

        Assert.That(lines.Select(line => line.Split(',')[1]), Is.EqualTo(new[] { "\"'=1+1\"", "a.csv:2" }));
    }

    [Test]
    public void One_site_can_be_listed_alone()
    {
        Run("2025-04-01", 28, ["uk-fls-db"], "South", "9,South,73,2025-01-01,hip,yes,waiting,,,", "8,North,73,2025-01-01,hip,yes,waiting,,,");

        Assert.That(Written().Select(line => line.Split(',')[0]), Is.EqualTo(new[] { "South" }));
    }

    [Test]
    public void The_counts_are_those_of_the_rows()
    {
        var outcome = Run("2025-04-01", 28, "9,South,73,2025-01-01,hip,yes,waiting,,,", "8,North,73,2024-12-31,hip,yes,waiting,,,", "7,North,73,2025-01-01,hip,yes,waiting,,,");

        Assert.That(outcome.Counts.Select(count => (count.Site, count.Step, count.ClosesSoon, count.JustClosed)), Is.EqualTo(new[] { ("North", "FLS assessment", 1, 1), ("South", "FLS assessment", 1, 0) }));
    }

    [Test]
    public void Without_anybody_the_list_is_its_heading()
    {
        Assert.That(Run("2025-04-01", 28, "7,North,73,2020-01-01,hip,yes,waiting,,,").Rows, Is.Zero);
        Assert.That(File.ReadAllText(folder.At("list.csv")), Is.EqualTo(HeadingLine + "\n"));
    }

    [Test]
    public void A_set_that_watches_no_windows_makes_no_list()
    {
        var stop = Assert.Throws<JobException>(() => Run("2025-04-01", 28, ["iof-bpf"], null, "7,North,73,2025-01-01,hip,yes,waiting,,,"));

        Assert.That((stop!.ExitCode, stop.Message), Is.EqualTo((ExitCode.Usage, "No work-list can be made of iof-bpf: the set does not say which windows to watch; name others with --standards.")));
        Assert.That(File.Exists(folder.At("list.csv")), Is.False);
    }

    private string[] Lines(string asAt, params string[] rows)
    {
        Run(asAt, 28, rows);
        return Written();
    }

    private string[] Written() => File.ReadAllLines(folder.At("list.csv"))[1..];

    private WorklistOutcome Run(string asAt, int within, params string[] rows) => Run(asAt, within, ["uk-fls-db"], null, rows);

    private WorklistOutcome Run(string asAt, int within, string[] sets, string? site, params string[] rows) => WorklistJob.Run(new WorklistRequest
    {
        Input = ExportFolder.Input(folder.Write("a.csv", [Headings, .. rows])),
        AsAt = DateOnly.Parse(asAt, System.Globalization.CultureInfo.InvariantCulture),
        Output = folder.At("list.csv"),
        Within = within,
        Sets = sets,
        Site = site,
    });
}
