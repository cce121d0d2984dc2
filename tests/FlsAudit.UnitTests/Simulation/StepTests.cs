namespace FlsAudit.UnitTests.Simulation;

internal sealed class StepTests
{
    [Test]
    public void A_deal_gives_exact_numbers()
    {
        var table = SmallScenario.Table(SmallScenario.Of("""{"field": "sex", "deal": {"female": 61, "male": 38, "": 1}}""", columns: ", \"sex\""));
        Assert.That(table.Count(cell => cell("sex") == "female"), Is.EqualTo(61));
        Assert.That(table.Count(cell => cell("sex") == "male"), Is.EqualTo(38));
        Assert.That(table.Count(cell => cell("sex").Length == 0), Is.EqualTo(100 - 61 - 38));
    }

    [TestCase(60, "more", TestName = "A_deck_with_too_few_cards_is_refused")]
    [TestCase(62, "fewer", TestName = "A_deck_with_cards_left_over_is_refused")]
    public void A_deck_must_come_out_even(int women, string comparison)
    {
        var error = SmallScenario.Error(SmallScenario.Of($$$"""{"field": "sex", "deal": {"female": {{{women}}}, "male": 39}}"""));
        Assert.That(error, Does.Contain($"deals {women + 39} values to 'sex'").And.Contain($"but {comparison} records ask for one"));
    }

    [Test]
    public void A_step_applies_where_all_of_its_conditions_hold()
    {
        var table = SmallScenario.Table(SmallScenario.Of(
            """
            {"field": "sex", "deal": {"female": 50, "male": 50}},
            {"field": "age_at_fracture", "number": {"quantiles": [[0, 50], [1, 99]]}},
            {"field": "residence", "when": {"sex": ["female"], "age_at_fracture": ["60..80"]}, "set": "care_home"}
            """,
            columns: ", \"sex\", \"age_at_fracture\", \"residence\""));
        Assert.That(
            table.Count(cell => (cell("residence") == "care_home") != (cell("sex") == "female" && int.Parse(cell("age_at_fracture")) is >= 60 and < 80)),
            Is.Zero);
        Assert.That(table.Count(cell => cell("residence") == "care_home"), Is.GreaterThan(0));
    }

    [Test]
    public void A_day_after_the_as_at_date_has_not_happened()
    {
        // Fractures of 2024, each seen 200 days later, data up to 2025-06-30: seen are those up to 2024-12-12 (2025-06-30 less 200 days).
        var table = SmallScenario.Table(SmallScenario.Of(
            """{"field": "assessment_date", "date": {"from": "fracture_date", "days": [[0, 200], [1, 200]]}}""", columns: ", \"assessment_date\"", records: 2000));
        Assert.That(
            table.Count(cell => (cell("assessment_date").Length > 0) != (string.CompareOrdinal(cell("fracture_date"), "2024-12-12") <= 0)), Is.Zero);
        Assert.That(table.Count(cell => cell("assessment_date").Length == 0), Is.GreaterThan(0));
    }

    [Test]
    public void Elapsed_waits_until_the_days_are_over()
    {
        var table = SmallScenario.Table(SmallScenario.Of(
            """{"field": "followup_52w", "elapsed": {"fracture_date": 200}, "set": "no"}""", columns: ", \"followup_52w\"", records: 2000));
        Assert.That(table.Count(cell => (cell("followup_52w") == "no") != (string.CompareOrdinal(cell("fracture_date"), "2024-12-12") <= 0)), Is.Zero);
    }

    [Test]
    public void A_number_may_be_another_one_and_a_number_more()
    {
        var table = SmallScenario.Table(SmallScenario.Of(
            """
            {"field": "age_at_fracture", "chance": 0.8, "number": {"quantiles": [[0, 50], [1, 99]]}},
            {"field": "age_at_year_end", "number": {"from": "age_at_fracture", "quantiles": [[0, 2], [1, 2]]}}
            """,
            columns: ", \"age_at_fracture\", \"age_at_year_end\""));
        Assert.That(table.Count(cell => cell("age_at_fracture").Length > 0 && int.Parse(cell("age_at_year_end")) != int.Parse(cell("age_at_fracture")) + 2), Is.Zero);
        Assert.That(table.Count(cell => cell("age_at_fracture").Length == 0 && cell("age_at_year_end").Length > 0), Is.Zero, "no age to start from");
        Assert.That(table.Count(cell => cell("age_at_fracture").Length == 0), Is.GreaterThan(0));
    }

