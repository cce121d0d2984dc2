using FlsAudit.Model;

namespace FlsAudit.Standards;

/// <summary>A caseload group reckoned from another one that is easier to count.</summary>
/// <param name="From">The group that is counted, for example hip.</param>
/// <param name="Times">The multiplier.</param>
/// <param name="Status">How sure the multiplier is.</param>
/// <param name="Note">Where it is from.</param>
public sealed record DerivedCaseload(string From, double Times, ProvenanceStatus Status, string Note)
{
    /// <summary>The expected fractures of the group.</summary>
    public double Of(double counted) => counted * Times;
}

/// <summary>One factor of a model.</summary>
/// <param name="Label">What share it is, for people.</param>
/// <param name="Share">From 0 to 1.</param>
public sealed record Factor(string Label, double Share);

/// <summary>How many patients a model expects of a caseload.</summary>
/// <param name="Factors">Multiplied one after the other.</param>
/// <param name="Status">How sure they are.</param>
/// <param name="Note">Where they are from.</param>
public sealed record ShortfallModel(IReadOnlyList<Factor> Factors, ProvenanceStatus Status, string Note)
{
    /// <summary>The expected patients.</summary>
    public double Expected(double caseload) => Factors.Aggregate(caseload, (expected, factor) => expected * factor.Share);

    /// <summary>How many fewer were observed; negative when more were.</summary>
    public double Shortfall(double caseload, double observed) => Expected(caseload) - observed;
}

/// <summary>A day of every year.</summary>
public sealed record MonthDay(int Month, int Day)
{
    /// <summary>The year in which the year that holds a day began.</summary>
    public int YearOf(int dayNumber)
    {
        var date = DateOnly.FromDayNumber(dayNumber);
        return (date.Month, date.Day).CompareTo((Month, Day)) >= 0 ? date.Year : date.Year - 1;
    }
}
