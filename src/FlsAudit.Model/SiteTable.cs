using System.Collections.Concurrent;

namespace FlsAudit.Model;

/// <summary>
/// The sites seen in a run, each with a number. Numbers depend on the order in which threads meet the sites, so they never reach an output:
/// outputs are ordered by name. Safe to use from several threads.
/// </summary>
public sealed class SiteTable
{
    /// <summary>What pooled results print as site in files; no site may be called so.</summary>
    public const string PooledName = "All";

    /// <summary>Whether a name stands for pooled results in files or on pages, whatever its case.</summary>
    public static bool IsReserved(string name) =>
        name.Equals(PooledName, StringComparison.OrdinalIgnoreCase) || name.Equals("All sites", StringComparison.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly Lock gate = new();

    /// <summary>How many sites are known.</summary>
    public int Count
    {
        get
        {
            lock (gate) return names.Count;
        }
    }

    /// <summary>The number of a site; a new name gets the next number.</summary>
    public int NumberOf(string name)
    {
        if (numbers.TryGetValue(name, out var number)) return number;
        lock (gate)
        {
            if (numbers.TryGetValue(name, out number)) return number;
            number = names.Count;
            names.Add(name);
            numbers[name] = number;
            return number;
        }
    }

    /// <summary>Forgets the sites that came after the first ones. Nothing may have their numbers any more.</summary>
    public void KeepFirst(int count)
    {
        lock (gate)
        {
            foreach (var name in names.Skip(count)) numbers.TryRemove(name, out _);
            names.RemoveRange(count, names.Count - count);
        }
    }

    /// <summary>The name of a numbered site.</summary>
    public string NameOf(int number)
    {
        lock (gate) return names[number];
    }
}
