using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class NearNameTests
{
    private static readonly string[] Names = ["load", "store", "other-load", "mlock", "populate-pud"];

    [Theory]
    [InlineData("lod", "load")]
    [InlineData("laod", "load")]
    [InlineData("STORE", "store")]
    [InlineData("other_load", "other-load")]
    [InlineData(" mlock ", "mlock")]
    [InlineData("populatepud", "populate-pud")]
    public void A_misspelt_name_is_found(string word, string name) => Assert.Equal(name, NearName.Find(word, Names));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("fsync")]
    [InlineData("journal")]
    public void A_word_far_from_every_name_is_not(string word) => Assert.Null(NearName.Find(word, Names));

    [Fact]
    public void The_hint_is_empty_where_nothing_is_near()
    {
        Assert.Equal("; did you mean 'load'?", NearName.Hint("loud", Names));
        Assert.Equal("", NearName.Hint("fsync", Names));
    }
}