    [Test]
    public void A_further_fracture_takes_over_the_patient_of_the_same_site_that_many_days_before()
    {
        var table = SmallScenario.Table(SmallScenario.Of(
            """
            {"field": "patient_id", "text": "{code}-{n}"},
            {"field": "sex", "choose": {"female": 1, "male": 1}},
            {"field": "t_score", "chance": 0.2, "again": {"days": [[0, 30], [1, 30]], "same": ["patient_id", "sex"]}}
            """,
            sites: """{"name": "A", "code": "AAA", "share": 1}, {"name": "B", "code": "BBB", "share": 1}""",
            columns: ", \"patient_id\", \"sex\", \"t_score\"",
            records: 2000));
        var patients = table.Rows.GroupBy(row => table[row, "patient_id"]).Where(rows => rows.Count() > 1).ToList();
        Assert.That(patients, Has.Count.GreaterThan(200), "about a fifth of 2,000 records come back");
        Assert.That(patients.Where(rows => rows.Select(row => (table[row, "site"], table[row, "sex"])).Distinct().Count() > 1), Is.Empty, "one site and one sex each");
        Assert.That(table.Count(cell => cell("t_score").Length > 0 && double.Parse(cell("t_score")) < 30), Is.Zero, "no record of the last 29 days is taken");
        Assert.That(
            patients.Where(rows => rows.Count() == 2 && Days(rows.First(), rows.Last()) != double.Parse(table[rows.Last(), "t_score"])), Is.Empty, "days since the earlier one");
        int Days(string[] first, string[] last) => DateOnly.Parse(table[last, "fracture_date"]).DayNumber - DateOnly.Parse(table[first, "fracture_date"]).DayNumber;
    }

    [Test]
    public void A_further_fracture_comes_only_after_a_record_of_the_kind_asked_for()
    {
        var table = SmallScenario.Table(SmallScenario.Of(
            """
            {"field": "patient_id", "text": "{n}"},
            {"field": "sex", "choose": {"female": 1, "male": 1}},
            {"let": "gap", "chance": 0.3, "again": {"days": [[0, 0], [1, 60]], "of": {"sex": ["male"]}, "same": ["patient_id", "sex"]}}
            """,
            columns: ", \"patient_id\", \"sex\"",
            records: 1000));
        var twice = table.Rows.GroupBy(row => table[row, "patient_id"]).Where(rows => rows.Count() > 1).ToList();
        Assert.That(twice, Is.Not.Empty);
        Assert.That(twice.Where(rows => rows.Any(row => table[row, "sex"] != "male")), Is.Empty);
    }

    [Test]
    public void A_site_effect_moves_from_its_first_to_its_last_quarter()
    {
        // Weights 1 : 1 x factor; factor 0 in the first quarter gives nobody, and in the fourth 1 : 9 gives about 90 %.
        var table = SmallScenario.Table(SmallScenario.Of(
            """{"field": "dxa", "choose": {"not_ordered": 1, "done": 1}, "effect": {"done": "dxa"}}""",
            sites: """{"name": "A", "share": 1, "effects": {"dxa": [0, 9]}}""",
            columns: ", \"dxa\"",
            records: 4000));
        int Done(string from, string to) => table.Count(cell => cell("dxa") == "done"
            && string.CompareOrdinal(cell("fracture_date"), from) >= 0 && string.CompareOrdinal(cell("fracture_date"), to) <= 0);
        Assert.That(Done("2024-01-01", "2024-03-31"), Is.Zero);
        Assert.That(Done("2024-10-01", "2024-12-31"), Is.InRange(850, 950), "about 90 % of the quarter's 1,000 records");
    }

    [Test]
    public void Sites_share_the_records_exactly()
    {
        // 100 records in the ratio 1 : 2 : 4 = 14.28, 28.57, 57.14: the one record left goes to the largest remainder, .57.
        var table = SmallScenario.Table(SmallScenario.Of("", sites: """{"name": "A", "share": 1}, {"name": "B", "share": 2}, {"name": "C", "share": 4}"""));
        Assert.That(
            new[] { "A", "B", "C" }.Select(site => table.Count(cell => cell("site") == site)),
            Is.EqualTo(new[] { 14, 29, 57 }));
    }

    [TestCase("""{"field": "sexe", "set": "female"}""", "'sexe', which is neither a field of the data dictionary nor a variable of the model; did you mean 'sex'?")]
    [TestCase("""{"field": "sex", "set": "femal"}""", "gives 'sex' the code 'femal', which it does not have; did you mean 'female'?")]
    [TestCase("""{"field": "sex", "set": "female", "clear": true}""", "do exactly one of choose, deal, set, date, number, text, again and clear")]
    [TestCase("""{"field": "sex", "number": {"quantiles": [[0, 1], [1, 2]]}}""", "uses 'sex' as if it were of type Number, but it is of type Code")]
    [TestCase("""{"field": "age_at_fracture", "number": {"quantiles": [[0, 9], [1, 2]]}}""", "quantiles of 'age_at_fracture' must be pairs")]
    [TestCase("""{"field": "sex", "choose": {"female": 0}}""", "weights of 'sex' must not be negative, and one must be above zero")]
    [TestCase("""{"field": "sex", "when": {"age_at_fracture": ["old"]}, "set": "female"}""", "a number is asked for as <75, >=75 or 50..75")]
    public void A_step_that_makes_no_sense_is_refused_with_a_sentence(string step, string sentence)
    {
        Assert.That(SmallScenario.Error(SmallScenario.Of(step)), Does.Contain(sentence));
    }

    [Test]
    public void An_effect_that_no_step_uses_is_refused()
    {
        var error = SmallScenario.Error(SmallScenario.Of("", sites: """{"name": "A", "share": 1, "effects": {"dxa": [2]}}"""));
        Assert.That(error, Does.StartWith("A site names the effect 'dxa', which no step uses"));
    }
}
