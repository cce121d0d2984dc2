using System.Globalization;
using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.Jobs.Explaining;

/// <summary>The name of a record as a user gives it: an id of the export, or <c>file:row</c> as lists print it.</summary>
internal sealed class AskedName
{
    private readonly string text;
    private readonly long? row;

    public AskedName(string text)
    {
        this.text = text.Trim();
        var colon = this.text.LastIndexOf(':');
        if (colon > 0 && long.TryParse(this.text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) row = number;
    }

    /// <summary>The name for a message: without it where it says who somebody is.</summary>
    public string ForPeople => PersonalIdentifiers.LooksLike(text) ? "of that name" : $"'{text}'";

    /// <summary>The positions in a batch of the records of this name.</summary>
    public IEnumerable<int> In(RecordBatch batch)
    {
        var isHere = IsIn(batch.Source);
        for (var i = 0; i < batch.Count; i++)
            if ((isHere && batch.Rows[i] == row) || string.Equals(batch.RecordIds?[i], text, StringComparison.Ordinal))
                yield return i;
    }

    /// <summary>Whether a row that became no record has this name.</summary>
    public bool Fits(RejectedRow rejected, ImportedFile file)
    {
        if (rejected.Place.Row == row && IsIn(rejected.Place)) return true;
        var sheet = file.Sheets.FirstOrDefault(sheet => sheet.Sheet == rejected.Place.Sheet);
        if (sheet?.Profile is null || rejected.Cells is not { } cells) return false;
        return sheet.Headings.Any(heading => heading.Fields.Contains(FieldNames.RecordId) && heading.Column <= cells.Count && cells[heading.Column - 1].Trim() == text);
    }

    private bool IsIn(Place source) => row is { } number && RecordName.AtRow(source with { Row = null }, number) == text;
}
