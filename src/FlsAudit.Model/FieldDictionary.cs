namespace FlsAudit.Model;

/// <summary>All fields that a record may hold, in the order in which the data dictionary declares them.</summary>
public sealed class FieldDictionary
{
    private readonly Dictionary<string, Field> byName;

    /// <summary>Makes a dictionary of these fields.</summary>
    /// <exception cref="ArgumentException">Two fields share a name.</exception>
    public FieldDictionary(IEnumerable<Field> fields)
    {
        Fields = [.. fields];
        byName = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var field in Fields)
            if (!byName.TryAdd(field.Name, field))
                throw new ArgumentException($"The field '{field.Name}' is declared twice.", nameof(fields));
    }

    /// <summary>The fields in declaration order.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The field of this name, or null.</summary>
    public Field? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The field of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Field this[string name] => byName[name];
}
