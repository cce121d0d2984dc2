using System.Reflection;

namespace FlsAudit.AcceptanceTests.Architecture;

/// <summary>The built assemblies of <c>src</c>.</summary>
internal static class SourceAssemblies
{
    private const string Executable = "FlsAudit.Cli";

    /// <summary>All of them; the executable goes by its own name.</summary>
    public static IReadOnlyList<Assembly> All { get; } =
        [.. LayoutTable.Read().Select(project => Assembly.Load(project.Name == Executable ? "flsaudit" : project.Name))];

    /// <summary>Those that other projects refer to.</summary>
    public static IEnumerable<Assembly> Libraries => All.Where(assembly => assembly.EntryPoint is null);
}
