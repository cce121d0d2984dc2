using System.Globalization;
using FlsAudit.Model;

namespace FlsAudit.Standards.Expressions;

/// <summary>
/// Reads a condition and checks its names and types against a scope. A wrong name or type is reported and reading goes on, so that all of them
/// are reported together; after an error of grammar the rest of the condition is not read.
/// </summary>
internal sealed class ExpressionParser
{
    private const int DaysInWeek = 7;
    private const int LongestWindow = 36_500;
    private const int DeepestNesting = 64;

    private readonly WrittenOut written;
    private readonly Scope scope;
    private readonly Action<int, string> problem;
    private readonly IReadOnlyList<Token> tokens;
    private int position;
    private int depth;
    private int tests;
    private int nodes;
    private bool sound = true;

    private ExpressionParser(string text, Scope scope, Action<int, string> problem)
    {
        written = new WrittenOut(text);
        this.scope = scope;
        this.problem = problem;
        var words = Token.Split(text, Report);
        tokens = Token.Expand(words, scope, Report);
        foreach (var token in words)
            if (token.Kind == TokenKind.Parameter && scope.Parameter(token.Text[1..]) is { } parameter) written.Replace(token.Start, token.End, parameter.Value);
    }

    private Token Next => tokens[position];

    /// <summary>The condition, or null when it has problems; each was reported with its offset.</summary>
    public static Expression? Parse(string text, Scope scope, Action<int, string> problem)
    {
        if (!ConditionSize.IsReadable(text, problem)) return null;
        var parser = new ExpressionParser(text, scope, problem);
        try
        {
            if (parser.written.Length > ConditionSize.LongestWrittenOut) throw parser.Stop(0, $"the condition stands for more than {ConditionSize.LongestWrittenOut} characters.");
            var expression = parser.ParseOr();
            parser.ExpectEnd();
            return parser.sound ? expression : null;
        }
        catch (GrammarException)
        {
            return null;
        }
    }

    /// <summary>Reads <c>days(from, to)</c>; null when it has problems.</summary>
    public static DayDifference? ParseDays(string text, Scope scope, Action<int, string> problem)
    {
        if (!ConditionSize.IsReadable(text, problem)) return null;
        var parser = new ExpressionParser(text, scope, problem);
        try
        {
            parser.Expect("days", "expected days(DATE, DATE)");
            var difference = parser.ParseDayArguments();
            parser.ExpectEnd();
            return parser.sound ? difference : null;
        }
        catch (GrammarException)
        {
            return null;
        }
    }

    /// <summary>Reads <c>90 days after fracture_date</c>; null when it has problems.</summary>
    public static DueRule? ParseDue(string text, Scope scope, Action<int, string> problem)
    {
        if (!ConditionSize.IsReadable(text, problem)) return null;
        var parser = new ExpressionParser(text, scope, problem);
        try
        {
            var days = parser.ParseDuration();
            parser.Expect("after", "expected 'after' and a date field, as in '90 days after fracture_date'");
            var start = parser.ParseField(FieldType.Date);
            parser.ExpectEnd();
            return parser.sound && start is not null ? new DueRule(days, start) : null;
        }
        catch (GrammarException)
        {
            return null;
        }
    }

    private Expression ParseOr()
    {
        var start = Next.Start;
        var left = ParseAnd();
        while (Take("or"))
        {
            var right = ParseAnd();
            left = new Or(TextFrom(start), left, right);
        }

        return left;
    }

    private Expression ParseAnd()
    {
        var start = Next.Start;
        var left = ParseUnary();
        while (Take("and"))
        {
            var right = ParseUnary();
            left = new And(TextFrom(start), left, right);
        }

        return left;
    }

    private Expression ParseUnary()
    {
        var start = Next.Start;
        if (++depth > DeepestNesting) throw Stop(start, "the condition is nested too deeply.");
        try
        {
            if (Take("not"))
            {
                var operand = ParseUnary();
                return new Not(TextFrom(start), operand);
            }

            if (!Take("(")) return ParseTest();
            var inner = ParseOr();
            Expect(")", "expected ')'");
            return inner;
        }
        finally
        {
            depth--;
        }
    }

    private Expression ParseTest()
    {
        var start = Next.Start;
        if (++tests > ConditionSize.MostTests) throw Stop(start, $"the condition has more than {ConditionSize.MostTests} tests.");
        if (Next.Text == "days")
        {
            position++;
            var difference = ParseDayArguments();
            var comparison = ParseComparison();
            var number = ParseNumber();
            return difference is null ? Broken(start) : new DayComparison(TextFrom(start), difference, comparison, number);
        }

        if (ParseShared() is { } shared) return shared;
        var field = ParseField(null);
        switch (Next.Text)
        {
            case "is":
                return ParseIs(start, field);
            case "in":
                return ParseIn(start, field, negated: false);
            case "not":
                position++;
                return ParseIn(start, field, negated: true);
            case "within":
                return ParseWithin(start, field);
            case "on":
                return ParseOnOrAfter(start, field);
            default:
                return ParseCompared(start, field);
        }
    }

