namespace FlsAudit.Analysis.Sites;

/// <summary>What the best sites reach together that hold at least a tenth of the records.</summary>
/// <param name="Value">In percent.</param>
/// <param name="Sites">How many sites they are.</param>
/// <param name="Numerator">Their counts.</param>
/// <param name="Denominator">Their counts.</param>
public sealed record AchievableValue(double Value, int Sites, double Numerator, double Denominator);
