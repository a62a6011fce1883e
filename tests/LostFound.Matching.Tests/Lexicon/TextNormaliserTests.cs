using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

public class TextNormaliserTests
{
    [Theory]
    [InlineData("Fjällräven KÅNKEN", "fjallraven kanken")]
    [InlineData("Ｎｉｋｅ　７５０ｍｌ", "nike 750ml")]
    [InlineData("ｼﾞｬｹｯﾄ", "ジャケット")]
    [InlineData("weiße Straße", "weisse strasse")]
    [InlineData("cœur øre ﬁn", "coeur ore fin")]
    [InlineData("l’écran", "l'ecran")]
    [InlineData("أَسْوَد", "اسود")]
    [InlineData("محفظة", "محفظه")]
    [InlineData("", "")]
    public void Text_is_folded(string text, string expected) => Assert.Equal(expected, TextNormaliser.Normalise(text));

    [Fact]
    public void Voicing_marks_stay_since_they_make_another_letter() =>
        Assert.NotEqual(TextNormaliser.Normalise("かき"), TextNormaliser.Normalise("かぎ"));

    [Fact]
    public void Hangul_survives_the_accent_folding() => Assert.Equal("열쇠고리", TextNormaliser.Normalise("열쇠고리"));

    [Fact]
    public void Half_an_emoji_does_not_throw() => Assert.Equal("a\uFFFDb", TextNormaliser.Normalise("A\uD83DB"));

    [Fact]
    public void Nothing_counts_as_empty() => Assert.Equal(string.Empty, TextNormaliser.Normalise(null));

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        foreach (var claim in Benchmark.Claims)
        {
            var once = TextNormaliser.Normalise(claim.Description);
            Assert.Equal(once, TextNormaliser.Normalise(once));
        }
    }
}
