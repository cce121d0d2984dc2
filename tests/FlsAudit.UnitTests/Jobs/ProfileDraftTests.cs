using FlsAudit.Import;
using FlsAudit.Jobs.Drafting;
using FlsAudit.Model;
using FlsAudit.Standards;
using FlsAudit.UnitTests.Import;

namespace FlsAudit.UnitTests.Jobs;

/// <summary>A profile drafted for a layout that nobody knows: what is guessed, what is left out, and that it can be used as it is.</summary>
public sealed class ProfileDraftTests
{
    private static readonly RegistryProfile[] Known = [SmallProfiles.British, SmallProfiles.French];

    [TestCase("6.02 Dateof16WeekAss", "dateof 16 week ass", Description = "the number of a question says nothing, that of a visit does")]
    [TestCase("1.06 DateFLSContact", "date flscontact")]
    [TestCase("Date de l'évaluation", "date levaluation")]
    [TestCase("fracture_date", "fracture date")]
    [TestCase("FollowUp12_16", "follow up 12 16")]
    [TestCase("of the", "of the", Description = "filler words stay where there is nothing else")]
    public void Headings_are_broken_into_words(string heading, string words) =>
        Assert.That(string.Join(' ', Wording.Words(heading)), Is.EqualTo(words));

    [TestCase("DXA", "dxa")]
    [TestCase("dxa done?", "dxa")]
    [TestCase("Fracture date", "fracture_date")]
    [TestCase("Date of the assessment", "assessment_date")]
    [TestCase("Bone therapy", "treatment, drug", Description = "one column of a known profile that feeds two fields")]
    [TestCase("Post code", "", Description = "a known profile has it and does not read it")]
    [TestCase("Date of birth", "", Description = "to be a date as well is no likeness")]
    [TestCase("Shoe size", "")]
    public void A_heading_is_guessed_by_the_names_of_fields_and_the_headings_of_known_profiles(string heading, string fields) =>
        Assert.That(string.Join(", ", Draft([Column(heading)]).Columns[0].Fields), Is.EqualTo(fields));

    // Of a heading of one word that is the beginning of a known one: 4 of its 9 letters, and 6.
    [TestCase("Trea", "")]
    [TestCase("Treatm", "treatment")]
    public void The_beginning_of_a_word_is_less_than_the_word(string heading, string fields)
    {
        var column = Draft([Column(heading)]).Columns[0];

        Assert.That(string.Join(", ", column.Fields), Is.EqualTo(fields));
        Assert.That(column.Score, Is.EqualTo(fields.Length > 0 ? 6.0 / 9 : 0).Within(1e-9));
    }

    [Test]
    public void A_column_must_hold_what_its_field_takes()
    {
        var texts = Column("Fracture date") with { Filled = 10, Dates = new DateEvidence(0, 0, 4, 0, 0, 0, 6) };
        var dates = texts with { Dates = new DateEvidence(0, 0, 5, 0, 0, 0, 5) };
        var free = Column("DXA") with { Filled = 200, IsFreeText = true };

        Assert.That(Draft([texts]).Columns[0].Fields, Is.Empty);
        Assert.That(Draft([dates]).Columns[0].Fields, Is.EqualTo((string[])["fracture_date"]));
        Assert.That(Draft([free]).Columns[0].Fields, Is.Empty);
    }

    [Test]
    public void A_field_is_guessed_once_for_the_heading_that_is_most_alike()
    {
        var columns = Draft([Column("DXA result of scan"), Column("DXA")]).Columns;

        Assert.That(columns.Select(column => string.Join(", ", column.Fields)), Is.EqualTo((string[])["", "dxa"]));
    }

    [Test]
    public void Visits_at_other_weeks_are_not_alike_however_alike_the_rest_is()
    {
        RegistryProfile visits = SmallProfiles.Plain with { Columns = [new ProfileColumn(["Date of 16 week visit"], [SmallProfiles.Map("assessment_date")])] };

        Assert.That(new ProfileDraft(Sketch([Column("Date of 52 week visit")]), SmallProfiles.Dictionary, [visits]).Columns[0].Fields, Is.Empty);
        Assert.That(new ProfileDraft(Sketch([Column("Date of 16 week visit")]), SmallProfiles.Dictionary, [visits]).Columns[0].Fields, Is.EqualTo((string[])["assessment_date"]));
    }

    [Test]
    public void Option_texts_are_listed_with_the_code_that_is_guessed_and_for_who_may_see_values_the_others_as_a_comment()
    {
        var column = Column("3.01 DXA") with { Filled = 30, Shared = [new SharedText("Yes", 10), new SharedText("Nope", 8), new SharedText("Dont know", 7), new SharedText("Purple", 5), new SharedText("", 5)] };

        var shut = Draft([column]).ToString();
        var open = new ProfileDraft(Sketch([column]), SmallProfiles.Dictionary, Known, showValues: true).ToString();

        Assert.That(shut, Does.Contain("\"Yes\": yes # guessed").And.Contain("\"Dont know\": not_known # guessed"));
        Assert.That(shut, Does.Contain("# 2 more texts are not shown; --show-values writes them.").And.Not.Contain("Purple").And.Not.Contain("Nope"));
        Assert.That(open, Does.Contain("# \"Purple\": one of yes, no, not_known").And.Contain("# \"Nope\": one of"));
    }

