using FlsAudit.Model;

namespace FlsAudit.Jobs;

/// <summary>How far a job has come.</summary>
/// <param name="Activity">What is being done, for people.</param>
/// <param name="Done">In the same unit as <paramref name="Total"/>.</param>
/// <param name="Total">0 when it is not known.</param>
public sealed record JobProgress(string Activity, long Done, long Total);

/// <summary>What every job that reads exports needs to know.</summary>
public sealed record InputOptions
{
    /// <summary>Files and folders, in the order in which a later one wins over an earlier one.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>What the input <see cref="PipedInput.Mark"/> stands for; null when it is a file like any other.</summary>
    public PipedInput? Piped { get; init; }

    /// <summary>The inputs that are files or folders.</summary>
    internal IEnumerable<string> Paths => Inputs.Where(input => !IsPiped(input));

    /// <summary>A registry profile by name or by file; null to find it from the headings.</summary>
    public string? Registry { get; init; }

    /// <summary>Orders of day and month that the user names, in place of what profiles and data say; empty when none is.</summary>
    public IReadOnlyList<NamedDateOrder> DateOrders { get; init; } = [];

    /// <summary>A standards folder of the user, added to the shipped one; null when there is none.</summary>
    public string? StandardsDirectory { get; init; }

    /// <summary>A caseload file; null to take one that lies among the inputs.</summary>
    public string? Caseload { get; init; }

    /// <summary>A sites file; null to take one that lies among the inputs.</summary>
    public string? Sites { get; init; }

    /// <summary>Answers of the services as organisations; null to take an <c>organisation.yaml</c> that lies in an input folder.</summary>
    public string? Organisation { get; init; }

    /// <summary>What people decided about charts; null when there is no such file. None is looked for.</summary>
    public string? ChartSettings { get; init; }

    /// <summary>The first fracture day to use; null when open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last fracture day to use; null when open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether suspect years of dates are repaired before anything is judged.</summary>
    public bool Repair { get; init; }

    /// <summary>How many days, inclusive, after an episode another one of the same patient, fracture site and side is not counted; null when every episode counts.</summary>
    public int? WashOut { get; init; }

    /// <summary>Whether findings and rejected rows may show cell values.</summary>
    public bool ShowValues { get; init; }

    /// <summary>Told how far the job has come; null when nobody listens.</summary>
    public Action<JobProgress>? Progress { get; init; }

    /// <summary>Whether an input stands for what is piped.</summary>
    internal bool IsPiped(string input) => Piped is not null && input == PipedInput.Mark;
}
