using System.Globalization;
using System.Text;

namespace FlsAudit.Benchmarks;

/// <summary>A canonical export of any length, 30 columns wide, made by arithmetic alone: the same number of rows gives the same bytes.</summary>
internal static class CanonicalFile
{
    private const int Sites = 200;
    private const int Days = 1095;
    private const int TextsPerColumn = 64;

    private static readonly DateOnly First = new(2023, 1, 1);

    private static readonly string[] Headings =
    [
        "record_id", "site", "patient_id", "sex", "age_at_fracture", "residence", "fracture_date", "fracture_site", "fracture_side", "setting",
        "identified_date", "attendance", "assessment_date", "dxa", "dxa_date", "t_score", "bloods", "falls_assessment", "treatment", "prescribed",
        "drug", "treatment_start_date", "strength_balance", "strength_balance_date", "followup_16w", "followup_16w_date", "treatment_16w", "followup_52w", "followup_52w_date", "treatment_52w",
    ];

    /// <summary>Writes the file, unless it is there already.</summary>
    public static string Write(string folder, long rows)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"canonical-{rows}.csv"));
        if (File.Exists(path)) return path;
        var beside = path + ".part";
        using (var writer = new StreamWriter(beside, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" })
        {
            writer.WriteLine(string.Join(',', Headings));
            for (var row = 0L; row < rows; row++) WriteRow(writer, row);
        }

        File.Move(beside, path);
        return path;
    }

    private static void WriteRow(StreamWriter writer, long row)
    {
        var state = (ulong)row;
        int Next(int below)
        {
            // SplitMix64.
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }

        string One(params ReadOnlySpan<string> texts) => texts[Next(TextsPerColumn) % texts.Length];
        var day = Next(Days);
        string Later(int most) => Next(5) == 0 ? "" : First.AddDays(day + Next(most)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"R{row:00000000},Hospital {Next(Sites):000},P{Next(int.MaxValue):0000000000},{One("female", "female", "male")},{50 + Next(45)},{One("own_home", "care_home")},"));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{First.AddDays(day):yyyy-MM-dd},{One("hip", "spine", "wrist", "humerus", "pelvis", "other")},{One("left", "right", "")},{One("in_patient", "out_patient")},"));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Later(20)},{One("attended", "declined", "waiting", "did_not_attend")},{Later(120)},{One("done", "ordered", "not_ordered")},{Later(120)},-{Next(40) / 10.0:0.0},"));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{One("done", "not_done")},{One("yes", "no", "")},{One("recommended", "declined", "referred_gp", "not_known")},{One("yes", "no")},{One("alendronate", "zoledronate", "denosumab", "")},{Later(150)},"));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{One("yes", "no", "")},{Later(150)},{One("yes", "no", "")},{Later(140)},{One("on_treatment", "not_started", "")},{One("yes", "no", "")},{Later(400)},{One("on_treatment", "stopped", "")}\n"));
    }
}
