using System.Text;
using System.Xml;
using System.Xml.Linq;
using FlsAudit.Analysis;
using FlsAudit.Reports.Drawing;

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
    public static IReadOnlyList<string> Write(ReleasedReport report, string directory)
    {
        var names = new List<string>();
        foreach (var figure in FigureList.Of(report))
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
