using System.Globalization;

namespace FlsAudit.Model;

/// <summary>The lengths of period that results are given for.</summary>
public enum PeriodKind
{
    /// <summary>Calendar month, <c>2025-03</c>.</summary>
    Month,

    /// <summary>Calendar quarter, <c>2025-Q1</c>.</summary>
    Quarter,

    /// <summary>Quarter of a financial year that starts in April, <c>2025/26-Q1</c> = April to June 2025.</summary>
    FinancialQuarter,

    /// <summary>Calendar year, <c>2025</c>.</summary>
    Year,
}

/// <summary>One period of a kind. Periods of one kind are numbered without gaps, so neighbours differ by one.</summary>
/// <param name="Kind">Its length.</param>
/// <param name="Number">Its number since the year 0.</param>
public readonly record struct Period(PeriodKind Kind, int Number) : IComparable<Period>
{
    private const int FinancialYearFirstMonth = 4;

    /// <summary>The period that holds a day.</summary>
    /// <param name="kind">Its length.</param>
    /// <param name="day">The day as <see cref="DateOnly.DayNumber"/>.</param>
    public static Period Of(PeriodKind kind, int day)
    {
        var date = DateOnly.FromDayNumber(day);
        var number = kind switch
        {
            PeriodKind.Month => (date.Year * 12) + date.Month - 1,
            PeriodKind.Year => date.Year,
            _ => (date.Year * 4) + ((date.Month - 1) / 3),
        };
        return new Period(kind, number);
    }

    /// <summary>The first day, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int FirstDay => Start(Number).DayNumber;

    /// <summary>The last day, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int LastDay => Start(Number + 1).DayNumber - 1;

    /// <summary>The label that files and pages print, for example <c>2025-Q1</c>.</summary>
    public string Label
    {
        get
        {
            var start = Start(Number);
            return Kind switch
            {
                PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}-{start.Month:00}"),
                PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}-Q{QuarterOf(start.Month)}"),
                PeriodKind.FinancialQuarter => FinancialLabel(start),
                _ => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}"),
            };
        }
    }

    /// <summary>Reads a label back; any kind of label is accepted.</summary>
    /// <returns>False when the text is no period label.</returns>
    public static bool TryParse(string label, out Period period)
    {
        period = default;
        return label.Length switch
        {
            4 => TryNumber(label, out var year) && Make(PeriodKind.Year, year, 1, 1, out period),
            7 when label[4] == '-' && label[5] == 'Q' => TryNumber(label[..4], out var year) && TryNumber(label[6..], out var quarter)
                && Make(PeriodKind.Quarter, year, quarter, 3, out period),
            7 when label[4] == '-' => TryNumber(label[..4], out var year) && TryNumber(label[5..], out var month)
                && Make(PeriodKind.Month, year, month, 1, out period),
            10 when label[4] == '/' && label[7] == '-' && label[8] == 'Q' => TryNumber(label[..4], out var year) && TryNumber(label[9..], out var quarter)
                && label[5..7] == ((year + 1) % 100).ToString("00", CultureInfo.InvariantCulture)
                && MakeFinancial(year, quarter, out period),
            _ => false,
        };
    }

    /// <summary>Calendar order within one kind.</summary>
    public int CompareTo(Period other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : Number.CompareTo(other.Number);

    /// <inheritdoc />
    public override string ToString() => Label;

    private DateOnly Start(int number) => Kind switch
    {
        PeriodKind.Month => new DateOnly(number / 12, (number % 12) + 1, 1),
        PeriodKind.Year => new DateOnly(number, 1, 1),
        _ => new DateOnly(number / 4, ((number % 4) * 3) + 1, 1),
    };

    private static int QuarterOf(int month) => ((month - 1) / 3) + 1;

    private static string FinancialLabel(DateOnly start)
    {
        var year = start.Month >= FinancialYearFirstMonth ? start.Year : start.Year - 1;
        var quarter = start.Month >= FinancialYearFirstMonth ? QuarterOf(start.Month) - 1 : 4;
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}/{(year + 1) % 100:00}-Q{quarter}");
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool Make(PeriodKind kind, int year, int part, int months, out Period period)
    {
        period = default;
        var parts = kind == PeriodKind.Year ? 1 : 12 / months;
        if (year < 1 || part < 1 || part > parts) return false;
        period = new Period(kind, (year * parts) + part - 1);
        return true;
    }

    private static bool MakeFinancial(int year, int quarter, out Period period)
    {
        period = default;
        if (year < 1 || quarter is < 1 or > 4) return false;
        period = new Period(PeriodKind.FinancialQuarter, (year * 4) + quarter);
        return true;
    }
}
