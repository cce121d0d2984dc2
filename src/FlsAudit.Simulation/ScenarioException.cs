using FlsAudit.Model;

namespace FlsAudit.Simulation;

/// <summary>A scenario cannot be read, or does not fit the profile and the data dictionary. The message is one sentence for the user.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>An error without further words.</summary>
    public ScenarioException()
    {
    }

    /// <summary>An error with its sentence: what, where, what was expected.</summary>
    public ScenarioException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its sentence and its cause.</summary>
    public ScenarioException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The error that a name is not known, with the nearest one that is.</summary>
    internal static ScenarioException UnknownName(string statement, string name, IEnumerable<string> candidates) =>
        new(NearestName.Hint(name, candidates) is { Length: > 0 } hint ? statement + hint : statement + ".");
}
