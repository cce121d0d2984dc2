using FlsAudit.Model;
using FlsAudit.UnitTests.Specifications;

namespace FlsAudit.UnitTests.Import;

/// <summary>The registry profiles that the program ships, each with a small export of its layout: it is recognised among all, and read.</summary>
public sealed class ShippedProfileTests
{
    private const string UkHeadings = "1.03 Gender,1.09 Date Index Frac Diagnosed,1.11 SiteFirstFrac,1.12 SiteSecFrac,1.13 SiteThirdFrac,2.06 BoneSpareTherapy,4.01 BoneTherapy,6.05 BoneTherapy1216,7.05 BoneTherapy4856";

    private const string IofHeadings =
        "Site of fracture,Date of fracture,Date of FLS assessment,Date of DXA scan,Falls assessment performed,AOM recommended,Date if patient died,Date of first follow-up,"
        + "AOM initiated,Strength and balance initiated,Date of second follow-up,AOM still prescribed";

    private ImportCase folder = null!;

    [SetUp]
    public void Open() => folder = new ImportCase { Profiles = ShippedStandards.Folder.Profiles, Dictionary = ShippedStandards.Folder.Dictionary };

    [TearDown]
    public void Close() => folder.Dispose();

    [TestCase("record_id,site,patient_id,sex,age_at_fracture,fracture_date,fracture_site", "canonical", TestName = "canonical")]
    [TestCase("site,fracture_date", "canonical", TestName = "canonical, the required columns")]
    [TestCase("site,age_at_fracture,fracture_site,fracture_date,assessment_date,dxa_date,falls_assessment,treatment,death_date,followup_16w_date,treatment_16w,strength_balance,followup_52w_date,treatment_52w", "canonical",
        TestName = "canonical, the twelve fields of the minimum data set")]
    [TestCase(IofHeadings, "iof-minimum", TestName = "iof-minimum, the twelve fields")]
    [TestCase("Site,Age at fracture," + IofHeadings, "iof-minimum", TestName = "iof-minimum, with site and age")]
    [TestCase("SITE OF FRACTURE,date of fracture,assessment_date,dxa_date,falls_assessment,treatment", "iof-minimum", TestName = "iof-minimum, mixed with canonical names")]
    [TestCase("Age,1.10 TypeOfFractue," + UkHeadings, "uk-fls-db", TestName = "uk-fls-db, with its usual misspelling")]
    [TestCase("Age Frac Diagnosed,...2,1.10 TypeOfFracture," + UkHeadings, "uk-fls-db", TestName = "uk-fls-db, another heading for the age and a filler column")]
    [TestCase("Age at fracture," + UkHeadings, "uk-fls-db", TestName = "uk-fls-db, a third heading for the age")]
    [TestCase("id,ahos_code,age,sex,uresidence,arrdatetime,side,bonemed,fassess,dbonemed1", "anzhfr", TestName = "anzhfr")]
    [TestCase("AGE,SEX,ARRDATETIME,SIDE,BONEMED,DBONEMED1,FUP52,MED52", "anzhfr", TestName = "anzhfr, in capitals")]
    [TestCase("First Name,Surname,Hospital MRN / URN,DOB,Sex,Age,Admission Via ED,ArrivalDate,FractureSide,BoneMed,FallsAssessment,BoneMedDischarge,Delerium Assessment,Date of Death", "anzhfr-labels",
        TestName = "anzhfr-labels, as the template")]
    [TestCase("Age,Sex,Operating Hospital Arrival DateTime,Side of Hip Fracture,Specialist Falls Assessment,Bone Protection Medication At Hospital Discharge,Final Date of Death", "anzhfr-labels",
        TestName = "anzhfr-labels, as the label list")]
    [TestCase("N° dossier;Centre;Sexe;Âge;Date de fracture;Site de fracture;Présence;Médicament", "lille", TestName = "lille")]
    public void A_layout_is_recognised_among_all(string headings, string profile)
    {
        folder.Write("a.csv", $"{headings}\n");

        Assert.That(folder.Run().Result.Files.Single().Profile?.Name, Is.EqualTo(profile));
    }

