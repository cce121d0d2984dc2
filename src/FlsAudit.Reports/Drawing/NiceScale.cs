using FlsAudit.Reports.Wording;

namespace FlsAudit.Reports.Drawing;

/// <summary>Axis ticks at 1, 2, 2.5 or 5 times a power of ten.</summary>
internal static class NiceScale
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>An axis that holds both ends and starts and ends at a tick, with about as many steps as asked for.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="from">The lowest value.</param>
    /// <param name="to">The highest value; when it is not above the lowest, the axis is one step long.</param>
    /// <param name="steps">About how many steps.</param>
    public static Axis Over(string title, double from, double to, int steps)
    {
        var step = StepOf(to > from ? to - from : 1, steps);
        var first = Math.Floor((from / step) + 1e-9);
        var last = Math.Max(Math.Ceiling((to / step) - 1e-9), first + 1);
        return new Axis(title, first * step, last * step, Ticks(step, first, last));
    }

    private static double StepOf(double span, int steps)
    {
        var rough = span / steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * Steps.First(step => step >= (rough / power) - 1e-9);
    }

    private static List<Tick> Ticks(double step, double first, double last)
    {
        var decimals = 0;
        while (decimals < 6 && Math.Abs((step * Math.Pow(10, decimals)) - Math.Round(step * Math.Pow(10, decimals), MidpointRounding.AwayFromZero)) > 1e-9)
            decimals++;
        var ticks = new List<Tick>();
        for (var i = first; i <= last; i++) ticks.Add(new Tick(i * step, PrintedNumber.Fixed(i * step, decimals)));
        return ticks;
    }
}
