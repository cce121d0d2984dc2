using System.Globalization;
using FlsAudit.Import;
using FlsAudit.Import.Dates;
using FlsAudit.Model;
using FlsAudit.Testing;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace FlsAudit.UnitTests.Import;

/// <summary>The order of day and month is decided for each column from what the column holds, before any record is read.</summary>
public sealed class DateOrderTests
{
    private const string British = "Age,1.09 Date Index Frac Diagnosed\n";
    private const string TwoDates = "Age,Fracture,Assessed\n";

    private static readonly RegistryProfile DayFirst = SmallProfiles.British with
    {
        Name = "two-dates",
        Columns =
        [
            new ProfileColumn(["Age"], [SmallProfiles.Map("age_at_fracture")]) { Required = true },
            new ProfileColumn(["Fracture"], [SmallProfiles.Map("fracture_date")]) { Required = true },
            new ProfileColumn(["Assessed"], [SmallProfiles.Map("assessment_date")]),
        ],
    };

    private static readonly RegistryProfile FromData = DayFirst with { Name = "from-data", DateOrder = DateOrder.FromData };

    // first = days only when day-first, second = only when month-first, either = two different days. The last column repeats the rules of the documentation.
    [TestCase("day-first", 0, 0, 0, "day-first Profile")]
    [TestCase("day-first", 0, 0, 4, "day-first Profile")]
    [TestCase("day-first", 0, 0, 5, "day-first Assumed")]
    [TestCase("month-first", 0, 0, 9, "month-first Assumed")]
    [TestCase("day-first", 5, 0, 9, "day-first Profile")]
    [TestCase("day-first", 0, 3, 9, "month-first Column")]
    [TestCase("month-first", 3, 0, 9, "day-first Column")]
    [TestCase("day-first", 0, 2, 9, "from-data Unclear")]
    [TestCase("day-first", 0, 2, 0, "day-first Profile")]
    [TestCase("day-first", 5, 1, 9, "from-data Mixed")]
    [TestCase("day-first", 1, 1, 0, "from-data Mixed")]
    [TestCase("day-first", 49, 1, 9, "day-first Profile")]
    [TestCase("day-first", 48, 1, 9, "from-data Mixed")]
    [TestCase("day-first", 1, 49, 9, "month-first Column")]
    [TestCase("from-data", 3, 0, 9, "day-first Column")]
    [TestCase("from-data", 0, 1, 9, "month-first Column")]
    [TestCase("from-data", 0, 0, 9, "from-data Unclear")]
    [TestCase("from-data", 0, 0, 0, "from-data NothingToDecide")]
    [TestCase("from-data", 2, 1, 9, "from-data Mixed")]
    public void A_column_alone_is_decided_by_its_own_dates_and_the_profile(string declared, int first, int second, int either, string expected)
    {
        var decision = DateOrderRules.Decide(Order(declared), [(null, Holding(first, second, either))]).Single();

        Assert.That($"{Word(decision.Order)} {decision.Ground}", Is.EqualTo(expected));
    }

    // The other column shows an order by itself; this one has too few dates to.
    [TestCase("day-first", "month-first", 0, 0, 4, "month-first OtherColumns")]
    [TestCase("day-first", "month-first", 0, 2, 4, "month-first OtherColumns")]
    [TestCase("day-first", "month-first", 1, 0, 4, "from-data Unclear")]
    [TestCase("day-first", "day-first", 0, 2, 4, "day-first Profile")]
    [TestCase("day-first", "day-first", 0, 0, 4, "day-first Profile")]
    [TestCase("from-data", "day-first", 0, 0, 4, "day-first OtherColumns")]
    [TestCase("from-data", "day-first", 0, 1, 4, "from-data Unclear")]
    public void A_column_with_too_little_to_show_an_order_looks_at_the_others(string declared, string shown, int first, int second, int either, string expected)
    {
        var other = shown == "day-first" ? Holding(30, 0, 20) : Holding(0, 30, 20);

        var decision = DateOrderRules.Decide(Order(declared), [(null, other), (null, Holding(first, second, either))])[1];

        Assert.That($"{Word(decision.Order)} {decision.Ground}", Is.EqualTo(expected));
    }

    [Test]
    public void Other_columns_that_disagree_decide_nothing()
    {
        var decisions = DateOrderRules.Decide(DateOrder.FromData, [(null, Holding(30, 0, 9)), (null, Holding(0, 30, 9)), (null, Holding(0, 0, 9))]);

        Assert.That(decisions.Select(decision => Word(decision.Order)), Is.EqualTo((string[])["day-first", "month-first", "from-data"]));
    }

