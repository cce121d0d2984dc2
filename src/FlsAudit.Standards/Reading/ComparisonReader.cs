using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads how sites are compared.</summary>
internal sealed class ComparisonReader(FieldDictionary dictionary, IReadOnlyList<Breakdown> breakdowns)
{
    private const int MostStrata = 1_000;

    /// <summary>The rules of one file.</summary>
    public ComparisonRules Read(YamlObject file)
    {
        var provenance = Vocabulary.Provenance(file);
        OutlierLevel[] levels = [.. file.Objects("outliers").Select(ReadLevel).OfType<OutlierLevel>()];
        for (var i = 1; i < levels.Length; i++)
            if (levels[i].Beyond <= levels[i - 1].Beyond) file.ProblemAt("outliers", "each level lies farther out than the one before it.");
        var favourable = file.Text("favourable")?.Value ?? "";
        if (favourable.Length > 0 && levels.Length == 0) file.ProblemAt("favourable", "the word for the favourable side holds beyond the first of the 'outliers'.");
        Breakdown[] strata = [.. file.Texts("standardise_by").Select(Find).OfType<Breakdown>().DistinctBy(breakdown => breakdown.Name)];
        if (strata.Aggregate(1L, (product, breakdown) => product * (breakdown.Categories.Count + 1)) > MostStrata)
            file.ProblemAt("standardise_by", $"crossed, these make more than {MostStrata} groups; leave one out.");
        file.RefuseUnknownKeys();
        return new ComparisonRules { Outliers = levels.Length == 0 ? OutlierPolicy.None : new OutlierPolicy(levels, favourable, provenance), StandardiseBy = strata };
    }

    private static OutlierLevel? ReadLevel(YamlObject yaml)
    {
        yaml.Require("beyond");
        var beyond = yaml.Number("beyond");
        if (beyond is <= 0) yaml.ProblemAt("beyond", "'beyond' is a number of standard deviations above 0.");
        var word = yaml.RequiredString("word");
        yaml.RefuseUnknownKeys();
        return beyond is > 0 ? new OutlierLevel(beyond.Value, word) : null;
    }

    private Breakdown? Find(YamlText name)
    {
        if (breakdowns.FirstOrDefault(breakdown => breakdown.Name == name.Value) is { } declared) return declared;
        if (dictionary.Find(name.Value) is { Type: FieldType.Code } field) return Breakdown.Of(field);
        string[] known = [.. breakdowns.Select(breakdown => breakdown.Name), .. dictionary.Fields.Where(field => field.Type == FieldType.Code).Select(field => field.Name)];
        name.Problem($"'{name.Value}' is neither a breakdown nor a code field{NearestName.Hint(name.Value, known)}");
        return null;
    }
}