    // A shared condition stands for the whole of it; its tests count, or a chain of conditions could stand for millions.
    private Expression? ParseShared()
    {
        var token = Next;
        if (token.Kind != TokenKind.Name || scope.Condition(token.Text) is not { } shared) return null;
        position++;
        tests += SingleTests.Of(shared.When).Count() - 1;
        nodes += ConditionSize.NodesIn(shared.When);
        if (tests > ConditionSize.MostTests || nodes > ConditionSize.MostNodes) throw Stop(token.Start, $"the condition has more than {ConditionSize.MostTests} tests.");
        written.Replace(token.Start, token.End, $"({shared.When.Text})");
        if (written.Length > ConditionSize.LongestWrittenOut) throw Stop(token.Start, $"the condition stands for more than {ConditionSize.LongestWrittenOut} characters.");
        return shared.When;
    }

    private Expression ParseIs(int start, Field? field)
    {
        position++;
        if (Take("known")) return field is null ? Broken(start) : new IsKnown(TextFrom(start), field);
        if (Take("missing")) return field is null ? Broken(start) : new Not(TextFrom(start), new IsKnown(TextFrom(start), field));
        if (Take("after")) return ParseAfterAsAt(start, field);
        throw Stop(Next.Start, $"expected 'known', 'missing' or 'after {ReservedWords.AsAt}' after 'is', found {Shown(Next)}.");
    }

    private Expression ParseAfterAsAt(int start, Field? field)
    {
        if (!Take(ReservedWords.AsAt)) throw Stop(Next.Start, $"expected '{ReservedWords.AsAt}' after 'is after', found {Shown(Next)}; two date fields are compared with < and >.");
        if (field is { Type: not FieldType.Date }) Report(start, $"'is after {ReservedWords.AsAt}' needs a date; '{field.Name}' is a {Shown(field.Type)}.");
        return field is null ? Broken(start) : new AfterAsAt(TextFrom(start), field);
    }

    private Expression ParseIn(int start, Field? field, bool negated)
    {
        if (field is { Type: FieldType.Number or FieldType.Date })
            throw Stop(start, $"'in' needs a code field; '{field.Name}' is a {Shown(field.Type)}.");
        Expect("in", negated ? "expected 'in' after 'not'" : "expected 'in'");
        Expect("(", "expected '(' and a list of codes");
        var codes = new List<int>();
        do
        {
            codes.Add(ParseCode(field));
        }
        while (Take(","));
        Expect(")", "expected ',' or ')' in the list of codes");
        if (field is not { Type: FieldType.Code }) return Broken(start);
        if (codes.Where(code => code >= 0).GroupBy(code => code).Any(group => group.Count() > 1)) Report(start, "a code stands twice in the list.");
        var test = new HasCode(TextFrom(start), field, codes);
        return negated ? new Not(test.Text, test) : test;
    }

    private Expression ParseWithin(int start, Field? field)
    {
        position++;
        var days = ParseDuration();
        Expect("of", "expected 'of' and a date field");
        return ParseStart(start, field, "within", days);
    }

    private Expression ParseOnOrAfter(int start, Field? field)
    {
        position++;
        Expect("or", "expected 'on or after' and a date field");
        Expect("after", "expected 'on or after' and a date field");
        return ParseStart(start, field, "on or after", Within.NoLimit);
    }

    private Expression ParseStart(int start, Field? field, string words, int days)
    {
        var from = ParseField(FieldType.Date);
        if (field is { Type: FieldType.Number or FieldType.Code }) Report(start, $"'{words}' needs a date; '{field.Name}' is a {Shown(field.Type)}.");
        return field is null || from is null ? Broken(start) : new Within(TextFrom(start), field, days, from);
    }

    private Expression ParseCompared(int start, Field? field)
    {
        var comparison = ParseComparison();
        switch (field?.Type)
        {
            case FieldType.Number:
                var number = ParseNumber();
                return new NumberComparison(TextFrom(start), field, comparison, number);
            case FieldType.Date:
                var other = ParseField(FieldType.Date);
                return other is null ? Broken(start) : new DateComparison(TextFrom(start), field, comparison, other);
            case FieldType.Code:
                var code = ParseCode(field);
                if (comparison is not (Comparison.Equal or Comparison.NotEqual))
                    Report(start, $"codes have no order: '{field.Name}' can only be compared with = and !=.");
                var test = new HasCode(TextFrom(start), field, [code]);
                return comparison == Comparison.NotEqual ? new Not(test.Text, test) : test;
            default:
                // The field's name was wrong and reported; whatever it is compared with is passed over.
                if (Next.Kind == TokenKind.End) throw Stop(Next.Start, "expected a value to compare with, found the end.");
                position++;
                return Broken(start);
        }
    }

