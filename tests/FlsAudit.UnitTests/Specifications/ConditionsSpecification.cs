using static FlsAudit.UnitTests.Specifications.Language;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>What a condition says of a record: true, false, or unknown where the record does not say.</summary>
public sealed class ConditionsSpecification
{
    [Test]
    public void And_is_false_when_either_is_false_and_unknown_when_nothing_is_false_but_something_missing() => Evaluates(
        "treatment = recommended and fracture_side = left",
        """
        treatment   | fracture_side | expect
        recommended | left          | true
        recommended | right         | false
        recommended |               | unknown
        declined    | left          | false
        declined    | right         | false
        declined    |               | false
                    | left          | unknown
                    | right         | false
                    |               | unknown
        """);

    [Test]
    public void Or_is_true_when_either_is_true_and_unknown_when_nothing_is_true_but_something_missing() => Evaluates(
        "treatment = recommended or fracture_side = left",
        """
        treatment   | fracture_side | expect
        recommended | left          | true
        recommended | right         | true
        recommended |               | true
        declined    | left          | true
        declined    | right         | false
        declined    |               | unknown
                    | left          | true
                    | right         | unknown
                    |               | unknown
        """);

    [Test]
    public void Not_turns_true_and_false_round_and_leaves_unknown() => Evaluates(
        "not treatment = recommended",
        """
        treatment   | expect
        recommended | false
        declined    | true
        not_known   | unknown
                    | unknown
        """);

    [Test]
    public void Both_a_thing_and_its_opposite_are_unknown_of_a_blank() => Evaluates(
        "treatment = recommended or treatment != recommended",
        """
        treatment   | expect
        recommended | true
        declined    | true
                    | unknown
        """);

    [Test]
    public void Not_known_is_compared_as_if_it_were_blank() => Evaluates(
        "treatment in (declined, inappropriate)",
        """
        treatment     | expect  | why
        declined      | true    |
        inappropriate | true    |
        recommended   | false   |
        not_known     | unknown | somebody looked and could not tell
                      | unknown |
        """);

    [Test]
    public void Not_in_is_unknown_of_a_blank_too() => Evaluates(
        "fracture_site not in (skull, wrist)",
        """
        fracture_site | expect
        hip           | true
        skull         | false
        not_known     | unknown
                      | unknown
        """);

    [Test]
    public void A_blank_and_not_known_are_both_missing_and_nothing_else_is() => Evaluates(
        "treatment is missing",
        """
        treatment   | expect
                    | true
        not_known   | true
        recommended | false
        """);

    [Test]
    public void Known_and_missing_are_never_unknown() => Evaluates(
        "treatment is known and age_at_fracture is known and assessment_date is known",
        """
        treatment | age_at_fracture | assessment_date | expect
        declined  | 72              | 2025-05-01      | true
        not_known | 72              | 2025-05-01      | false
                  | 72              | 2025-05-01      | false
        declined  |                 | 2025-05-01      | false
        declined  | 72              |                 | false
        """);

    [TestCase("age_at_fracture = 50", "false", "true", "false")]
    [TestCase("age_at_fracture != 50", "true", "false", "true")]
    [TestCase("age_at_fracture < 50", "true", "false", "false")]
    [TestCase("age_at_fracture <= 50", "true", "true", "false")]
    [TestCase("age_at_fracture > 50", "false", "false", "true")]
    [TestCase("age_at_fracture >= 50", "false", "true", "true")]
    public void A_number_is_compared_exactly(string condition, string below, string equal, string above) => Evaluates(
        condition,
        $"""
        age_at_fracture | expect
        49              | {below}
        49.999          | {below}
        50              | {equal}
        50.0            | {equal}
        51              | {above}
                        | unknown
        """);

    [TestCase("assessment_date = fracture_date", "false", "true", "false")]
    [TestCase("assessment_date != fracture_date", "true", "false", "true")]
    [TestCase("assessment_date < fracture_date", "true", "false", "false")]
    [TestCase("assessment_date <= fracture_date", "true", "true", "false")]
    [TestCase("assessment_date > fracture_date", "false", "false", "true")]
    [TestCase("assessment_date >= fracture_date", "false", "true", "true")]
    public void Dates_are_compared_by_day(string condition, string before, string same, string after) => Evaluates(
        condition,
        $"""
        fracture_date | assessment_date | expect
        2025-03-01    | 2025-02-28      | {before}
        2025-03-01    | 2025-03-01      | {same}
        2025-03-01    | 2025-03-02      | {after}
        2025-03-01    |                 | unknown
                      | 2025-03-01      | unknown
        """);

