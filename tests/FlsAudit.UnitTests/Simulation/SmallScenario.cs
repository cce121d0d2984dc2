using FlsAudit.Simulation;

namespace FlsAudit.UnitTests.Simulation;

/// <summary>A scenario of one file in the canonical layout for tests of one thing.</summary>
internal static class SmallScenario
{
    public static Scenario Of(string steps, string sites = """{"name": "A", "code": "AAA", "share": 1}""", int records = 100, string more = "", string columns = "") =>
        Scenario.Parse(
            $$"""
            {"name": "small", "title": "Small", "profile": "canonical", "seed": 1, "records": {{records}},
             "from": "2024-01-01", "to": "2024-12-31", "as_at": "2025-06-30", "sites": [{{sites}}], "steps": [{{steps}}],
             "layout": {"columns": ["site", "fracture_date"{{columns}}]}, "files": [{"name": "a.csv"}], "readme": []{{more}}}
            """,
            "small.json");

    /// <summary>Writes it and reads its one file back.</summary>
    public static NaiveTable Table(Scenario scenario)
    {
        using var folder = SimulationFolder.Of(scenario);
        return NaiveTable.Read(Path.Combine(folder.FullPath, "a.csv"), ',', System.Text.Encoding.UTF8);
    }

    public static string Error(Scenario scenario) => Assert.Throws<ScenarioException>(() => SimulationFolder.Of(scenario).Dispose())!.Message;
}
