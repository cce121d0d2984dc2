using System.Globalization;
using FlsAudit.Import.Dates;
using FlsAudit.Model;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

/// <summary>
/// A text file with days first that is opened where months come first: the spreadsheet program makes dates of its own of days 1 to 12, with day and month exchanged,
/// and leaves the others as text.
/// </summary>
public sealed class HalfConvertedDateTests
{
    private const string Fracture = "1.09 Date Index Frac Diagnosed";

    private static readonly RegistryProfile TwoDates = SmallProfiles.British with
    {
        Columns = [.. SmallProfiles.British.Columns, new ProfileColumn(["Assessed"], [SmallProfiles.Map("assessment_date")])],
    };

    // Every day of January to April 2025.
    private static readonly DateTime[] Days = [.. Enumerable.Range(0, 120).Select(n => new DateTime(2025, 1, 1).AddDays(n))];

    [Test]
    public void Native_dates_that_were_probably_turned_are_left_blank_and_the_texts_are_read()
    {
        using var folder = Case(Days.Select(Turned));

        var imported = folder.Run();

        // Four months have 12 such days each, one of which has the number of its month and is the same day either way: 2025-01-01 to 2025-04-04.
        string?[] expected = [.. Days.Select(day => day.Day > 12 || day.Day == day.Month ? Iso(day) : null)];
        Assert.That(imported.Values.Select(DateIn), Is.EqualTo(expected));
        var finding = imported.Finding("date-half-converted");
        Assert.That((finding.Severity, finding.Occurrences, finding.Place.Column, finding.Place.Row), Is.EqualTo((Severity.Error, 44, Fracture, (long?)3)));
        Assert.That(finding.Message, Does.Contain("48 of 48 native dates").And.Contain("72 day-first, 0 month-first").And.Contain("exchanged: 44; they are left blank"));
        Assert.That(finding.Expected, Does.Contain($"--date-order \"{Fracture}=day-first\""));
        Assert.That(imported.FindingCodes, Has.None.EqualTo("date-not-read"));
    }

    [Test]
    public void Bare_day_numbers_count_as_native_dates()
    {
        using var folder = Case(Days.Select(day => Turned(day) is DateTime native ? native.ToOADate() : Turned(day)));

        var imported = folder.Run();

        Assert.That(imported.Finding("date-half-converted").Occurrences, Is.EqualTo(44));
        Assert.That(imported.Values.Count(value => DateIn(value) is null), Is.EqualTo(44));
    }

    [Test]
    public void An_order_named_for_the_column_keeps_its_native_dates_and_says_so()
    {
        using var folder = Case(Days.Select(Turned));
        folder.DateOrders = [new NamedDateOrder(Fracture, DateOrder.DayFirst)];

        var imported = folder.Run();

        Assert.That(imported.Values.Select(DateIn), Is.EqualTo(Days.Select(day => Iso(Turned(day) as DateTime? ?? day))));
        Assert.That(imported.Finding("date-half-converted").Severity, Is.EqualTo(Severity.Warning));
    }

    [Test]
    public void An_order_named_for_all_columns_says_nothing_about_native_dates()
    {
        using var folder = Case(Days.Select(Turned));
        folder.DateOrders = [new NamedDateOrder(null, DateOrder.DayFirst)];

        Assert.That(folder.Run().Finding("date-half-converted").Severity, Is.EqualTo(Severity.Error));
    }

    [Test]
    public void Fracture_dates_most_of_which_were_probably_turned_make_no_numbers()
    {
        // 44 of 64 dates: the first twenty days after the twelfth only.
        using var folder = Case([.. Days.Where(day => day.Day <= 12).Select(Turned), .. Days.Where(day => day.Day > 12).Take(20).Select(Turned)]);

        var imported = folder.Run();

        Assert.That(imported.Records, Is.Empty);
        Assert.That(imported.Finding("fracture-dates-not-read").Message, Does.Contain("day and month exchanged"));
    }

    [Test]
    public void A_workbook_with_native_dates_of_all_days_is_read_as_it_is()
    {
        using var folder = Case([.. Days.Take(60).Select(day => (object)day), .. Days.Where(day => day.Day > 12).Select(Turned)]);

        var imported = folder.Run();

        Assert.That(imported.FindingCodes, Has.None.EqualTo("date-half-converted"));
        Assert.That(imported.Values.Select(DateIn), Has.None.Null);
    }

    [Test]
    public void A_column_is_judged_by_itself()
    {
        using var folder = new ImportCase { Profiles = [TwoDates] };
        Write(folder, Days.Select(day => (object?[])["70", day, Turned(day)]));

        var imported = folder.Run();

        Assert.That(imported.Values.Select(DateIn), Is.EqualTo(Days.Select(Iso)));
        Assert.That(imported.Finding("date-half-converted").Place.Column, Is.EqualTo("Assessed"));
    }

    // Ten dates of any days are all in the first twelve of a month once in 11,000 times; nine are too few.
    [TestCase(10, 0, 10, 0, 0, true)]
    [TestCase(9, 0, 10, 0, 0, false)]
    [TestCase(10, 0, 9, 0, 0, false)]
    [TestCase(10, 1, 10, 0, 0, false)]
    [TestCase(49, 1, 10, 0, 0, true)]
    [TestCase(48, 1, 10, 0, 0, false)]
    [TestCase(10, 0, 0, 10, 0, true)]
    [TestCase(10, 0, 19, 0, 1, true)]
    [TestCase(10, 0, 18, 0, 1, false)]
    [TestCase(10, 0, 19, 1, 0, true)]
    [TestCase(10, 0, 10, 10, 0, false)]
    public void It_takes_enough_dates_of_both_kinds(int early, int late, int dayFirst, int monthFirst, int either, bool expected)
    {
        var dates = new DateEvidence(0, early + late, dayFirst, monthFirst, either, 0, 0) { NativeLate = late };

        Assert.That(DateOrderRules.IsHalfConverted(dates), Is.EqualTo(expected));
    }

    // What a program whose months come first makes of 13/01/2025 and of 04/05/2025.
    private static object Turned(DateTime day) => day.Day > 12 ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : new DateTime(day.Year, day.Day, day.Month);

    private static ImportCase Case(IEnumerable<object> dates)
    {
        var folder = new ImportCase { Profiles = [TwoDates] };
        Write(folder, dates.Select(date => (object?[])["70", date, null]));
        return folder;
    }

    private static void Write(ImportCase folder, IEnumerable<object?[]> rows) =>
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"), ("Sheet1", [["Age", Fracture, "Assessed"], .. rows], false));

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? DateIn(string record)
    {
        var at = record.IndexOf("fracture_date=", StringComparison.Ordinal);
        return at < 0 ? null : record.Substring(at + 14, 10);
    }
}
