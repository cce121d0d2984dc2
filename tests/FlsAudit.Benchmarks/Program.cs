using System.Globalization;
using FlsAudit.Benchmarks;

// Usage: dotnet run -c Release --project tests/FlsAudit.Benchmarks -- import [ROWS]
if (args is not ["import", ..])
{
    Console.Error.WriteLine("Name what to measure: import [ROWS], ten million rows unless said otherwise.");
    return 2;
}

var rows = args.Length > 1 ? long.Parse(args[1], NumberStyles.None, CultureInfo.InvariantCulture) : 10_000_000;
var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "flsaudit-benchmarks")).FullName;
ImportBenchmark.Run(CanonicalFile.Write(folder, rows), rows);
return 0;
