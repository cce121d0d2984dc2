namespace FlsAudit.UnitTests.Simulation;

/// <summary>Samples are made, not edited: a change of scenario, profile or generator must be followed by <c>flsaudit simulate</c>.</summary>
internal sealed class CommittedSampleTests
{
    [TestCase("uk-fls-db")]
    [TestCase("lille-2016-2018")]
    public void The_committed_sample_is_what_the_scenario_writes(string scenario)
    {
        using var made = SimulationFolder.Of(scenario);
        var committed = SimulationFolder.Committed(scenario);
        var files = SimulationFolder.FilesIn(made.FullPath);
        Assert.That(SimulationFolder.FilesIn(committed), Is.EqualTo(files));
        Assert.That(files.Where(file => !made.Bytes(file).SequenceEqual(File.ReadAllBytes(Path.Combine(committed, file)))), Is.Empty);
    }
}
