using System.Globalization;

namespace Compare.Comparison;

/// <summary>The outcomes of a file: what this program wrote, or what was observed.</summary>
public sealed class OutcomeTable
{
    private readonly long[] _lines;

    private OutcomeTable(string path, OutcomeSet outcomes, long[] lines, ImmutableArray<string> extraColumns)
        => (Path, Outcomes, _lines, ExtraColumns) = (path, outcomes, lines, extraColumns);

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>The outcomes, at least one, whatever the order of the file.</summary>
    public OutcomeSet Outcomes { get; }

    /// <summary>The columns that are no part of an outcome, in the order of the file. Their cells are not kept: report them.</summary>
    public ImmutableArray<string> ExtraColumns { get; }

    /// <summary>Every outcome with its place in <see cref="Outcomes"/>, in ordinal order of id, kernel and strategy.</summary>
    public IEnumerable<(int ScenarioIndex, int ContenderIndex)> Rows =>
        from scenario in Enumerable.Range(0, Outcomes.Scenarios.Length)
        from contender in Enumerable.Range(0, Outcomes.Contenders.Length)
        where Outcomes.Has(scenario, contender)
        select (scenario, contender);

    /// <summary>Reads a file.</summary>
    /// <param name="path">A CSV file; decompressed if its name ends in <c>.gz</c>. Columns and rows may stand in any order, lines may end in
    /// CRLF, and a byte order mark may come first.</param>
    /// <param name="pool">Takes the outcomes; one of its own unless several tables are to be compared.</param>
    /// <exception cref="InputException">Anything else that is not as the format says, with file, line and column.</exception>
    public static OutcomeTable Read(string path, OutcomePool? pool = null)
    {
        using var rows = new TableRecords(path, OutcomeColumns.All);
        return new Reader(rows, pool ?? new OutcomePool()).Read();
    }

    /// <summary>The line of the file where a row begins, counted from 1.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="contender">Index of the contender.</param>
    public long LineOf(int scenario, int contender) => _lines[(scenario * Outcomes.Contenders.Length) + contender];

    /// <summary>Reads the rows. Equal scenarios, names and cells become one object each.</summary>
    private sealed class Reader(TableRecords rows, OutcomePool pool)
    {
        private const int Kernel = 1;
        private const int Strategy = 2;
        private static readonly int FirstMeasure = OutcomeColumns.All.Length - OutcomeColumns.Measures.Length;
        private readonly ScenarioReader _scenarioReader = new(rows);
        private readonly Dictionary<string, (Scenario Scenario, long Line)> _scenarios = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Scenario> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<(Scenario What, ContenderName Who), (int Id, long Line)> _rows = [];
        private readonly Dictionary<string, int> _cells = new(StringComparer.Ordinal);
        private readonly HashSet<ContenderName> _contenders = [];
        private char[] _text = new char[256];

        public OutcomeTable Read()
        {
            while (rows.Read())
            {
                var scenario = ReadScenario();
                var contender = new ContenderName(Name(Kernel), Name(Strategy));
                var id = ReadOutcome(scenario);
                if (!_rows.TryAdd((scenario, contender), (id, rows.Line)))
                {
                    var first = Text(_rows[(scenario, contender)].Line);
                    throw rows.Error(
                        null,
                        $"found ({scenario.Id}, {contender.KernelName}, {contender.StrategyName}) again, which line {first} has already; "
                        + "expected (id, kernel, strategy) unique in the file");
                }

                _contenders.Add(contender);
            }

            return _rows.Count > 0
                ? Table()
                : throw rows.Error(null, "found a header without rows, expected at least one outcome", line: 1);
        }

        private static string Text(long line) => line.ToString(CultureInfo.InvariantCulture);

        private OutcomeTable Table()
        {
            var scenarios = _scenarios.Values.Select(item => item.Scenario).ToArray();
            Array.Sort(scenarios, (a, b) => string.CompareOrdinal(a.Id, b.Id));
            var contenders = _contenders.ToArray();
            Array.Sort(contenders, ContenderName.Compare);
            var ids = new int[scenarios.Length * contenders.Length];
            var lines = new long[ids.Length];
            for (var i = 0; i < ids.Length; i++)
            {
                var (scenario, contender) = Math.DivRem(i, contenders.Length);
                (ids[i], lines[i]) = _rows.TryGetValue((scenarios[scenario], contenders[contender]), out var row) ? row : (OutcomeSet.None, 0);
            }

            return new OutcomeTable(rows.Path, new OutcomeSet([.. scenarios], [.. contenders], pool, ids), lines, rows.Extra);
        }

        /// <summary>The scenario of the row: the same as that of every other row with its id.</summary>
        private Scenario ReadScenario()
        {
            var scenario = _scenarioReader.Read(_known.GetAlternateLookup<ReadOnlySpan<char>>());
            if (_scenarios.TryAdd(scenario.Id, (scenario, rows.Line)))
            {
                _known.Add(scenario.Id, scenario);
                return scenario;
            }

            var (first, line) = _scenarios[scenario.Id];
            if (first.Equals(scenario))
            {
                return first;
            }

            var column = ScenarioColumns.All.First(name => ScenarioColumns.Text(first, name) != ScenarioColumns.Text(scenario, name));
            throw rows.Error(
                column,
                $"found '{ScenarioColumns.Text(scenario, column)}' for {Problem.Quote(scenario.Id)}, expected "
                + $"'{ScenarioColumns.Text(first, column)}' as in line {Text(line)}: one id is one scenario");
        }

        private string Name(int column)
        {
            var field = rows.Text(column);
            return field.IsEmpty ? throw rows.Error(rows.Columns[column], "found nothing, expected a name") : field.ToString();
        }

        /// <summary>The id of the row's outcome. What the cells may hold depends on the scenario too, which is asked at every row.</summary>
        private int ReadOutcome(Scenario scenario)
        {
            var length = 0;
            for (var i = FirstMeasure; i < OutcomeColumns.All.Length; i++)
            {
                Append(rows.Text(i), ref length);
                Append("\n", ref length);
            }

            Append(scenario.StepsText, ref length);
            var known = _cells.GetAlternateLookup<ReadOnlySpan<char>>();
            if (known.TryGetValue(_text.AsSpan(0, length), out var found))
            {
                return found;
            }

            var cells = Enumerable.Range(FirstMeasure, OutcomeColumns.Measures.Length).Select(column => rows.Text(column).ToString()).ToArray();
            if (!OutcomeText.TryParse(scenario, cells, out var outcome, out var broken))
            {
                throw rows.Error(broken.Value.Column, broken.Value.Problem);
            }

            var id = pool.IdOf(outcome);
            known.Dictionary.Add(_text.AsSpan(0, length).ToString(), id);
            return id;
        }

        private void Append(ReadOnlySpan<char> text, ref int length)
        {
            if (length + text.Length > _text.Length)
            {
                Array.Resize(ref _text, Math.Max(length + text.Length, 2 * _text.Length));
            }

            text.CopyTo(_text.AsSpan(length));
            length += text.Length;
        }
    }
}
