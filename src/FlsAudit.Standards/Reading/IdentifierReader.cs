using FlsAudit.Model;
using FlsAudit.Standards.Yaml;

namespace FlsAudit.Standards.Reading;

/// <summary>Reads the headings of columns that say who patients are.</summary>
internal static class IdentifierReader
{
    private static readonly Dictionary<string, IdentifierKind> Kinds = new(StringComparer.Ordinal)
    {
        ["name"] = IdentifierKind.Name,
        ["national-number"] = IdentifierKind.NationalNumber,
        ["hospital-number"] = IdentifierKind.HospitalNumber,
        ["address"] = IdentifierKind.Address,
        ["postcode"] = IdentifierKind.Postcode,
        ["e-mail"] = IdentifierKind.EMail,
        ["telephone"] = IdentifierKind.Telephone,
        ["date-of-birth"] = IdentifierKind.DateOfBirth,
    };

    /// <summary>The kinds of a file, in its order.</summary>
    public static IReadOnlyList<IdentifierHeadings> Read(YamlObject file)
    {
        file.RequiredString("source");
        file.Require("status");
        file.Choice("status", ProvenanceStatus.Recalled, Vocabulary.Statuses);
        IdentifierHeadings[] kinds = [.. file.Objects("kinds").Select(ReadKind)];
        if (kinds.Length == 0) file.Problem("the file has no 'kinds'.");
        file.RefuseUnknownKeys();
        return kinds;
    }

    private static IdentifierHeadings ReadKind(YamlObject yaml)
    {
        yaml.Require("kind");
        var kind = yaml.Choice("kind", IdentifierKind.Name, Kinds);
        string[] whole = [.. yaml.Texts("whole").Select(text => text.Value)];
        string[] within = [.. yaml.Texts("within").Select(text => text.Value)];
        if (whole.Length + within.Length == 0) yaml.Problem("a kind needs 'whole' headings, or words 'within' them.");
        yaml.RefuseUnknownKeys();
        return new IdentifierHeadings(kind, whole, within);
    }
}
