using static FlsAudit.UnitTests.Specifications.Language;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>
/// From conditions to one outcome: population, then exclusions, then the due day, then the numerator. A later clause is not looked at once the answer is known.
/// </summary>
public sealed class JudgementSpecification
{
    [Test]
    public void Population_comes_first_and_a_record_that_does_not_say_is_unknown() => Judges(
        """
        population: age_at_fracture >= 50
        exclude: [{reason: refused, when: treatment = declined}]
        numerator: fracture_side = left
        due: 90 days after fracture_date
        """,
        """
        age_at_fracture | treatment | fracture_date | fracture_side | expect            | why
        50              |           | 2025-01-01    | left          | met               |
        49              |           | 2025-01-01    | left          | not in population |
                        |           | 2025-01-01    | left          | unknown           | age missing: not known whether it belongs
        49              | declined  | 2025-12-31    |               | not in population | neither the refusal nor the open window is looked at
                        | declined  | 2025-12-31    |               | unknown           | an exclusion does not settle whether it belongs
        """);

    [Test]
    public void An_exclusion_excludes_only_when_it_is_true() => Judges(
        """
        exclude: [{reason: refused, when: treatment = declined}]
        numerator: fracture_side = left
        """,
        """
        treatment   | fracture_side | expect   | why
        declined    | left          | excluded | although the numerator holds
        declined    |               | excluded | although the numerator is unknown
        recommended | left          | met      |
                    | left          | met      | unknown: kept
        not_known   | right         | not met  | unknown: kept
        """);

    [Test]
    public void An_unknown_exclusion_does_not_keep_a_later_one_from_excluding() => Judges(
        """
        exclude:
          - {reason: refused, when: treatment = declined}
          - {reason: skull, when: fracture_site = skull}
        numerator: fracture_side = left
        """,
        """
        treatment   | fracture_site | fracture_side | expect
                    | skull         | left          | excluded
        declined    |               | left          | excluded
                    |               | left          | met
        recommended | hip           | left          | met
        """);

    [Test]
    public void A_record_is_due_from_the_last_day_of_its_window() => Judges(
        """
        numerator: assessment_date within 90 days of fracture_date
        due: 90 days after fracture_date
        """,
        """
        fracture_date | assessment_date | as_at      | expect  | why
        2025-01-01    | 2025-01-10      | 2025-03-31 | not due | day 89, although it is already met
        2025-01-01    | 2025-01-10      | 2025-04-01 | met     | day 90 is the last day of the window
        2025-01-01    | 2025-01-10      | 2025-04-02 | met     |
        2025-01-01    |                 | 2025-03-31 | not due | it may still come
        2025-01-01    |                 | 2025-04-01 | unknown | the window is over, and nothing is recorded
        2025-01-01    | 2025-04-02      | 2025-04-01 | not met | planned for a day after the window
        2025-06-01    | 2025-06-02      | 2025-04-01 | not due | a fracture after the as-at date
                      | 2025-01-10      | 2025-03-31 | unknown | without a start there is nothing to wait for, and no window to be in
        """);

    [Test]
    public void Excluded_comes_before_not_due_and_not_due_before_the_numerator() => Judges(
        """
        exclude: [{reason: refused, when: treatment = declined}]
        numerator: fracture_side = left
        due: 1 week after fracture_date
        """,
        """
        fracture_date | treatment | fracture_side | as_at      | expect
        2025-01-01    | declined  | left          | 2025-01-02 | excluded
        2025-01-01    |           | left          | 2025-01-07 | not due
        2025-01-01    |           | left          | 2025-01-08 | met
                      |           | left          | 2025-01-02 | met
        """);

    [Test]
    public void A_recorded_negative_decides_where_a_blank_does_not() => Judges(
        "numerator: treatment = recommended and assessment_date within 90 days of fracture_date",
        """
        fracture_date | treatment   | assessment_date | expect
        2025-01-01    | recommended | 2025-02-01      | met
        2025-01-01    | declined    |                 | not met
        2025-01-01    | recommended |                 | unknown
        2025-01-01    |             |                 | unknown
        2025-01-01    | recommended | 2025-12-01      | not met
        2025-01-01    |             | 2025-12-01      | not met
        """);

