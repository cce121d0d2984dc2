using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Expressions;

namespace FlsAudit.Analysis.Tables;

/// <summary>What a table measures, in the form in which comparisons of sites know measures. It judges no record: somebody else has counted.</summary>
internal static class CountedElsewhere
{
    /// <summary>What a measure without a name is called.</summary>
    public const string Proportion = "The proportion";

    /// <summary>What values without a name are called.</summary>
    public const string Value = "The value";

    public static MeasureDefinition Measure(string name, Better better) => new()
    {
        Id = name,
        Set = "",
        Title = name.Length > 0 ? name : Proportion,
        Question = "",
        Kind = MeasureKind.Proportion,
        Provenance = new Provenance("a table that somebody else counted", ProvenanceStatus.Verified),
        Population = new NotJudged(),
        Parts = [],
        Unknown = UnknownPolicy.LeaveOut,
        Words = new MeasureWords("numerator of the table", "its denominator"),
        Better = better,
        File = "",
    };

    // No engine ever sees it.
    private sealed record NotJudged() : Expression("counted elsewhere");
}
