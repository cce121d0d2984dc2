using FlsAudit.Standards;

namespace FlsAudit.Analysis.Kinds;

/// <summary>The highest level of a ladder on a percentage may need an answer of the organisation besides.</summary>
internal sealed class LadderNeeds(OrganisationAnswers organisation)
{
    /// <summary>The row as it is, or at level 2 where its percentage is at level 3 and the answer is not given.</summary>
    /// <param name="row">A row with or without a value.</param>
    /// <param name="sites">The sites whose records are in its value; each of them must answer.</param>
    public Result Of(Result row, IEnumerable<string> sites)
    {
        if (row is not { Band: Band.Level3, Measure.Levels.Level3Needs: { } need }) return row;
        Answer?[] without = [.. sites.Select(site => organisation.Find(site, need.Question)).Where(answer => !need.IsMetBy(answer))];
        if (without.Length == 0) return row;
        var method = $"{row.Method}; level 3 needs the answer {string.Join(" or ", need.Answers.Select(answer => $"'{answer}'"))} to {need.Question.Name}";
        return row with
        {
            Band = Band.Level2,
            Method = row.Site == Result.All ? $"{method} of every site, which is not that of {without.Length}" : $"{method}, {Given(without[0])}",
        };
    }

    private static string Given(Answer? answer) => answer switch
    {
        null => "which is not answered",
        { IsNotKnown: true } => "which is answered as not known",
        _ => $"and the answer is {(answer.Codes.Count == 0 ? "none" : string.Join(", ", answer.Codes.Select(code => $"'{code}'")))}",
    };
}