    [Test]
    public void Days_are_counted_from_the_first_date_to_the_second_and_may_be_negative() => Evaluates(
        "days(fracture_date, assessment_date) >= -2",
        """
        fracture_date | assessment_date | expect  | why
        2024-02-28    | 2024-03-01      | true    | 2 days, in a leap year
        2025-03-01    | 2025-02-27      | true    | -2 days
        2025-03-01    | 2025-02-26      | false   | -3 days
        2025-03-01    |                 | unknown |
                      | 2025-03-01      | unknown |
        """);

    [Test]
    public void A_window_includes_both_its_ends_and_a_date_before_it_is_an_error_and_not_an_answer() => Evaluates(
        "assessment_date within 90 days of fracture_date",
        """
        fracture_date | assessment_date | expect  | why
        2025-01-01    | 2025-01-01      | true    | day 0
        2025-01-01    | 2025-04-01      | true    | day 90: 31 + 28 + 31
        2025-01-01    | 2025-04-02      | false   | day 91
        2025-01-01    | 2024-12-31      | unknown | day -1
        2025-01-01    | 2020-01-01      | unknown | years before
        2025-01-01    |                 | unknown |
                      | 2025-01-01      | unknown |
                      |                 | unknown |
        """);

    [Test]
    public void A_window_of_0_days_is_the_day_itself() => Evaluates(
        "assessment_date within 0 days of fracture_date",
        """
        fracture_date | assessment_date | expect
        2025-01-01    | 2025-01-01      | true
        2025-01-01    | 2025-01-02      | false
        2025-01-01    | 2024-12-31      | unknown
        """);

    [Test]
    public void A_window_in_weeks_is_seven_times_as_many_days() => Evaluates(
        "assessment_date within 2 weeks of fracture_date",
        """
        fracture_date | assessment_date | expect
        2025-01-01    | 2025-01-15      | true
        2025-01-01    | 2025-01-16      | false
        """);

    [Test]
    public void A_date_after_the_as_at_date_has_not_happened_and_so_is_not_known() => Evaluates(
        "assessment_date is known",
        """
        assessment_date | as_at      | expect | why
        2025-06-30      | 2025-06-30 | true   | on the day itself it has happened
        2025-07-01      | 2025-06-30 | false  |
        """);

    [Test]
    public void Only_is_after_as_at_sees_a_date_after_the_as_at_date() => Evaluates(
        "assessment_date is after as_at",
        """
        assessment_date | as_at      | expect  | why
        2025-06-30      | 2025-06-30 | false   | on the day itself it has happened
        2025-07-01      | 2025-06-30 | true    | a day too late
                        | 2025-06-30 | unknown | nothing recorded
        """);

    [Test]
    public void A_date_after_the_as_at_date_is_not_within_any_window_even_if_it_would_come_in_time() => Evaluates(
        "assessment_date within 90 days of fracture_date",
        """
        fracture_date | assessment_date | as_at      | expect  | why
        2025-06-01    | 2025-06-30      | 2025-06-30 | true    |
        2025-06-01    | 2025-07-01      | 2025-06-30 | false   | planned for tomorrow: it may still be missed
        2025-07-01    | 2025-07-02      | 2025-06-30 | unknown | the window starts at a day that has not come
                      | 2025-07-02      | 2025-06-30 | unknown | no window at all
        """);

    [TestCase("assessment_date > fracture_date")]
    [TestCase("assessment_date <= fracture_date")]
    [TestCase("days(fracture_date, assessment_date) > 0")]
    public void Any_other_comparison_with_a_date_after_the_as_at_date_is_unknown(string condition) => Evaluates(
        condition,
        """
        fracture_date | assessment_date | as_at      | expect
        2025-06-01    | 2025-07-01      | 2025-06-30 | unknown
        2025-07-01    | 2025-06-01      | 2025-06-30 | unknown
        2025-07-01    | 2025-07-01      | 2025-06-30 | unknown
        """);

    [Test]
    public void On_or_after_has_no_end_and_a_date_before_is_an_error_never_a_pass() => Evaluates("assessment_date on or after fracture_date", """
        fracture_date | assessment_date | expect  | why
        2025-01-10    | 2025-01-10      | true    | the same day
        2025-01-10    | 2025-12-31      | true    | however long after
        2025-01-10    | 2025-01-09      | unknown | the day before
        2025-01-10    | 2026-01-01      | false   | after the as-at date it has not happened
        2025-01-10    |                 | unknown | nothing recorded
                      | 2025-01-10      | unknown | nothing to compare with
        """);
}
