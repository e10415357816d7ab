namespace Compare.Reports;

/// <summary>What <c>list</c> says.</summary>
public static class ListReport
{
    private static readonly Words[][] Forms =
    [
        ["COLUMN = value", "the column has the value; != has not"],
        ["COLUMN in (a, b)", "it has one of them; not in: none"],
        ["COLUMN in WORD", "it has one of a named set, below"],
        ["COLUMN ~ pattern", "it matches, * any text, ? one character; !~ does not"],
        ["not, and, or, ( )", "bind in this order"],
    ];

    /// <summary>Condition, origin and decision table of each strategy.</summary>
    /// <param name="strategies">The strategies, in the order in which they are shown.</param>
    public static Document Strategies(IEnumerable<StrategyDescription> strategies)
        => new(strategies.SelectMany(Blocks), new Layout(Margin: 2, Labels: 11));

    /// <summary>The policies of kernels side by side.</summary>
    /// <param name="kernels">At least one kernel.</param>
    public static Document Kernels(IEnumerable<KernelDescription> kernels)
    {
        var all = kernels.ToArray();
        var table = new Table(
            ["policy", .. all.Select(kernel => kernel.IsObserved ? kernel.Name : $"{kernel.Name} (never observed)")], all.Length + 1);
        for (var i = 0; i < all[0].Policies.Length; i++)
        {
            table.Add([all[0].Policies[i].Key, .. all.Select(kernel => (Words)kernel.Policies[i].Value)]);
        }

        return new Document(all.All(kernel => kernel.IsObserved)
            ? [table]
            : [table, new Paragraph("(never observed): no real kernel like this was recorded.")]);
    }

    /// <summary>Every rule that a finding can come from, worst first.</summary>
    /// <param name="rules">The rules.</param>
    public static Document Rules(IEnumerable<FindingRule> rules)
    {
        var table = new Table(["rule", "severity", "finds", "judged by"], Texts: 4);
        foreach (var rule in rules.OrderBy(rule => rule.Severity))
        {
            table.Add(rule.Id, SeverityWords.Of(rule.Severity), rule.Text, rule.IsOfSteps ? "each step" : "outcomes of the strategies run");
        }

        return new Document([table, new Paragraph($"Severities, worst first: {string.Join(", ", SeverityWords.All)}.")]);
    }

    /// <summary>Every step that a scenario can have.</summary>
    public static Document Steps()
    {
        var table = new Table(["step", "place", "done by", "what is done"], Texts: 4);
        foreach (var (word, namesPage, isByAnother, meaning) in StepWords.All)
        {
            table.Add(word, namesPage ? "may follow" : "", isByAnother ? "another task" : "the task", meaning);
        }

        var places = StepWords.NamedPlaces.Select(place => $"@{place.Word} {place.Page}");
        return new Document(
        [
            table,
            new Paragraph($"A place follows its step without a blank, as in load@far: {string.Join(", ", places)}."
                + Words.SoftBreak + "A step that waits for a frozen file system goes on with the next thaw; without one it ends the run."),
        ]);
    }

    /// <summary>The filter language.</summary>
    /// <param name="vocabulary">The columns of a scenario.</param>
    public static Document Vocabulary(FilterVocabulary vocabulary)
    {
        var forms = new Table(["form", "meaning"], Texts: 2);
        forms.Rows.AddRange(Forms);
        var words = new Table(["word", "column", "values", "meaning"], Texts: 4);
        foreach (var word in WordSets.All)
        {
            words.Add(word.Name, word.Column, string.Join(", ", word.Values), word.Meaning);
        }

        return new Document(
        [
            new Heading(2, "Conditions:"),
            forms,
            new Paragraph($"Columns: {string.Join(", ", vocabulary.Columns.Select(column => column.Name))}, kernel, strategy."
                + Words.SoftBreak + "access is the verb of the last step, at its place, prior the steps before it, or none."
                + Words.SoftBreak + "A value with a blank stands in double quotes: steps = \"load store\"."),
            new Heading(2, "Named sets:"),
            words,
        ]);
    }

    private static IEnumerable<Block> Blocks(StrategyDescription strategy)
    {
        yield return new Heading(2, strategy.Name);
        yield return new Item(strategy.Condition, "condition:");
        yield return new Item(strategy.Origin, "origin:");
        var table = new Table(["write", "VM_SHARED", "cow_page", "PUD", "PMD", "PTE"], Texts: 6, Keys: 3);
        foreach (var decision in strategy.Decisions)
        {
            table.Add(Word(decision.IsWrite), Word(decision.IsShared), Word(decision.HasCowPage), decision.Pud, decision.Pmd, decision.Pte);
        }

        yield return table;
        var width = strategy.Source.Select(line => line.At.Length).DefaultIfEmpty().Max();
        foreach (var (place, text) in strategy.Source)
        {
            yield return new Item(Words.Code(TabsExpanded(text)), $"{place}:".PadRight(width + 1));
        }
    }

    /// <summary>A line as a terminal shows it, with tabs of eight columns.</summary>
    private static string TabsExpanded(string line)
    {
        var parts = line.Split('\t');
        return string.Concat(parts[..^1].Select(part => part.PadRight(8 * ((part.Length / 8) + 1)))) + parts[^1];
    }

    private static string Word(bool value) => value ? "yes" : "no";
}