    [Test]
    public void A_duration_is_met_from_0_days_to_its_window_and_longer_is_not_met() => Judges(
        """
        kind: duration
        gap: days(fracture_date, assessment_date)
        due: 30 days after fracture_date
        """,
        """
        fracture_date | assessment_date | as_at      | expect  | gap | why
        2025-01-01    | 2025-01-01      | 2025-12-31 | met     | 0   |
        2025-01-01    | 2025-01-31      | 2025-12-31 | met     | 30  | the last day of the window
        2025-01-01    | 2025-02-01      | 2025-12-31 | not met |     | 31 days
        2025-01-01    | 2024-12-31      | 2025-12-31 | unknown |     | a negative gap is a date error
        2025-01-01    |                 | 2025-12-31 | unknown |     |
                      | 2025-01-31      | 2025-12-31 | unknown |     |
        2025-01-01    | 2025-01-05      | 2025-01-30 | not due |     | short gaps come first: they must wait for the long ones
        2025-01-01    | 2025-01-05      | 2025-01-31 | met     | 4   |
        2025-01-01    | 2025-02-01      | 2025-01-31 | unknown |     | an assessment after the as-at date has not happened
        """);

    [Test]
    public void A_part_narrows_the_population_to_the_records_that_it_is_about() => Judges(
        """
        kind: completeness
        population: age_at_fracture >= 50
        parts:
          - {name: visit, known: assessment_date, when: treatment = recommended, due: 30 days after fracture_date}
        """,
        "visit",
        """
        age_at_fracture | treatment   | fracture_date | assessment_date | as_at      | expect
        72              | recommended | 2025-01-01    | 2025-02-10      | 2025-12-31 | met
        72              | recommended | 2025-01-01    |                 | 2025-12-31 | not met
        72              | declined    | 2025-01-01    |                 | 2025-12-31 | not in population
        72              |             | 2025-01-01    |                 | 2025-12-31 | unknown
        49              |             | 2025-01-01    |                 | 2025-12-31 | not in population
                        | declined    | 2025-01-01    |                 | 2025-12-31 | not in population
        72              | recommended | 2025-01-01    |                 | 2025-01-30 | not due
        """);

    [Test]
    public void Looked_at_for_being_there_a_blank_is_not_met_and_so_is_not_known() => Judges(
        """
        kind: completeness
        parts:
          - {name: decision, known: treatment}
        """,
        "decision",
        """
        treatment | expect
        declined  | met
        not_known | not met
                  | not met
        """);

    [Test]
    public void A_ratio_without_numerator_counts_its_population() => Judges(
        """
        kind: ratio
        population: age_at_fracture >= 50
        exclude: [{reason: skull, when: fracture_site = skull}]
        caseload: all
        """,
        """
        age_at_fracture | fracture_site | expect
        50              | hip           | met
        50              |               | met
        50              | skull         | excluded
        49              | hip           | not in population
                        | hip           | unknown
        """);

    [Test]
    public void A_group_of_a_ratio_counts_the_records_of_its_caseload() => Judges(
        """
        kind: ratio
        population: age_at_fracture >= 50
        caseload: all
        parts:
          - {name: hip, label: Hip, when: fracture_site = hip, caseload: hip}
        """,
        "hip",
        """
        age_at_fracture | fracture_site | expect
        50              | hip           | met
        50              | wrist         | not in population
        50              |               | unknown
        49              |               | not in population
        """);

    [Test]
    public void Every_step_of_a_cascade_waits_for_the_due_day_of_the_measure() => Judges(
        """
        kind: cascade
        due: 52 weeks after fracture_date
        parts:
          - {name: seen, label: Seen, numerator: assessment_date is known}
          - {name: treated, label: Treated, numerator: assessment_date is known and treatment = recommended}
        """,
        "seen",
        """
        fracture_date | assessment_date | as_at      | expect
        2024-01-01    | 2024-02-01      | 2024-12-29 | not due
        2024-01-01    | 2024-02-01      | 2024-12-30 | met
        2024-01-01    |                 | 2024-12-30 | not met
        """);
}
