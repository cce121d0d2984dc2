using FlsAudit.Import;
using FlsAudit.Import.Identifiers;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Import;

/// <summary>Columns that say who patients are: found by their headings or their cells, named, and never printed.</summary>
public sealed class IdentifierColumnTests
{
    private const string Code = "column-identifies-patients";

    private static readonly StandardsFolder Shipped = StandardsFolder.Read(Path.Combine(AppContext.BaseDirectory, "standards"));

    [TestCase("Surname", IdentifierKind.Name)]
    [TestCase("1.02 Patient's name", IdentifierKind.Name)]
    [TestCase("PatientName", IdentifierKind.Name)]
    [TestCase("NAME", IdentifierKind.Name)]
    [TestCase("Prénom", IdentifierKind.Name)]
    [TestCase("Nom d’usage", IdentifierKind.Name)]
    [TestCase("NHSNumber", IdentifierKind.NationalNumber)]
    [TestCase("nhs_no", IdentifierKind.NationalNumber)]
    [TestCase("N° de sécurité sociale", IdentifierKind.NationalNumber)]
    [TestCase("Social Security Number", IdentifierKind.NationalNumber)]
    [TestCase("NHS", IdentifierKind.NationalNumber)]
    [TestCase("CHI", IdentifierKind.NationalNumber)]
    [TestCase("HCN", IdentifierKind.NationalNumber)]
    [TestCase("PPS", IdentifierKind.NationalNumber)]
    [TestCase("medicare", IdentifierKind.NationalNumber)]
    [TestCase("mrn", IdentifierKind.HospitalNumber)]
    [TestCase("Hospital MRN / URN", IdentifierKind.HospitalNumber)]
    [TestCase("URN", IdentifierKind.HospitalNumber)]
    [TestCase("Hospital number", IdentifierKind.HospitalNumber)]
    [TestCase("Next of kin", IdentifierKind.Name)]
    [TestCase("Patient details", IdentifierKind.Name)]
    [TestCase("Pt", IdentifierKind.Name)]
    [TestCase("First", IdentifierKind.Name)]
    [TestCase("Last", IdentifierKind.Name)]
    [TestCase("pcode", IdentifierKind.Postcode)]
    [TestCase("Address line 1", IdentifierKind.Address)]
    [TestCase("Adresse", IdentifierKind.Address)]
    [TestCase("1.04 Post Code", IdentifierKind.Postcode)]
    [TestCase("Code postal", IdentifierKind.Postcode)]
    [TestCase("Patient e-mail", IdentifierKind.EMail)]
    [TestCase("Courriel", IdentifierKind.EMail)]
    [TestCase("Mobile phone", IdentifierKind.Telephone)]
    [TestCase("Téléphone", IdentifierKind.Telephone)]
    [TestCase("DOB", IdentifierKind.DateOfBirth)]
    [TestCase("DateOfBirth", IdentifierKind.DateOfBirth)]
    [TestCase("Date de naissance", IdentifierKind.DateOfBirth)]
    public void A_heading_says_what_stands_below_it(string heading, IdentifierKind kind) =>
        Assert.That(new IdentifierWords(Shipped.IdentifierHeadings).KindOf(heading), Is.EqualTo(kind));

    [TestCase("First fracture")]
    [TestCase("Last visit")]
    [TestCase("Name of drug")]
    [TestCase("Hospital name")]
    [TestCase("Nom du médicament")]
    [TestCase("Address of the clinic")]
    [TestCase("Year of birth")]
    [TestCase("Telephoned")]
    [TestCase("NHS region")]
    [TestCase("Surnamed")]
    [TestCase("")]
    public void A_heading_about_something_else_does_not(string heading) =>
        Assert.That(new IdentifierWords(Shipped.IdentifierHeadings).KindOf(heading), Is.Null);

    [Test]
    public void No_shipped_layout_reads_a_column_with_such_a_heading()
    {
        var words = new IdentifierWords(Shipped.IdentifierHeadings);
        var headings = Shipped.Profiles.SelectMany(profile => profile.Columns).SelectMany(column => column.Headings).ToList();

        Assert.That(headings, Has.Count.GreaterThan(100));
        Assert.That(headings.Where(heading => words.KindOf(heading) is not null), Is.Empty);
    }

    // One row: too few to say anything of a column.
    [TestCase("943 476 5919", "[not kept]")]
    [TestCase("jane@doe.org", "[not kept]")]
    [TestCase("07700 900123", "[not kept]")]
    [TestCase("wrist; see letter", "wrist; see letter")]
    public void A_cell_of_a_column_that_is_not_read_is_masked_by_its_own_form(string cell, string printed)
    {
        using var folder = Folder();
        folder.ShowValues = true;
        folder.Write("a.csv", $"site,fracture_date,age_at_fracture,t_score,Column X\n,2025-01-02,70,07700900123,{cell}\n");

        // The T-score has the form of a telephone number, and is read as a number.
        Assert.That(folder.Run().Rejected.Single().Cells, Is.EqualTo((string[])["", "2025-01-02", "70", "07700900123", printed]));
    }

