namespace FlsAudit.UnitTests.Standards;

/// <summary>What is wrong with the data dictionary.</summary>
public sealed class FieldProblemTests
{
    [TestCase("  - {name: Sex, type: text, meaning: x, source: y, status: inferred}", "fields/more.yaml(3,12): 'Sex' is no field name: lower-case letters, digits and _ only, a letter first.")]
    [TestCase("  - {name: sex, type: txt, meaning: x, source: y, status: inferred}", "fields/more.yaml(3,23): 'txt' is no value of 'type'; expected text, code, date, number; did you mean 'text'?")]
    [TestCase("  - {name: sex, meaning: x, source: y, status: inferred}", "fields/more.yaml(3,5): the key 'type' is missing.")]
    [TestCase("  - {name: sex, type: text, source: y, status: inferred}", "fields/more.yaml(3,5): the key 'meaning' is missing.")]
    [TestCase("  - {name: sex, type: text, meaning: x, source: y}", "fields/more.yaml(3,5): the key 'status' is missing.")]
    [TestCase("  - {name: sex, type: code, meaning: x, source: y, status: inferred}", "fields/more.yaml(3,5): a code field needs 'values'.")]
    [TestCase("  - {name: sex, type: date, values: {a: A}, meaning: x, source: y, status: inferred}", "fields/more.yaml(3,29): only a code field has 'values'.")]
    [TestCase("  - {name: sex, type: code, values: {Female: F}, meaning: x, source: y, status: inferred}", "fields/more.yaml(3,38): 'Female' is no code: lower-case letters, digits and _ only, a letter first.")]
    [TestCase("  - {name: fracture_date, type: date, meaning: x, source: y, status: inferred}", "fields/more.yaml(3,5): the field 'fracture_date' is declared twice.")]
    [TestCase("  - {name: sex, type: text, meaning: x, source: y, status: inferred, units: years}", "fields/more.yaml(3,70): the key 'units' is not known here; did you mean 'unit'?")]
    public void A_wrong_field_is_told_with_its_place(string field, string problem)
    {
        using var folder = new TemporaryStandards();
        folder.Write("fields/more.yaml", $"group: more\nfields:\n{field}");

        Assert.That(folder.Problems(), Is.EqualTo(new[] { problem }));
    }

    [Test]
    public void A_field_can_take_the_values_of_another_one_above_it()
    {
        using var folder = new TemporaryStandards();
        folder.Write("fields/all.yaml", TemporaryStandards.Fields + "\n  - {name: other_side, type: code, values_of: fracture_side, meaning: x, source: y, status: inferred}");

        Assert.That(folder.Read().Dictionary["other_side"].Values, Is.EqualTo(folder.Read().Dictionary["fracture_side"].Values));
    }

    [TestCase("fracture_sid", "fields/all.yaml(13,47): there is no code field 'fracture_sid' above in this file whose values could be taken; did you mean 'fracture_side'?")]
    [TestCase("fracture_date", "fields/all.yaml(13,47): there is no code field 'fracture_date' above in this file whose values could be taken; did you mean 'fracture_side'?")]
    [TestCase("other_side", "fields/all.yaml(13,47): there is no code field 'other_side' above in this file whose values could be taken")]
    public void The_values_of_a_field_that_has_none_cannot_be_taken(string other, string problem)
    {
        using var folder = new TemporaryStandards();
        folder.Write("fields/all.yaml", TemporaryStandards.Fields + $"\n  - {{name: other_side, type: code, values_of: {other}, meaning: x, source: y, status: inferred}}");

        Assert.That(folder.Problems(), Is.EqualTo(new[] { problem }));
    }

    [Test]
    public void A_code_stands_once_in_its_field()
    {
        using var folder = new TemporaryStandards();
        folder.Write("fields/more.yaml", "group: more\nfields:\n  - name: sex\n    values:\n      male: M\n      male: N");

        Assert.That(folder.Problems(), Has.Count.EqualTo(1).And.Some.StartsWith("fields/more.yaml(6,7): this is not YAML"));
    }
}
