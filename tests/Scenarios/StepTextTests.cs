using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class StepTextTests
{
    [Fact]
    public void Steps_are_verbs_with_an_optional_place()
    {
        Assert.True(StepText.TryParse("populate-pud load@near other-store@beyond mlock", out var steps, out _));
        Assert.Equal(
            [new Step(Verb.PopulatePud), new Step(Verb.Load, Place.Near), new Step(Verb.OtherStore, Place.Beyond), new Step(Verb.MemoryLock)],
            steps);
        Assert.Equal("populate-pud load@near other-store@beyond mlock", StepText.Print(steps.AsSpan()));
    }

    [Theory]
    [InlineData("", "found no step")]
    [InlineData("load  store", "found an empty step in 'load  store'")]
    [InlineData(" load", "found an empty step")]
    [InlineData("load ", "found an empty step")]
    [InlineData("laod", "did you mean 'load'?")]
    [InlineData("load store@naer", "did you mean 'near'?")]
    [InlineData("load@", "unknown place in 'load@'")]
    [InlineData("load@target", "page 10, the default, has no name")]
    [InlineData("load@near@far", "unknown place in 'load@near@far'")]
    [InlineData("fsync@near", "expected fsync without a place: only an access, read and write name a page")]
    [InlineData("populate-pud@far", "only an access, read and write name a page")]
    public void What_is_no_list_of_steps_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(StepText.TryParse(text, out _, out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_access_read_and_write_may_be_at_every_place_and_no_other_verb_may()
    {
        foreach (var verb in Axes.Verbs.All)
        {
            var namesPage = verb is "load" or "store" or "force" or "copyin" or "mlock" or "other-load" or "other-store" or "read" or "write";
            foreach (var place in (string[])["near", "far", "beyond"])
            {
                Assert.Equal(namesPage, StepText.TryParse($"{verb}@{place}", out _, out _));
            }

            Assert.True(StepText.TryParse(verb, out _, out _));
        }
    }
}
