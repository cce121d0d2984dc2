using System.Collections.Immutable;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Standards.Checking;

/// <summary>What is asked of a number: whether it is recorded, its bounds, and the values that it must not have.</summary>
internal sealed record NumberRange(bool? IsRecorded, double Low, bool LowOpen, double High, bool HighOpen, ImmutableHashSet<double> Not, bool IsContradictory)
{
    public static readonly NumberRange Any = new(null, double.NegativeInfinity, false, double.PositiveInfinity, false, [], false);

    public static readonly NumberRange Recorded = Any with { IsRecorded = true };

    public static readonly NumberRange Blank = Any with { IsRecorded = false };

    public bool IsPossible => !IsContradictory && (Low < High || (Low == High && !LowOpen && !HighOpen && !Not.Contains(Low)));

    public static NumberRange Of(Comparison comparison, double number, bool wanted) => (comparison, wanted) switch
    {
        (Comparison.Equal, true) or (Comparison.NotEqual, false) => Recorded with { Low = number, High = number },
        (Comparison.Equal, false) or (Comparison.NotEqual, true) => Recorded with { Not = [number] },
        (Comparison.Less, true) or (Comparison.GreaterOrEqual, false) => Recorded with { High = number, HighOpen = true },
        (Comparison.LessOrEqual, true) or (Comparison.Greater, false) => Recorded with { High = number },
        (Comparison.Greater, true) or (Comparison.LessOrEqual, false) => Recorded with { Low = number, LowOpen = true },
        _ => Recorded with { Low = number },
    };

    public NumberRange And(NumberRange other)
    {
        var (low, lowOpen) = Low > other.Low || (Low == other.Low && LowOpen) ? (Low, LowOpen) : (other.Low, other.LowOpen);
        var (high, highOpen) = High < other.High || (High == other.High && HighOpen) ? (High, HighOpen) : (other.High, other.HighOpen);
        return new NumberRange(
            IsRecorded ?? other.IsRecorded, low, lowOpen, high, highOpen, Not.Union(other.Not),
            IsContradictory || other.IsContradictory || (IsRecorded is { } recorded && other.IsRecorded is { } otherwise && recorded != otherwise));
    }
}
