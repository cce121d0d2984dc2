using FlsAudit.Import.Cells;
using FlsAudit.Import.Headings;
using FlsAudit.Model;

namespace FlsAudit.UnitTests.Specifications;

/// <summary>The code lists that the program ships: what they read, what they leave alone, and that they do not contradict each other.</summary>
public sealed class CodeListSpecification
{
    private static IEnumerable<TestCaseData> Lists => ShippedStandards.Folder.CodeLists.Select(list => new TestCaseData(list).SetArgDisplayNames(list.Name));

    private static IEnumerable<TestCaseData> Examples => AsciiTable.Parse("""
        list                 | text                              | code        | why
        drug-names           | Alendronate                       | alendronate | the plain name
        drug-names           | ACIDE ALENDRONIQUE                | alendronate | French, in capitals
        drug-names           | acide  alendronique               | alendronate | with two blanks
        drug-names           | Alendronsäure                     | alendronate | German, seen in public code
        drug-names           | Alendronsaure                     | alendronate | the same without its dots
        drug-names           | teriparitide                      | teriparatide | the slip of two dictionaries
        drug-names           | Tériparatide                      | teriparatide | French
        drug-names           | zoledronic acid                   | zoledronate | the acid
        drug-names           | Systemic oestrogens               | hrt         | a text of the FLS-DB
        drug-names           | Prolia                            | denosumab   | a brand
        drug-names           | Zoledronic acid 5mg               |             | a dose is no name
        drug-names           | Calcium                           |             | no bone drug
        drug-names           | Xgeva                             |             | the cancer brand of denosumab
        atc                  | M05BA04                           | alendronate | a substance
        atc                  | m05 ba 04                         | alendronate | case and blanks do not count
        atc                  | M05BX04                           | denosumab   | either strength
        atc                  | H05AA02                           | teriparatide | a substance
        atc                  | M05BB03                           | alendronate | with vitamin D
        atc                  | M05BA05                           | other       | another bisphosphonate
        atc                  | M05BA                             | other       | a bisphosphonate, nobody says which
        atc                  | G03CA03                           | hrt         | an oestrogen
        atc                  | A11CC05                           |             | vitamin D
        atc                  | M05BX                             |             | any other drug of bone
        atc                  | M05BA0                            |             | no whole code
        atc                  | M05BA04 70 mg                     |             | a code and something else
        icd-10-fracture-site | S72.0                             | hip         | neck of femur
        icd-10-fracture-site | S720                              | hip         | without its dot
        icd-10-fracture-site | s72.01                            | hip         | five characters
        icd-10-fracture-site | S72.001A                          | hip         | ICD-10-CM, initial encounter
        icd-10-fracture-site | S72141B                           | hip         | ICD-10-CM, initial, open, without its dot
        icd-10-fracture-site | S72.001D                          |             | ICD-10-CM, subsequent encounter
        icd-10-fracture-site | S72.001G                          |             | ICD-10-CM, delayed healing
        icd-10-fracture-site | S72.001K                          |             | ICD-10-CM, non-union
        icd-10-fracture-site | S72.001P                          |             | ICD-10-CM, malunion
        icd-10-fracture-site | S72.001S                          |             | ICD-10-CM, sequela
        icd-10-fracture-site | S72.001                           |             | ICD-10-CM without the encounter
        icd-10-fracture-site | S52                               | forearm     | not said where
        icd-10-fracture-site | S52.2                             | forearm     | shaft of the ulna
        icd-10-fracture-site | S52.5                             | wrist       | the longer beginning counts
        icd-10-fracture-site | S52.531A                          | wrist       | the longer beginning counts, in ICD-10-CM too
        icd-10-fracture-site | S52.6                             | wrist       | both bones at the wrist
        icd-10-fracture-site | S22.0                             | spine       | thoracic vertebra
        icd-10-fracture-site | S22.3                             | rib         | one rib
        icd-10-fracture-site | M48.5                             | spine       | collapsed vertebra
        icd-10-fracture-site | M48.56XA                          | spine       | collapsed lumbar vertebra, initial
        icd-10-fracture-site | T08                               | spine       | level not said
        icd-10-fracture-site | S02.2                             | face        | nose
        icd-10-fracture-site | S02.0                             | skull       | vault
        icd-10-fracture-site | S62.0                             | wrist       | scaphoid
        icd-10-fracture-site | S62.6                             | digit       | finger
        icd-10-fracture-site | S92.4                             | digit       | great toe
        icd-10-fracture-site | S82.6                             | ankle       | outer malleolus
        icd-10-fracture-site | S72                               |             | perhaps the hip, perhaps not
        icd-10-fracture-site | S72.9                             |             | femur, not said where
        icd-10-fracture-site | S12.1                             |             | neck: by each service's policy
        icd-10-fracture-site | M80.0                             |             | osteoporosis with a fracture somewhere
        icd-10-fracture-site | M84.4                             |             | pathological
        icd-10-fracture-site | C79.5                             |             | bone metastasis
        icd-10-fracture-site | S72.0 neck of femur               |             | a code and something else
        snomed-fracture-site | 5913000                           | hip         | neck of femur
        snomed-fracture-site | 123971006                         | wrist       | Colles
        snomed-fracture-site | 12676007                          | forearm     | radius, either end
        snomed-fracture-site | 64859006                          |             | osteoporosis
        snomed-fracture-site | 59130001                          |             | a longer number
        fracture-site-words  | NOF #                             | hip         | a word of the ward
        fracture-site-words  | col du femur                      | hip         | French without its accent
        fracture-site-words  | Extremite superieure de l’humerus | humerus     | a curly apostrophe
        fracture-site-words  | Colles'                           | wrist       | an apostrophe does not count
        fracture-site-words  | vertèbre                          | spine       | French
        fracture-site-words  | Non hip/non spine                 | non_hip_non_spine | the layout of 2023
        fracture-site-words  | jambe                             |             | leaves the bone open
        fracture-site-words  | Autre                             |             | a profile must say what it means
        """).Rows.Select(row => new TestCaseData(row.Cells[0], row.Cells[1], row.Cells[2]).SetArgDisplayNames(row.Cells[0], row.Cells[1], row.Cells[3]));

