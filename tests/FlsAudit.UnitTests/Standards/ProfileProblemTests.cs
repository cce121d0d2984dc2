using FlsAudit.Model;

namespace FlsAudit.UnitTests.Standards;

/// <summary>What a registry profile is read into, and what is wrong with one.</summary>
public sealed class ProfileProblemTests
{
    [Test]
    public void A_sound_profile_is_read_as_it_is_written()
    {
        using var folder = new TemporaryStandards();

        var profile = folder.Read().Profiles.Single();

        Assert.That(profile.DateOrder, Is.EqualTo(DateOrder.DayFirst));
        Assert.That(profile.KeyFields, Is.EqualTo(new[] { "record_id" }));
        Assert.That(profile.MissingTexts, Is.EqualTo(new[] { "" }));
        Assert.That(profile.Columns[1].Headings, Is.EqualTo(new[] { "Fracture", "Fracture date" }));
        Assert.That(profile.Columns.Select(column => column.Required), Is.EqualTo(new[] { false, true, false }));
        Assert.That(profile.Columns[2].Fields[0].Values["?"], Is.Null, "~ says nothing about the field");
    }

    [TestCase("fields: [{field: record_id}]", "fields: [{field: record_di}]", "registries/small.yaml(9,22): there is no field 'record_di'; did you mean 'record_id'?")]
    [TestCase("fields: [{field: fracture_date}]", "fields: [{field: record_id}]", "registries/small.yaml(12,22): the field 'record_id' is read from two columns.")]
    [TestCase("L: left, R: right", "L: left, R: richt", "registries/small.yaml(14,58): 'fracture_side' has no code 'richt'; did you mean 'right'?")]
    [TestCase("fields: [{field: fracture_date}]", "fields: [{field: fracture_date, values: {x: y}}]", "registries/small.yaml(12,14): 'fracture_date' is no code field and takes no 'values'.")]
    [TestCase("headings: [Side]", "headings: [Id]", "registries/small.yaml(13,16): the heading 'Id' stands twice in the profile.")]
    [TestCase("headings: [Side]", "headings: []", "registries/small.yaml(13,5): a column needs 'headings'.")]
    [TestCase("headings: [Side]", "headings: [Side]\n    join: ', '", "registries/small.yaml(14,12): 'join' must be one character.")]
    [TestCase("key_fields: [record_id]", "key_fields: [assessment_date]", "registries/small.yaml(1,1): the key field 'assessment_date' is read from no column.")]
    [TestCase("key_fields: [record_id]", "key_fields: [patient]", "registries/small.yaml(6,14): there is no field 'patient'")]
    [TestCase("default_sets: [tests]", "default_sets: [test]", "registries/small.yaml: there is no set 'test'; did you mean 'tests'?")]
    [TestCase("date_order: day-first", "date_order: dayfirst", "registries/small.yaml(4,13): 'dayfirst' is no value of 'date_order'; expected day-first, month-first, iso, from-data; did you mean 'day-first'?")]
    [TestCase("date_order: day-first", "constants: {fracture_side: up}", "registries/small.yaml(4,28): 'fracture_side' has no code 'up'")]
    [TestCase("date_order: day-first", "constants: {fracture_side: left}", "registries/small.yaml(4,13): 'fracture_side' is read from a column and cannot be constant as well.")]
    public void A_wrong_profile_is_told_with_its_place(string text, string replacement, string problem)
    {
        var spoilt = TemporaryStandards.Profile.Replace(text, replacement, StringComparison.Ordinal);
        Assert.That(spoilt, Is.Not.EqualTo(TemporaryStandards.Profile), "the text to replace");
        using var folder = new TemporaryStandards();
        folder.Write("registries/small.yaml", spoilt);

        Assert.That(folder.Problems(), Does.Contain(problem));
    }

    [Test]
    public void A_column_reads_the_texts_of_a_list_as_the_list_says_or_all_as_one_code()
    {
        using var folder = new TemporaryStandards();
        folder.Write("registries/small.yaml", With("\"?\": ~}}]", "\"?\": ~}, lists: [sides]}]"));
        var asListed = folder.Read().Profiles.Single().Columns[2].Fields[0].Lists.Single();
        folder.Write("registries/small.yaml", With("\"?\": ~}}]", "\"?\": ~}, lists: {sides: not_known}}]"));
        var asOne = folder.Read().Profiles.Single().Columns[2].Fields[0].Lists.Single();

        Assert.That(asListed.Entries.Select(entry => $"{entry.Text} {entry.Code} {entry.Provenance.Status}"), Is.EqualTo(new[] { "Gauche left Verified", "Droite right Verified", "Linke left Recalled", "ri right Recalled" }));
        Assert.That(asOne.Entries.Select(entry => entry.Code), Is.All.EqualTo("not_known"));
    }

