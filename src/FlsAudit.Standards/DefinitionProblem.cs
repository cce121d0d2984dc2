namespace FlsAudit.Standards;

/// <summary>Something wrong in a definition file.</summary>
/// <param name="File">The file, relative to the standards folder, with forward slashes.</param>
/// <param name="Line">The line, the first being 1; 0 when the problem is about the file as a whole.</param>
/// <param name="Column">The column, the first being 1; 0 when it is about the line as a whole.</param>
/// <param name="Message">What is wrong, what was expected, and the nearest valid name where there is one.</param>
public sealed record DefinitionProblem(string File, long Line, long Column, string Message) : IComparable<DefinitionProblem>
{
    /// <summary>By file, line and column.</summary>
    public int CompareTo(DefinitionProblem? other)
    {
        if (other is null) return 1;
        var byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
    }

    /// <inheritdoc />
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}({Line},{Column}): {Message}";
}

/// <summary>Definitions that cannot be used. All problems of all files are reported together.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Makes an exception of at least one problem.</summary>
    public DefinitionException(IEnumerable<DefinitionProblem> problems)
        : this([.. problems.Order()])
    {
    }

    private DefinitionException(DefinitionProblem[] sorted)
        : base(string.Join(Environment.NewLine, sorted.Select(problem => problem.ToString()))) => Problems = sorted;

    /// <summary>The problems by file, line and column.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }
}
