using System.Globalization;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;
using Xunit;

namespace LostFound.Web.Tests.Languages;

/// <summary>How a text is found, filled and counted, and how times are said.</summary>
public sealed class WordsTests
{
    private static readonly Words Say = new(new LanguageTexts(Language.All.ToDictionary(language => language.Code, language => TextsOf(language.Code), StringComparer.Ordinal)));

    [Fact]
    public void The_language_is_the_requests_or_the_one_asked_for()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Language.Find("de")!.Culture;
            Assert.Equal("bis 18:40", Say["a.by", ("time", "18:40")]);
            Assert.Equal("by 18:40", Say.In("en")["a.by", ("time", "18:40")]);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi-FI");
            Assert.Equal("by 18:40", Say["a.by", ("time", "18:40")]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void The_number_chooses_the_form_and_every_place_is_filled()
    {
        Assert.Equal("1 guest at Bakery", Say.In("en")["a.guests", ("n", 1), ("place", "Bakery")]);
        Assert.Equal("0 guests at Bakery", Say.In("en")["a.guests", ("n", 0L), ("place", "Bakery")]);
        Assert.Equal(["about ", "from", " to ", "n", ""], ["about ", .. Say.In("en").Parts("a.range", 2).Skip(1).Select(part => part.Text), ""]);
    }

    [Fact]
    public void A_missing_text_is_said_in_English_and_an_unknown_one_breaks_no_page()
    {
        Assert.Equal("2 guests at Bakery", Say.In("de")["a.guests", ("n", 2), ("place", "Bakery")]);
        Assert.Equal("a.nothing", Say.In("de")["a.nothing"]);
        Assert.Equal("by 18:40", Say.In("sv")["a.by", ("time", "18:40")]);
    }

    [Fact]
    public void What_is_filled_into_Arabic_cannot_turn_the_sentence() =>
        Assert.Equal("حتى \u206818:40\u2069", Say.In("ar")["a.by", ("time", "18:40")]);

    [Theory]
    [InlineData("en", "18:40", "Sat 5 Sep, 18:40", "Sun 5 Sep 2027, 18:40")]
    [InlineData("es", "18:40", "sáb, 5 sept, 18:40", "dom, 5 sept 2027, 18:40")]
    [InlineData("fr", "18:40", "sam. 5 sept., 18:40", "dim. 5 sept. 2027, 18:40")]
    [InlineData("de", "18:40", "Sa, 5. Sept., 18:40", "So, 5. Sept. 2027, 18:40")]
    [InlineData("it", "18:40", "sab 5 set, 18:40", "dom 5 set 2027, 18:40")]
    [InlineData("pt", "18:40", "sábado, 5 de set., 18:40", "domingo, 5 de set. de 2027, 18:40")]
    [InlineData("nl", "18:40", "za 5 sep 18:40", "zo 5 sep 2027 18:40")]
    [InlineData("ja", "18:40", "9月5日(土) 18:40", "2027年9月5日(日) 18:40")]
    [InlineData("zh-Hans", "18:40", "9月5日周六 18:40", "2027年9月5日周日 18:40")]
    [InlineData("ko", "오후 6:40", "9월 5일 (토) 오후 6:40", "2027년 9월 5일 (일) 오후 6:40")]
    [InlineData("ar", "6:40 م", "السبت، 5 سبتمبر، 6:40 م", "الأحد، 5 سبتمبر 2027، 6:40 م")]
    public void Times_are_said_as_the_language_does(string code, string today, string thisYear, string otherYear)
    {
        var time = new DateTime(2026, 9, 5, 18, 40, 0, DateTimeKind.Utc);
        VenueTime On(DateTime now) => new(TimeZoneInfo.Utc, now, Language.Find(code));

        Assert.Equal(today, On(time).Describe(time));
        Assert.Equal(thisYear, On(time.AddDays(-3)).Describe(time));
        Assert.Equal(otherYear, On(time).Describe(time.AddYears(1)));
    }

    private static IReadOnlyDictionary<string, LanguageText> TextsOf(string code) => code switch
    {
        "en" => Read("""{ "by": "by {time}", "guests": { "one": "{n} guest at {place}", "other": "{n} guests at {place}" }, "range": "about {from} to {n}" }"""),
        "de" => Read("""{ "by": "bis {time}" }"""),
        "ar" => Read("""{ "by": "حتى {time}" }"""),
        _ => Read("{ }"),
    };

    private static Dictionary<string, LanguageText> Read(string json) =>
        LanguageTexts.ReadFile(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)), "a.json").ToDictionary(entry => "a." + entry.Name, entry => entry.Text, StringComparer.Ordinal);
}
