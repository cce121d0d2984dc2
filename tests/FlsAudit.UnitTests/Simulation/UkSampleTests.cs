using System.Globalization;
using System.Text;

namespace FlsAudit.UnitTests.Simulation;

/// <summary>The UK sample looked at as text: what a person would see who opens the files.</summary>
internal sealed class UkSampleTests
{
    private static readonly string Folder = SimulationFolder.Committed("uk-fls-db");

    private static readonly string[] Drugs =
    [
        "Alendronate", "Risedronate", "Ibandronate", "Zoledronate", "Denosumab", "Teriparatide", "Romosozumab", "Alfacalcidol", "Systemic Oestrogens", "Raloxifene", "Strontium",
    ];

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static string Text(string file, Encoding? encoding = null) => File.ReadAllText(Path.Combine(Folder, file), encoding ?? Encoding.UTF8);

    private static NaiveTable Table(string file) => NaiveTable.Read(Path.Combine(Folder, file), ',', Encoding.UTF8);

    private static double Recommended(string file)
    {
        var table = Table(file);
        return (double)table.Count(cell => cell("4.01 BoneTherapy").Split(';').All(Drugs.Contains)) / table.Rows.Count;
    }

    [Test]
    public void Twelve_exports_hold_12000_records()
    {
        using var folder = SimulationFolder.Of("uk-fls-db");
        Assert.That(folder.Result.Records, Is.EqualTo(12000));
        Assert.That(SimulationFolder.FilesIn(Folder).Where(file => file is not ("README.md" or "caseload.csv" or "sites.csv")).ToList(), Has.Count.EqualTo(12));
    }

    [Test]
    public void The_heading_is_misspelt_in_some_files_and_right_in_others()
    {
        Assert.That(Text("amberford_2023-2025.csv"), Does.Contain(",1.10 TypeOfFractue,"));
        Assert.That(Text("eldermere_2023-2025.csv"), Does.Contain(",1.10 TypeOfFracture,"));
    }

    [TestCase("amberford_2023-2025.csv", "Age,")]
    [TestCase("brindlecombe_2023-2025.csv", "Age Frac diagnosed,")]
    [TestCase("carrowmead_2023-2025.csv", "Age at fracture,...2,")]
    public void The_age_column_has_three_names(string file, string start)
    {
        Assert.That(Text(file), Does.StartWith(start));
    }

    [Test]
    public void Dont_know_is_mis_decoded_in_UTF_8_and_in_Windows_1252()
    {
        Assert.That(Text("amberford_2023-2025.csv"), Does.Contain(",Donít know,").And.Contain(",Don't know,"));
        Assert.That(Text("brindlecombe_2023-2025.csv", Windows), Does.Contain(",Donít know,"));
        Assert.That(Text("fenholt_2023-2025.csv", Windows), Does.Contain(";Don’t know;"));
    }

    [Test]
    public void Drugs_are_joined_with_a_semicolon()
    {
        Assert.That(Text("amberford_2023-2025.csv"), Does.Contain(",Alendronate;Denosumab,").And.Contain(",Alendronate;Risedronate,"));
    }

    [Test]
    public void Blank_rows_follow_the_data()
    {
        var lines = Text("DVA FLS export.csv").TrimEnd('\r', '\n').Split("\r\n");
        Assert.That(lines.Reverse().TakeWhile(line => line.All(c => c == ',')).Count(), Is.EqualTo(150));
    }

    [Test]
    public void Some_dates_are_Excel_serial_numbers()
    {
        var table = Table("Harrowick FLS 2025Q2.csv");
        var serials = table.Count(cell => cell("1.07 DateFLSAssess") is { Length: 5 } text && text.All(char.IsAsciiDigit));
        Assert.That(serials, Is.GreaterThan(5).And.LessThan(100));
    }

    [Test]
    public void Some_patients_were_assessed_before_their_fracture_and_some_ages_are_missing_or_wrong()
    {
        var table = Table("amberford_2023-2025.csv");
        DateOnly? Day(string text) => DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        Assert.That(table.Count(cell => Day(cell("1.07 DateFLSAssess")) < Day(cell("1.09 Date Index Frac Diagnosed"))), Is.InRange(3, 40));
        Assert.That(table.Count(cell => cell("Age").Length == 0), Is.InRange(1, 30));
        Assert.That(table.Count(cell => int.TryParse(cell("Age"), out var age) && age < 50), Is.InRange(3, 40));
        Assert.That(table.Count(cell => Day(cell("6.02 Dateof16WeekAss")) > new DateOnly(2025, 12, 31)), Is.InRange(1, 10));
    }

