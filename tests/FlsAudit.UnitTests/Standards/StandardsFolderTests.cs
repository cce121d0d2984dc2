using FlsAudit.Model;
using FlsAudit.Standards;

namespace FlsAudit.UnitTests.Standards;

/// <summary>A standards folder as a whole: what is read in which order, and what is wrong across files.</summary>
public sealed class StandardsFolderTests
{
    private TemporaryStandards folder = null!;

    [SetUp]
    public void Write() => folder = new TemporaryStandards();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void A_sound_folder_is_read_whole()
    {
        var read = folder.Read();

        Assert.That(read.Dictionary.Fields.Select(field => field.Name), Is.EqualTo(new[] { "fracture_date", "assessment_date", "fracture_side", "age_at_fracture", "record_id" }));
        Assert.That(read.Dictionary["fracture_side"].NotKnownIndex, Is.EqualTo(2));
        Assert.That(read.Files.Select(file => file.Name), Is.EqualTo(new[] { "codes/sides.yaml", "fields/all.yaml", "measures/tests/second.yaml", "measures/tests/set.yaml", "measures/tests/tested.yaml", "registries/small.yaml" }));
        Assert.That(read.FindMeasure("second")!.File, Is.EqualTo("measures/tests/second.yaml"));
        Assert.That(read.FindMeasure("third"), Is.Null);
    }

    [Test]
    public void Measures_come_in_the_order_of_their_set_and_not_of_their_files()
    {
        folder.Write("measures/tests/set.yaml", TemporaryStandards.Set.Replace("[tested, second]", "[second, tested]", StringComparison.Ordinal));

        Assert.That(folder.Read().Sets.Single().Measures.Select(measure => measure.Id), Is.EqualTo(new[] { "second", "tested" }));
    }

    [Test]
    public void Problems_of_all_files_are_told_together_by_file_and_line()
    {
        folder.Write("measures/tests/tested.yaml", MeasureYaml.With("better: higher", "better: up"));
        folder.Write("measures/tests/second.yaml", MeasureYaml.With("id: tested", "id: second", "worse: lower"));
        folder.Write("registries/small.yaml", TemporaryStandards.Profile.Replace("L: left", "L: lefft", StringComparison.Ordinal));
        folder.Write("fields/more.yaml", "[]");

        Assert.That(folder.Problems(), Is.EqualTo(new[]
        {
            "fields/more.yaml(1,1): expected one mapping of keys to values, and found none or something else.",
            "measures/tests/second.yaml(2,1): the key 'worse' is not known here",
            "measures/tests/tested.yaml(15,9): 'up' is no value of 'better'; expected higher, lower, none",
            "registries/small.yaml(14,49): 'fracture_side' has no code 'lefft'; did you mean 'left'?",
        }));
    }

    [Test]
    public void A_broken_measure_is_told_once_and_not_as_missing_from_its_set_too()
    {
        folder.Write("measures/tests/tested.yaml", MeasureYaml.With("population: age_at_fracture >= 50", "population: age >= 50"));

        Assert.That(folder.Problems(), Is.EqualTo(new[] { "measures/tests/tested.yaml(8,13): there is no field 'age'" }));
    }

    [Test]
    public void A_broken_set_file_is_told_once_and_not_as_missing_too()
    {
        folder.Write("measures/tests/set.yaml", "set: [");

        Assert.That(folder.Problems(), Has.None.Contains("no set.yaml").And.Some.StartsWith("measures/tests/set.yaml("));
    }

    [TestCase("[tested, second, third]", "measures/tests/set.yaml(4,28): the set has no measure 'third'")]
    [TestCase("[tested, seconds]", "measures/tests/set.yaml(4,20): the set has no measure 'seconds'; did you mean 'second'?")]
    [TestCase("[tested]", "measures/tests/set.yaml(1,1): the measure 'second' is not in the list 'measures'.")]
    [TestCase("[tested, second, tested]", "measures/tests/set.yaml(4,28): the measure 'tested' stands twice in the list.")]
    public void The_list_of_a_set_and_its_files_must_agree(string list, string problem)
    {
        folder.Write("measures/tests/set.yaml", TemporaryStandards.Set.Replace("[tested, second]", list, StringComparison.Ordinal));

        Assert.That(folder.Problems(), Does.Contain(problem));
    }

    [Test]
    public void A_folder_without_set_file_is_no_set()
    {
        File.Delete(folder.PathOf("measures/tests/set.yaml"));

        Assert.That(folder.Problems(), Does.Contain("measures/tests: the set has no set.yaml."));
    }

    [Test]
    public void File_folder_and_id_must_agree()
    {
        folder.Write("measures/tests/second.yaml", MeasureYaml.Replace(MeasureYaml.With("id: tested", "id: other"), "set: tests", "set: test"));

        Assert.That(folder.Problems(), Is.SupersetOf(new[]
        {
            "measures/tests/second.yaml(1,1): the measure says set 'test' and lies in the folder of 'tests'.",
            "measures/tests/second.yaml(1,1): the file of the measure 'other' must be named other.yaml.",
        }));
    }

    [Test]
    public void An_id_is_used_once_over_all_sets()
    {
        folder.Write("measures/twins/set.yaml", "set: twins\ntitle: Twins\nsource: {title: made for tests, status: inferred}\nmeasures: [tested]");
        folder.Write("measures/twins/tested.yaml", MeasureYaml.With("set: tests", "set: twins"));

        Assert.That(folder.Problems(), Is.EqualTo(new[] { "measures/twins/tested.yaml: the id 'tested' is used by measures/tests/tested.yaml already." }));
    }

    [Test]
    public void A_folder_that_is_not_there_is_told()
    {
        Assert.That(() => StandardsFolder.Read(folder.PathOf("none")), Throws.TypeOf<DefinitionException>().With.Message.Contains("there is no such folder"));
    }

    [Test]
    public void An_empty_folder_lacks_the_fields_that_place_a_record()
    {
        Directory.Delete(folder.PathOf("fields"), recursive: true);
        Directory.Delete(folder.PathOf("codes"), recursive: true);
        Directory.Delete(folder.PathOf("registries"), recursive: true);
        Directory.Delete(folder.PathOf("measures"), recursive: true);

        Assert.That(folder.Problems(), Is.EqualTo(new[]
        {
            "fields: the data dictionary needs the field 'fracture_date', which places a record.",
            "fields: the data dictionary needs the field 'fracture_side', which places a record.",
        }));
    }
}
