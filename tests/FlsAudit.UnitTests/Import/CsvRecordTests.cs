using System.Text;
using FlsAudit.Import;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Import;

public sealed class CsvRecordTests
{
    private const string Heading = "record_id,site,fracture_date,assessment_date,age_at_fracture,t_score,fracture_side,dxa\n";

    [Test]
    public void A_row_becomes_a_record_with_its_site_and_its_row_number()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,2025-02-01,72,-2.5,left,yes\n");

        var imported = folder.Run();

        Assert.That(imported.Records, Is.EqualTo((string[])
            ["a.csv 2: North; fracture_date=2025-01-02; assessment_date=2025-02-01; age_at_fracture=72; t_score=-2.5; fracture_side=left; dxa=yes"]));
        Assert.That(imported.Result.Reconciliations, Is.EqualTo((Reconciliation[])[new("a.csv", 1, 0, 0, 0) { Read = 1 }]));
        Assert.That(imported.Result.Files.Single().Kind, Is.EqualTo(FileKind.Records));
        Assert.That(imported.Result.Findings, Is.Empty);
    }

    [Test]
    public void Rows_are_numbered_as_a_spreadsheet_numbers_them()
    {
        using var folder = new ImportCase();
        // Row 1 sep=, 2 blank, 3 headings, 4 record, 5 blank, 6 record over two lines, 7 record.
        folder.Write("a.csv", "sep=;\r\n\r\n" + Heading.Replace(',', ';') + "r1;North;2025-01-02;;72;;;\r\n\r\n\"r\n2\";North;2025-01-03;;73;;;\r\nr3;North;2025-01-04;;74;;;\r\n");

        var imported = folder.Run();

        Assert.That(imported.Records.Select(record => record.Split(':')[0]), Is.EqualTo((string[])["a.csv 4", "a.csv 6", "a.csv 7"]));
    }

    [Test]
    public void A_blank_row_is_not_read_even_when_it_says_so_in_words()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "r1,North,2025-01-02,,72,,,\n,,,,,,,\nNA,NA,NA,NA,NA,NA,NA,NA\n , ,\n");

        var imported = folder.Run();

        Assert.That(imported.Result.Reconciliations.Single().Read, Is.EqualTo(1));
        Assert.That(imported.Rejected, Is.Empty);
    }

    [Test]
    public void A_row_whose_cells_have_shifted_or_that_names_no_site_is_rejected()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading
            + "r1,North,2025-01-02,,72,,,,extra\n"
            + "r2,North,2025-01-02,,72,,,,,\n"
            + "r3,North,2025-01-02\n"
            + "r4,,2025-01-02,,72,,,\n");

        var imported = folder.Run();

        Assert.That(imported.Rejected.Select(row => $"{row.Place.Row} {row.Fate}: {row.Reason}"), Is.EqualTo((string[])
        [
            "2 Rejected: The row has 9 cells, the heading row has 8.",
            "4 Rejected: The row has 3 cells, the heading row has 8.",
            "5 Rejected: The site is blank.",
        ]));
        Assert.That(imported.Records, Has.Count.EqualTo(1), "empty cells past the headings do no harm");
    }

    [Test]
    public void A_rejected_row_is_shown_only_to_who_asked_for_values()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading + "r4,,2025-01-02,,72,,,\n");

        Assert.That(folder.Run().Rejected.Single().Cells, Is.Null);
        folder.ShowValues = true;
        Assert.That(folder.Run().Rejected.Single().Cells, Is.EqualTo((string[])["r4", "", "2025-01-02", "", "72", "", "", ""]));
    }

    [Test]
    public void Fractures_outside_the_days_asked_for_are_out_of_range_and_both_ends_are_inside()
    {
        using var folder = new ImportCase { From = ImportCase.Day("2025-01-01"), To = ImportCase.Day("2025-06-30") };
        folder.Write("a.csv", Heading + string.Concat(
            ((string[])["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2026-01-01", "", "soon"]).Select(day => $"r,North,{day},,72,,,\n")));

        var imported = folder.Run();

        Assert.That(imported.Rejected.Select(row => $"{row.Place.Row} {row.Fate}: {row.Reason}"), Is.EqualTo((string[])
        [
            "2 OutOfRange: The fracture date is before the first day asked for.",
            "5 OutOfRange: The fracture date is after the last day asked for.",
            "6 OutOfRange: The fracture date is after the as-at date.",
        ]));
        // Rows 3 and 4 are the ends; rows 7 (blank) and 8 (unreadable) have no period but are records.
        Assert.That(imported.Records.Select(record => record.Split(':')[0]), Is.EqualTo((string[])["a.csv 3", "a.csv 4", "a.csv 7", "a.csv 8"]));
        Assert.That(imported.Finding("date-not-read").ExampleRows, Is.EqualTo((long[])[8]));
    }

    [TestCase(",")]
    [TestCase(";")]
    [TestCase("\t")]
    [TestCase("|")]
    public void The_separator_is_taken_from_the_headings(string separator)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", Heading.Replace(",", separator, StringComparison.Ordinal) + "r1,North,2025-01-02,,72,,,".Replace(",", separator, StringComparison.Ordinal));

        Assert.That(folder.Run().Values, Is.EqualTo((string[])["North; fracture_date=2025-01-02; age_at_fracture=72"]));
    }

    [Test]
    public void The_same_text_in_every_encoding_gives_the_same_records()
    {
        const string text = "Âge;Date de l’accident;Hôpital;T-score;Côté\n72;03/02/2025;Évreux;-2,5;Côté droit\n68;04/02/2025;Évreux;;gauche\n";
        string[] expected =
        [
            "Évreux; fracture_date=2025-02-03; age_at_fracture=72; t_score=-2.5; fracture_side=right",
            "Évreux; fracture_date=2025-02-04; age_at_fracture=68; fracture_side=left",
        ];
        Encoding windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), windows1252])
        {
            using var folder = new ImportCase { Profiles = [SmallProfiles.Plain, SmallProfiles.French] };
            folder.Write("a.csv", text, encoding);

            Assert.That(folder.Run().Values, Is.EqualTo(expected), encoding.EncodingName);
        }
    }

    [Test]
    public void Without_a_site_column_the_site_is_the_name_of_the_file()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.British] };
        folder.Write("North Hospital.csv", "Age,1.09 Date Index Frac Diagnosed\n72,3/2/2025\n");

        Assert.That(folder.Run().Values, Is.EqualTo((string[])["North Hospital; fracture_date=2025-02-03; age_at_fracture=72; low_trauma=yes"]));
    }
}
