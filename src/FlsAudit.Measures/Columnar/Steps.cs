using FlsAudit.Model;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Measures.Columnar;

/// <summary>The loops behind the steps of a program. Truths are -1, 0 and 1, so <c>and</c> is the minimum and <c>or</c> the maximum.</summary>
internal static class Steps
{
    public static Step And(int left, int right) => (batch, registers, result) =>
    {
        sbyte[] a = registers[left], b = registers[right];
        for (var i = 0; i < batch.Count; i++) result[i] = Math.Min(a[i], b[i]);
    };

    public static Step Or(int left, int right) => (batch, registers, result) =>
    {
        sbyte[] a = registers[left], b = registers[right];
        for (var i = 0; i < batch.Count; i++) result[i] = Math.Max(a[i], b[i]);
    };

    public static Step Not(int operand) => (batch, registers, result) =>
    {
        var a = registers[operand];
        for (var i = 0; i < batch.Count; i++) result[i] = (sbyte)-a[i];
    };

    /// <summary>A code field through a table whose first place is for <see cref="Missing.Code"/>.</summary>
    public static Step Lookup(int slot, sbyte[] truths) => (batch, _, result) =>
    {
        var codes = batch.Codes(slot);
        for (var i = 0; i < batch.Count; i++) result[i] = truths[codes[i] + 1];
    };

    public static Step DateKnown(int slot, int asAt) => (batch, _, result) =>
    {
        var dates = batch.Dates(slot);
        for (var i = 0; i < batch.Count; i++) result[i] = Known(dates[i], asAt) ? (sbyte)1 : (sbyte)-1;
    };

    /// <summary>For data-quality tables: whether a date is recorded, be it after the as-at date.</summary>
    public static Step DatePresent(int slot) => (batch, _, result) =>
    {
        var dates = batch.Dates(slot);
        for (var i = 0; i < batch.Count; i++) result[i] = dates[i] == Missing.Date ? (sbyte)-1 : (sbyte)1;
    };

    public static Step AfterAsAt(int slot, int asAt) => (batch, _, result) =>
    {
        var dates = batch.Dates(slot);
        for (var i = 0; i < batch.Count; i++) result[i] = dates[i] == Missing.Date ? (sbyte)0 : Truth(dates[i] > asAt);
    };

    public static Step NumberKnown(int slot) => (batch, _, result) =>
    {
        var numbers = batch.Numbers(slot);
        for (var i = 0; i < batch.Count; i++) result[i] = double.IsNaN(numbers[i]) ? (sbyte)-1 : (sbyte)1;
    };

    public static Step Number(int slot, Comparison comparison, double threshold) => (batch, _, result) =>
    {
        var numbers = batch.Numbers(slot);
        for (var i = 0; i < batch.Count; i++)
            result[i] = double.IsNaN(numbers[i]) ? (sbyte)0 : Truth(Compare(numbers[i], comparison, threshold));
    };

    /// <summary>The days from one date to another against a number.</summary>
    public static Step Days(int from, int to, Comparison comparison, double threshold, int asAt) => (batch, _, result) =>
    {
        int[] starts = batch.Dates(from), ends = batch.Dates(to);
        for (var i = 0; i < batch.Count; i++)
        {
            result[i] = Known(starts[i], asAt) && Known(ends[i], asAt)
                ? Truth(Compare(ends[i] - starts[i], comparison, threshold))
                : (sbyte)0;
        }
    };

    public static Step Within(int start, int date, int days, int asAt) => (batch, _, result) =>
    {
        int[] starts = batch.Dates(start), dates = batch.Dates(date);
        for (var i = 0; i < batch.Count; i++)
        {
            if (dates[i] == Missing.Date || !Known(starts[i], asAt)) result[i] = 0;
            else if (dates[i] > asAt) result[i] = -1;
            else result[i] = dates[i] < starts[i] ? (sbyte)0 : Truth(dates[i] - starts[i] <= days);
        }
    };

    private static bool Known(int date, int asAt) => date != Missing.Date && date <= asAt;

    private static sbyte Truth(bool holds) => holds ? (sbyte)1 : (sbyte)-1;

    private static bool Compare(double left, Comparison comparison, double right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Greater => left > right,
        _ => left >= right,
    };
}
