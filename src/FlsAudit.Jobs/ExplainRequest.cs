using FlsAudit.Model;

namespace FlsAudit.Jobs;

/// <summary>What every question about records asks.</summary>
public sealed record ExplainRequest
{
    /// <summary>What to read.</summary>
    public required InputOptions Input { get; init; }

    /// <summary>The day up to which the data are complete.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>The measures by id, of any set; at least one.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The part of each measure; null for all of them.</summary>
    public string? Part { get; init; }

    /// <summary>Whether deaths before the window closes are excluded, in place of each set's own setting; null to leave that.</summary>
    public bool? ExcludesDeaths { get; init; }

    /// <summary>The site; null for all of them.</summary>
    public string? Site { get; init; }
}

/// <summary>A record that was asked for, and what each measure says of it.</summary>
/// <param name="Name">The record's name: its id, or its place where the id says who somebody is.</param>
/// <param name="Site">The site that sent it.</param>
/// <param name="Place">File, sheet and row.</param>
/// <param name="Measures">What was asked for, in that order.</param>
public sealed record ExplainedRecord(string Name, string Site, Place Place, IReadOnlyList<ExplainedMeasure> Measures);

/// <summary>What one measure says of one record.</summary>
/// <param name="Id">The measure.</param>
/// <param name="Title">For people.</param>
/// <param name="Set">The standard set.</param>
/// <param name="Provenance">How sure the definition is.</param>
/// <param name="Parts">Its parts; empty when it reads no records.</param>
/// <param name="Remark">Why there are no parts; empty when there are.</param>
public sealed record ExplainedMeasure(string Id, string Title, string Set, ProvenanceStatus Provenance, IReadOnlyList<ExplainedPart> Parts, string Remark = "");

/// <summary>What one part of a measure says of one record.</summary>
/// <param name="Name">The part; empty for the measure as a whole.</param>
/// <param name="Label">For people; empty for the measure as a whole.</param>
/// <param name="Outcome">One word, as worked cases write it.</param>
/// <param name="Decided">The clause that decided, in words.</param>
/// <param name="Clauses">The clauses that were looked at, in order; the last one decided.</param>
/// <param name="NotLookedAt">The clauses after it, in words; empty when there are none.</param>
/// <param name="Remarks">What else is to be known of the outcome.</param>
public sealed record ExplainedPart(
    string Name, string Label, string Outcome, string Decided, IReadOnlyList<ExplainedClause> Clauses, IReadOnlyList<string> NotLookedAt, IReadOnlyList<string> Remarks);

/// <summary>What one clause said.</summary>
/// <param name="Title">Which clause; for an exclusion with its reason.</param>
/// <param name="Truth">What it said.</param>
/// <param name="Tests">Its nodes from the outside in, each followed by what it is made of.</param>
/// <param name="Remark">What the tests do not show; empty when there is nothing.</param>
public sealed record ExplainedClause(string Title, Truth Truth, IReadOnlyList<ExplainedTest> Tests, string Remark = "");

/// <summary>One node of a condition: a connective, or a single test.</summary>
/// <param name="Depth">How deep it stands; 0 for the outermost.</param>
/// <param name="Text"><c>and</c>, <c>or</c>, <c>not</c>, or the test as people read it.</param>
/// <param name="Truth">What it said.</param>
/// <param name="Fields">The fields that the test reads; empty for a connective.</param>
public sealed record ExplainedTest(int Depth, string Text, Truth Truth, IReadOnlyList<FieldRead> Fields);

/// <summary>A field as a record holds it.</summary>
/// <param name="Name">The field.</param>
/// <param name="State">Recorded, blank, or recorded as not known, in words.</param>
/// <param name="Value">The value; null unless the user asked for values and there is one.</param>
public sealed record FieldRead(string Name, string State, string? Value);

/// <summary>What <c>flsaudit explain --record</c> found.</summary>
/// <param name="Records">The records of the name, by site, file and row; at least one.</param>
/// <param name="NotUsed">Rows of the name that became no record.</param>
/// <param name="Findings">Inputs that could not be used, other errors, and what was repaired or washed out.</param>
public sealed record ExplainOutcome(IReadOnlyList<ExplainedRecord> Records, IReadOnlyList<RejectedRow> NotUsed, IReadOnlyList<Finding> Findings);

/// <summary>A record in a list, by name only.</summary>
/// <param name="Name">Its name, never an identifier that looks personal.</param>
/// <param name="Site">The site that sent it.</param>
/// <param name="Place">File, sheet and row.</param>
public sealed record ListedRecord(string Name, string Site, Place Place);

/// <summary>What <c>flsaudit explain --outcome</c> found.</summary>
/// <param name="Measure">The id of the measure.</param>
/// <param name="Title">For people.</param>
/// <param name="Provenance">How sure the definition is.</param>
/// <param name="Records">By site, file and row.</param>
/// <param name="Findings">Inputs that could not be used, other errors, and what was repaired or washed out.</param>
public sealed record OutcomeList(string Measure, string Title, ProvenanceStatus Provenance, IReadOnlyList<ListedRecord> Records, IReadOnlyList<Finding> Findings);
