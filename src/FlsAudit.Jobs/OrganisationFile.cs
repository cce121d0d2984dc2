using FlsAudit.Jobs.Output;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Jobs;

/// <summary>The answers of services as organisations, and the file that they came from.</summary>
/// <param name="Answers">By the sites' printed names.</param>
/// <param name="Hash">The file; null when there is none.</param>
internal sealed record OrganisationFile(OrganisationAnswers Answers, HashedFile? Hash)
{
    private const string FileName = "organisation.yaml";

    /// <summary>Reads the file that the user names, or the one that lies in an input folder.</summary>
    /// <param name="input">The inputs.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="aliases">Spellings of sites, which hold here as in the exports.</param>
    /// <exception cref="JobException">It cannot be read, has problems, or there are two; the details name each problem.</exception>
    public static OrganisationFile Read(InputOptions input, IReadOnlyList<Question> questions, IReadOnlyList<SiteAlias> aliases)
    {
        if (PathOf(input) is not { } path) return new OrganisationFile(OrganisationAnswers.None, null);
        try
        {
            var answers = DefinitionText.Organisation(path, questions);
            return new OrganisationFile(Renamed(answers, aliases), HashedFile.Of(Path.GetFileName(path), path));
        }
        catch (DefinitionException error)
        {
            throw new JobException(ExitCode.Input, $"The answers in '{Path.GetFileName(path)}' cannot be used; correct them and run again.", [.. error.Problems.Select(problem => problem.ToString())]);
        }
    }

    private static string? PathOf(InputOptions input)
    {
        if (input.Organisation is { } named)
            return File.Exists(named) ? named : throw new JobException(ExitCode.Input, $"There is no file '{named}', which --organisation names; check the path.");
        string[] found =
        [
            .. input.Paths.Where(Directory.Exists).SelectMany(Directory.GetFiles)
                .Where(path => string.Equals(Path.GetFileName(path), FileName, StringComparison.OrdinalIgnoreCase))
                .Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return found.Length < 2 ? found.FirstOrDefault()
            : throw new JobException(ExitCode.Input, $"The inputs hold {found.Length} files named {FileName}; name the one that holds with --organisation.");
    }

    private static OrganisationAnswers Renamed(OrganisationAnswers answers, IReadOnlyList<SiteAlias> aliases)
    {
        var sites = new Dictionary<string, IReadOnlyDictionary<string, Answer>>(StringComparer.Ordinal);
        foreach (var (written, given) in answers.Sites)
        {
            var name = aliases.FirstOrDefault(alias => string.Equals(alias.Alias, written, StringComparison.OrdinalIgnoreCase))?.Site ?? written;
            if (!sites.TryAdd(name, given))
                throw new JobException(ExitCode.Input, $"{FileName} answers for the site '{name}' twice, the second time as '{written}'; keep one.");
        }

        return new OrganisationAnswers(sites);
    }
}