    [TestCase("teriparitide", "Intersex or indetermine")]
    [TestCase("teriparatide", "Intersex or indeterminate")]
    public void The_labels_of_the_hip_registry_are_read_in_either_spelling_at_admission_and_at_discharge(string drug, string sex)
    {
        var medication = $"\"Bisphosphonates, denosumab, romosozumab, {drug}, raloxifene or HRT\"";
        folder.Write("a.csv", $"Age,Sex,ArrivalDate,FractureSide,BoneMed,BoneMedDischarge\n80,{sex},01/02/2025,Left,{medication},{medication}\n");

        var imported = folder.Run();

        Assert.That(imported.Values.Single(), Does.Contain("sex=other").And.Contain("on_treatment_at_fracture=yes").And.Contain("prescribed=yes").And.Contain("; treatment=recommended"));
        Assert.That(imported.FindingCodes, Does.Not.Contain("code-not-recognised"));
    }

    [Test]
    public void Canonical_names_of_site_and_date_without_a_site_column_are_no_minimum_data_set()
    {
        folder.Write("a.csv", "age_at_fracture,fracture_site,fracture_date,assessment_date,dxa_date,dxa,attendance\n");

        Assert.That(folder.Run().Finding("layout-not-recognised").Message, Does.Contain("nearest is 'canonical', which also needs 'site'"));
    }

    [Test]
    public void The_minimum_data_set_is_the_twelve_fields_that_the_dictionary_marks()
    {
        var profile = ShippedStandards.Folder.Profiles.Single(known => known.Name == "iof-minimum");
        var read = profile.Columns.SelectMany(column => column.Fields).Select(mapping => mapping.Field);
        string[] marked = [.. ShippedStandards.Folder.Dictionary.Fields.Where(field => field.InMinimumDataSet).Select(field => field.Name)];

        Assert.That(marked, Has.Length.EqualTo(12));
        Assert.That(read, Is.EquivalentTo((string[])["site", "age_at_fracture", .. marked]));
    }

    [Test]
    public void The_canonical_layout_has_a_column_for_every_field()
    {
        var profile = ShippedStandards.Folder.Profiles.Single(known => known.Name == "canonical");

        Assert.That(profile.Columns.Select(column => column.Headings.Single()), Is.EquivalentTo(ShippedStandards.Folder.Dictionary.Fields.Select(field => field.Name)));
        Assert.That(profile.Columns.Select(column => column.Fields.Single().Field), Is.EqualTo(profile.Columns.Select(column => column.Headings[0])));
    }

    [Test]
    public void An_export_of_the_minimum_data_set_is_read()
    {
        folder.Write("North.csv", $"{IofHeadings}\nHip,2025-02-03,2025-03-01,2025-03-10,Yes,Yes,,2025-05-01,Yes,No,2026-02-01,Unknown\nCol du fémur,2025-02-04,,,No,Acide alendronique,2025-04-01,,No,,,No\n");

        Assert.That(Values(), Is.EqualTo(new[]
        {
            "North; fracture_date=2025-02-03; fracture_site=hip; assessment_date=2025-03-01; dxa_date=2025-03-10; falls_assessment=yes; treatment=recommended; followup_16w_date=2025-05-01; "
                + "treatment_16w=on_treatment; strength_balance=no; followup_52w_date=2026-02-01; treatment_52w=not_known",
            "North; fracture_date=2025-02-04; fracture_site=hip; falls_assessment=no; treatment=recommended; treatment_16w=not_started; treatment_52w=stopped; death_date=2025-04-01",
        }.Select(Sorted)));
    }

    [Test]
    public void A_British_export_of_2023_is_read()
    {
        folder.Write("South.csv", "Age Frac diagnosed,1.10 TypeOfFractue," + UkHeadings + "\n"
            + "71,,Female,03/02/2023,Non hip/non spine,,,No,Alendronate,Don't know,\n"
            + "82,,Male,04/02/2023,Hip,,,No,Donít know,Not started,Informed decline\n");

        Assert.That(Values(), Is.EqualTo(new[]
        {
            "South; age_at_fracture=71; sex=female; fracture_date=2023-02-03; fracture_site=non_hip_non_spine; low_trauma=yes; on_treatment_at_fracture=no; treatment=recommended; drug=alendronate; treatment_16w=not_known",
            "South; age_at_fracture=82; sex=male; fracture_date=2023-02-04; fracture_site=hip; low_trauma=yes; on_treatment_at_fracture=no; treatment=not_known; drug=not_known; treatment_16w=not_started; treatment_52w=declined",
        }.Select(Sorted)));
    }

