using FlsAudit.Simulation;

namespace FlsAudit.UnitTests.Simulation;

internal sealed class ScenarioTests
{
    [Test]
    public void The_three_shipped_scenarios_can_be_loaded()
    {
        Assert.That(Scenario.Names, Is.EqualTo(new[] { "canonical", "lille-2016-2018", "uk-fls-db" }));
        Assert.That(Scenario.Names.Select(name => Scenario.Load(name).Name), Is.EqualTo(Scenario.Names));
    }

    [Test]
    public void An_unknown_key_is_refused_with_its_line_and_place()
    {
        var error = Assert.Throws<ScenarioException>(() => Scenario.Parse("{\n\"name\": \"x\",\n\"titel\": \"y\"\n}", "mine.json"));
        Assert.That(error!.Message, Does.StartWith("mine.json, line 3, at $.titel: a key is unknown, missing or given twice"));
    }

    [Test]
    public void An_unknown_key_inside_a_step_is_refused()
    {
        var error = Assert.Throws<ScenarioException>(() => SmallScenario.Of("""{"field": "sex", "chose": {"female": 1}}"""));
        Assert.That(error!.Message, Does.Contain("chose"));
    }

    [Test]
    public void A_missing_key_is_named()
    {
        var error = Assert.Throws<ScenarioException>(() => Scenario.Parse("""{"name": "x"}""", "mine.json"));
        Assert.That(error!.Message, Does.Contain("title"));
    }

    [Test]
    public void An_unknown_name_gets_the_nearest_one()
    {
        var error = Assert.Throws<ScenarioException>(() => Scenario.Load("canonicl"));
        Assert.That(error!.Message, Is.EqualTo(
            "There is no scenario 'canonicl', only canonical, lille-2016-2018, uk-fls-db, or a file that ends with .json; did you mean 'canonical'?"));
    }

    [Test]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<ScenarioException>(() => Scenario.Load("no-such-folder/mine.json"));
        Assert.That(error!.Message, Does.StartWith("The scenario file 'no-such-folder/mine.json' cannot be read"));
    }

    [Test]
    public void A_model_beside_the_file_comes_before_a_shipped_one()
    {
        var folder = Directory.CreateTempSubdirectory("flsaudit-scenario-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "fls-service.json"), """{"name": "mine", "steps": [{"field": "sex", "set": "male"}]}""");
            File.WriteAllText(Path.Combine(folder, "s.json"), """
                {"name": "s", "title": "S", "profile": "canonical", "model": "fls-service", "seed": 1, "records": 3, "from": "2024-01-01", "to": "2024-12-31",
                 "as_at": "2025-06-30", "sites": [{"name": "A", "share": 1}], "layout": {"columns": ["site", "sex"]}, "files": [{"name": "a.csv"}], "readme": []}
                """);
            var table = SmallScenario.Table(Scenario.Load(Path.Combine(folder, "s.json")));
            Assert.That(table.Count(cell => cell("sex") == "male"), Is.EqualTo(3));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