    [Test]
    public void What_the_user_names_holds_against_everything()
    {
        var decision = DateOrderRules.Decide(DateOrder.DayFirst, [(DateOrder.DayFirst, Holding(0, 90, 9))]).Single();

        Assert.That(decision, Is.EqualTo(new DateDecision(DateOrder.DayFirst, DateGround.Named)));
    }

    [Test]
    public void An_export_in_the_other_order_than_its_profile_is_read_as_it_is_written()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", British + "70,04/13/2025\n71,04/14/2025\n72,04/15/2025\n73,04/05/2025\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(DateIn), Is.EqualTo((string[])["2025-04-13", "2025-04-14", "2025-04-15", "2025-04-05"]));
        var finding = imported.Finding("date-order-other");
        Assert.That(finding.Severity, Is.EqualTo(Severity.Warning));
        Assert.That(finding.Place.Column, Is.EqualTo("1.09 Date Index Frac Diagnosed"));
        Assert.That(finding.Message, Does.Contain("month-first, not day-first").And.Contain("3 of them").And.Contain("0 only the other way"));
        Assert.That(finding.Expected, Does.Contain("--date-order \"1.09 Date Index Frac Diagnosed=day-first\""));
    }

    [Test]
    public void A_column_in_the_profiles_order_needs_no_word()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", British + "70,13/04/2025\n73,04/05/2025\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(DateIn), Is.EqualTo((string[])["2025-04-13", "2025-05-04"]));
        Assert.That(imported.FindingCodes, Has.None.StartsWith("date-order"));
        var column = imported.Result.Files[0].Sheets[0].Dates.Single();
        Assert.That((column.Order, column.Column, column.Evidence), Is.EqualTo((DateOrder.DayFirst, 2, new DateEvidence(0, 0, 1, 0, 1, 0, 0))));
    }

    [TestCase(4, null)]
    [TestCase(5, Severity.Information)]
    [TestCase(9, Severity.Information)]
    [TestCase(10, Severity.Warning)]
    public void A_column_that_nothing_but_the_profile_decides_is_asked_for(int dates, Severity? expected)
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", British + string.Concat(Enumerable.Range(1, dates).Select(n => $"{60 + n},{(n % 12) + 1}/{((n + 3) % 12) + 1}/2025\n")));

        var assumed = folder.Run();
        folder.DateOrders = [new NamedDateOrder("1.09 Date Index Frac Diagnosed", DateOrder.DayFirst)];
        var named = folder.Run();

        Assert.That(assumed.Result.Findings.Where(finding => finding.Code == "date-order-assumed").Select(finding => (finding.Severity, finding.Occurrences, finding.Place.Column)),
            Is.EqualTo(expected is { } severity ? new[] { (severity, (long)dates, "1.09 Date Index Frac Diagnosed") } : []));
        Assert.That(assumed.Values, Is.EqualTo(named.Values));
        Assert.That(named.FindingCodes, Has.None.StartsWith("date-order"));
    }

    [Test]
    public void One_date_of_another_column_that_shows_the_profiles_order_is_enough()
    {
        using var folder = new ImportCase { Profiles = [DayFirst] };
        folder.Write("a.csv", TwoDates + "70,04/05/2025,13/05/2025\n" + string.Concat(Enumerable.Range(1, 11).Select(n => $"{60 + n},04/{n}/2025,\n")));

        Assert.That(folder.Run().FindingCodes, Has.None.StartsWith("date-order"));
    }

    [Test]
    public void Of_a_column_that_mixes_both_orders_only_what_can_be_read_in_one_way_is_read()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", British + "70,04/13/2025\n71,13/04/2025\n72,2025-06-07\n73,04/05/2025\n74,05/05/2025\n75,14/04/2025\n76,15/04/2025\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(DateIn), Is.EqualTo((string?[])["2025-04-13", "2025-04-13", "2025-06-07", null, "2025-05-05", "2025-04-14", "2025-04-15"]));
        var finding = imported.Finding("date-order-mixed");
        Assert.That((finding.Severity, finding.Occurrences, finding.ExampleRows.Single()), Is.EqualTo((Severity.Error, 1, 5)));
        Assert.That(imported.FindingCodes, Has.None.EqualTo("date-two-ways"), "the cells are told of once, with the column");
    }

    [Test]
    public void The_users_word_settles_a_column_that_mixes_both_orders()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British], DateOrders = [new NamedDateOrder(null, DateOrder.MonthFirst)] };
        folder.Write("a.csv", British + "70,04/13/2025\n71,13/04/2025\n73,04/05/2025\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Select(DateIn), Is.EqualTo((string?[])["2025-04-13", null, "2025-04-05"]));
        Assert.That(imported.FindingCodes.Where(code => code.StartsWith("date", StringComparison.Ordinal)), Is.EqualTo((string[])["date-not-read"]));
    }

    [Test]
    public void A_profile_that_leaves_the_order_to_the_data_asks_for_it_when_the_data_do_not_show_it()
    {
        using var folder = new ImportCase { Profiles = [FromData] };
        folder.Write("a.csv", TwoDates + "70,04/05/2025,06/05/2025\n71,2025-04-06,\n");

        var unclear = folder.Run();
        folder.DateOrders = [new NamedDateOrder("fracture", DateOrder.MonthFirst), new NamedDateOrder("assessed", DateOrder.DayFirst)];
        var named = folder.Run();

        Assert.That(unclear.Values, Is.EqualTo((string[])["a; age_at_fracture=70; low_trauma=yes", "a; fracture_date=2025-04-06; age_at_fracture=71; low_trauma=yes"]));
        Assert.That(unclear.Result.Findings.Where(finding => finding.Code == "date-order-unclear").Select(finding => (finding.Severity, finding.Place.Column)),
            Is.EqualTo(new[] { (Severity.Error, "Assessed"), (Severity.Error, "Fracture") }));
        Assert.That(named.Values[0], Is.EqualTo("a; fracture_date=2025-04-05; assessment_date=2025-05-06; age_at_fracture=70; low_trauma=yes"));
        Assert.That(named.FindingCodes, Has.None.StartsWith("date-order"));
    }

    [Test]
    public void A_sparse_column_follows_the_others_of_its_file_and_says_so()
    {
        using var folder = new ImportCase { Profiles = [DayFirst] };
        folder.Write("a.csv", TwoDates + "70,04/13/2025,05/06/2025\n71,04/14/2025,\n72,04/15/2025,\n");

        var imported = folder.Run();

        Assert.That(imported.Values[0], Does.Contain("assessment_date=2025-05-06"));
        Assert.That(imported.Finding("date-order-from-other-columns").Message, Does.Contain("'Assessed'").And.Contain("1 of its own"));
    }

    [Test]
    public void Fracture_dates_of_which_most_can_be_read_in_two_ways_make_no_numbers()
    {
        using var folder = new ImportCase { Profiles = [FromData] };
        folder.Write("a.csv", TwoDates + string.Concat(Enumerable.Range(1, 6).Select(day => $"70,0{day}/09/2025,\n")));

        var imported = folder.Run();

        Assert.That(imported.Records, Is.Empty);
        Assert.That(imported.Finding("fracture-dates-not-read").Expected, Does.Contain("--date-order \"Fracture=day-first\""));
        Assert.That(imported.Finding("date-order-unclear").Occurrences, Is.EqualTo(6));
    }

    [Test]
    public void Days_outside_the_range_are_told_by_the_order_of_the_column()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British], From = ImportCase.Day("2025-04-01"), To = ImportCase.Day("2025-04-30") };
        folder.Write("a.csv", British + "70,04/13/2025\n71,04/14/2025\n72,04/15/2025\n73,04/05/2025\n74,05/04/2025\n");

        var imported = folder.Run();

        Assert.That(imported.Rejected.Select(row => row.Place.Row), Is.EqualTo((long?[])[6]));
    }

    [Test]
    public void Rows_are_compared_by_the_days_that_the_order_of_the_column_gives()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", British + "70,04/13/2025\n71,04/14/2025\n72,04/15/2025\n73,04/05/2025\n73,2025-04-05\n");

        Assert.That(folder.Run().Finding("possible-duplicate").ExampleRows, Is.EqualTo((long[])[6]));
    }

    [Test]
    public void Dates_that_are_part_of_a_key_are_read_in_the_order_of_the_column()
    {
        using var folder = new ImportCase { Profiles = [DayFirst with { KeyFields = ["age_at_fracture", "fracture_date"] }] };
        folder.Write("a.csv", TwoDates + "70,04/13/2025,\n71,04/14/2025,\n72,04/15/2025,\n73,04/05/2025,\n73,2025-04-05,\n");

        Assert.That(folder.Run().Rejected.Select(row => (row.Fate, row.Place.Row)), Is.EqualTo(new[] { (RowFate.Duplicate, (long?)5) }));
    }

    [Test]
    public void The_suggested_as_at_date_rests_on_the_order_of_the_column()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("a.csv", British + string.Concat(Enumerable.Range(13, 6).Select(day => $"70,04/{day}/2025\n")) + string.Concat(Enumerable.Repeat("70,04/12/2025\n", 9)));

        // Five of fifteen records are on or after 2025-04-14; read day-first nine would be on 2025-12-04.
        Assert.That(new Importer().SuggestAsAt(folder.Request()), Is.EqualTo(ImportCase.Day("2025-04-14")));
    }

    [Test]
    public void Dates_of_a_workbook_that_are_text_are_decided_like_those_of_a_text_file()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"), ("Sheet1",
            [["Age", "1.09 Date Index Frac Diagnosed"], ["70", "04/13/2025"], ["71", "04/14/2025"], ["72", "04/15/2025"], ["73", "04/05/2025"], ["74", new DateTime(2025, 7, 8)]], false));

        var imported = folder.Run();

        Assert.That(imported.Values.Select(DateIn), Is.EqualTo((string[])["2025-04-13", "2025-04-14", "2025-04-15", "2025-04-05", "2025-07-08"]));
        Assert.That(imported.Result.Files[0].Sheets[0].Dates.Single().Evidence, Is.EqualTo(new DateEvidence(0, 1, 0, 3, 1, 0, 0)));
    }

    [Test]
    public void A_profile_with_ISO_dates_reads_nothing_else_and_nothing_is_counted()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "site,fracture_date,age_at_fracture\nNorth,2025-01-31,70\nNorth,31/01/2025,71\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Files[0].Sheets[0].Dates.Select(column => (column.Order, column.Evidence)), Is.EqualTo(new[] { (DateOrder.Iso, (DateEvidence?)null) }));
        Assert.That(imported.FindingCodes, Does.Contain("date-not-read"));
    }

    [Test]
    public void The_user_may_name_an_order_where_the_profile_reads_ISO_dates_only()
    {
        using var folder = new ImportCase { DateOrders = [new NamedDateOrder(null, DateOrder.DayFirst)] };
        folder.Write("a.csv", "site,fracture_date,age_at_fracture\nNorth,2025-01-31,70\nNorth,31/01/2025,71\n");

        Assert.That(folder.Run().Values, Has.All.Contains("fracture_date=2025-01-31"));
    }

    [Test]
    public void An_order_for_a_heading_counts_for_more_than_one_for_all_and_a_heading_that_is_nowhere_is_told()
    {
        using var folder = new ImportCase
        {
            Profiles = [DayFirst],
            DateOrders = [new NamedDateOrder("Assessed", DateOrder.DayFirst), new NamedDateOrder(null, DateOrder.MonthFirst), new NamedDateOrder("Asessed", DateOrder.DayFirst)],
        };
        folder.Write("a.csv", TwoDates + "70,04/05/2025,06/05/2025\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Single(), Does.Contain("fracture_date=2025-04-05; assessment_date=2025-05-06"));
        Assert.That(imported.Finding("date-order-not-used").Message, Does.Contain("'Asessed'"));
    }

    // The law: whatever the rows, a day that is read is the day that the order of its column gives, and no cell is read as another day than it can be.
    [Property(MaxTest = 60)]
    public bool No_date_is_ever_read_as_a_day_that_its_text_does_not_allow(NonEmptyArray<(byte First, byte Second)> rows)
    {
        using var folder = new ImportCase { Profiles = [FromData] };
        (int First, int Second)[] dates = [.. rows.Get.Select(row => ((row.First % 31) + 1, (row.Second % 31) + 1))];
        folder.Write("a.csv", TwoDates + string.Concat(dates.Select(date => $"70,2025-01-01,{date.First:00}/{date.Second:00}/2025\n")));

        var imported = folder.Run();
        var order = imported.Result.Files[0].Sheets[0].Dates[1].Order;

        return imported.Values.Zip(dates).All(pair => Assessed(pair.First) == Allowed(pair.Second.First, pair.Second.Second, order));
    }

    private static string? Allowed(int first, int second, DateOrder order)
    {
        var dayFirst = DateTime.TryParse($"2025-{second}-{first}", CultureInfo.InvariantCulture, out var one) ? one.ToString("yyyy-MM-dd", null) : null;
        var monthFirst = DateTime.TryParse($"2025-{first}-{second}", CultureInfo.InvariantCulture, out var other) ? other.ToString("yyyy-MM-dd", null) : null;
        return order switch
        {
            DateOrder.DayFirst => dayFirst,
            DateOrder.MonthFirst => monthFirst,
            _ => dayFirst is null || monthFirst is null || dayFirst == monthFirst ? dayFirst ?? monthFirst : null,
        };
    }

    private static string? Assessed(string record) => After(record, "assessment_date=");

    private static string? DateIn(string record) => After(record, "fracture_date=");

    private static string? After(string record, string name)
    {
        var at = record.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? null : record.Substring(at + name.Length, 10);
    }

    private static DateEvidence Holding(int first, int second, int either) => new(0, 0, first, second, either, 0, 0);

    private static DateOrder Order(string word) => word switch { "day-first" => DateOrder.DayFirst, "month-first" => DateOrder.MonthFirst, _ => DateOrder.FromData };

    private static string Word(DateOrder order) => DateOrderTexts.Word(order);
}