    [TestCase("lists: [side]", "(14,82): there is no code list 'side'; did you mean 'sides'?")]
    [TestCase("lists: {side: left}", "(14,82): there is no code list 'side'; did you mean 'sides'?")]
    [TestCase("lists: {sides: lefft}", "(14,89): 'fracture_side' has no code 'lefft'; did you mean 'left'?")]
    [TestCase("lists: [sides, sides]", "(14,89): the list 'sides' stands twice.")]
    public void A_wrong_use_of_a_list_is_told_with_its_place(string lists, string problem)
    {
        using var folder = new TemporaryStandards();
        folder.Write("registries/small.yaml", With("\"?\": ~}}]", $"\"?\": ~}}, {lists}}}]"));

        Assert.That(folder.Problems(), Is.EqualTo(new[] { $"registries/small.yaml{problem}" }));
    }

    [Test]
    public void Only_a_code_field_takes_a_list()
    {
        using var folder = new TemporaryStandards();
        folder.Write("registries/small.yaml", With("fields: [{field: fracture_date}]", "fields: [{field: fracture_date, lists: [sides]}]"));

        Assert.That(folder.Problems(), Is.EqualTo(new[] { "registries/small.yaml(12,37): 'fracture_date' is no code field and takes no 'lists'." }));
    }

    [Test]
    public void The_codes_of_a_list_mean_nothing_for_a_field_with_other_codes()
    {
        using var folder = new TemporaryStandards();
        folder.Write("fields/more.yaml", "group: more\nfields:\n  - {name: sex, type: code, values: {male: M}, meaning: x, source: y, status: inferred}");
        folder.Write("registries/small.yaml", TemporaryStandards.Profile + "\n  - headings: [Sex]\n    fields: [{field: sex, lists: [sides]}]");

        Assert.That(folder.Problems(), Is.EqualTo(new[]
        {
            "registries/small.yaml(16,35): the codes of the list 'sides' are of 'fracture_side'; say what all of its texts mean for 'sex', as in 'lists: {sides: CODE}'.",
        }));
    }

    [TestCase("{fields: [fracture_side], order: [left]}", "(17,18): 'index_fracture' needs at least two 'fields' to choose among.")]
    [TestCase("{fields: [fracture_side, other_side]}", "(17,17): 'index_fracture' needs an 'order' of codes.")]
    [TestCase("{fields: [fracture_side, othr_side], order: [left]}", "(17,42): there is no field 'othr_side'; did you mean 'other_side'?")]
    [TestCase("{fields: [fracture_side, fracture_side], order: [left]}", "(17,42): the field 'fracture_side' stands twice.")]
    [TestCase("{fields: [fracture_side, fracture_date], order: [left]}", "(17,42): 'fracture_date' is no code field, and a fracture site is one.")]
    [TestCase("{fields: [fracture_side, unread_side], order: [left]}", "(17,42): the field 'unread_side' is read from no column.")]
    [TestCase("{fields: [fracture_side, sex], order: [left]}", "(17,42): 'sex' has not the codes of 'fracture_side', so that their values cannot change places.")]
    [TestCase("{fields: [fracture_side, other_side], order: [left], last: [lefft]}", "(17,77): 'fracture_side' has no code 'lefft'; did you mean 'left'?")]
    [TestCase("{fields: [fracture_side, other_side], order: [left], last: [left]}", "(17,77): the code 'left' stands twice.")]
    [TestCase("{fields: [fracture_side, other_side], order: [lefft]}", "(17,63): 'fracture_side' has no code 'lefft'; did you mean 'left'?")]
    [TestCase("{fields: [fracture_side, other_side], order: [left, left]}", "(17,69): the code 'left' stands twice.")]
    public void A_wrong_rule_for_the_index_fracture_is_told_with_its_place(string rule, string problem)
    {
        using var folder = new TemporaryStandards();
        const string more = ", meaning: x, source: y, status: inferred}";
        folder.Write("fields/all.yaml", $"{TemporaryStandards.Fields}\n  - {{name: other_side, type: code, values_of: fracture_side{more}\n  - {{name: unread_side, type: code, values_of: fracture_side{more}\n  - {{name: sex, type: code, values: {{male: M}}{more}");
        folder.Write("registries/small.yaml", $"{TemporaryStandards.Profile}\n  - {{headings: [Other], fields: [{{field: other_side}}]}}\n  - {{headings: [Sex], fields: [{{field: sex}}]}}\nindex_fracture: {rule}\n");

        Assert.That(folder.Problems(), Does.Contain($"registries/small.yaml{problem}"));
    }

    [Test]
    public void Two_profiles_cannot_share_a_name()
    {
        using var folder = new TemporaryStandards();
        folder.Write("registries/other.yaml", TemporaryStandards.Profile);

        Assert.That(folder.Problems(), Is.EqualTo(new[] { "registries: two profiles are named 'small'." }));
    }

    private static string With(string text, string replacement)
    {
        var spoilt = TemporaryStandards.Profile.Replace(text, replacement, StringComparison.Ordinal);
        Assert.That(spoilt, Is.Not.EqualTo(TemporaryStandards.Profile), "the text to replace");
        return spoilt;
    }
}
