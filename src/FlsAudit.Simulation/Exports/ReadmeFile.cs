using System.Globalization;
using System.Text;
using FlsAudit.Simulation.Definitions;

namespace FlsAudit.Simulation.Exports;

/// <summary>Writes the README of a folder of exports: how it was made, what is in it and what was planted.</summary>
internal static class ReadmeFile
{
    public const string Name = "README.md";

    public static void Write(string path, ScenarioDefinition scenario, IReadOnlyList<SimulatedFile> files, IReadOnlyList<PlantedQuirk> quirks)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"# {scenario.Title}");
        Line();
        Line("Every record here is invented: no person is behind any of them. The files are written by");
        Line();
        Line($"    flsaudit simulate {scenario.Name} --out DIR");
        Line();
        Line($"and are not edited by hand: a test compares them byte for byte. The data are complete up to {Day(scenario.AsAt)}, the date to give as `--as-at`.");
        foreach (var paragraph in scenario.Readme)
        {
            Line();
            Line(paragraph);
        }

        Section(Line, "Files", "| file | rows | sites |", "| --- | ---: | --- |", files.Select(file => $"| `{file.Name}` | {Number(file.Rows)} | {Sites(file.Name, scenario)} |"));
        Section(Line, "Quirks planted", "| quirk | times |", "| --- | ---: |", quirks.Select(quirk => $"| {quirk.Label} | {Number(quirk.Count)} |"));
        Section(Line, "Counts", "| what | records | provenance |", "| --- | ---: | --- |", scenario.Checks.Select(check => $"| {check.Label} | {Number(check.Count)} | {check.Status} |"));
        File.WriteAllText(path, text.ToString());
    }

    private static void Section(Action<string> line, string title, string head, string rule, IEnumerable<string> rows)
    {
        string[] lines = [.. rows];
        if (lines.Length == 0) return;
        foreach (var text in (string[])["", $"## {title}", "", head, rule, .. lines]) line(text);
    }

    private static string Sites(string fileName, ScenarioDefinition scenario)
    {
        if (scenario.Files.FirstOrDefault(file => file.Name == fileName) is not { } file) return "";
        if (file.Sites.Count == 0) return string.Join(", ", scenario.Sites.Select(site => site.Name));
        return string.Join(", ", file.Sites.Select(name => scenario.Sites.First(site => site.Name == name) switch
        {
            { Note: { } note } site => $"{site.Name}: {note}",
            var site => site.Name,
        }));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
