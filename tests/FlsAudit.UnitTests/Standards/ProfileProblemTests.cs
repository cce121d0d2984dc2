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
    public void Two_profiles_cannot_share_a_name()
    {
        using var folder = new TemporaryStandards();
        folder.Write("registries/other.yaml", TemporaryStandards.Profile);

        Assert.That(folder.Problems(), Is.EqualTo(new[] { "registries: two profiles are named 'small'." }));
    }
}
