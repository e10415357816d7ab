using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>What <c>list words</c> prints: the filter language.</summary>
public static class WordReport
{
    private static readonly (string Form, string Meaning)[] Forms =
    [
        ("COLUMN = value", "the column has the value; != has not"),
        ("COLUMN in (a, b)", "it has one of them; not in: none"),
        ("COLUMN in WORD", "it has one of a named set, below"),
        ("COLUMN ~ pattern", "it matches, * any text, ? one character; !~ does not"),
        ("not, and, or, ( )", "bind in this order"),
    ];

    /// <summary>Writes the report.</summary>
    /// <param name="vocabulary">The columns of a scenario.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(FilterVocabulary vocabulary, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(screen);
        screen.Heading("Conditions:");
        screen.Line();
        var forms = Tables.Create(2, "form", "meaning");
        foreach (var (form, meaning) in Forms)
        {
            forms.Row(form, meaning);
        }

        screen.Table(forms);
        screen.Line();
        screen.Line($"Columns: {string.Join(", ", vocabulary.Columns.Select(column => column.Name))}, kernel, strategy.");
        screen.Line("access is the verb of the last step, at its place, prior the steps before it, or none.");
        screen.Line("A value with a blank stands in double quotes: steps = \"load store\".");
        screen.Line();
        screen.Heading("Named sets:");
        screen.Line();
        var words = Tables.Create(4, "word", "column", "values", "meaning");
        foreach (var word in WordSets.All)
        {
            words.Row(word.Name, word.Column, string.Join(", ", word.Values), word.Meaning);
        }

        screen.Table(words);
    }
}
