using Compare.Comparison;
using Compare.Engine;
using Compare.Patches;

namespace Compare.Tests.Comparison;

/// <summary>Predicates as programs: their length, their table, and their texts.</summary>
public sealed class ProgramTests
{
    private const uint Every = (1u << 24) - 1;
    private readonly ProgramSearch _search = new(Every);

    [Fact]
    public void The_functions_of_two_literals_and_fewer_are_those_that_a_list_by_hand_has()
    {
        var literals = Formula.AllLiterals.Select(literal => literal.Cells).ToArray();
        HashSet<uint> upToOne = [0, Every, .. literals];
        var two = (from one in literals from other in literals from cells in (uint[])[one & other, one | other] select cells).ToHashSet();
        var formulas = new FormulaSearch(Every);
        Assert.Equal(upToOne.Order(), formulas.OfLength(0).Concat(formulas.OfLength(1)).Select(formula => formula.Cells).Order());
        Assert.Equal(two.Except(upToOne).Order(), formulas.OfLength(2).Select(formula => formula.Cells).Order());
        Assert.All(formulas.OfLength(3), formula => Assert.Equal(3, formula.Literals));
    }

    [Theory]
    [InlineData("original", 1, "return fault.IsWrite;")]
    [InlineData("zwisler", 2, "return fault.IsWrite && fault.IsShared;")]
    [InlineData("zwisler-no-pud", 3, "return fault.IsWrite && fault.IsShared && fault.Level != FaultLevel.Pud;")]
    [InlineData("never", 0, "return false;")]
    public void A_strategy_has_its_shortest_program(string name, int length, string text)
    {
        var program = _search.Shortest(TablePredicate.Of(Shipped.Named(name))!.Cells, most: 8)!;
        Assert.Equal(length, program.Length);
        Assert.Equal([text], program.InCSharp);
    }

    [Theory]
    [InlineData("original")]
    [InlineData("v2")]
    [InlineData("v2-nosplit")]
    [InlineData("zwisler")]
    public void The_shortest_program_of_a_strategy_has_its_table(string name)
    {
        var table = TablePredicate.Of(Shipped.Named(name))!.Cells;
        Assert.Equal(table, _search.Shortest(table, most: 8)!.Table);
    }

    [Fact]
    public void A_program_that_is_read_as_C_answers_as_its_table_does()
    {
        using var directory = new TemporaryDirectory();
        var random = new Random(5);
        PredicateProgram[] programs =
        [
            .. Enumerable.Range(0, 4).SelectMany(_search.OfLength).Where(program => program.Fallbacks.IsEmpty || random.Next(150) == 0),
            .. _search.OfLength(5).Where(program => program.Fallbacks.Length == 2).Take(20),
        ];
        Assert.InRange(programs.Length, 100, 1_500);
        foreach (var program in programs)
        {
            var file = directory.Write("program.c", string.Join('\n', program.InC) + "\n");
            var (read, _) = Assert.Single(SourceStrategies.Load(file, null));
            Assert.Equal(program.Table, TablePredicate.Of(read)!.Cells);
        }
    }

    [Fact]
    public void A_handler_that_does_more_than_decide_has_the_table_of_what_it_decides_and_one_that_reads_more_has_none()
    {
        Assert.NotNull(TablePredicate.Of(Shipped.Named("lookup-journal")));
        Assert.Null(TablePredicate.Of(new ReadsFile()));
    }

    private sealed class ReadsFile : FaultHandler
    {
        public override string Name => "reads-file";

        public override string Condition => "a read-only file system falls back";

        public override string Origin => "a test";

        public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
        {
            if (kernel.IsReadOnly)
            {
                return VmFault.Fallback;
            }

            kernel.LockMapping();
            var result = kernel.DaxFault(out _);
            kernel.UnlockMapping();
            return result;
        }
    }
}
