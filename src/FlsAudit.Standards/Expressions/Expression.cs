using FlsAudit.Model;

namespace FlsAudit.Standards.Expressions;

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>
/// A condition on a record, checked against the data dictionary. Its value is a <see cref="Truth"/>: a comparison with anything missing is unknown.
/// </summary>
/// <param name="Text">The condition as the definition writes it.</param>
public abstract record Expression(string Text);

/// <summary>All operands hold.</summary>
public sealed record And(string Text, Expression Left, Expression Right) : Expression(Text);

/// <summary>At least one operand holds.</summary>
public sealed record Or(string Text, Expression Left, Expression Right) : Expression(Text);

/// <summary>The operand does not hold.</summary>
public sealed record Not(string Text, Expression Operand) : Expression(Text);

/// <summary>
/// A code field has one of these codes. Unknown when nothing is recorded or the record says <see cref="CodeValue.NotKnown"/>.
/// </summary>
/// <param name="Text">As written.</param>
/// <param name="Field">A code field.</param>
/// <param name="Codes">Positions in the field's list of codes.</param>
public sealed record HasCode(string Text, Field Field, IReadOnlyList<int> Codes) : Expression(Text);

/// <summary>
/// Something is recorded: neither blank nor <see cref="CodeValue.NotKnown"/>, and no date after the as-at date. Never unknown.
/// </summary>
public sealed record IsKnown(string Text, Field Field) : Expression(Text);

/// <summary>
/// For data-quality tables only: true when recorded, unknown when the record says <see cref="CodeValue.NotKnown"/>, false when blank.
/// </summary>
public sealed record IsPresent(string Text, Field Field) : Expression(Text);

/// <summary>
/// A date is recorded as a day after the as-at date: an event that cannot have happened when the data were complete. True of such a day, false of any
/// other, unknown when nothing is recorded. The only test that sees such dates; to every other they have not happened.
/// </summary>
public sealed record AfterAsAt(string Text, Field Date) : Expression(Text);

/// <summary>A number field compared with a number.</summary>
public sealed record NumberComparison(string Text, Field Field, Comparison Comparison, double Number) : Expression(Text);

/// <summary>One date field compared with another. Unknown when either is missing or after the as-at date.</summary>
public sealed record DateComparison(string Text, Field Left, Comparison Comparison, Field Right) : Expression(Text);

/// <summary>The days from one date to another, compared with a number. Unknown when either is missing or after the as-at date.</summary>
public sealed record DayComparison(string Text, DayDifference Difference, Comparison Comparison, double Number) : Expression(Text);

/// <summary>
/// A date lies 0 to N days after another, both ends inclusive; or, without a limit, on or after it. Before it is a date error and unknown; missing is unknown;
/// a date after the as-at date has not happened and is false.
/// </summary>
public sealed record Within(string Text, Field Date, int Days, Field Start) : Expression(Text)
{
    /// <summary>The days of a window that never closes: the date lies on or after the other, however long after.</summary>
    public const int NoLimit = int.MaxValue;

    /// <summary>Whether the window closes.</summary>
    public bool HasLimit => Days != NoLimit;
}

/// <summary>The days from one date to another: <c>days(from, to)</c>.</summary>
public sealed record DayDifference(Field From, Field To);
