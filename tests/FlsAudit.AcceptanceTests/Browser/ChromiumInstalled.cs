using System.Diagnostics;

namespace FlsAudit.AcceptanceTests.Browser;

/// <summary>
/// Finds the browser once, before the first test that needs it. Where the tests run as root, as in a container, it is installed when it is missing;
/// elsewhere one line says what to install.
/// </summary>
[SetUpFixture]
public sealed class ChromiumInstalled
{
    private const string Missing = "The browser tests need Chromium: install the package 'chromium' (for example: apt-get install -y chromium), or put 'chromium' on the PATH.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The path of the browser.</summary>
    internal static string Executable { get; private set; } = "";

    [OneTimeSetUp]
    public void Find() => Executable = Existing() ?? Installed() ?? throw new InvalidOperationException(Missing);

    private static string? Existing()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/bin");
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private static string? Installed()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get")) return null;
        TestContext.Progress.WriteLine("Installing chromium for the browser tests.");
        return AptGet("update") && AptGet("install", "-y", "--no-install-recommends", "chromium") ? Existing() : null;
    }

    private static bool AptGet(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", ["-q", .. arguments]) { RedirectStandardInput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
