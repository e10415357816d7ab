namespace Compare.Cli.Commands;

/// <summary><c>compare list</c>: what has a name.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal)
    {
        var strategies = new Command("strategies", "Show each predicate: condition, origin, and what it answers to every input.");
        var names = SelectionOptions.StrategyOption("each shipped one");
        var onto = SelectionOptions.OntoOption();
        strategies.Add(names);
        strategies.Add(onto);
        strategies.SetAction(parsed =>
        {
            var named = NamedStrategies.Of([.. parsed.GetValue(names) ?? []], parsed.GetValue(onto));
            terminal.Screen.Write(ListReport.Strategies(named.All.Select(StrategyDescription.Of)));
            return ExitCodes.Done;
        });
        var kernels = new Command("kernels", "Show the kernels side by side: every decision in which they may differ.");
        kernels.SetAction(_ =>
        {
            terminal.Screen.Write(ListReport.Kernels(Catalogue.Kernels.Select(KernelDescription.Of)));
            return ExitCodes.Done;
        });
        var words = new Command("words", "Show the columns, operators and named sets that --where understands.");
        words.SetAction(_ =>
        {
            terminal.Screen.Write(ListReport.Vocabulary(FilterVocabulary.ScenarioOnly));
            return ExitCodes.Done;
        });
        var steps = new Command("steps", "Show the steps that a scenario can have.");
        steps.SetAction(_ =>
        {
            terminal.Screen.Write(ListReport.Steps());
            return ExitCodes.Done;
        });
        var rules = new Command("rules", "Show the rules by which strategies are judged on their own, worst first.");
        rules.SetAction(_ =>
        {
            terminal.Screen.Write(ListReport.Rules(FindingRule.All));
            return ExitCodes.Done;
        });
        var verdicts = new Command("verdicts", "Show the rules by which a candidate is mergeable or not.");
        verdicts.SetAction(_ =>
        {
            terminal.Screen.Write(VerdictWords.List());
            return ExitCodes.Done;
        });
        return new Command("list", "Show the strategies, the kernels, the steps, the words that other commands can name, the rules of findings, or of verdicts.")
        {
            strategies, kernels, steps, words, rules, verdicts,
        };
    }
}
