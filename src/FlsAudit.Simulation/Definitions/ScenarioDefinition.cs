namespace FlsAudit.Simulation.Definitions;

/// <summary>A scenario file as it is written. The format is described in Scenarios/README.md.</summary>
internal sealed record ScenarioDefinition
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Profile { get; init; }

    /// <summary>Steps shared with other scenarios, which come before this one's own; null when there are none.</summary>
    public string? Model { get; init; }

    public required ulong Seed { get; init; }

    public required int Records { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required DateOnly AsAt { get; init; }

    public required IReadOnlyList<SiteDefinition> Sites { get; init; }

    /// <summary>The scenario's own steps; a step with a label is a planted quirk.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];

    public required LayoutDefinition Layout { get; init; }

    public required IReadOnlyList<FileDefinition> Files { get; init; }

    public DuplicatesDefinition? Duplicates { get; init; }

    public CaseloadDefinition? Caseload { get; init; }

    public bool SitesFile { get; init; }

    public IReadOnlyList<CheckDefinition> Checks { get; init; } = [];

    public required IReadOnlyList<string> Readme { get; init; }
}

/// <summary>A fracture liaison service and how its practice differs from the model.</summary>
internal sealed record SiteDefinition
{
    public required string Name { get; init; }

    public string Code { get; init; } = "";

    public string PeerGroup { get; init; } = "";

    /// <summary>Its share of the records, relative to the other sites.</summary>
    public required double Share { get; init; }

    /// <summary>Effect name to the factor on a weight: one number, or the number of the first and of the last quarter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Effects { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>Fields that this site never fills in.</summary>
    public IReadOnlyList<string> Blank { get; init; } = [];

    /// <summary>What the README says about the site, if anything.</summary>
    public string? Note { get; init; }
}

/// <summary>A share of the records that is sent twice: an earlier, less complete row, and the full row at the end of the file.</summary>
internal sealed record DuplicatesDefinition
{
    public required double Share { get; init; }

    public required string Label { get; init; }

    /// <summary>Fields that the earlier row does not have yet.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}

/// <summary>A count that the generated records must have, or nothing is written.</summary>
internal sealed record CheckDefinition
{
    public required string Label { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> When { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public required long Count { get; init; }

    public required string Status { get; init; }
}