    // 943 476 5919 has a check digit that is right; the telephone number is of the range that Ofcom keeps for drama.
    [TestCase("943 476 5919", false)]
    [TestCase("jane@doe.org", false)]
    [TestCase("07700 900123", false)]
    [TestCase("12/05/1941", false)]
    [TestCase("SW1A 1AA", false)]
    [TestCase("Mrs Wintergreen", true, Description = "a name is words as an option is: no program tells them apart")]
    public void What_may_be_a_patients_is_not_written_however_many_rows_share_it(string text, bool isWrittenWhenAsked)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "When,DXA\n" + string.Concat(Enumerable.Repeat("2025-01-01,Yes\n", 30)) + string.Concat(Enumerable.Repeat($"2025-01-01,{text}\n", 6)));
        var sketch = new Importer().Sketch(folder.Request())!;

        Assert.That(new ProfileDraft(sketch, SmallProfiles.Dictionary, Known).ToString(), Does.Contain("\"Yes\": yes").And.Not.Contain(text));
        Assert.That(new ProfileDraft(sketch, SmallProfiles.Dictionary, Known, showValues: true).ToString().Contains(text, StringComparison.Ordinal), Is.EqualTo(isWrittenWhenAsked));
    }

    [TestCase("DXA", "0207 946 0000", Description = "half of the cells and more are telephone numbers")]
    [TestCase("DXA surname", "Yes")]
    public void A_column_that_says_who_patients_are_is_not_read(string heading, string text)
    {
        using var folder = new ImportCase { Identifiers = [new IdentifierHeadings(IdentifierKind.Name, [], ["surname"])] };
        folder.Write("a.csv", $"When,{heading}\n" + string.Concat(Enumerable.Repeat($"2025-01-01,{text}\n", 6)));

        var draft = new ProfileDraft(new Importer().Sketch(folder.Request())!, SmallProfiles.Dictionary, Known);

        Assert.That(draft.Columns[1].Fields, Is.Empty);
        Assert.That(Read(draft).IgnoredHeadings, Is.EqualTo((string[])[heading]));
        Assert.That(draft.ToString(), Does.Not.Contain(text));
    }

    [Test]
    public void A_draft_is_not_called_after_its_file()
    {
        var text = Draft([Column("DXA")]).ToString();

        Assert.That(text, Does.Match("\nname: draft-[0-9a-f]{6}\n").And.Not.Contain("export 2025").And.Not.Contain("ber uns"));
        Assert.That(Read(Draft([Column("DXA")])).Name, Is.EqualTo(Read(Draft([Column("dxa")])).Name).And.Not.EqualTo(Read(Draft([Column("DXA"), Column("Age")])).Name));
    }

    [Test]
    public void Texts_of_the_shared_lists_of_known_profiles_are_read_by_the_lists()
    {
        CodeList list = new("drug-words", "Drugs", "drug", [Entry("Fosamax", "alendronate"), Entry("Prolia", "denosumab")]), one = list.AllMeaning("treatment", "recommended");
        RegistryProfile listing = SmallProfiles.Plain with
        {
            Columns = [new ProfileColumn(["Drug"], [SmallProfiles.Map("drug") with { Lists = [list] }]), new ProfileColumn(["AOM advised"], [SmallProfiles.Map("treatment") with { Lists = [one] }])],
        };
        var texts = new[] { new SharedText("FOSAMAX", 9), new SharedText("prolia", 8), new SharedText("Quarzol", 7) };

        var drug = new ProfileDraft(Sketch([Column("Drug") with { Filled = 24, Shared = texts }]), SmallProfiles.Dictionary, [listing]).ToString();
        var advised = new ProfileDraft(Sketch([Column("AOM advised")]), SmallProfiles.Dictionary, [listing]).ToString();

        Assert.That(drug, Does.Contain("        lists: [drug-words] # guessed\n").And.Contain("# 1 more text is not shown").And.Not.Contain("FOSAMAX").And.Not.Contain("Quarzol"));
        Assert.That(advised, Does.Contain("        lists: {drug-words: recommended} # guessed\n"));
    }

    [TestCase(4, false)]
    [TestCase(5, true)]
    public void A_text_that_fewer_than_five_rows_share_is_never_written(int rows, bool isWritten)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "When,DXA\n" + string.Concat(Enumerable.Repeat("2025-01-01,Yes\n", 9)) + string.Concat(Enumerable.Repeat("2025-01-01,Mrs Baker\n", rows)));

        var sketch = new Importer().Sketch(folder.Request())!;

        Assert.That(new ProfileDraft(sketch, SmallProfiles.Dictionary, Known, showValues: true).ToString().Contains("Mrs Baker", StringComparison.Ordinal), Is.EqualTo(isWritten));
    }

    [TestCase(100, true)]
    [TestCase(101, false)]
    public void A_column_with_more_different_texts_than_a_list_of_options_is_free_text_of_which_nothing_is_written(int texts, bool isListed)
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "When,DXA\n" + string.Concat(Enumerable.Range(1, texts).SelectMany(n => Enumerable.Repeat($"2025-01-01,text {n}\n", 5))));

        var column = new Importer().Sketch(folder.Request())!.Columns[1];

        Assert.That((column.Shared.Count > 0, column.IsFreeText), Is.EqualTo((isListed, !isListed)));
    }

    [Test]
    public void A_sketch_does_not_depend_on_how_many_threads_read_the_file()
    {
        using var folder = new ImportCase();
        folder.Write("a.csv", "When,DXA,Score\n" + string.Concat(Enumerable.Range(1, 5000).Select(n => $"{(n % 28) + 1:00}/0{(n % 9) + 1}/2025,text {n % 90},-2.{n % 10}\n")));

        string Drafted(int workers)
        {
            folder.Workers = workers;
            return new ProfileDraft(new Importer().Sketch(folder.Request())!, SmallProfiles.Dictionary, Known).ToString();
        }

        Assert.That(Drafted(2), Is.EqualTo(Drafted(1)));
    }

    [TestCase(5, 0, 9, "day-first")]
    [TestCase(0, 5, 9, "month-first")]
    [TestCase(4, 0, 9, "from-data")]
    [TestCase(5, 1, 9, "from-data")]
    [TestCase(0, 0, 9, "from-data")]
    [TestCase(0, 0, 0, "iso")]
    public void The_order_of_dates_is_written_where_the_dates_show_it_and_left_to_the_data_elsewhere(int first, int second, int either, string order)
    {
        var column = Column("Fracture date") with { Filled = 20, Dates = new DateEvidence(20 - first - second - either, 0, first, second, either, 0, 0) };

        Assert.That(Read(Draft([column])).DateOrder.ToString(), Is.EqualTo(order switch { "day-first" => "DayFirst", "month-first" => "MonthFirst", "iso" => "Iso", _ => "FromData" }));
    }

    [Test]
    public void A_workbook_with_its_own_dates_only_says_nothing_of_the_order_in_a_text_file()
    {
        var column = Column("Fracture date") with { Filled = 20, Dates = new DateEvidence(0, 20, 0, 0, 0, 0, 0) };

        Assert.That(Read(Draft([column])).DateOrder, Is.EqualTo(DateOrder.FromData));
    }

    [Test]
    public void Separator_decimal_mark_and_encoding_are_those_of_the_file()
    {
        using var folder = new ImportCase { Profiles = [SmallProfiles.Plain] };
        folder.Write("a.csv", "Datum;T-score;Höhe\n2025-01-01;-2,5;groß\n", System.Text.Encoding.Latin1);

        var profile = Read(new ProfileDraft(new Importer().Sketch(folder.Request())!, SmallProfiles.Dictionary, Known));

        Assert.That((profile.Separator, profile.DecimalMark, profile.Encoding), Is.EqualTo((';', ',', "windows-1252")));
    }

    [TestCase("\"quoted\" \\ heading: # {a} [b] *c & d")]
    [TestCase("- heading")]
    [TestCase("tab\there and\na line")]
    [TestCase("null")]
    [TestCase("=1+1")]
    [TestCase("\u2028odd\u0085marks\u200B")]
    public void Whatever_a_heading_or_text_holds_the_file_can_be_read(string text)
    {
        var read = Read(Draft([Column(text), Column("DXA " + text), Column("DXA") with { Filled = 9, Shared = [new SharedText(text, 9), new SharedText("Yes", 9)] }]));

        Assert.That(read.Columns.SelectMany(column => column.Headings), Does.Contain("DXA"));
    }

    [Test]
    public void A_file_without_any_heading_that_can_be_guessed_makes_a_profile_all_the_same() =>
        Assert.That(Read(Draft([Column("Schuhgröße"), Column("Schuhgröße"), Column("")])).Columns, Is.Empty);

    [Test]
    public void A_heading_that_stands_twice_is_named_once() =>
        Assert.That(Read(Draft([Column("DXA"), Column("dxa")])).Columns.Count, Is.EqualTo(1));

    private static ProfileDraft Draft(IReadOnlyList<ColumnSketch> columns) => new(Sketch(columns), SmallProfiles.Dictionary, Known);

    private static RegistryProfile Read(ProfileDraft draft)
    {
        using var folder = new ExportFolder();
        File.WriteAllText(folder.At("draft.yaml"), draft.ToString());
        return DefinitionText.Profile(folder.At("draft.yaml"), SmallProfiles.Dictionary);
    }

    private static CodeListEntry Entry(string text, string code) => new(text, code, new Provenance("made up for the tests", ProvenanceStatus.Verified));

    private static ExportSketch Sketch(IReadOnlyList<ColumnSketch> columns) => new("Über uns/export 2025.csv", 1, false, ',', true, columns);

    private static ColumnSketch Column(string heading) => new(heading, 0, new DateEvidence(0, 0, 0, 0, 0, 0, 0), 0, 0, 0, []);
}
