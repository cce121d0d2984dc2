using FlsAudit.Simulation;

namespace FlsAudit.UnitTests.Simulation;

internal sealed class SimulatorTests
{
    [TestCase("canonical", 500)]
    [TestCase("uk-fls-db", 500)]
    [TestCase("lille-2016-2018", null)]
    public void The_same_seed_gives_the_same_bytes(string scenario, int? records)
    {
        using var one = SimulationFolder.Of(scenario, seed: 42, records);
        using var two = SimulationFolder.Of(scenario, seed: 42, records);
        var files = SimulationFolder.FilesIn(one.FullPath);
        Assert.That(SimulationFolder.FilesIn(two.FullPath), Is.EqualTo(files));
        Assert.That(files.Where(file => !one.Bytes(file).SequenceEqual(two.Bytes(file))), Is.Empty);
    }

    [Test]
    public void Another_seed_gives_other_bytes()
    {
        using var one = SimulationFolder.Of("canonical", seed: 1, records: 50);
        using var two = SimulationFolder.Of("canonical", seed: 2, records: 50);
        Assert.That(one.Bytes("registry.csv"), Is.Not.EqualTo(two.Bytes("registry.csv")));
    }

    [Test]
    public void The_records_asked_for_are_written_and_counted()
    {
        using var folder = SimulationFolder.Of("canonical", records: 3000);
        var table = NaiveTable.Read(Path.Combine(folder.FullPath, "registry.csv"), ',', System.Text.Encoding.UTF8);
        var distinct = table.Rows.Select(row => table[row, "record_id"]).Distinct().Count();
        Assert.That(folder.Result.Records, Is.EqualTo(3000));
        Assert.That(distinct, Is.EqualTo(3000));
        Assert.That(folder.Result.Files.Single(file => file.Name == "registry.csv").Rows, Is.EqualTo(table.Rows.Count));
        Assert.That(table.Rows, Has.Count.EqualTo(3000 + folder.Result.Quirks.Single(quirk => quirk.Label.StartsWith("Records sent again", StringComparison.Ordinal)).Count));
    }

    [Test]
    public void A_record_sent_again_stands_first_without_and_later_with_its_second_follow_up()
    {
        using var folder = SimulationFolder.Of("canonical", records: 20000);
        var table = NaiveTable.Read(Path.Combine(folder.FullPath, "registry.csv"), ',', System.Text.Encoding.UTF8);
        var twice = table.Rows.GroupBy(row => table[row, "record_id"]).Where(rows => rows.Count() == 2).ToList();
        Assert.That(twice, Is.Not.Empty);
        Assert.That(twice.Where(rows => table[rows.First(), "followup_52w"].Length > 0), Is.Empty);
        Assert.That(twice.Where(rows => table[rows.Last(), "followup_52w"].Length > 0), Is.Not.Empty);
    }

    [Test]
    public void A_scenario_with_exact_counts_refuses_another_number_of_records()
    {
        var error = Assert.Throws<ScenarioException>(() => SimulationFolder.Of("lille-2016-2018", records: 800).Dispose());
        Assert.That(error!.Message, Is.EqualTo("The scenario 'lille-2016-2018' deals exact counts, so its number of records is always 769."));
    }

    [Test]
    public void A_promise_that_the_records_do_not_keep_is_refused()
    {
        var error = SmallScenario.Error(SmallScenario.Of(
            """{"field": "sex", "set": "male"}""", more: """, "checks": [{"label": "Women", "when": {"sex": ["female"]}, "count": 3, "status": "invented"}]"""));
        Assert.That(error, Is.EqualTo("The scenario 'small' promises 3 for \"Women\", but 0 records are so; correct its steps or the promise."));
    }

    [Test]
    public void A_code_that_the_profile_has_no_text_for_is_refused_and_not_dropped()
    {
        var scenario = Scenario.Parse(
            """
            {"name": "small", "title": "Small", "profile": "uk-fls-db", "seed": 1, "records": 1, "from": "2024-01-01", "to": "2024-12-31", "as_at": "2025-06-30",
             "sites": [{"name": "A", "share": 1}], "steps": [{"field": "fracture_site", "set": "ankle"}],
             "layout": {"columns": ["1.11 SiteFirstFrac"]}, "files": [{"name": "a.csv"}], "readme": []}
            """,
            "small.json");
        Assert.That(SmallScenario.Error(scenario), Does.StartWith("The column '1.11 SiteFirstFrac' of the profile has no text for fracture_site = ankle"));
    }
}