    [TestCase("1.11 SiteFirstFrac", "Distal radius")]
    [TestCase("1.11 SiteFirstFrac", "NOF #")]
    [TestCase("1.11 SiteFirstFrac", "spine ")]
    [TestCase("4.01 BoneTherapy", "Zoledronic acid 5mg")]
    [TestCase("1.03 Gender", "Fem")]
    [TestCase("2.06 BoneSpareTherapy", "N/A")]
    public void Stray_texts_stand_in_code_columns(string column, string text)
    {
        string[] files = ["amberford_2023-2025.csv", "DVA FLS export.csv", "glasswater_2023-2025.csv", "eldermere_2023-2025.csv"];
        Assert.That(files.Select(Table).Sum(table => table.Count(cell => cell(column) == text)), Is.GreaterThan(0));
    }

    [Test]
    public void Some_rows_stand_twice_in_one_file()
    {
        var rows = Table("amberford_2023-2025.csv").Rows.Select(row => string.Join(',', row)).ToList();
        Assert.That(rows.Count - rows.Distinct().Count(), Is.GreaterThan(0));
    }

    [Test]
    public void No_column_that_could_identify_a_person_is_filled()
    {
        string[] files = [.. SimulationFolder.FilesIn(Folder).Where(file => file.EndsWith("2025.csv", StringComparison.Ordinal) && !file.StartsWith("fenholt", StringComparison.Ordinal))];
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Select(Table).Sum(table => table.Count(cell => cell("1.04 Post Code").Length > 0)), Is.Zero);
    }

    [Test]
    public void One_site_recommends_bone_therapy_far_less_than_the_others()
    {
        Assert.That(Recommended("DVA FLS export.csv"), Is.LessThan(0.2));
        Assert.That(Recommended("amberford_2023-2025.csv"), Is.InRange(0.45, 0.62));
        Assert.That(Recommended("glasswater_2023-2025.csv"), Is.InRange(0.45, 0.62));
    }

    [Test]
    public void One_site_assesses_more_patients_in_time_from_year_to_year()
    {
        var table = Table("eldermere_2023-2025.csv");
        double InTime(string year)
        {
            var rows = table.Rows.Where(row => table[row, "1.09 Date Index Frac Diagnosed"].StartsWith(year, StringComparison.Ordinal)).ToList();
            return (double)rows.Count(row => DateOnly.TryParse(table[row, "1.07 DateFLSAssess"], CultureInfo.InvariantCulture, out var seen)
                && seen.DayNumber - DateOnly.Parse(table[row, "1.09 Date Index Frac Diagnosed"], CultureInfo.InvariantCulture).DayNumber is >= 0 and <= 90) / rows.Count;
        }

        Assert.That(InTime("2024"), Is.GreaterThan(InTime("2023") + 0.05));
        Assert.That(InTime("2025"), Is.GreaterThan(InTime("2024") + 0.05));
    }

    [Test]
    public void One_site_has_an_empty_52_week_block()
    {
        var table = Table("glasswater_2023-2025.csv");
        string[] block = ["7.01 FollowUp48_56", "7.02 Dateof52WeekAss", "7.05 BoneTherapy4856", "7.06 NumReFracSinceIndex"];
        Assert.That(table.Count(cell => block.Any(column => cell(column).Length > 0)), Is.Zero);
        Assert.That(Table("amberford_2023-2025.csv").Count(cell => cell("7.01 FollowUp48_56") == "Yes"), Is.GreaterThan(100));
    }

    [Test]
    public void The_caseload_lists_a_site_that_sent_no_export()
    {
        var sites = Text("caseload.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]).Distinct().ToList();
        Assert.That(sites, Has.Count.EqualTo(13).And.Contain("Nettlebourne"));
        Assert.That(Text("sites.csv"), Does.Contain("\r\nDVA FLS export,Dunvale,DVA,large\r\n").And.Not.Contain("Nettlebourne"));
    }
}
