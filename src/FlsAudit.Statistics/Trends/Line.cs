namespace FlsAudit.Statistics.Trends;

/// <summary>A straight line of log-odds over the places of periods.</summary>
/// <param name="AtMiddle">The log-odds at the middle.</param>
/// <param name="Slope">The change of the log-odds from one place to the next.</param>
/// <param name="Middle">The place where the line is anchored.</param>
internal readonly record struct Line(double AtMiddle, double Slope, double Middle)
{
    /// <summary>Twice the log-likelihood that is lost against a proportion of its own in each period.</summary>
    internal double Deviance(IReadOnlyList<(double X, double N)> periods)
    {
        var sum = 0.0;
        for (var i = 0; i < periods.Count; i++)
        {
            var (x, n) = periods[i];
            var p = ProportionAt(i);
            if (x > 0) sum += x * Math.Log(x / (n * p));
            if (x < n) sum += (n - x) * Math.Log((n - x) / (n * (1 - p)));
        }

        return 2 * sum;
    }

    /// <summary>How far Newton's method would move the line towards the maximum of the likelihood.</summary>
    internal (double AtMiddle, double Slope) NewtonStep(IReadOnlyList<(double X, double N)> periods)
    {
        var (height, tilt, a, b, c) = Sums(periods);
        var determinant = (a * c) - (b * b);
        return (((c * height) - (b * tilt)) / determinant, ((a * tilt) - (b * height)) / determinant);
    }

    /// <summary>The standard error of the slope by the information.</summary>
    internal double SlopeError(IReadOnlyList<(double X, double N)> periods)
    {
        var (_, _, a, b, c) = Sums(periods);
        return Math.Sqrt(a / ((a * c) - (b * b)));
    }

    // What the log-likelihood gains by height and by tilt, and the information about height, both, and tilt.
    private (double Height, double Tilt, double A, double B, double C) Sums(IReadOnlyList<(double X, double N)> periods)
    {
        var (height, tilt, a, b, c) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < periods.Count; i++)
        {
            var p = ProportionAt(i);
            var off = periods[i].X - (periods[i].N * p);
            var weight = periods[i].N * p * (1 - p);
            var place = i - Middle;
            height += off;
            tilt += off * place;
            a += weight;
            b += weight * place;
            c += weight * place * place;
        }

        return (height, tilt, a, b, c);
    }

    private double ProportionAt(int place) => 1 / (1 + Math.Exp(-(AtMiddle + (Slope * (place - Middle)))));
}
