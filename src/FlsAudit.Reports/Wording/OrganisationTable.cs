using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>What services answered about themselves: questions downwards, sites across.</summary>
/// <param name="Columns">The headings; the sites come last, in ordinal order.</param>
/// <param name="Rows">A cell for each column; empty when nothing was answered.</param>
internal sealed record OrganisationTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public const string Heading = "Organisation";
    public const string Introduction = "What each service answered about itself, as given. Nobody has checked these answers against records.";

    public static OrganisationTable Of(ReportContext context)
    {
        string[] sites = [.. context.Organisation.Sites.Where(site => site.Value.Count > 0).Select(site => site.Key).Order(StringComparer.Ordinal)];
        var questions = sites.SelectMany(site => context.Organisation.Sites[site].Values).Select(answer => answer.Question).DistinctBy(question => question.Name)
            .OrderBy(question => question.Group, StringComparer.Ordinal).ThenBy(question => question.Name, StringComparer.Ordinal);
        return new OrganisationTable(
            ["Question", "Asks", "Source", .. sites],
            [.. questions.Select(question => (IReadOnlyList<string>)
                [question.Name, question.Meaning, MeasureText.Source(question.Provenance), .. sites.Select(site => AnswerText.Of(context.Organisation.Find(site, question)))])]);
    }
}
