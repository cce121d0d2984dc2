using FlsAudit.Standards;

namespace FlsAudit.Reports.Wording;

/// <summary>Answers of the organisation in words.</summary>
internal static class AnswerText
{
    public const string NotAnswered = "not answered";

    /// <summary>What was answered; codes by their meaning.</summary>
    public static string Of(Answer? answer) => answer switch
    {
        null => NotAnswered,
        { Percent: { } percent } => PrintedNumber.AsNeeded(percent) + " %",
        { Question.Type: AnswerType.Text } => answer.Text,
        { Codes.Count: 0 } => "none of them",
        _ => string.Join("; ", answer.Codes.Select(code => answer.Question.Values.FirstOrDefault(value => value.Code == code)?.Meaning ?? code)),
    };
}