    [Test]
    public void In_a_row_whose_cells_have_shifted_any_cell_may_be_one()
    {
        using var folder = Folder();
        folder.WithRejectedCells = true;
        folder.Write("a.csv", "site,fracture_date,age_at_fracture,Column X\nNorth,2025-01-02,943 476 5919\nNorth,2025-01-02,70,\n");

        Assert.That(folder.Run().Rejected.Single().Cells, Is.EqualTo((string[])["North", "2025-01-02", "[not kept]"]));
    }

    [Test]
    public void Such_a_heading_is_named_in_a_layout_that_no_profile_fits_as_well()
    {
        using var folder = Folder();
        folder.Write("a.csv", "Shoe size,Surname,NHS number\n41,Smith,9434765919\n");

        var findings = new Importer().Inspect(folder.Request()).Findings;

        Assert.That(findings.Where(finding => finding.Code == Code).Select(finding => finding.Place.Column), Is.EquivalentTo((string[])["Surname", "NHS number"]));
    }

    // 943 476 5919 and the others have the right check digit: made up, of the range that the NHS keeps for tests.
    [TestCase("Column X", "9434765919|9434765870|943 476 5889|943-476-5897|9434765862", "a national number, by the form of its cells")]
    [TestCase("Column X", "SW1A 1AA|M1 1AE|B33 8TH|CR2 6XH|DN55 1PT", "a postcode, by the form of its cells")]
    [TestCase("Column X", "a@b.org|b@b.org|c@b.org|d@b.org|e@b.org", "an e-mail address, by the form of its cells")]
    [TestCase("Column X", "020 7946 0000|020 7946 0001|020 7946 0002|020 7946 0003|020 7946 0004", "a telephone number, by the form of its cells")]
    [TestCase("Column X", "1950-01-02|1943-05-06|1938-07-08|1961-09-10|1929-11-12", "a date of birth, by the form of its cells")]
    [TestCase("Surname", "Smith||||", "a name, by its heading")]
    [TestCase("", "9434765919|9434765870|9434765889|9434765897|9434765862", "a national number, by the form of its cells")]
    public void Such_a_column_is_named_and_the_records_are_read_all_the_same(string heading, string cells, string why)
    {
        using var folder = Folder();
        folder.Write("a.csv", Export(heading, cells.Split('|')));

        var imported = folder.Run();

        var finding = imported.Finding(Code);
        Assert.That(finding.Severity, Is.EqualTo(Severity.Warning));
        Assert.That(finding.Message, Does.Contain(why).And.EndsWith("Nothing of it was kept."));
        Assert.That(finding.Place, Is.EqualTo(new Place("a.csv", null, 1, heading.Length > 0 ? heading : null)));
        Assert.That(finding.ExampleValues, Is.Empty);
        Assert.That(imported.Records, Has.Count.EqualTo(5));
    }

    // Half of the cells that hold something, and at least five of them.
    [TestCase("9434765919|9434765870|9434765889|9434765897|", TestName = "Four cells are too few to tell")]
    [TestCase("9434765919|9434765870|1|2|3", TestName = "Two of five cells are less than half")]
    [TestCase("Smith|Jones|Brown|Patel|Martin", TestName = "Words alone are no names: options are words too")]
    [TestCase("2024-01-02|2024-05-06|2024-07-08|2024-09-10|2024-11-12", TestName = "Dates shortly before the fracture are not of birth")]
    [TestCase("1900-01-01|1900-01-01|1900-01-01|1900-01-01|1900-01-01", TestName = "Nobody is 125 years old")]
    [TestCase("18264|20000|15000|19000|17000", TestName = "Bare numbers are no dates of birth")]
    [TestCase("1234567890|2345678901|3456789012|4567890123|5678901234", TestName = "Ten digits without the check digit are no national number")]
    public void Another_column_is_not(string cells)
    {
        using var folder = Folder();
        folder.Write("a.csv", Export("Column X", cells.Split('|')));

        Assert.That(folder.Run().FindingCodes, Has.None.EqualTo(Code));
    }

    [Test]
    public void A_column_that_is_blank_says_nothing_of_anybody()
    {
        using var folder = Folder();
        folder.Write("a.csv", Export("Surname", ["", "NA", "", "", ""]));

        Assert.That(folder.Run().FindingCodes, Has.None.EqualTo(Code));
    }

    [Test]
    public void In_a_workbook_native_dates_of_birth_are_found_and_numbers_are_not()
    {
        using var folder = Folder();
        WorkbookFile.Write(Path.Combine(folder.Folder, "a.xlsx"), ("Data",
        [
            ["site", "fracture_date", "age_at_fracture", "X", "Y"],
            .. Enumerable.Range(0, 6).Select(i => (object?[])["North", new DateTime(2025, 1, 2), 72, new DateTime(1950 + i, 3, 4), 18000 + i]),
        ],
        false));

        Assert.That(folder.Run().Finding(Code).Place, Is.EqualTo(new Place("a.xlsx", "Data", 1, "X")));
    }

