using FlsAudit.Model;

namespace FlsAudit.Import;

/// <summary>Makes sure, before any file is opened, that profiles name fields and codes of the dictionary: that is no fault of a file.</summary>
internal static class ProfileCheck
{
    /// <exception cref="ArgumentException">A profile names a field or code that the dictionary does not have.</exception>
    public static void Require(ImportRequest request)
    {
        foreach (var profile in request.Chosen is null ? request.Profiles : [.. request.Profiles, request.Chosen])
        {
            foreach (var mapping in profile.Columns.SelectMany(column => column.Fields))
            {
                var field = Field(profile, mapping.Field, request.Dictionary);
                foreach (var code in mapping.Values.Values.Append(mapping.Several).Concat(mapping.Lists.SelectMany(list => list.Entries).Select(entry => entry.Code)).OfType<string>())
                    Code(profile, field, code);
            }

            foreach (var (name, code) in profile.Constants) Code(profile, Field(profile, name, request.Dictionary), code);
            foreach (var name in profile.KeyFields) Field(profile, name, request.Dictionary);
            foreach (var name in profile.IndexFracture?.Fields ?? [])
                foreach (var code in profile.IndexFracture!.Order) Code(profile, Field(profile, name, request.Dictionary), code);
        }
    }

    private static Field Field(RegistryProfile profile, string name, FieldDictionary dictionary) =>
        dictionary.Find(name) ?? throw new ArgumentException($"The registry profile '{profile.Name}' names the field '{name}', which the data dictionary does not have.");

    private static void Code(RegistryProfile profile, Field field, string code)
    {
        if (field.IndexOf(code) < 0)
            throw new ArgumentException($"The registry profile '{profile.Name}' maps to '{code}', which is no code of the field '{field.Name}'.");
    }
}