    [Test]
    public void A_British_export_of_2024_is_read_with_all_its_sites_and_however_a_drug_is_named()
    {
        folder.Write("South.csv", "Age,1.10 TypeOfFracture," + UkHeadings + "\n"
            + "71,,Female,03/02/2024,Wrist,Spine,Hip,acide alendronique,Alendronate;Denosumab,M05BA04,Zoledronic acid\n"
            + "82,,Male,04/02/2024,Humerus,,,teriparitide,Referred to GP to decide prescription,Refer for clinical opinion,No longer appropriate\n"
            + "83,,Male,05/02/2024,Distal radius,Pelvis,,Don’t know,H05AA02,Prolia,Don’t know\n");

        Assert.That(Values(), Is.EqualTo(new[]
        {
            "South; age_at_fracture=71; sex=female; fracture_date=2024-02-03; fracture_site=hip; second_fracture_site=wrist; third_fracture_site=spine; low_trauma=yes; on_treatment_at_fracture=yes; treatment=recommended; drug=combination; treatment_16w=on_treatment; treatment_52w=on_treatment",
            "South; age_at_fracture=82; sex=male; fracture_date=2024-02-04; fracture_site=humerus; low_trauma=yes; on_treatment_at_fracture=yes; treatment=referred_gp; treatment_16w=referred_opinion; treatment_52w=no_longer_appropriate",
            "South; age_at_fracture=83; sex=male; fracture_date=2024-02-05; fracture_site=wrist; second_fracture_site=pelvis; low_trauma=yes; on_treatment_at_fracture=not_known; treatment=recommended; drug=teriparatide; treatment_16w=on_treatment; treatment_52w=not_known",
        }.Select(Sorted)));
    }

    [Test]
    public void No_drug_and_one_that_is_not_known_make_no_combination_with_a_drug()
    {
        folder.Write("South.csv", "Age,1.09 Date Index Frac Diagnosed,1.11 SiteFirstFrac,4.01 BoneTherapy\n"
            + "71,03/02/2024,Wrist,Alendronate;Don't know\n72,03/02/2024,Wrist,None;Don't know\n73,03/02/2024,Wrist,Alendronate;Denosumab\n");

        Assert.That(Values(), Is.EqualTo(new[]
        {
            "South; age_at_fracture=71; fracture_date=2024-02-03; fracture_site=wrist; low_trauma=yes",
            "South; age_at_fracture=72; fracture_date=2024-02-03; fracture_site=wrist; low_trauma=yes",
            "South; age_at_fracture=73; fracture_date=2024-02-03; fracture_site=wrist; low_trauma=yes; treatment=recommended; drug=combination",
        }.Select(Sorted)));
    }

    [Test]
    public void An_export_of_the_hip_registry_with_numbers_is_read()
    {
        folder.Write("a.csv", "id,ahos_code,mrn,dob,age,sex,uresidence,arrdatetime,side,bonemed,fassess,dbonemed1,Fup52,Fup52date,Med52,findod\n"
            + "X1,H12,12345,01/02/1940,85,2,1,03/02/2025 14:30,1,0,1,2,1,10/02/2026,5,\n"
            + "X2,H12,12346,01/02/1941,84,1,2,04/02/2025 09:00,2,2,2,3,5,,,20/12/2025\n"
            + "X3,H12,12347,01/02/1942,83,9,4,05/02/2025,1,9,8,9,2,,1,\n");

        Assert.That(Values(), Is.EqualTo(new[]
        {
            "H12; age_at_fracture=85; sex=female; residence=own_home; fracture_date=2025-02-03; fracture_site=hip; fracture_side=left; on_treatment_at_fracture=no; falls_assessment=yes; treatment=recommended; prescribed=yes; followup_52w=yes; followup_52w_date=2026-02-10; treatment_52w=on_treatment",
            "H12; age_at_fracture=84; sex=male; residence=care_home; fracture_date=2025-02-04; fracture_site=hip; fracture_side=right; on_treatment_at_fracture=yes; falls_assessment=no; falls_referral=yes; treatment=recommended; prescribed=yes; followup_52w=died; death_date=2025-12-20",
            "H12; age_at_fracture=83; sex=not_known; residence=not_known; fracture_date=2025-02-05; fracture_site=hip; fracture_side=left; on_treatment_at_fracture=not_known; treatment=not_known; prescribed=not_known; followup_52w=no; treatment_52w=stopped",
        }.Select(Sorted)));
    }

