using System.Text;
using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

/// <summary>The reader's shortcuts change nothing: they are compared with the plain reader, which has none.</summary>
public class ReadingSpeedupTests
{
    public static TheoryData<string> Languages => [.. LexiconEntries.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_is_read_as_by_the_plain_rules(string language)
    {
        var plain = new PlainReader(language);
        // Texts of other languages are read too: guests choose the wrong one, and strange words are the slow ones.
        var claims = Benchmark.Claims.Where((claim, at) => claim.Language == language || at % 8 == 0).Select(claim => claim.Description + " . " + claim.PrivateMarks);
        var items = Benchmark.Items.Where((_, at) => at % (language == "en" ? 8 : 80) == 0).Select(item => item.Description + " . " + item.PrivateNotes);
        foreach (var text in claims.Concat(items))
            AssertSame(plain.Read(text), Vocabulary.Default.Read(text, language), text);
    }

    [Fact]
    public void A_word_is_read_the_same_after_more_strange_words_than_are_remembered()
    {
        var before = Vocabulary.Default.Read("blak umberella zqx1", "en");
        for (var i = 0; i < 40_000; i++)
            Vocabulary.Default.Read($"zq{i}x", "en");
        AssertSame(before, Vocabulary.Default.Read("blak umberella zqx1", "en"), "after forgetting");
    }

    [Fact]
    public void Threads_reading_at_once_read_the_same()
    {
        var texts = Benchmark.Items.Take(400).Select(item => item.Description).ToList();
        var alone = texts.ConvertAll(text => Vocabulary.Default.Read(text, "en"));
        var vocabulary = Vocabulary.For([]);
        Parallel.For(0, 2000, i => AssertSame(alone[i % texts.Count], vocabulary.Read(texts[i % texts.Count], "en"), texts[i % texts.Count]));
    }

    [Fact]
    public void Every_character_is_folded_as_by_the_long_way()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
            Assert.Equal(TextNormaliser.NormaliseUnicode($"a{c}b {c}"), TextNormaliser.Normalise($"a{c}b {c}"));
    }

    [Fact]
    public void Characters_are_folded_the_same_in_any_company()
    {
        var random = new Random(11);
        const string alphabet = "aÀ\u0301\u3099かｶﾞハ゛각\u1100\u1161\u11A8ßÆ`'٣ة ـ\uD83D\uDE00é\uFF76Åﷺ㍿Ⅳ½";
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 8); length > 0; length--)
                text.Append(alphabet[random.Next(alphabet.Length)]);
            Assert.Equal(TextNormaliser.NormaliseUnicode(text.ToString()), TextNormaliser.Normalise(text.ToString()));
        }
    }

    private static void AssertSame(Reading expected, Reading actual, string text)
    {
        Assert.True(
            expected.Things.SetEquals(actual.Things) && expected.Colours.SetEquals(actual.Colours) && expected.Brands.SetEquals(actual.Brands)
            && expected.Features.SetEquals(actual.Features) && expected.Words.SetEquals(actual.Words) && expected.Places.SetEquals(actual.Places),
            $"'{text}': {Show(expected)} became {Show(actual)}");
    }

    private static string Show(Reading reading) =>
        string.Join(' ', reading.Things.Concat(reading.Colours).Concat(reading.Brands).Concat(reading.Features).Concat(reading.Words).Concat(reading.Places));
}
