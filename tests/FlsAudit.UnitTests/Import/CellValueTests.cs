using FlsAudit.Import.Cells;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class CellValueTests
{
    [TestCase("2025-03-04", DateOrder.Iso, "2025-03-04")]
    [TestCase("2025-03-04T00:00:00Z", DateOrder.DayFirst, "2025-03-04")]
    [TestCase("2025-03-04 13:45", DateOrder.MonthFirst, "2025-03-04")]
    [TestCase("2025/3/4", DateOrder.DayFirst, "2025-03-04")]
    [TestCase("4/3/2025", DateOrder.DayFirst, "2025-03-04")]
    [TestCase("04.03.2025", DateOrder.DayFirst, "2025-03-04")]
    [TestCase("03-04-2025", DateOrder.MonthFirst, "2025-03-04")]
    [TestCase("29/02/2024", DateOrder.DayFirst, "2024-02-29")]
    [TestCase("01/01/1900", DateOrder.DayFirst, "1900-01-01")]
    [TestCase("31/12/2100", DateOrder.DayFirst, "2100-12-31")]
    public void Dates_that_have_one_reading_are_read(string text, DateOrder order, string expected) =>
        Assert.That(Date(text, order), Is.EqualTo((Reading.Read, ImportCase.Day(expected))));

    // Eight digits, and months by name in English and French: the order of the column does not matter.
    [TestCase("20250313")]
    [TestCase("20250313T101500")]
    [TestCase("13-Mar-2025")]
    [TestCase("13-MAR-2025 00:00:00")]
    [TestCase("13Mar2025")]
    [TestCase("13 March 2025")]
    [TestCase("13th March, 2025")]
    [TestCase("Mar 13, 2025")]
    [TestCase("Mar. 13, 2025")]
    [TestCase("13 mars 2025")]
    [TestCase("13.mars.2025")]
    [TestCase("2025-Mar-13")]
    public void Dates_whose_order_is_plain_are_read_in_any_column(string text)
    {
        foreach (var order in Enum.GetValues<DateOrder>()) Assert.That(Date(text, order), Is.EqualTo((Reading.Read, ImportCase.Day("2025-03-13"))));
        Assert.That(DateText.FormOf(new Cell(System.Text.Encoding.UTF8.GetBytes(text))), Is.EqualTo(DateForm.Iso));
    }

    [TestCase("january jan janvier janv", 1)]
    [TestCase("february feb février fevrier févr Fév FÉVRIER", 2)]
    [TestCase("march mar mars", 3)]
    [TestCase("april apr avril avr", 4)]
    [TestCase("may mai", 5)]
    [TestCase("june jun juin", 6)]
    [TestCase("july jul juillet juil", 7)]
    [TestCase("august aug août aout AOÛT", 8)]
    [TestCase("september sep sept septembre", 9)]
    [TestCase("october oct octobre", 10)]
    [TestCase("november nov novembre", 11)]
    [TestCase("december dec décembre déc", 12)]
    public void Months_are_known_by_their_names_and_abbreviations(string names, int month)
    {
        foreach (var name in names.Split(' '))
        {
            var expected = (Reading.Read, ImportCase.Day($"2025-{month:00}-01"));
            Assert.That(Date($"1er {name}. 2025", DateOrder.DayFirst), Is.EqualTo(expected), name);
            var reading = DateText.TryRead(System.Text.Encoding.Latin1.GetBytes($"1 {name} 2025"), DateOrder.DayFirst, out var day);
            Assert.That((reading, day), Is.EqualTo(expected), $"{name} in Windows-1252");
        }
    }

    [Test]
    public void Eight_digits_that_are_a_number_of_a_workbook_are_a_date_and_no_serial_day()
    {
        var cell = new Cell("20250313"u8, CellKind.Number, 20250313);

        Assert.That((DateText.TryRead(cell, new DateRule(DateOrder.DayFirst), out var day), day), Is.EqualTo((Reading.Read, ImportCase.Day("2025-03-13"))));
    }

    [TestCase("04/03/2025", DateOrder.Iso)]
    [TestCase("12/31/2025", DateOrder.DayFirst)]
    [TestCase("31/12/2025", DateOrder.MonthFirst)]
    [TestCase("29/02/2025", DateOrder.DayFirst)]
    [TestCase("31/12/1899", DateOrder.DayFirst)]
    [TestCase("01/01/2101", DateOrder.DayFirst)]
    [TestCase("2025-13-01", DateOrder.Iso)]
    [TestCase("2025-03", DateOrder.Iso)]
    [TestCase("2025-03-04x", DateOrder.Iso)]
    [TestCase("4/3-2025", DateOrder.DayFirst)]
    [TestCase("soon", DateOrder.DayFirst)]
    [TestCase("2025", DateOrder.DayFirst)]
    [TestCase("20251304", DateOrder.DayFirst)]
    [TestCase("13032025", DateOrder.DayFirst)]
    [TestCase("20122012", DateOrder.DayFirst)]
    [TestCase("18991231", DateOrder.DayFirst)]
    [TestCase("202503041", DateOrder.DayFirst)]
    [TestCase("20250304x", DateOrder.DayFirst)]
    [TestCase("31-Feb-2025", DateOrder.DayFirst)]
    [TestCase("0 March 2025", DateOrder.DayFirst)]
    [TestCase("13 Marsh 2025", DateOrder.DayFirst)]
    [TestCase("13 March", DateOrder.DayFirst)]
    [TestCase("March 2025", DateOrder.DayFirst)]
    [TestCase("13 March 202", DateOrder.DayFirst)]
    [TestCase("13 March 20255", DateOrder.DayFirst)]
    [TestCase("13 13 March 2025", DateOrder.DayFirst)]
    [TestCase("13-Mar-2025x", DateOrder.DayFirst)]
    [TestCase("2025 Mar", DateOrder.DayFirst)]
    [TestCase("13-Mar-1850", DateOrder.DayFirst)]
    [TestCase("13 incomprehensible 2025", DateOrder.DayFirst)]
    [TestCase("99999", DateOrder.DayFirst)]
    [TestCase("45658/1/1", DateOrder.DayFirst)]
    public void Other_texts_are_no_dates(string text, DateOrder order) =>
        Assert.That(Date(text, order), Is.EqualTo((Reading.NotRead, Missing.Date)));

    [Test]
    public void The_day_number_of_a_spreadsheet_program_is_read_and_said() =>
        // 45658 days after 1899-12-30.
        Assert.That(Date("45658", DateOrder.DayFirst), Is.EqualTo((Reading.Serial, ImportCase.Day("2025-01-01"))));

    [TestCase("04/03/25")]
    [TestCase("4-Mar-25")]
    [TestCase("March 4, 25")]
    public void The_century_of_a_year_with_two_digits_is_not_guessed(string text) =>
        Assert.That(Date(text, DateOrder.DayFirst), Is.EqualTo((Reading.ShortYear, Missing.Date)));

    [TestCase("72", '.', 72)]
    [TestCase("-2.5", '.', -2.5)]
    [TestCase("-2,5", '.', -2.5)]
    [TestCase("-2.5", ',', -2.5)]
    [TestCase("\u22122,25", ',', -2.25)]
    [TestCase("+1.10", '.', 1.1)]
    [TestCase("1.234", '.', 1.234)]
    [TestCase("1,234", ',', 1.234)]
    [TestCase(".5", '.', 0.5)]
    [TestCase(",125", '.', 0.125)]
    public void Numbers_are_read_with_either_mark(string text, char mark, double expected) =>
        Assert.That(Number(text, mark), Is.EqualTo(expected));

    [TestCase("1,234", '.')]
    [TestCase("1.234", ',')]
    [TestCase("1.2.3", '.')]
    [TestCase("72 years", '.')]
    [TestCase("-", '.')]
    [TestCase(".", '.')]
    [TestCase("1234567890123456", '.')]
    public void A_number_with_two_readings_or_none_is_not_read(string text, char mark) => Assert.That(Number(text, mark), Is.Null);

    [TestCase("Don't know")]
    [TestCase("don’t  know")]
    [TestCase("Don\u00EDt know")]
    [TestCase("Don\u00D5t know")]
    [TestCase("Don\u0092t know")]
    [TestCase("Donâ€™t know")]
    [TestCase("Don&#39;t know")]
    [TestCase("DON\uFFFDT\u00A0KNOW")]
    [TestCase("not_known")]
    public void Spellings_of_an_option_text_that_real_files_hold_are_one(string text)
    {
        var field = SmallProfiles.Dictionary["dxa"];
        var texts = new CodeTexts(field, SmallProfiles.Map("dxa", ("Don't know", "not_known")));

        Assert.That(texts.TryFind(text, out var code), Is.True);
        Assert.That(field.Values[code].Code, Is.EqualTo("not_known"));
    }

    [Test]
    public void An_accented_letter_that_is_right_as_it_stands_is_no_apostrophe()
    {
        var texts = new CodeTexts(SmallProfiles.Dictionary["dxa"], SmallProfiles.Map("dxa", ("Sí", "yes"), ("S", "no")));

        Assert.That(texts.TryFind("sí", out var code) && code == 0, Is.True);
    }

    private static (Reading Reading, int Day) Date(string text, DateOrder order)
    {
        var reading = DateText.TryRead(System.Text.Encoding.UTF8.GetBytes(text), order, out var day);
        return (reading, day);
    }

    private static double? Number(string text, char mark) =>
        NumberText.TryRead(System.Text.Encoding.UTF8.GetBytes(text), mark, out var value) ? value : null;
}
