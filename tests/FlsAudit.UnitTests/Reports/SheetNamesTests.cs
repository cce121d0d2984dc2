using FlsAudit.Reports.Xlsx;

namespace FlsAudit.UnitTests.Reports;

public sealed class SheetNamesTests
{
    [TestCase("a/b:c*d?e[f]g\\h", "a-b-c-d-e-f-g-h")]
    [TestCase("'quoted'", "quoted")]
    [TestCase("", "Sheet")]
    [TestCase("History", "History (2)")]
    public void Names_that_a_spreadsheet_refuses_are_made_fit(string wanted, string name) =>
        Assert.That(new SheetNames().Take(wanted), Is.EqualTo(name));

    [Test]
    public void Long_names_are_cut_and_stay_unique_whatever_the_case()
    {
        var names = new SheetNames();
        var first = names.Take(new string('m', 40));
        var second = names.Take(new string('M', 40));
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new string('m', 31)));
            Assert.That(second, Is.EqualTo(new string('M', 27) + " (2)"));
        });
    }
}
