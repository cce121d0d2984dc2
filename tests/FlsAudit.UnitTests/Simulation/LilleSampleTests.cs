using System.Globalization;
using System.Text;

namespace FlsAudit.UnitTests.Simulation;

/// <summary>The Lille sample counted by hand: texts of the export only, none of the program's reading or judging.</summary>
internal sealed class LilleSampleTests
{
    private static readonly string[] OtherRoutes = ["Médecin traitant", "Hospitalisation en rhumatologie", "Venu de lui-même", "Autre voie"];
    private static readonly string[] Hip = ["Extrémité supérieure du fémur", "Hanche", "Col du fémur"];
    private static readonly string[] Spine = ["Vertèbre", "VERTEBRE", "Rachis"];
    private static readonly string[] Zoledronate = ["Acide zolédronique", "Zolédronate"];

    private static readonly NaiveTable Table = NaiveTable.Read(
        Path.Combine(SimulationFolder.Committed("lille-2016-2018"), "filiere-fracture-lille.csv"), ';', CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

    private static bool Seen(Func<string, string> cell) => cell("Présence") == "Venu";

    private static bool Found(Func<string, string> cell) => !OtherRoutes.Contains(cell("Mode d'entrée"));

    private static bool Referred(Func<string, string> cell) => cell("Date d'orientation").Length > 0;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);

    [Test]
    public void Of_769_records_736_were_found_by_the_service_and_33_came_by_another_route()
    {
        Assert.That(Table.Rows, Has.Count.EqualTo(736 + 33));
        Assert.That(Table.Count(Found), Is.EqualTo(736));
        Assert.That(Table.Count(cell => cell("Mode d'entrée").Length == 0), Is.Zero);
    }

    [Test]
    public void Of_569_referred_256_came_and_223_of_these_had_been_found()
    {
        Assert.That(Table.Count(Referred), Is.EqualTo(536 + 33));
        Assert.That(Table.Count(cell => Referred(cell) && Found(cell)), Is.EqualTo(536));
        Assert.That(Table.Count(Seen), Is.EqualTo(256));
        Assert.That(Table.Count(cell => Seen(cell) && Referred(cell)), Is.EqualTo(256));
        Assert.That(Table.Count(cell => Seen(cell) && Found(cell)), Is.EqualTo(223));
    }

    [Test]
    public void The_313_who_were_referred_and_did_not_come_each_have_a_reason()
    {
        int Reason(string text) => Table.Count(cell => Referred(cell) && cell("Présence") == text);
        Assert.That(Reason("Refus") + Reason("Absent") + Reason("En attente"), Is.EqualTo(569 - 256));
        Assert.That(new[] { Reason("Refus"), Reason("Absent"), Reason("En attente") }, Has.All.GreaterThan(0));
    }

    [Test]
    public void The_service_found_224_hip_fractures()
    {
        Assert.That(Table.Count(cell => Hip.Contains(cell("Site de fracture")) && Found(cell)), Is.EqualTo(224));
    }

    [Test]
    public void Of_139_seen_with_a_fracture_elsewhere_103_had_the_spine_examined_and_45_a_new_fracture_there()
    {
        bool Elsewhere(Func<string, string> cell) => Seen(cell) && !Spine.Contains(cell("Site de fracture"));
        Assert.That(Table.Count(Elsewhere), Is.EqualTo(256 - 117));
        Assert.That(Table.Count(cell => Elsewhere(cell) && cell("VFA") == "Oui"), Is.EqualTo(103));
        Assert.That(Table.Count(cell => Elsewhere(cell) && cell("Nouvelle fracture vertébrale") == "Oui"), Is.EqualTo(45));
        Assert.That(Table.Count(cell => cell("VFA") == "Oui"), Is.EqualTo(103), "nobody else was examined");
    }

    [Test]
    public void Of_256_seen_243_were_prescribed_a_drug_and_154_zoledronic_acid()
    {
        Assert.That(Table.Count(cell => Seen(cell) && cell("Traitement prescrit") == "Oui"), Is.EqualTo(243));
        Assert.That(Table.Count(cell => Seen(cell) && Zoledronate.Contains(cell("Médicament"))), Is.EqualTo(154));
    }

    [Test]
    public void Of_256_seen_196_were_women()
    {
        Assert.That(Table.Count(cell => Seen(cell) && cell("Sexe") == "F"), Is.EqualTo(196));
    }

    [Test]
    public void Everybody_was_50_or_older()
    {
        Assert.That(Table.Count(cell => int.Parse(cell("Âge à la fracture"), CultureInfo.InvariantCulture) < 50), Is.Zero);
    }

    [Test]
    public void Fractures_lie_in_the_two_years_and_every_date_before_the_as_at_date()
    {
        var fractures = Table.Rows.Select(row => Day(Table[row, "Date de fracture"])).ToList();
        Assert.That(fractures.Min(), Is.GreaterThanOrEqualTo(new DateOnly(2016, 1, 1)));
        Assert.That(fractures.Max(), Is.LessThanOrEqualTo(new DateOnly(2018, 1, 31)));
        var dates = Table.Rows.SelectMany(row => row).Where(text => DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.That(dates.Max(Day), Is.LessThanOrEqualTo(new DateOnly(2018, 12, 31)));
    }

    [Test]
    public void The_seen_waited_13_weeks_on_average_as_printed()
    {
        double[] weeks = [.. Table.Rows.Where(row => Table[row, "Présence"] == "Venu")
            .Select(row => (Day(Table[row, "Date de consultation"]).DayNumber - Day(Table[row, "Date de fracture"]).DayNumber) / 7.0)];
        var mean = weeks.Average();
        var deviation = Math.Sqrt(weeks.Sum(week => (week - mean) * (week - mean)) / (weeks.Length - 1));
        Assert.That(mean, Is.EqualTo(13.3).Within(0.3));
        Assert.That(deviation, Is.EqualTo(9.3).Within(0.3));
        Assert.That(weeks.Min(), Is.GreaterThan(0));
    }

    [Test]
    public void The_caseload_is_302_hip_fractures_and_says_that_it_is_a_reconstruction()
    {
        var lines = File.ReadAllLines(Path.Combine(SimulationFolder.Committed("lille-2016-2018"), "caseload.csv"));
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[1], Does.StartWith("Lille,2016-01-01/2018-01-31,hip,302,Reconstruction"));
    }
}