    [TestCaseSource(nameof(Examples))]
    public void A_list_reads_a_text_or_leaves_it_alone(string name, string text, string code)
    {
        var list = ShippedStandards.Folder.CodeLists.Single(known => known.Name == name);
        var field = ShippedStandards.Folder.Dictionary[list.Field];

        var found = new ListedTexts(list, field).TryFind(TextFolding.Fold(text), out var position);

        Assert.That(found ? field.Values[position].Code : "", Is.EqualTo(code));
    }

    [TestCaseSource(nameof(Lists))]
    public void Every_entry_stands_for_a_code_of_the_field_and_says_how_sure_it_is(CodeList list)
    {
        string[] codes = [.. ShippedStandards.Folder.Dictionary[list.Field].Values.Select(value => value.Code)];

        Assert.That(list.Entries.Select(entry => entry.Code), Is.Not.Empty.And.All.AnyOf(codes));
        Assert.That(list.Entries.Select(entry => entry.Provenance.Title), Is.All.Not.Empty);
    }

    [TestCaseSource(nameof(Lists))]
    public void No_text_stands_twice_however_it_is_spelled(CodeList list)
    {
        var twice = list.Entries.GroupBy(entry => Folded(list, entry)).Where(group => group.Count() > 1).Select(group => string.Join(", ", group.Select(entry => entry.Text)));

        Assert.That(twice, Is.Empty);
    }

    [TestCaseSource(nameof(Lists))]
    public void Every_entry_is_found_as_it_is_written(CodeList list)
    {
        var field = ShippedStandards.Folder.Dictionary[list.Field];
        var texts = new ListedTexts(list, field);
        // A beginning alone need not be a code: G03C is none. With what may follow it is found.
        string[] Codes(CodeListEntry entry) => entry.IsPrefix ? [entry.Text, $"{entry.Text}A", $"{entry.Text}A01", $"{entry.Text}01"] : [entry.Text];

        foreach (var entry in list.Entries)
            Assert.That(Codes(entry).Any(code => texts.TryFind(TextFolding.Fold(code), out var position) && field.Values[position].Code == entry.Code), entry.Text);
    }

    [TestCaseSource(nameof(Lists))]
    public void Every_list_is_used_by_a_profile(CodeList list) =>
        Assert.That(Mappings.SelectMany(mapping => mapping.Lists).Select(used => used.Name), Does.Contain(list.Name));

    [Test]
    public void Texts_and_lists_of_one_column_do_not_contradict_each_other()
    {
        var contradictions =
            from mapping in Mappings
            from text in mapping.Values.Select(value => (Text: TextFolding.Fold(value.Key), Code: value.Value))
                .Concat(mapping.Lists.SelectMany(list => list.Entries.Where(entry => !entry.IsPrefix).Select(entry => (Text: Folded(list, entry), entry.Code))))
                .GroupBy(text => text.Text)
            where text.Select(each => each.Code).Distinct().Count() > 1
            select $"{mapping.Field}: {text.Key}";

        Assert.That(contradictions, Is.Empty);
    }

    private static IEnumerable<FieldMapping> Mappings => ShippedStandards.Folder.Profiles.SelectMany(profile => profile.Columns).SelectMany(column => column.Fields);

    private static string Folded(CodeList list, CodeListEntry entry) =>
        string.Concat(TextFolding.Fold(entry.Text).Where(c => !list.IgnoredCharacters.Contains(c, StringComparison.Ordinal)));
}
