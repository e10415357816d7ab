using Compare.Comparison;
using CsCheck;

namespace Compare.Tests.Comparison.Explaining;

public sealed class MinimiserTests
{
    private const int Count = 10;

    private static readonly int[] FourOfThree = [3, 3, 3, 3];

    [Theory]
    [InlineData(1.0, 0.5)]
    [InlineData(1.0, 0.15)]
    [InlineData(1.0, 0.85)]
    [InlineData(0.6, 0.5)]
    [InlineData(0.4, 0.3)]
    public void No_cover_has_fewer_terms_than_one_that_says_minimum(double given, double on)
    {
        var proven = 0;
        Cases.Check(Function(FourOfThree, given, on), seed: 0, Count, function =>
        {
            var (table, isOn) = function;
            var cover = Minimiser.Minimise(table, isOn);
            AssertExact(table, isOn, cover);
            if (cover.Proof == CoverProof.Minimum)
            {
                proven++;
                Assert.Equal(BruteForce.FewestTerms(table, isOn), cover.Terms.Length);
            }
        });
        Assert.Equal(Count, proven);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    public void A_cover_of_many_columns_holds_at_every_on_point_and_at_no_off_point(double given)
        => Cases.Check(Function([2, 5, 3, 4, 70, 2], given, 0.2), seed: 0, Count, function =>
        {
            var (table, isOn) = function;
            AssertExact(table, isOn, Minimiser.Minimise(table, isOn, new MinimiserLimits(20, 500, 500)));
        });

    [Theory]
    [InlineData(7, 9)]
    [InlineData(8, 8)]
    [InlineData(5, 13)]
    [InlineData(8, 16)]
    public void The_probe_finds_that_one_term_is_enough_exactly_where_it_is(int rows, int columns)
    {
        var codes = Enumerable.Range(0, rows * columns).SelectMany(point => (ushort[])[(ushort)(point / columns), (ushort)(point % columns)]);
        var probe = new CoverProbe(new PointTable([rows, columns], [.. codes]));
        Cases.Check(Gen.Select(Gen.Bool.Array[rows], Gen.Bool.Array[columns], Gen.Int[0, (rows * columns) - 1]), seed: 0, 100, term =>
        {
            var isOn = Enumerable.Range(0, rows * columns).Select(point => term.Item1[point / columns] && term.Item2[point % columns]).ToArray();
            Assert.True(probe.IsCoverable(isOn, 1));

            // Without one of its points a term of two rows and two columns, or more, is none.
            isOn[term.Item3] = false;
            var isTerm = term.Item1.Count(isIn => isIn) < 2 || term.Item2.Count(isIn => isIn) < 2
                || !term.Item1[term.Item3 / columns] || !term.Item2[term.Item3 % columns];
            Assert.Equal(isTerm, probe.IsCoverable(isOn, 1));
        });
    }

    [Fact]
    public void A_cover_that_met_a_limit_is_irredundant_and_says_so()
    {
        var (table, isOn) = Cases.One(Function(FourOfThree, 1, 0.5), seed: 1);
        var cover = Minimiser.Minimise(table, isOn, new MinimiserLimits(0, 0, 0));
        Assert.Equal(CoverProof.Irredundant, cover.Proof);
        AssertExact(table, isOn, cover);
        Assert.All(cover.Terms, term => Assert.Contains(
            Enumerable.Range(0, table.Count),
            point => isOn[point] && cover.Terms.Count(other => other.Holds(table, point)) == 1 && term.Holds(table, point)));
    }

    [Fact]
    public void Of_covers_with_equally_many_terms_one_with_fewest_literals_is_taken()
    {
        // Holds where the first column is 0. That the last two points are missing leaves more than one way to say so.
        var table = new PointTable([2, 2, 2], [0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 1, 0]);
        var cover = Minimiser.Minimise(table, [true, true, true, false, false, false]);
        Assert.Single(cover.Terms);
        Assert.Equal(1, cover.Literals);
    }

    [Fact]
    public void The_same_function_gives_the_same_cover()
    {
        var (table, isOn) = Cases.One(Function([4, 4, 4, 4], 0.7, 0.4), seed: 3);
        Assert.Equal(Text(Minimiser.Minimise(table, isOn)), Text(Minimiser.Minimise(table, isOn)));

        static string Text(Cover cover) => string.Join('\n', cover.Terms.Select(term => string.Join(' ', term.Columns.Select(
            column => column is null ? "-" : string.Concat(column.IsAllowed.Select(value => value ? '1' : '0'))))));
    }

    [Fact]
    public void A_function_that_never_holds_has_no_term_and_one_that_always_holds_one_without_literals()
    {
        var table = new PointTable([2, 2], [0, 0, 1, 1]);
        Assert.Empty(Minimiser.Minimise(table, [false, false]).Terms);
        var always = Minimiser.Minimise(table, [true, true]);
        Assert.Single(always.Terms);
        Assert.Equal(0, always.Literals);
    }

    [Fact]
    public void A_point_with_two_values_is_refused()
    {
        var table = new PointTable([2, 2], [0, 0, 0, 0, 1, 1]);
        Assert.Throws<ArgumentException>(() => Minimiser.Minimise(table, [true, false, false]));
    }

    private static void AssertExact(PointTable table, bool[] isOn, Cover cover)
    {
        for (var point = 0; point < table.Count; point++)
        {
            Assert.Equal(isOn[point], cover.Holds(table, point));
        }

        // Any choice between what is needed and what is allowed is as right: the smallest one covers the on-set too.
        for (var point = 0; point < table.Count; point++)
        {
            Assert.True(!isOn[point] || cover.Terms.Any(term => IsNeeded(term, table, point)));
        }
    }

    private static bool IsNeeded(CoverTerm term, PointTable table, int point)
    {
        for (var column = 0; column < term.Columns.Length; column++)
        {
            if (term.Columns[column] is { } restriction && !restriction.IsNeeded[table[point, column]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A random function: a part of the product is given, a part of that in the on-set.</summary>
    private static Gen<(PointTable Table, bool[] IsOn)> Function(int[] sizes, double given, double on)
    {
        var product = sizes.Aggregate(1, (a, b) => a * b);
        return Gen.Select(Gen.Double.Unit.Array[product], Gen.Double.Unit.Array[product], (isGiven, isOn) =>
        {
            var numbers = Enumerable.Range(0, product).Where(number => isGiven[number] < given).ToArray();
            var table = new PointTable([.. sizes], [.. numbers.SelectMany(number => Point(sizes, number))]);
            return (table, numbers.Select(number => isOn[number] < on).ToArray());
        });
    }

    private static IEnumerable<ushort> Point(int[] sizes, int number)
    {
        foreach (var size in sizes)
        {
            yield return (ushort)(number % size);
            number /= size;
        }
    }
}
