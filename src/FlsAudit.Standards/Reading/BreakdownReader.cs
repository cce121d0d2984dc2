using FlsAudit.Standards.Checking;
using FlsAudit.Standards.Expressions;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads a declared breakdown.</summary>
internal sealed class BreakdownReader(Scope scope, SearchBudget budget)
{
    private const int MostCategories = 60;

    public Breakdown? Read(YamlObject yaml)
    {
        var name = ConditionReader.ReadName(yaml, "breakdown");
        if (name is not null && (scope.Dictionary.Find(name.Value) is not null || scope.ConditionNames.Contains(name.Value)))
            name.Problem($"the name '{name.Value}' is taken by a field or a condition.");
        var title = yaml.RequiredString("title");
        var provenance = Vocabulary.Provenance(yaml);
        (Category? Category, YamlObject Yaml)[] read = [.. yaml.Objects("categories", MostCategories).Select(category => (ReadCategory(category), category))];
        Category[] categories = [.. read.Select(entry => entry.Category).OfType<Category>()];
        if (read.Length < 2) yaml.ProblemAt("categories", "a breakdown has at least 2 categories.");
        for (var i = 0; i < categories.Length; i++)
            if (categories.Take(i).Any(earlier => earlier.Name == categories[i].Name)) read[i].Yaml.Problem($"the category '{categories[i].Name}' stands twice.");
        if (!yaml.File.HasProblems) CheckReachable(read, categories, budget);
        var cases = new WorkedCaseReader(scope.Dictionary).ReadBreakdownCases(yaml, [.. categories.Select(category => category.Name)]);
        yaml.RefuseUnknownKeys();
        if (name is null || categories.Length != read.Length) return null;
        if (!yaml.File.Name.EndsWith($"/{name.Value}.yaml", StringComparison.Ordinal)) yaml.File.Problem(1, 1, $"the file of the breakdown '{name.Value}' must be named {name.Value}.yaml.");
        return new Breakdown(name.Value, title, categories) { Provenance = provenance, Cases = cases, File = yaml.File.Name };
    }

    private Category? ReadCategory(YamlObject yaml)
    {
        var name = ConditionReader.ReadName(yaml, "category");
        var label = yaml.RequiredString("label");
        var when = ConditionReader.Read(yaml.RequiredText("when"), scope);
        yaml.RefuseUnknownKeys();
        return name is null || when is null ? null : new Category(name.Value, label, when);
    }

    private static void CheckReachable((Category? Category, YamlObject Yaml)[] read, Category[] categories, SearchBudget budget)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            IEnumerable<Expression> before = categories.Take(i).Select(category => new Not("", category.When!));
            if (!Satisfiability.CanHold([.. before, categories[i].When!], budget))
                read[i].Yaml.ProblemAt("when", $"no record can be in the category '{categories[i].Name}': it contradicts itself, or every record that it is about may belong to one before it.");
        }
    }
}
