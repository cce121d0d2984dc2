using System.Text;

namespace FlsAudit.UnitTests.Simulation;

/// <summary>
/// A CSV read in the plainest way: lines split at the separator, since no simulated cell holds a separator or a line break. It shares no code with
/// the program, so that it can contradict it.
/// </summary>
internal sealed class NaiveTable
{
    private readonly string[] headings;

    private NaiveTable(string[] headings, List<string[]> rows) => (this.headings, Rows) = (headings, rows);

    /// <summary>The rows that are not blank.</summary>
    public List<string[]> Rows { get; }

    public static NaiveTable Read(string path, char separator, Encoding encoding)
    {
        string[][] lines = [.. File.ReadAllText(path, encoding).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(separator))];
        return new NaiveTable(lines[0], [.. lines.Skip(1).Where(cells => cells.Any(cell => cell.Length > 0))]);
    }

    public string this[string[] row, string heading]
    {
        get
        {
            var column = Array.IndexOf(headings, heading);
            Assert.That(column, Is.GreaterThanOrEqualTo(0), $"there is no column '{heading}'");
            return row[column];
        }
    }

    public int Count(Func<Func<string, string>, bool> holds) => Rows.Count(row => holds(heading => this[row, heading]));
}