    private DayDifference? ParseDayArguments()
    {
        Expect("(", "expected '(' after 'days'");
        var from = ParseField(FieldType.Date);
        Expect(",", "expected ',' between the two dates");
        var to = ParseField(FieldType.Date);
        Expect(")", "expected ')'");
        return from is null || to is null ? null : new DayDifference(from, to);
    }

    private int ParseDuration()
    {
        var start = Next.Start;
        var number = ParseNumber();
        var unit = Next;
        var factor = unit.Text switch
        {
            "day" or "days" => 1,
            "week" or "weeks" => DaysInWeek,
            _ => throw Stop(unit.Start, $"expected 'days' or 'weeks', found {Shown(unit)}."),
        };
        position++;
        if (number >= 0 && number == Math.Floor(number) && number <= LongestWindow) return (int)number * factor;
        Report(start, $"a window is a whole number of days or weeks from 0 to {LongestWindow}.");
        return 0;
    }

    private double ParseNumber()
    {
        var token = Next;
        if (token.Kind != TokenKind.Number
            || !double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw Stop(token.Start, $"expected a number, found {Shown(token)}.");
        position++;
        return number;
    }

    private Comparison ParseComparison()
    {
        if (!ReservedWords.Comparisons.TryGetValue(Next.Text, out var comparison))
            throw Stop(Next.Start, $"expected a comparison (= != < <= > >=), 'in', 'is', 'within' or 'on or after', found {Shown(Next)}.");
        position++;
        return comparison;
    }

    private Field? ParseField(FieldType? wanted)
    {
        var token = Next;
        if (token.Kind != TokenKind.Name || ReservedWords.All.Contains(token.Text))
            throw Stop(token.Start, $"expected a field, found {Shown(token)}.");
        position++;
        var field = scope.Dictionary.Find(token.Text);
        if (field is null)
            Report(token.Start, $"there is no field '{token.Text}'{NearestName.Hint(token.Text, scope.Dictionary.Fields.Select(f => f.Name).Concat(wanted is null ? scope.ConditionNames : []))}");
        else if (field.Type == FieldType.Text)
            Report(token.Start, $"'{field.Name}' is a text; it identifies a record and cannot be measured.");
        else if (wanted is { } type && field.Type != type)
            Report(token.Start, $"expected a {Shown(type)}; '{field.Name}' is a {Shown(field.Type)}.");
        return field;
    }

    private int ParseCode(Field? field)
    {
        var token = Next;
        if (token.Kind != TokenKind.Name || ReservedWords.All.Contains(token.Text))
            throw Stop(token.Start, $"expected a code, found {Shown(token)}.");
        position++;
        if (field is not { Type: FieldType.Code }) return 0;
        var index = field.IndexOf(token.Text);
        if (index < 0)
            Report(token.Start, $"'{field.Name}' has no code '{token.Text}'{NearestName.Hint(token.Text, field.Values.Select(value => value.Code))}");
        else if (token.Text == CodeValue.NotKnown)
            Report(token.Start, $"a comparison with '{CodeValue.NotKnown}' is never true; write '{field.Name} is missing' or 'is known'.");
        return index;
    }

    private bool Take(string word)
    {
        if (Next.Text != word) return false;
        position++;
        return true;
    }

    private void Expect(string word, string message)
    {
        if (!Take(word)) throw Stop(Next.Start, $"{message}, found {Shown(Next)}.");
    }

    private void ExpectEnd()
    {
        if (Next.Kind != TokenKind.End) throw Stop(Next.Start, $"expected 'and', 'or' or the end, found {Shown(Next)}.");
    }

    private string TextFrom(int start) => written.Of(start, tokens[position - 1].End);

    // A stand-in where a name was wrong: it keeps the reading going and is never returned to anybody.
    private IsKnown Broken(int start)
    {
        sound = false;
        return new IsKnown(TextFrom(start), scope.Dictionary.Fields[0]);
    }

    private void Report(int offset, string message)
    {
        sound = false;
        problem(offset, message);
    }

    private GrammarException Stop(int offset, string message)
    {
        Report(offset, message);
        return new GrammarException();
    }

    private static string Shown(Token token) => token.Kind == TokenKind.End ? "the end" : $"'{token.Text}'";

    private static string Shown(FieldType type) => type switch
    {
        FieldType.Code => "code field",
        FieldType.Date => "date",
        FieldType.Number => "number",
        _ => "text",
    };

    private sealed class GrammarException : Exception;
}
