using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using FlsAudit.Import;
using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.Benchmarks;

/// <summary>
/// How long the import alone takes, beside a bare scan of the same file by the package that reads it, which looks at no cell. Both run in turn in one
/// process, so that what else the machine does hits both.
/// </summary>
internal static class ImportBenchmark
{
    private const int Rounds = 3;

    public static void Run(string path, long rows)
    {
        var folder = StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards"));
        var keyed = folder.Profiles.Single(profile => profile.Name == "canonical");
        (string Name, Func<long> Read)[] readings =
        [
            ("bare scan", () => Scan(path)),
            ("import, records that no submission can replace", () => Import(path, folder, keyed with { KeyFields = [] })),
            ("import", () => Import(path, folder, keyed)),
        ];
        var times = readings.ToDictionary(reading => reading.Name, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, read) in readings)
            {
                GC.Collect();
                var clock = Stopwatch.StartNew();
                var found = read();
                times[name].Add(clock.Elapsed.TotalSeconds);
                if (found != rows) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name}: {found} rows of {rows}."));
            }
        }

        var megabytes = new FileInfo(path).Length / 1e6;
        var bare = Median(times[readings[0].Name]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {megabytes:N0} MB, median of {Rounds} rounds in turn, {Environment.ProcessorCount} processors"));
        foreach (var (name, seconds) in times.Select(entry => (entry.Key, Median(entry.Value))))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} {seconds,7:0.00} s {rows / seconds / 1e6,7:0.00} M rows/s {megabytes / seconds,7:0} MB/s {seconds / bare,6:0.0} times the bare scan"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB"));
    }

    private static long Scan(string path)
    {
        var rows = 0L;
        using var csv = CsvReader.FromFile(path, CsvReaderOptions.Default with { HasHeader = false });
        csv.Read();
        foreach (var fields in csv.ParallelEnumerate(reader => reader.FieldCount))
            if (fields > 0) rows++;
        return rows;
    }

    private static long Import(string path, StandardsFolder folder, RegistryProfile profile)
    {
        var records = 0L;
        var request = new ImportRequest
        {
            Inputs = [path],
            Profiles = folder.Profiles,
            Chosen = profile,
            Dictionary = folder.Dictionary,
            Layout = new BatchLayout(folder.Dictionary.Fields.Where(field => field.Type != FieldType.Text)),
            AsAt = new DateOnly(2026, 12, 31).DayNumber,
        };
        new Importer().Run(request, new SiteTable(), _ => new RecordSink(batch => Interlocked.Add(ref records, batch.Count), _ => { }, () => { }));
        return records;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
