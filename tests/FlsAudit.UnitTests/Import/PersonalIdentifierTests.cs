using System.Globalization;
using FlsAudit.Import;

namespace FlsAudit.UnitTests.Import;

/// <summary>Both sides of every rule; all numbers are invented.</summary>
public sealed class PersonalIdentifierTests
{
    // 4 x 10 + 1 x 2 = 42 = 3 x 11 + 9, so the check digit is 11 - 9 = 2.
    [TestCase("4000000012", true)]
    [TestCase("400 000 0012", true)]
    [TestCase("400-000-0012", true)]
    [TestCase("400\u2013000\u20130012", true)]
    [TestCase(" 4000000012\t", true)]
    [TestCase("4000000013", false, TestName = "The check digit is wrong")]
    [TestCase("400000012", false, TestName = "Nine digits")]
    [TestCase("40000000012", false, TestName = "Eleven digits")]
    [TestCase("R4000000012", false, TestName = "A letter before it")]
    // 4 x 10 + 2 x 2 = 44 = 4 x 11 + 0, and 11 - 0 = 11 is written 0.
    [TestCase("4000000020", true)]
    public void An_NHS_number_has_ten_digits_and_its_check_digit(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [Test]
    public void There_is_no_NHS_number_whose_check_digit_would_be_10()
    {
        // 1 x 10 + 2 x 9 + 3 x 8 + 4 x 7 + 5 x 6 + 6 x 5 + 7 x 4 + 8 x 3 + 9 x 2 = 210 = 19 x 11 + 1, and 11 - 1 = 10.
        foreach (var last in "0123456789") Assert.That(PersonalIdentifiers.LooksLike("123456789" + last), Is.False);
    }

    [TestCase("14005", "99", "99", "000001")]
    [TestCase("24020", "99", "99", "000001", TestName = "A month of someone whose birth month is not known")]
    [TestCase("84012", "2A", "19", "000001", TestName = "Department 2A counts as 19")]
    [TestCase("44012", "2b", "18", "000001", TestName = "Department 2B counts as 18")]
    public void A_NIR_of_15_characters_has_its_control_key(string before, string department, string counted, string after)
    {
        var number = long.Parse(before + counted + after, CultureInfo.InvariantCulture);
        var key = 97 - (number % 97);
        var wrong = key == 97 ? 1 : key + 1;

        Assert.That(PersonalIdentifiers.LooksLike(before + department + after + key.ToString("00", CultureInfo.InvariantCulture)), Is.True);
        Assert.That(PersonalIdentifiers.LooksLike(before + department + after + wrong.ToString("00", CultureInfo.InvariantCulture)), Is.False);
    }

    [TestCase("1400199000001", true)]
    [TestCase("1 40 12 99 000 001", true)]
    [TestCase("1401399000001", false, TestName = "Month 13")]
    [TestCase("1400099000001", false, TestName = "Month 00")]
    [TestCase("8400199000001", true)]
    [TestCase("5400199000001", false, TestName = "Nobody's first digit is 5")]
    [TestCase("9400199000001", false, TestName = "Nobody's first digit is 9")]
    [TestCase("140012A000001", true)]
    [TestCase("140012C000001", false, TestName = "No department 2C")]
    [TestCase("14001990000010", false, TestName = "Fourteen digits")]
    [TestCase("2024010100001", false, TestName = "A year and a serial number")]
    public void A_NIR_of_13_characters_has_a_month(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("a1@example.org", true)]
    [TestCase("r1 <a1@mail.example.org>", true)]
    [TestCase("a1@b2", false)]
    [TestCase("@1.2", false)]
    [TestCase("1@.2", false)]
    [TestCase("1 @ 2.3", false)]
    public void An_e_mail_address_has_something_before_and_a_dot_after_the_sign(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("+44 7700 900123", true)]
    [TestCase("+12345678", true, TestName = "Eight digits after the plus")]
    [TestCase("+1234567", false, TestName = "Seven digits after the plus")]
    [TestCase("+123456789012345", true, TestName = "Fifteen digits after the plus")]
    [TestCase("+1234567890123456", false, TestName = "Sixteen digits after the plus")]
    [TestCase("(+44) 20 7946 0123", true)]
    [TestCase("0033199001234", true)]
    [TestCase("001234567890", true, TestName = "Twelve digits from 00 on")]
    [TestCase("00123456789", false, TestName = "Eleven digits from 00 on")]
    [TestCase("00123456789012345", true, TestName = "Seventeen digits from 00 on")]
    [TestCase("001234567890123456", false, TestName = "Eighteen digits from 00 on")]
    [TestCase("07700 900123", true)]
    [TestCase("01.99.00.12.34", true)]
    [TestCase("020123456", false, TestName = "Nine digits from 0 on")]
    [TestCase("077009001234", false, TestName = "Twelve digits from 0 on")]
    [TestCase("77009001234", false, TestName = "No 0 before it")]
    [TestCase("0770090012R", false, TestName = "A letter in it")]
    [TestCase("212-555-0123", true)]
    [TestCase("1 (212) 555-0123", true)]
    [TestCase("2125550123", false, TestName = "An American number without marks")]
    [TestCase("112-555-0123", false, TestName = "No area begins with 1")]
    [TestCase("212-155-0123", false, TestName = "No exchange begins with 1")]
    public void A_telephone_number_has_a_plus_a_zero_or_the_American_form(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("ZE1 9XX", true)]
    [TestCase("ze19xx", true)]
    [TestCase("Z1A 9XX", true)]
    [TestCase("ZE19", false, TestName = "The first half only")]
    [TestCase("ZE1 9XC", false, TestName = "The last letters are never C")]
    [TestCase("QE1 9XX", false, TestName = "No area begins with Q")]
    [TestCase("ZE123 9XX", false)]
    [TestCase("ZEA1 9XX", false)]
    public void A_postcode_has_the_British_form(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("QQ123456C", false, TestName = "Q begins no National Insurance number")]
    [TestCase("AB123456C", true)]
    [TestCase("AB 12 34 56 C", true)]
    [TestCase("AB123456E", false, TestName = "A National Insurance number ends in A to D")]
    [TestCase("250153-1234", true, TestName = "Danish form, born on the 25th of January")]
    [TestCase("531301-1234", true, TestName = "The 53rd is no day, and the 1st is")]
    [TestCase("250153+123A", true, TestName = "Finnish form")]
    [TestCase("251353-123", false, TestName = "There is no 13th month")]
    [TestCase("1EG4-TE5-MK73", true, TestName = "The example of a Medicare number that its agency prints")]
    [TestCase("1EG4TE5MK73", true)]
    [TestCase("1SG4-TE5-MK73", false, TestName = "No S in a Medicare number")]
    [TestCase("jsmith1953", true)]
    [TestCase("SMITH19530412", true)]
    [TestCase("Smith-120453", true)]
    [TestCase("smith1981", false, TestName = "Nobody born in 1981 breaks a bone of age yet")]
    [TestCase("SITE2024", false)]
    [TestCase("ALM-0000001", false)]
    [TestCase("NORTH123456", false, TestName = "Six digits that are no day")]
    public void Numbers_of_other_countries_and_names_with_a_birthday_are_recognised(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("1940-03-12", true)]
    [TestCase("1940-3-2T00:00:00Z", true)]
    [TestCase("12/03/1940", true)]
    [TestCase("3/31/1940", true)]
    [TestCase("12.03.40", true)]
    [TestCase("12 03 1940 12:30 PM", true)]
    [TestCase("29/02/2024", true)]
    [TestCase("29/02/2023", false)]
    [TestCase("13/13/1940", false)]
    [TestCase("32/01/1940", false)]
    [TestCase("00/01/1940", false)]
    [TestCase("12/03-1940", false, TestName = "Two marks")]
    [TestCase("01/01/1900", true)]
    [TestCase("31/12/1899", false)]
    [TestCase("31/12/2100", true)]
    [TestCase("01/01/2101", false)]
    [TestCase("1/2/3", false, TestName = "A year of one digit")]
    [TestCase("1/2/345", false, TestName = "A year of three digits")]
    [TestCase("2025/001", false)]
    [TestCase("19400312", true)]
    [TestCase("31121940", true)]
    [TestCase("12311940", true)]
    [TestCase("19401332", false, TestName = "Eight digits that are no day")]
    [TestCase("194003123", false, TestName = "Nine digits")]
    [TestCase("120340", false, TestName = "Six digits")]
    [TestCase("12 March 1940", true)]
    [TestCase("12-MAR-40", true)]
    [TestCase("1er févr. 1940", true)]
    [TestCase("Aug 12, 1940", true)]
    [TestCase("31 April 1940", false)]
    [TestCase("12 Mars 19401", false)]
    [TestCase("12 Mbr 1940", false)]
    [TestCase("45678", false, TestName = "The number of a day in a spreadsheet")]
    public void A_date_is_a_day_from_1900_to_2100(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("123-45-6789", true)]
    [TestCase("123 45 6789", true)]
    [TestCase("899-45-6789", true)]
    [TestCase("123-45 6789", false, TestName = "Two separators")]
    [TestCase("123456789", false, TestName = "Nine digits alone")]
    [TestCase("000-45-6789", false)]
    [TestCase("666-45-6789", false)]
    [TestCase("900-45-6789", false)]
    [TestCase("123-00-6789", false)]
    [TestCase("123-45-0000", false)]
    public void A_social_security_number_has_its_separators_and_no_part_that_is_never_given_out(string text, bool expected) =>
        Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("Smith", true)]
    [TestCase("smith", true)]
    [TestCase("Anne Smith", true)]
    [TestCase("SMITH, A", true)]
    [TestCase("O'Brien-Łoś", true)]
    [TestCase("Ng", true)]
    [TestCase("E\u0301a", true, TestName = "An accent between two letters")]
    [TestCase("e\u0301", false, TestName = "One letter and its accent")]
    [TestCase("NG", false)]
    [TestCase("ABC", false)]
    [TestCase("ABCD", true)]
    [TestCase("AB C", true)]
    [TestCase("A", false)]
    [TestCase("a", false)]
    [TestCase("A-B", false)]
    [TestCase("Smith1", false)]
    [TestCase("---", false)]
    [TestCase("", false)]
    [TestCase("  ", false)]
    public void A_name_has_letters_side_by_side_and_no_digit(string text, bool expected) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.EqualTo(expected));

    [TestCase("17")]
    [TestCase("000123")]
    [TestCase("0000000011")]
    [TestCase("R-2025-0017")]
    [TestCase("2025/17")]
    [TestCase("FLS0001234")]
    [TestCase("NTH_12_34")]
    [TestCase("8f14e45f-ceea-467f-a0e6-1c2d3e4f5a6b")]
    public void Usual_record_numbers_are_none(string text) => Assert.That(PersonalIdentifiers.LooksLike(text), Is.False);
}
