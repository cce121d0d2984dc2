namespace FlsAudit.Simulation;

/// <summary>A file that a simulation wrote.</summary>
/// <param name="Name">Its name in the output folder.</param>
/// <param name="Rows">Its rows with data, the heading and blank rows not counted; 0 for the README.</param>
public sealed record SimulatedFile(string Name, long Rows);

/// <summary>A quirk of real exports that was planted on purpose.</summary>
/// <param name="Label">What it is, for people.</param>
/// <param name="Count">How often it was planted.</param>
public sealed record PlantedQuirk(string Label, long Count);

/// <summary>What a simulation wrote.</summary>
/// <param name="Files">The files in the order in which they were written.</param>
/// <param name="Records">The records, copies sent twice not counted.</param>
/// <param name="Quirks">The planted quirks, in the scenario's order.</param>
public sealed record SimulationResult(IReadOnlyList<SimulatedFile> Files, long Records, IReadOnlyList<PlantedQuirk> Quirks);
