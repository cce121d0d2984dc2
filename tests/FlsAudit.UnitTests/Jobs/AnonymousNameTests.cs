using FlsAudit.Jobs;
using FlsAudit.Jobs.Anonymising;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Jobs;

public sealed class AnonymousNameTests
{
    // A to Z are 26, AA to ZZ 676 more; the letters that would be ALL, number 26 + 676 + 11 * 26 + 12 = 1,000, are left out.
    [TestCase(1, "A")]
    [TestCase(26, "Z")]
    [TestCase(27, "AA")]
    [TestCase(52, "AZ")]
    [TestCase(53, "BA")]
    [TestCase(702, "ZZ")]
    [TestCase(703, "AAA")]
    [TestCase(999, "ALK")]
    [TestCase(1000, "ALM")]
    public void Sites_get_letters_in_turn(int number, string letters) => Assert.That(SiteLetters.All.ElementAt(number - 1), Is.EqualTo(letters));

    [Test]
    public void No_letters_read_as_pooled_results() => Assert.That(SiteLetters.All.Take(2000).Where(SiteTable.IsReserved), Is.Empty);

    [TestCase("The alias 'St Mary' stands for two sites.", "The alias 'B' stands for two sites.")]
    [TestCase("'St Mary North' and 'St Mary', not St Marys", "'A' and 'B', not St Marys")]
    [TestCase("An export of 'export' again; export it.", "An export of 'C' again; export it.")]
    [TestCase("'N' is N.", "'D' is N.")]
    [TestCase("Replaced by q.zip/2.csv row 2.", "Replaced by file 1.zip/file 1.csv row 2.")]
    [TestCase("(a+b) is (a+b)c", "E is (a+b)c")]
    public void Names_in_sentences_of_findings_are_replaced_and_their_words_are_not(string text, string expected)
    {
        var names = new NameReplacement(anywhere: false);
        foreach (var (name, replacement) in new[] { ("St Mary North", "A"), ("St Mary", "B"), ("export", "C"), ("N", "D"), ("q.zip/2.csv", "file 1.zip/file 1.csv"), ("(a+b)", "E") })
            names.Add(name, replacement);

        Assert.That(names.In(text), Is.EqualTo(expected));
    }

    [TestCase("'AMBERFORD_flag' was not read.", "'A_flag' was not read.", Description = "an underscore is no letter")]
    [TestCase("'amberford2' and 'Amberfords'", "'A2' and 'Amberfords'")]
    [TestCase("Ward 12 is not 'Ward 1'", "Ward 12 is not 'B'", Description = "but a digit beside a digit goes on")]
    [TestCase("'North' and 'NORTH' are two sites", "'C' and 'D' are two sites")]
    [TestCase("The sheet is not 'sheet', nor 'sheet_b'", "The sheet is not 'E', nor 'E_b'", Description = "a name that is a word of the sentence")]
    [TestCase("dxa is not DXA", "dxa is not F")]
    public void In_headings_and_the_like_they_are_found_in_any_case(string text, string expected)
    {
        var names = new NameReplacement(anywhere: false);
        foreach (var (name, replacement) in new[] { ("Amberford", "A"), ("Ward 1", "B"), ("North", "C"), ("NORTH", "D"), ("sheet", "E"), ("DXA", "F") }) names.Add(name, replacement);

        Assert.That(names.In(text), Is.EqualTo(expected));
    }

    [Test]
    public void In_somebodys_own_words_a_name_is_found_in_any_case()
    {
        var names = new NameReplacement(anywhere: true);
        names.Add("westbrook", "A");

        Assert.That(names.In("Counted by WESTBROOK; Westbrook's coders."), Is.EqualTo("Counted by A; A's coders."));
    }

    [Test]
    public void What_stands_for_one_name_is_not_taken_for_another()
    {
        var names = new NameReplacement(anywhere: true);
        names.Add("Alpha", "Bravo");
        names.Add("Bravo", "Alpha");

        Assert.That(names.In("Alpha, Bravo"), Is.EqualTo("Bravo, Alpha"));
    }

    [Test]
    public void Where_a_person_sits_at_the_input_nobody_waits()
    {
        using var piped = new PipedInput(null);

        var stop = Assert.Throws<JobException>(() => CheckJob.Run(new InputOptions { Inputs = ["-"], Piped = piped }, null));

        Assert.That((stop.ExitCode, stop.Message), Is.EqualTo((ExitCode.Usage, "The input '-' is what another program pipes into this one, and nothing is piped; for example: unzip -p exports.zip north.csv | flsaudit check -")));
    }

    [Test]
    public void Piped_input_is_opened_once_and_only_when_it_is_asked_for()
    {
        var opened = 0;
        using (var piped = new PipedInput(() =>
        {
            opened++;
            return new MemoryStream("record_id,site,fracture_date\n1,A,2025-01-01\n"u8.ToArray());
        }))
        {
            Assert.That(opened, Is.Zero);
            var input = new InputOptions { Inputs = ["-"], Piped = piped };
            CheckJob.Run(input, null);
            CheckJob.Run(input, null);
        }

        Assert.That(opened, Is.EqualTo(1));
    }
}
