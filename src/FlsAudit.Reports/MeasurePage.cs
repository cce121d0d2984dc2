using FlsAudit.Reports.Pages;
using FlsAudit.Reports.Wording;
using FlsAudit.Standards;

namespace FlsAudit.Reports;

/// <summary>
/// Everything that a definition says of a measure, under the same headings for every measure. Terminal, workbook, page and catalogue all print this one
/// object, so they cannot differ.
/// </summary>
public sealed record MeasurePage
{
    /// <summary>The heading beneath which the worked cases stand.</summary>
    public const string CasesHeading = "Cases";

    private MeasurePage(MeasureDefinition measure, StandardSet set)
    {
        Measure = measure;
        Set = set;
        Sections = PageSections.Of(measure, set);
    }

    /// <summary>The headings of every page, in order. None is ever left out.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        "Question", "Why", "Source and provenance", "Population", "Exclusions", "Denominator", "Numerator", "Unknown policy", "Due rule", "Bands", "Settings",
        CasesHeading, "What to do when you fail it", "Definition file",
    ];

    /// <summary>The measure.</summary>
    public MeasureDefinition Measure { get; }

    /// <summary>The set that it belongs to.</summary>
    public StandardSet Set { get; }

    /// <summary>The measure's title, with a † behind it where any part of it is not verified.</summary>
    public string Title => ProvenanceMark.Titled(Measure);

    /// <summary>One section for each of <see cref="Headings"/>, in their order.</summary>
    public IReadOnlyList<PageSection> Sections { get; }

    /// <summary>The page of a measure.</summary>
    /// <param name="measure">The measure, with its set's settings applied.</param>
    /// <param name="set">Its set.</param>
    public static MeasurePage Of(MeasureDefinition measure, StandardSet set) => new(measure, set);

    /// <summary>As Markdown, lines ended by LF: a file of the catalogue.</summary>
    public string Markdown() => MarkdownPage.Of(this);

    /// <summary>
    /// As headed text for a terminal: first the measure's id, set and title, then every heading. The lines of a text are separated by LF; tables are lines with
    /// <c>|</c> between aligned cells.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Text() =>
    [
        new("Measure", $"{Measure.Id} ({Set.Name}): {Title}"),
        .. Sections.Select(section => new KeyValuePair<string, string>(
            section.Heading, string.Join('\n', section.Lines.Select(line => line.Text).Concat(section.Tables.SelectMany(AlignedTable.Lines))))),
    ];
}
