using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Tests.Comparison;

/// <summary>Functions of tables, against a plain table of values for every way to answer four cells.</summary>
public sealed class DiagramTests
{
    private static readonly int[] Cells = [2, 5, 11, 20];
    private readonly Diagrams _diagrams = new();
    private readonly Random _random = new(1);

    private static IEnumerable<byte[]> Tables =>
        from number in Enumerable.Range(0, 6 * 6 * 6 * 6)
        select TableOf(number);

    [Fact]
    public void A_function_has_the_value_of_the_branch_that_the_answers_choose_whatever_the_order_of_the_cells()
    {
        for (var round = 0; round < 200; round++)
        {
            var (function, expected) = Any(depth: 4);
            Assert.All(Tables, table => Assert.Equal(expected(table), _diagrams.Evaluate(function, table)));
        }
    }

    [Fact]
    public void Equal_functions_have_one_number_and_others_have_not()
    {
        var known = new Dictionary<string, int>();
        for (var round = 0; round < 2_000; round++)
        {
            var (function, expected) = Any(depth: 3);
            var values = string.Join(',', Tables.Select(expected));
            Assert.Equal(known.TryGetValue(values, out var number), known.ContainsValue(function));
            Assert.True(number == function || known.TryAdd(values, function));
        }

        Assert.InRange(known.Count, 100, 1_900);
    }

    [Fact]
    public void Sets_join_restrict_and_count_as_sets_of_tables_do()
    {
        var sets = new TableSets(_diagrams, [.. Cells]);
        for (var round = 0; round < 100; round++)
        {
            var ((left, inLeft), (right, inRight)) = (Any(depth: 4), Any(depth: 4));
            var (a, b) = (sets.Where(left, value => value == 1), sets.Where(right, value => value != 0));
            Holds(sets.Both(a, b), table => inLeft(table) == 1 && inRight(table) != 0);
            Holds(sets.Either(a, b), table => inLeft(table) == 1 || inRight(table) != 0);
            Holds(sets.Equal(left, right), table => inLeft(table) == inRight(table));
            Holds(sets.Given(a, 5, 3), table => inLeft(With(table, 5, 3)) == 1);
            Holds(sets.Without(11, 2), table => table[11] != 2);
            Assert.Equal(Tables.LongCount(table => inLeft(table) == 1), sets.Count(a));
            Assert.Equal(
                Tables.Where(table => inLeft(table) == 1).Select(table => string.Join(' ', table)).Order(),
                sets.TablesOf(a, [.. Cells.Select(_ => Enumerable.Range(0, 6).ToImmutableArray())]).Select(table => string.Join(' ', table)).Order());
            Assert.Equal(Tables.Select(inLeft).Distinct().Order(), _diagrams.ValuesOf(left).Order());
        }

        void Holds(int set, Func<byte[], bool> isIn) => Assert.All(Tables, table => Assert.Equal(isIn(table) ? 1 : 0, _diagrams.Evaluate(set, table)));
    }

    private static byte[] TableOf(int number)
    {
        var table = new byte[PredicateCell.All.Length];
        foreach (var cell in Cells)
        {
            (number, table[cell]) = (number / 6, (byte)(number % 6));
        }

        return table;
    }

    private static byte[] With(byte[] table, int cell, byte answer)
    {
        byte[] changed = [.. table];
        changed[cell] = answer;
        return changed;
    }

    /// <summary>A function put together at random, cells in any order and again below themselves, and its value for a table.</summary>
    private (int Function, Func<byte[], int> Value) Any(int depth)
    {
        if (depth == 0 || _random.Next(4) == 0)
        {
            var value = _random.Next(3);
            return (Diagrams.Constant(value), _ => value);
        }

        var cell = Cells[_random.Next(Cells.Length)];
        var (one, other) = (Any(depth - 1), Any(depth - 1));
        var isOne = Enumerable.Range(0, Branches.Length).Select(_ => _random.Next(2) == 0).ToArray();
        var branches = default(Branches);
        for (var answer = 0; answer < Branches.Length; answer++)
        {
            branches[answer] = isOne[answer] ? one.Function : other.Function;
        }

        return (_diagrams.Choose(cell, in branches), table => (isOne[table[cell]] ? one : other).Value(table));
    }
}
