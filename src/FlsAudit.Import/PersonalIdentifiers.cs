using System.Globalization;
using System.Text.RegularExpressions;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>
/// Recognises texts that say who somebody is and that a hospital may have sent by mistake in place of a record number. It looks at form and check digits
/// only, so a plain number is now and then taken for one (one ten-digit number in eleven has the check digit of an NHS number, and a number of ten or eleven digits
/// that begins with one 0 may be a telephone number) and an unusual identifier is missed: it is a guard, not a proof.
/// </summary>
public static partial class PersonalIdentifiers
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int LastYearOfBirth = 1980;
    private const int LongestCode = 3;
    private const string Dashes = "-\u2010\u2011\u2012\u2013";

    private static readonly string[][] Months =
    [
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"],
    ];

    /// <summary>Whether a record id looks like a personal identifier, as <see cref="KindOf"/>.</summary>
    public static bool LooksLike(string text) => KindOf(text) is not null;

    /// <summary>
    /// Which personal identifier a record id looks like; null for none. The whole text must be one, apart from white space around it and from an e-mail address,
    /// which may stand anywhere. A blank text is none.
    /// <list type="bullet">
    /// <item>An NHS number: ten digits, spaces or dashes between, with its modulus 11 check digit. Any range of numbers, so Scottish and Irish ones too.</item>
    /// <item>A French NIR: 15 digits, the department perhaps 2A or 2B, with a control key that is right; or 13 without the key, then with a month from
    /// 01 to 12. The first digit is 1 to 4, 7 or 8.</item>
    /// <item>An e-mail address: something, <c>@</c>, and a domain with a dot.</item>
    /// <item>A telephone number: <c>+</c> and 8 to 15 digits; 00 and at least 10 more digits, 17 in all at most; 10 or 11 digits that begin with one 0;
    /// or a North American number with a space, dash or dot before the last four digits. Without these marks a number is a number.</item>
    /// <item>A postcode of the United Kingdom, with or without its space.</item>
    /// <item>A day from 1900 to 2100: year first, or year last with day and month in either order, or a year of two digits last; also with a time after it,
    /// as eight digits alone, or with an English or French name of the month.</item>
    /// <item>A United States social security number: 3, 2 and 4 digits with dashes or spaces, none of them a number that is never given out.
    /// Nine digits alone are none.</item>
    /// <item>A number of another country: a British National Insurance number; the Nordic form of six digits that are a day, a dash or plus, and three or four
    /// characters; a United States Medicare number of eleven characters.</item>
    /// <item>A name with a day or year of birth: at least four letters, then four digits that are a year of birth, or six or eight that are a day.</item>
    /// <item>A name: no digit, and two letters side by side. One word of up to three capital letters and nothing else is a code, not a name.</item>
    /// </list>
    /// </summary>
    public static IdentifierKind? KindOf(string text)
    {
        var id = text.Trim();
        if (IsEMail(id)) return IdentifierKind.EMail;
        if (IsNationalNumber(id)) return IdentifierKind.NationalNumber;
        if (IsTelephone(id)) return IdentifierKind.Telephone;
        if (IsPostcode(id)) return IdentifierKind.Postcode;
        if (IsDate(id)) return IdentifierKind.DateOfBirth;
        return IsName(id) || IsNameWithBirth(id) ? IdentifierKind.Name : null;
    }

    private static bool IsNationalNumber(string id) =>
        IsNhsNumber(id) || IsNir(id) || IsSocialSecurityNumber(id) || NationalInsurance().IsMatch(WithoutGaps(id)) || IsNordicNumber(id) || Medicare().IsMatch(id);

    // NHS Data Dictionary, NHS NUMBER: weights 10 to 2, and 11 minus the remainder; 11 is written 0, and 10 means that there is no such number.
    private static bool IsNhsNumber(string text)
    {
        var digits = WithoutGaps(text);
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit)) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (digits[i] - '0') * (10 - i);
        return (11 - (sum % 11)) % 11 == digits[9] - '0';
    }

    // INSEE: the key is 97 minus the remainder of the first 13 digits by 97, with 19 in the place of 2A and 18 in the place of 2B.
    private static bool IsNir(string text)
    {
        var match = Nir().Match(WithoutGaps(text));
        if (!match.Success) return false;
        if (!match.Groups["key"].Success) return Number(match.Groups["month"]) is >= 1 and <= 12;
        var department = match.Groups["department"].Value.ToUpperInvariant() switch { "2A" => "19", "2B" => "18", var digits => digits };
        var number = long.Parse(match.Groups["before"].Value + department + match.Groups["after"].Value, CultureInfo.InvariantCulture);
        return 97 - (number % 97) == Number(match.Groups["key"]);
    }

    private static bool IsNordicNumber(string text) => Nordic().Match(text) is { Success: true } match && IsDayOfSixDigits(match.Groups["day"].Value);

    private static bool IsNameWithBirth(string text)
    {
        if (NameAndDigits().Match(text) is not { Success: true } match) return false;
        var digits = match.Groups["digits"].Value;
        return digits.Length switch
        {
            4 => int.Parse(digits, CultureInfo.InvariantCulture) is >= FirstYear and <= LastYearOfBirth,
            6 => IsDayOfSixDigits(digits),
            _ => IsDate(digits),
        };
    }

    // Day, month and year, or year, month and day, of two digits each.
    private static bool IsDayOfSixDigits(string digits)
    {
        int first = int.Parse(digits[..2], CultureInfo.InvariantCulture), month = int.Parse(digits[2..4], CultureInfo.InvariantCulture), last = int.Parse(digits[4..], CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && (first is >= 1 and <= 31 || last is >= 1 and <= 31);
    }

    private static bool IsEMail(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Any(word => word.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && word.IndexOf('.', at) > at + 1);

    private static bool IsTelephone(string text)
    {
        if (NorthAmericanNumber().IsMatch(text)) return true;
        if (!TelephoneNumber().IsMatch(text)) return false;
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        if (text.Contains('+', StringComparison.Ordinal)) return digits.Length is >= 8 and <= 15;
        if (digits.StartsWith("00", StringComparison.Ordinal)) return digits.Length is >= 12 and <= 17;
        return digits.StartsWith('0') && digits.Length is 10 or 11;
    }

    private static bool IsPostcode(string text) => Postcode().IsMatch(text);

    private static bool IsDate(string text)
    {
        if (EightDigits().IsMatch(text))
            return IsDay(text[..4], text[4..6], text[6..]) || IsDay(text[4..], text[2..4], text[..2]) || IsDay(text[4..], text[..2], text[2..4]);
        if (NumericDate().Match(text) is { Success: true } date)
        {
            var (a, b, c) = (date.Groups[1].Value, date.Groups[3].Value, date.Groups[4].Value);
            return a.Length == 4 ? IsDay(a, b, c) : IsDay(c, b, a) || IsDay(c, a, b);
        }

        var named = DateWithMonth().Match(text);
        return named.Success && IsDay(named.Groups["year"].Value, MonthOf(named.Groups["month"].Value), named.Groups["day"].Value);
    }

    private static bool IsSocialSecurityNumber(string text) => SocialSecurityNumber().IsMatch(text);

    private static bool IsName(string text)
    {
        if (text.Any(char.IsDigit) || (text.Length <= LongestCode && text.All(char.IsUpper))) return false;
        // An accent may stand as a character of its own after its letter.
        char[] letters = [.. text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)];
        return letters.Zip(letters.Skip(1)).Any(pair => char.IsLetter(pair.First) && char.IsLetter(pair.Second));
    }

    private static bool IsDay(string year, string month, string day)
    {
        if (year.Length is not (2 or 4) || month.Length is not (1 or 2) || day.Length is not (1 or 2)) return false;
        // 2000 is a leap year, so a year of two digits gives the 29 February the benefit of the doubt.
        var full = year.Length == 2 ? 2000 : Number(year);
        return full is >= FirstYear and <= LastYear && Number(month) is >= 1 and <= 12 and var m && Number(day) is >= 1 and var d && d <= DateTime.DaysInMonth(full, m);
    }

    // The number of a month by its name or the beginning of it, 0 for any other word.
    private static string MonthOf(string word)
    {
        var folded = TextFolding.Fold(word);
        var month = Months.Select(names => Array.FindIndex(names, name => name.StartsWith(folded, StringComparison.Ordinal)) + 1).Max();
        return month.ToString(CultureInfo.InvariantCulture);
    }

    private static string WithoutGaps(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && !Dashes.Contains(c, StringComparison.Ordinal))]);

    private static int Number(Group digits) => Number(digits.Value);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // Sex, year and month; department; commune and order in the register; key.
    [GeneratedRegex(
        "^(?<before>[1-478][0-9]{2}(?<month>[0-9]{2}))(?<department>[0-9]{2}|2[AB])(?<after>[0-9]{6})(?<key>[0-9]{2})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nir();

    [GeneratedRegex(@"^[(+]{0,2}[0-9][0-9 .()/\u00A0\u2010-\u2013-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TelephoneNumber();

    // Area and exchange begin with 2 to 9.
    [GeneratedRegex(@"^(?:1[ .-]?)?\(?[2-9][0-9]{2}\)?[ .-]?[2-9][0-9]{2}[ .-][0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex NorthAmericanNumber();

    // The last two letters are never C, I, K, M, O or V, and the first letter is never Q, V or X.
    [GeneratedRegex(@"^[A-PR-UWYZ][A-Z]?[0-9][A-Z0-9]?\s*[0-9][ABD-HJLNP-UW-Z]{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex("^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NationalInsurance();

    [GeneratedRegex("^(?<day>[0-9]{6})[-+A][0-9]{3}[0-9A-Z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nordic();

    // The pattern that the Centers for Medicare and Medicaid Services publish for the Medicare Beneficiary Identifier; dashes are for show.
    [GeneratedRegex("^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-?[AC-HJKMNP-RT-Y]{2}[0-9]{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Medicare();

    [GeneratedRegex(@"^[\p{L}\p{M}'.]{4,}[ _.-]?(?<digits>[0-9]{4}|[0-9]{6}|[0-9]{8})$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndDigits();

    [GeneratedRegex("^[0-9]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"^([0-9]{1,4})([-/. ])([0-9]{1,2})\2([0-9]{1,4})(?:[T ][0-9:.+Z APM-]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    [GeneratedRegex(
        @"^(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th|er)?[ ./-]*(?<month>[\p{L}\p{M}]{3,10})|(?<month>[\p{L}\p{M}]{3,10})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?)"
            + @"[ .,/-]*(?<year>[0-9]{4}|[0-9]{2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateWithMonth();

    // Social Security Administration: no area 000, 666 or 900 to 999, no group 00, no serial 0000.
    [GeneratedRegex(@"^(?!000|666|9)[0-9]{3}([- ])(?!00)[0-9]{2}\1(?!0000)[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex SocialSecurityNumber();
}
