using Compare.Comparison;
using Compare.Engine;

namespace Compare.Tests.Strategies;

/// <summary>What each shipped predicate answers to each of its inputs.</summary>
public sealed class DecisionTableTests
{
    private const string Journal = "journal";
    private const string No = "no journal";
    private const string Falls = "fall back";
    private const string Splits = "fall back, split, count";

    [Theory]
    [InlineData("original", false, false, false, No, No, No)]
    [InlineData("original", false, false, true, No, No, No)]
    [InlineData("original", false, true, false, No, No, No)]
    [InlineData("original", false, true, true, No, No, No)]
    [InlineData("original", true, false, false, Journal, Journal, Journal)]
    [InlineData("original", true, false, true, Journal, Journal, Journal)]
    [InlineData("original", true, true, false, Journal, Journal, Journal)]
    [InlineData("original", true, true, true, Journal, Journal, Journal)]
    [InlineData("v2", false, false, false, Falls, No, No)]
    [InlineData("v2", false, false, true, Falls, No, No)]
    [InlineData("v2", false, true, false, Falls, No, No)]
    [InlineData("v2", false, true, true, Falls, No, No)]
    [InlineData("v2", true, false, false, Falls, Splits, Journal)]
    [InlineData("v2", true, false, true, Falls, Splits, No)]
    [InlineData("v2", true, true, false, Falls, Journal, Journal)]
    [InlineData("v2", true, true, true, Falls, Journal, No)]
    [InlineData("zwisler", false, false, false, No, No, No)]
    [InlineData("zwisler", false, false, true, No, No, No)]
    [InlineData("zwisler", false, true, false, No, No, No)]
    [InlineData("zwisler", false, true, true, No, No, No)]
    [InlineData("zwisler", true, false, false, No, No, No)]
    [InlineData("zwisler", true, false, true, No, No, No)]
    [InlineData("zwisler", true, true, false, Journal, Journal, Journal)]
    [InlineData("zwisler", true, true, true, Journal, Journal, Journal)]
    public void A_predicate_answers_as_it_was_proposed(
        string strategy, bool isWrite, bool isShared, bool hasCowPage, string pud, string pmd, string pte)
    {
        var predicate = Assert.IsAssignableFrom<WritePredicate>(Shipped.Named(strategy));
        Assert.Equal(pud, Ask(FaultLevel.Pud));
        Assert.Equal(pmd, Ask(FaultLevel.Pmd));
        Assert.Equal(pte, Ask(FaultLevel.Pte));
        Assert.Contains(new Decision(isWrite, isShared, hasCowPage, pud, pmd, pte), StrategyDescription.Of(predicate).Decisions);

        string Ask(FaultLevel level)
        {
            var vma = VmFlags.Read | VmFlags.MayWrite | (isShared ? VmFlags.Shared : VmFlags.None);
            var fault = new Fault(level, isWrite ? FaultFlags.Write : FaultFlags.None, vma, hasCowPage);
            var made = fault with { Flags = fault.Flags | FaultFlags.MkWrite, VmFlags = vma | VmFlags.Write };
            var answer = predicate.Decide(in fault);
            Assert.Equal(answer, predicate.Decide(in made));
            return answer.ToString();
        }
    }

    [Theory]
    [InlineData("original")]
    [InlineData("v2")]
    [InlineData("zwisler")]
    public void A_handler_read_from_c_has_the_table_of_its_class(string name)
    {
        var decision = name switch { "original" => CSources.Original, "v2" => CSources.V2, _ => CSources.Zwisler };
        Assert.All(CSources.Manners, manner => Assert.Equal(
            StrategyDescription.Of(Shipped.Named(name)).Decisions,
            StrategyDescription.Of(CSources.Handler(CSources.File(manner, decision))).Decisions));
    }

    [Theory]
    [InlineData("bool write = !sb_rdonly(inode->i_sb);", "journal or no journal")]
    [InlineData("bool write = vmf->pgoff < i_size_read(inode) >> PAGE_SHIFT;", "journal or no journal")]
    [InlineData("if (sb_rdonly(inode->i_sb))\n\tBUG();\nbool write = false;", "no journal or oops")]
    [InlineData("bool write = true;\nwhile (write)\n\t;", "hang")]
    [InlineData("bool write;\nif (1)\n\treturn VM_FAULT_OOM;\nwrite = 1;", "return OOM")]
    [InlineData("bool write;\nif (1) {\n\tcount_vm_event(THP_FAULT_FALLBACK);\n\treturn VM_FAULT_FALLBACK;\n}\nwrite = 1;", "fall back, count")]
    public void What_an_answer_depends_on_beside_the_fault_is_seen_in_the_table(string statements, string answer)
        => Assert.All(StrategyDescription.Of(CSources.Handler(statements)).Decisions, decision => Assert.Equal((answer, answer), (decision.Pud, decision.Pte)));

    [Fact]
    public void A_boolean_is_a_decision()
    {
        WriteDecision yes = true;
        WriteDecision no = false;
        Assert.Equal(WriteDecision.Journal, yes);
        Assert.Equal(WriteDecision.NoJournal, no);
        Assert.NotEqual(yes, no);
        Assert.Equal("fall back, split", WriteDecision.FallBack(split: true, count: false).ToString());
        Assert.Equal("fall back, count", WriteDecision.FallBack(split: false, count: true).ToString());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void To_fall_back_is_to_start_no_journal(bool split, bool count)
    {
        var decision = WriteDecision.FallBack(split, count);
        Assert.Equal((true, split, count, false), (decision.FallsBack, decision.Splits, decision.Counts, decision.StartsJournal));
        Assert.False(WriteDecision.Journal.FallsBack || WriteDecision.NoJournal.FallsBack);
    }

    [Fact]
    public void The_skeleton_that_a_predicate_fills_needs_a_kernel()
        => Assert.Throws<ArgumentNullException>(() => Examples.Never.HugeFault(default, null!));
}