    [Test]
    public void An_export_of_the_hip_registry_with_texts_is_read()
    {
        folder.Write("a.csv", "First Name,Surname,Hospital MRN / URN,DOB,Sex,Age,Hospital,UResidence,ArrivalDate,FractureSide,BoneMed,FallsAssessment,BoneMedDischarge,Date of Death\n"
            + "Ann,Other,12345,01/02/1940,Female,85,Harbour,Private residence,03/02/2025,Left,No bone protection medication,Awaits falls clinic assessment,"
            + "\"Yes - Bisphosphonates, strontium, denosumab or teriparitide (with or without calcium and/or vitamin D)\",\n"
            + "Bob,Other,12346,01/02/1941,Male,84,Harbour,Other,04/02/2025,Right,Calcium and/or vitamin D only,Not relevant,No but received prescription at separation from hospital,20/03/2025\n");

        Assert.That(Values(), Is.EqualTo(new[]
        {
            "Harbour; age_at_fracture=85; sex=female; residence=own_home; fracture_date=2025-02-03; fracture_site=hip; fracture_side=left; on_treatment_at_fracture=no; falls_assessment=no; falls_referral=yes; treatment=recommended; prescribed=yes",
            "Harbour; age_at_fracture=84; sex=male; residence=other; fracture_date=2025-02-04; fracture_site=hip; fracture_side=right; on_treatment_at_fracture=no; treatment=recommended; prescribed=yes; death_date=2025-03-20",
        }.Select(Sorted)));
    }

    [Test]
    public void Direct_identifiers_are_left_unread_and_said_to_be()
    {
        folder.Write("a.csv", "mrn,name,surname,dob,phone,medicare,age,arrdatetime\n");
        folder.Write("b.csv", "First Name,Surname,Hospital MRN / URN,Event Number,DOB,Phone,Medicare,Postcode,Age,ArrivalDate\n");

        var files = folder.Run().Result.Files;

        Assert.That(files.SelectMany(file => file.Sheets.Single().Headings.SkipLast(2)).Select(use => use.Role), Has.Exactly(14).Items.And.All.EqualTo(FlsAudit.Import.HeadingRole.Ignored));
    }

    [TestCase("canonical", "site,fracture_date,drug,fracture_site\nNorth,2025-02-03,acide alendronique,S52.5\nNorth,2025-02-03,M05BX04,123971006\nNorth,2025-02-03,teriparitide,Hanche\n", "alendronate wrist|denosumab wrist|teriparatide hip")]
    [TestCase("lille", "N° dossier;Centre;Âge;Date de fracture;Présence;Médicament;Site de fracture\n1;Nord;72;03/02/2025;Venu;M05BA04+prolia;S72.0\n2;Nord;72;03/02/2025;Venu;Alendronate;Neck of femur\n", "combination hip|alendronate hip")]
    public void Names_and_codes_of_drugs_and_bones_are_read(string profile, string text, string expected)
    {
        folder.Write("a.csv", text);
        folder.Layout = new BatchLayout([folder.Dictionary["drug"], folder.Dictionary["fracture_site"]]);

        var imported = folder.Run();

        Assert.That(imported.Result.Files.Single().Profile?.Name, Is.EqualTo(profile));
        Assert.That(string.Join('|', imported.Values.Select(value => string.Join(' ', value.Split("; ").Skip(1).Select(part => part.Split('=')[1])))), Is.EqualTo(expected));
    }

    private IEnumerable<string> Values()
    {
        var imported = folder.Run();
        Assert.That(imported.FindingCodes, Does.Not.Contain("code-not-recognised").And.Not.Contain("heading-not-read").And.Not.Contain("date-not-read"));
        return imported.Values.Select(Sorted);
    }

    private static string Sorted(string record) => string.Join("; ", record.Split("; ").Order(StringComparer.Ordinal));
}