    [Test]
    public void Only_the_first_thousand_rows_are_looked_at()
    {
        using var folder = Folder();
        string[] after = ["9434765919", "9434765870", "9434765889", "9434765897", "9434765862"];
        folder.Write("a.csv", Export("Column X", [.. Enumerable.Repeat("", IdentifierSample.MostRows), .. after]));
        folder.Write("b.csv", Export("Column X", [.. Enumerable.Repeat("", IdentifierSample.MostRows - 5), .. after]));

        Assert.That(folder.Run().Result.Findings.Where(finding => finding.Code == Code).Select(finding => finding.Place.File), Is.EqualTo((string[])["b.csv"]));
    }

    [Test]
    public void Ids_that_look_personal_are_counted_by_kind()
    {
        using var folder = Folder();
        folder.Profiles = [SmallProfiles.Patients];
        folder.Write("a.csv", "record_id,patient_id,site,fracture_date,age_at_fracture\n"
            + "Jane Smith,17,North,2025-01-02,72\nAB-1,18,North,2025-01-02,72\n9434765919,19,North,2025-01-02,72\n9434765870,20,North,2025-01-02,72\n5,21,North,2025-01-02,72\n");

        var finding = folder.Run().Finding("ids-look-personal");

        Assert.That(finding.Message, Is.EqualTo("Of the first 5 record ids 3 look like personal identifiers (national numbers: 2, names: 1). Lists name these records by file and row instead."));
        Assert.That((finding.Severity, finding.Occurrences, finding.Place.Column), Is.EqualTo((Severity.Warning, 3, "record_id")));
    }

    [Test]
    public void One_id_among_many_may_be_chance_and_is_worth_knowing()
    {
        using var folder = Folder();
        folder.Profiles = [SmallProfiles.Patients];
        folder.Write("a.csv", "patient_id,site,fracture_date,age_at_fracture\n9434765919,North,2025-01-02,72\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"{i},North,2025-01-02,72\n")));

        var finding = folder.Run().Finding("ids-look-personal");

        Assert.That((finding.Severity, finding.Occurrences, finding.Place.Column), Is.EqualTo((Severity.Information, 1, "patient_id")));
        Assert.That(finding.Message, Does.Contain("None was kept"));
    }

    [Test]
    public void A_rejected_row_that_is_shown_does_not_say_who_the_patient_is()
    {
        using var folder = Folder();
        folder.ShowValues = true;
        folder.Write("a.csv", "record_id,site,fracture_date,age_at_fracture,Surname,X\n"
            + "9434765919,,2025-01-02,72,Smith,fine\nA-17,,2025-01-02,73,,fine\n");

        Assert.That(folder.Run().Rejected.Select(row => string.Join(",", row.Cells!)), Is.EqualTo((string[])["[not kept],,2025-01-02,72,[not kept],fine", "A-17,,2025-01-02,73,,fine"]));
    }

    [Test]
    public void A_row_whose_cells_have_shifted_is_not_shown_where_a_column_says_who_patients_are()
    {
        using var folder = Folder();
        folder.ShowValues = true;
        folder.Write("a.csv", "site,fracture_date,age_at_fracture,Surname\nNorth,2025-01-02,7,2,Smith\nNorth,2025-01-02,72,Jones\n");
        folder.Write("b.csv", "site,fracture_date,age_at_fracture,X\nNorth,2025-01-02,7,2,fine\nNorth,2025-01-02,72,fine\n");

        var shown = folder.Run().Rejected.Select(row => string.Join(",", row.Cells!)).ToList();

        Assert.That(shown[0], Does.StartWith("[not kept").And.Not.Contain("Smith"));
        Assert.That(shown[1], Is.EqualTo("North,2025-01-02,7,2,fine"));
    }

    [Test]
    public void The_result_does_not_depend_on_threads()
    {
        using var folder = Folder();
        folder.Write("a.csv", Export("Column X", [.. Enumerable.Range(0, 3000).Select(i => i % 2 == 0 ? "SW1A 1AA" : "-")]));

        folder.Workers = 1;
        var one = folder.Run().Result.Findings;
        folder.Workers = 2;
        Assert.That(folder.Run().Result.Findings.Select(finding => finding.Message), Is.EqualTo(one.Select(finding => finding.Message)));
    }

    private static ImportCase Folder() => new() { Identifiers = Shipped.IdentifierHeadings };

    private static string Export(string heading, IReadOnlyList<string> cells) =>
        $"site,fracture_date,age_at_fracture,{heading}\n" + string.Concat(cells.Select((cell, i) => $"North,2025-01-02,{50 + (i % 40)},{cell}\n"));
}
