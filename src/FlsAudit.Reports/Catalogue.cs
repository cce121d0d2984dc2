using FlsAudit.Reports.Pages;
using FlsAudit.Standards;

namespace FlsAudit.Reports;

/// <summary>The catalogue of what is measured: an index and a page per measure, made from the definitions alone and kept beside them.</summary>
public static class Catalogue
{
    /// <summary>The index.</summary>
    public const string IndexPath = "README.md";

    /// <summary>
    /// All files: path relative to the standards folder, with forward slashes, to text. <see cref="IndexPath"/> and <c>README/SET/MEASURE.md</c>, in ordinal
    /// order of the paths. Lines end in LF; the same definitions give the same text. A folder without sets gives the index alone.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Pages(StandardsFolder folder)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal) { [IndexPath] = CatalogueIndex.Of(folder) };
        foreach (var set in folder.Sets)
            foreach (var measure in set.Measures)
                pages[CatalogueIndex.PathOf(set, measure)] = MeasurePage.Of(measure, set).Markdown();
        return pages;
    }
}
