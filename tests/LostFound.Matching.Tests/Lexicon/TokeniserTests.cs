using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

public class TokeniserTests
{
    [Theory]
    [InlineData("blk/blue cap", "blk|blue|cap")]
    [InlineData("750ml x3", "750|ml|x3")]
    [InlineData("galaxy s23", "galaxy|s23")]
    [InlineData("tie-dye", "tie|dye")]
    [InlineData("l'ecran", "ecran")]
    [InlineData("levi's", "levis")]
    [InlineData("gopro相机 2個", "gopro|相机|2|個")]
    [InlineData(" ... !? ", "")]
    public void Text_is_cut_into_tokens(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokeniser.Tokenise(text).Select(token => token.Text)));

    [Fact]
    public void Scripts_without_spaces_give_overlapping_pairs() => Assert.Equal(["深蓝", "蓝色"], Tokeniser.Bigrams("深蓝色"));

    [Theory]
    [InlineData("en", "keys", "key")]
    [InlineData("en", "patches", "patch")]
    [InlineData("en", "glass", "glass")]
    [InlineData("es", "negras", "negr")]
    [InlineData("fr", "rayees", "raye")]
    [InlineData("de", "schwarzen", "schwarz")]
    [InlineData("nl", "petje", "pet")]
    [InlineData("ar", "الازرق", "ازرق")]
    public void Endings_are_taken_off(string language, string word, string stem) => Assert.Equal(stem, Stemmer.Stem(word, language));

    [Theory]
    [InlineData("turqoise", "turquoise", true)]
    [InlineData("umberella", "umbrella", true)]
    [InlineData("foldng", "folding", true)]
    [InlineData("keyrign", "keyring", true)]
    [InlineData("cap", "cup", false)]
    [InlineData("house", "mouse", false)]
    [InlineData("leather", "weather", false)]
    [InlineData("model23", "model24", false)]
    [InlineData("ribbon", "ribbon", false)]
    [InlineData("sticker", "stick", false)]
    public void One_slip_is_told_from_another_word(string a, string b, bool slip)
    {
        Assert.Equal(slip, EditDistance.IsOneSlip(a, b));
        Assert.Equal(slip, EditDistance.IsOneSlip(b, a));
    }
}
