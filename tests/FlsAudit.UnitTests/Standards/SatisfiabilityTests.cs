using FlsAudit.Measures.Reference;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.Standards.Checking;
using FlsAudit.Testing;

namespace FlsAudit.UnitTests.Standards;

/// <summary>The search for a record that fulfils conditions, held against records that do.</summary>
public sealed class SatisfiabilityTests
{
    private const int Conditions = 400;
    private const int RecordsEach = 200;

    [Test]
    public void What_holds_for_some_generated_record_can_hold()
    {
        var possible = 0;
        var impossible = 0;
        for (var seed = 1; seed <= Conditions; seed++)
        {
            var random = new RandomDefinitions(TestDictionary.Small, seed);
            var condition = DefinitionText.Condition(random.Condition(), TestDictionary.Small);
            var engine = new ReferenceEngine(random.Day());
            var holds = Enumerable.Range(0, RecordsEach).Any(_ => engine.Evaluate(condition, Record.Of(TestDictionary.Small, random.Values())) == Truth.True);
            var canHold = Satisfiability.CanHold([condition], new SearchBudget());

            Assert.That(canHold || !holds, $"seed {seed}: {condition.Text}");
            if (holds) possible++;
            if (!canHold) impossible++;
        }

        Assert.That(possible, Is.GreaterThan(100));
        Assert.That(impossible, Is.Positive, "some generated conditions contradict themselves");
    }

    [Test]
    public void What_holds_for_an_empty_record_is_found_without_one()
    {
        for (var seed = 1; seed <= Conditions; seed++)
        {
            var condition = DefinitionText.Condition(new RandomDefinitions(TestDictionary.Small, seed).Condition(), TestDictionary.Small);
            var empty = Record.Of(TestDictionary.Small, new Dictionary<string, string>());

            Assert.That(Satisfiability.HoldsForEmptyRecord(condition), Is.EqualTo(new ReferenceEngine(RandomDefinitions.FirstDay).Evaluate(condition, empty) == Truth.True), condition.Text);
        }
    }

    [TestCase("death_date within 10 days of fracture_date and not (death_date within 20 days of fracture_date)", false)]
    [TestCase("death_date within 20 days of fracture_date and not (death_date within 10 days of fracture_date)", true)]
    [TestCase("not (death_date within 10 days of fracture_date) and days(fracture_date, death_date) <= 10", false)]
    [TestCase("not (death_date within 10 days of fracture_date) and death_date is missing", true, Description = "a day after the as-at date is missing, and the window was not kept")]
    [TestCase("fracture_date is missing and death_date within 10 days of fracture_date", false)]
    [TestCase("days(fracture_date, assessment_date) = 3 and days(assessment_date, death_date) = 4 and days(fracture_date, death_date) = 7", true)]
    [TestCase("days(fracture_date, assessment_date) = 3 and days(assessment_date, death_date) = 4 and days(fracture_date, death_date) = 8", false)]
    [TestCase("days(fracture_date, assessment_date) = 2.5", false)]
    [TestCase("age_at_fracture > 49 and age_at_fracture < 50", true, Description = "an age need not be whole")]
    [TestCase("age_at_fracture >= 50 and age_at_fracture <= 50 and age_at_fracture != 50", false)]
    [TestCase("fracture_site not in (hip, spine, wrist, skull) and fracture_site is known", false)]
    [TestCase("fracture_site is missing and fracture_site != hip", false, Description = "a comparison with a blank is unknown, never true")]
    [TestCase("death_date is after as_at and death_date is known", false, Description = "what is known has happened")]
    [TestCase("death_date is after as_at and death_date < fracture_date", false, Description = "a comparison with what has not happened is unknown")]
    [TestCase("death_date is after as_at and fracture_date is after as_at", true)]
    [TestCase("not (death_date is after as_at) and death_date is missing", false, Description = "of a blank it is unknown")]
    [TestCase("death_date is after as_at and death_date within 10 days of fracture_date", false)]
    public void Contradictions_are_found_across_tests(string condition, bool canHold) =>
        Assert.That(Satisfiability.CanHold([DefinitionText.Condition(condition, TestDictionary.Small)], new SearchBudget()), Is.EqualTo(canHold));
}
