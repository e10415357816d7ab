using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>What <c>list words</c> says: the filter language.</summary>
public static class WordReport
{
    private static readonly Words[][] Forms =
    [
        ["COLUMN = value", "the column has the value; != has not"],
        ["COLUMN in (a, b)", "it has one of them; not in: none"],
        ["COLUMN in WORD", "it has one of a named set, below"],
        ["COLUMN ~ pattern", "it matches, * any text, ? one character; !~ does not"],
        ["not, and, or, ( )", "bind in this order"],
    ];

    /// <summary>Makes the report.</summary>
    /// <param name="vocabulary">The columns of a scenario.</param>
    public static Document Of(FilterVocabulary vocabulary)
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
}
