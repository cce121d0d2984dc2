using System.Text;
using System.Xml;
using System.Xml.Linq;
using FlsAudit.Analysis;
using FlsAudit.Analysis.Tables;
using FlsAudit.Reports.Drawing;
using FlsAudit.Reports.Drawing.Comparisons;

namespace FlsAudit.Reports;

/// <summary>
/// <c>figures/*.svg</c>: a funnel and the sites in order for each proportion with at least two sites, a trend for each measure with values by period, a cascade for
/// each cascade. Each has its alternative text and its method within.
/// </summary>
public static class Figures
{
    /// <summary>Writes the figures into a directory, which must exist.</summary>
    /// <returns>The names of the files, in the order of the measures; empty when there is nothing to draw.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(ReleasedReport report, string directory) => Write(FigureList.Of(report), directory);

    /// <summary>Writes the figures of a comparison of a table into a directory, which must exist.</summary>
    /// <returns>The names of the files, in the order of the comparison; empty when there is nothing to draw.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(ReleasedComparison comparison, string directory) => Write(ComparisonFigures.Of(comparison), directory);

    private static List<string> Write(IEnumerable<Figure> figures, string directory)
    {
        var names = new List<string>();
        foreach (var figure in figures)
        {
            var name = figure.Name + ".svg";
            using var stream = File.Create(Path.Combine(directory, name));
            Write(SvgWriter.File(figure), stream);
            names.Add(name);
        }

        return names;
    }

    private static void Write(XElement svg, Stream stream)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" };
        using var writer = XmlWriter.Create(stream, settings);
        new XDocument(svg).Save(writer);
    }
}
