using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

/// <summary>One form of a word in the tables stands for the forms that guests and staff write.</summary>
public class WordFormTests
{
    [Theory]
    [InlineData("en", "two stripy towels", "stripes")]
    [InlineData("en", "unicorns", "unicorn")]
    [InlineData("es", "unos flamencos rosas", "flamingo")]
    [InlineData("es", "camiseta rayada", "scratch")]
    [InlineData("fr", "des licornes", "unicorn")]
    [InlineData("fr", "chemise quadrillée", "check")]
    [InlineData("de", "mit kleinen Igeln", "hedgehog")]
    [InlineData("de", "karierter Schal", "check")]
    [InlineData("it", "due fenicotteri", "flamingo")]
    [InlineData("it", "sciarpe rigate", "stripes")]
    [InlineData("pt", "duas joaninhas", "ladybird")]
    [InlineData("pt", "calças listradas", "stripes")]
    [InlineData("nl", "twee egels", "hedgehog")]
    [InlineData("nl", "gestreepte sokken", "stripes")]
    [InlineData("ar", "الفراشات", "butterfly")]
    public void Plurals_genders_and_cases_are_the_same_word(string language, string text, string feature) =>
        Assert.Contains("#" + feature, Read(text, language).Features);

    [Theory]
    [InlineData("de", "Lederrucksack", "backpack", "leather")]
    [InlineData("de", "Einhornrucksack", "backpack", "unicorn")]
    [InlineData("de", "Streifenpullover", "sweater", "stripes")]
    [InlineData("nl", "dinosaurusrugzak", "backpack", "dinosaur")]
    [InlineData("nl", "kinderhoed", "hat", "children")]
    public void Compounds_are_read_as_their_parts(string language, string text, string thing, string feature)
    {
        var reading = Read(text, language);
        Assert.Contains(thing, reading.Things);
        Assert.Contains("#" + feature, reading.Features);
    }

    [Theory]
    [InlineData("ja", "ハリネズミのリュックと水筒", "backpack|bottle", "hedgehog")]
    [InlineData("zh", "蓝色刺猬双肩包和水壶", "backpack|bottle", "hedgehog")]
    [InlineData("ko", "고슴도치가방이랑물병", "handbag|bottle", "hedgehog")]
    public void Words_are_found_where_nothing_separates_them(string language, string text, string things, string feature)
    {
        var reading = Read(text, language);
        Assert.Superset(things.Split('|').ToHashSet(StringComparer.Ordinal), reading.Things);
        Assert.Contains("#" + feature, reading.Features);
    }

    [Theory]
    [InlineData("紅色雨傘", "umbrella", "red")]
    [InlineData("藍色雙肩包", "backpack", "blue")]
    [InlineData("綠色圍巾", "scarf", "green")]
    [InlineData("黃色絨毛娃娃", "plush", "yellow")]
    public void Traditional_chinese_is_read_as_simplified(string text, string thing, string colour)
    {
        var reading = Read(text, "zh");
        Assert.Contains(thing, reading.Things);
        Assert.Contains(colour, reading.Colours);
    }

    [Theory]
    [InlineData("es", "TELÉFONO", "phone")]
    [InlineData("es", "telefono", "phone")]
    [InlineData("ja", "ﾘｭｯｸ", "backpack")]
    [InlineData("en", "Ｗａｌｌｅｔ", "wallet")]
    [InlineData("de", "SCHLÜSSEL", "keys")]
    [InlineData("fr", "écharpe", "scarf")]
    [InlineData("pt-BR", "guarda-chuva", "umbrella")]
    public void Case_accents_and_width_do_not_matter(string language, string text, string thing) =>
        Assert.Contains(thing, Read(text, language).Things);

    [Theory]
    [InlineData("blk lthr wllt", "wallet", "black", "leather")]
    [InlineData("sm nvy bpk w/ zpr", "backpack", "navy", "zip")]
    [InlineData("ylw strpd brolly", "umbrella", "yellow", "stripes")]
    public void Staff_abbreviations_are_written_out(string text, string thing, string colour, string feature)
    {
        var reading = Read(text, "en");
        Assert.Contains(thing, reading.Things);
        Assert.Contains(colour, reading.Colours);
        Assert.Contains("#" + feature, reading.Features);
    }

    [Theory]
    [InlineData("en", "umberella", "umbrella")]
    [InlineData("en", "bakcpack", "backpack")]
    [InlineData("fr", "parapluiee", "umbrella")]
    [InlineData("de", "Regenschrim", "umbrella")]
    [InlineData("es", "mochilla", "backpack")]
    public void A_slip_is_forgiven(string language, string text, string thing) => Assert.Contains(thing, Read(text, language).Things);

    [Theory]
    [InlineData("de", "er hat es", "hat")]
    [InlineData("nl", "want het was weg", "gloves")]
    [InlineData("it", "ancora niente", "anchor")]
    [InlineData("ja", "鍵ですし", "sushi")]
    [InlineData("ja", "レストランで", "tiger")]
    [InlineData("es", "mis hijas y mi marida", "navy")]
    public void A_common_word_of_one_language_is_not_a_thing_of_another(string language, string text, string concept)
    {
        var reading = Read(text, language);
        Assert.DoesNotContain(concept, reading.Things);
        Assert.DoesNotContain(concept, reading.Colours);
        Assert.DoesNotContain("#" + concept, reading.Features);
    }

    [Theory]
    [InlineData("en", "three keys")]
    [InlineData("fr", "trois clés")]
    [InlineData("de", "drei Schlüssel")]
    [InlineData("zh", "三把钥匙")]
    [InlineData("ar", "ثلاثة مفاتيح")]
    [InlineData("ar", "٣ مفاتيح")]
    [InlineData("en", "3 keys")]
    public void A_number_is_the_same_in_words_and_figures(string language, string text)
    {
        var reading = Read(text, language);
        Assert.Contains("3", reading.Features.Concat(reading.Words));
    }

    private static Reading Read(string text, string language) => Vocabulary.Default.Read(text, language);
}
