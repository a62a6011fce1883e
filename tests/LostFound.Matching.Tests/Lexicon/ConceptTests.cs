using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

public class ConceptTests
{
    [Theory]
    [InlineData("en", "small rucksack", "backpack")]
    [InlineData("es", "una mochila", "backpack")]
    [InlineData("fr", "mon sac à dos", "backpack")]
    [InlineData("de", "mein Rucksack", "backpack")]
    [InlineData("it", "lo zaino", "backpack")]
    [InlineData("pt", "a minha mochila", "backpack")]
    [InlineData("nl", "mijn rugzak", "backpack")]
    [InlineData("ja", "子供のリュックです", "backpack")]
    [InlineData("zh", "我的双肩包丢了", "backpack")]
    [InlineData("ko", "배낭을 잃어버렸어요", "backpack")]
    [InlineData("ar", "حقيبة ظهر", "backpack")]
    public void A_thing_is_known_in_every_language(string language, string text, string thing) =>
        Assert.Contains(thing, Vocabulary.Default.Read(text, language).Things);

    [Theory]
    [InlineData("en", "blk w/ lt blue", "black|light-blue")]
    [InlineData("de", "dunkelblaue Jacke", "navy")]
    [InlineData("es", "gafas rojas", "red")]
    [InlineData("fr", "vertes", "green")]
    [InlineData("ja", "水色の", "light-blue")]
    [InlineData("zh", "深蓝色", "navy")]
    public void Colours_are_read_longest_name_first(string language, string text, string colours) =>
        Assert.Equal(colours.Split('|'), Vocabulary.Default.Read(text, language).Colours);

    [Theory]
    [InlineData("ja", "ナイキのキャップ", "nike")]
    [InlineData("ko", "나이키 모자입니다", "nike")]
    [InlineData("ar", "كاب من بوما", "puma")]
    [InlineData("en", "my iphone", "apple")]
    [InlineData("en", "Hydro Flask", "hydro flask")]
    public void Brands_are_known_in_other_scripts(string language, string text, string brand) =>
        Assert.Contains(brand, Vocabulary.Default.Read(text, language).Brands);

    [Fact]
    public void A_german_compound_is_read_as_its_parts()
    {
        var reading = Vocabulary.Default.Read("Lederkappe", "de");
        Assert.Contains("cap", reading.Things);
        Assert.Contains("#leather", reading.Features);
    }

    [Fact]
    public void A_misspelt_term_is_still_understood() =>
        Assert.Contains("#canvas", Vocabulary.Default.Read("red canvass bag", "en").Features);

    [Fact]
    public void Two_apples_are_fruit_and_an_apple_is_the_brand()
    {
        Assert.Empty(Vocabulary.Default.Read("two apples", "en").Brands);
        Assert.Contains("apple", Vocabulary.Default.Read("apple charger", "en").Brands);
    }

    [Fact]
    public void Stop_words_say_nothing() => Assert.Empty(Vocabulary.Default.Read("it was in the", "en").Words);

    [Fact]
    public void An_unknown_language_is_read_as_english() => Assert.Contains("umbrella", Vocabulary.Default.Read("umbrella", "xx").Things);

    [Fact]
    public void Every_term_of_the_lexicon_is_understood_when_written_alone()
    {
        var unreachable =
            from entry in LexiconEntries.All
            from language in entry.Terms
            from term in language.Value
            let name = string.Equals(language.Key, LexiconData.AnyLanguage, StringComparison.Ordinal) ? "en" : language.Key
            where !LexiconEntries.Names(Vocabulary.Default.Read(term, name), entry.Concept)
            select $"{entry.Concept.Id} {language.Key} {term}";
        Assert.Empty(unreachable);
    }

    [Fact]
    public void Every_category_of_the_venue_but_the_catch_all_has_terms()
    {
        var known = LexiconEntries.All.Where(entry => entry.Concept.Kind == ConceptKind.Thing).Select(entry => entry.Concept.Id);
        Assert.Equal(["other"], Benchmark.CategoryKeys.Except(known, StringComparer.Ordinal));
    }
}
