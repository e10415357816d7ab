using System.Text.RegularExpressions;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

/// <summary>What an expression means, said as simply as possible: every column is a text.</summary>
internal static class NaiveFilter
{
    public static bool Matches(FilterExpression expression, FilterSubject subject) => expression switch
    {
        AndFilter and => and.Operands.All(operand => Matches(operand, subject)),
        OrFilter or => or.Operands.Any(operand => Matches(operand, subject)),
        NotFilter not => !Matches(not.Operand, subject),
        InSetFilter set => set.Values.Contains(Text(set.Column.Name, subject)),
        GlobFilter glob => Regex.IsMatch(Text(glob.Column.Name, subject), Pattern(glob.Pattern), RegexOptions.Singleline),
        _ => throw new ArgumentException($"no meaning for {expression.GetType()}"),
    };

    private static string Text(string column, FilterSubject subject) => column switch
    {
        "kernel" => subject.Kernel!,
        "strategy" => subject.Strategy!,
        _ => ScenarioColumns.Text(subject.Scenario, column),
    };

    private static string Pattern(string glob)
        => $@"\A{string.Concat(glob.Select(c => c switch { '*' => ".*", '?' => ".", _ => Regex.Escape(c.ToString()) }))}\z";
}
