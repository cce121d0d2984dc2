using System.Globalization;
using System.Text;
using CsvHelper;
using FlsAudit.Model;
using FlsAudit.Simulation.Definitions;

namespace FlsAudit.Simulation.Exports;

/// <summary>Writes an export as CSV in the profile's encoding, separator, decimal mark and date order.</summary>
internal sealed class CsvTableWriter : TableWriter
{
    private readonly CsvWriter csv;
    private readonly TextWriter? encoder;
    private readonly string dateFormat;
    private readonly char decimalMark;
    private readonly Dictionary<int, string> days = [];

    public CsvTableWriter(string path, FileDefinition file, RegistryProfile profile)
    {
        dateFormat = file.Dates == DateStyle.Iso ? "yyyy-MM-dd" : profile.DateOrder switch
        {
            DateOrder.DayFirst => "dd/MM/yyyy",
            DateOrder.MonthFirst => "MM/dd/yyyy",
            _ => "yyyy-MM-dd",
        };
        decimalMark = profile.DecimalMark;
        var encoding = file.Encoding ?? profile.Encoding;
        var options = CsvWriterOptions.Default with { Separator = file.Separator ?? profile.Separator, WriteByteOrderMark = encoding == "utf-8-bom" };
        switch (encoding)
        {
            case "utf-8" or "utf-8-bom":
                csv = CsvWriter.ToFile(path, options);
                break;
            case "windows-1252":
                // CsvHelper itself writes UTF-8 only.
                encoder = new StreamWriter(path, append: false, CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!);
                csv = CsvWriter.Create(encoder, options, leaveOpen: true);
                break;
            default:
                throw new ScenarioException($"The encoding '{encoding}' of '{file.Name}' is not known; utf-8, utf-8-bom and windows-1252 are.");
        }
    }

    public override void Header(IReadOnlyList<string> headings)
    {
        foreach (var heading in headings) csv.WriteField(heading);
        csv.EndRecord();
    }

    public override void Row(ReadOnlySpan<Cell> cells)
    {
        foreach (ref readonly var cell in cells)
        {
            switch (cell.Kind)
            {
                case CellKind.Date: csv.WriteField(Day(cell.Day)); break;
                case CellKind.SerialDate: csv.WriteField(cell.Serial.ToString(CultureInfo.InvariantCulture)); break;
                case CellKind.Number when decimalMark != '.': csv.WriteField(cell.Text.Replace('.', decimalMark)); break;
                case CellKind.Blank: csv.WriteField(""); break;
                default: csv.WriteField(cell.Text); break;
            }
        }

        csv.EndRecord();
    }

    public override void Complete() => csv.Flush();

    protected override void Dispose(bool disposing)
    {
        csv.Dispose();
        encoder?.Dispose();
    }

    private string Day(int day)
    {
        if (!days.TryGetValue(day, out var text))
            days.Add(day, text = DateOnly.FromDayNumber(day).ToString(dateFormat, CultureInfo.InvariantCulture));
        return text;
    }
}
