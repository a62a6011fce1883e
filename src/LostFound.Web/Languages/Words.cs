using System.Globalization;

namespace LostFound.Web.Languages;

/// <summary>
/// What we say to guests, in the language of the request (staff's requests are in English), or in a language
/// by its code: <c>words["queue.in-front", ("n", guests)]</c>, <c>words.In("ja")["home.headline"]</c>.
/// </summary>
public sealed class Words(LanguageTexts texts, Language? always = null)
{
    // Around what is filled into a right-to-left sentence, so that a Latin name or a number in it cannot reorder what stands beside it.
    private const char Isolate = '\u2068', EndIsolate = '\u2069';

    /// <summary>The language spoken now.</summary>
    public Language Language => always ?? Language.Current;

    /// <summary>A text with its places filled. The number for {n} chooses the plural form.</summary>
    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> values]
    {
        get
        {
            var language = Language;
            return LanguageText.Fill(FormOf(language, key, values), values, value => Say(language, value));
        }
    }

    /// <summary>The same words in one language, whatever the request's is; in English for a language we don't have.</summary>
    public Words In(string? language) => In(Language.OrEnglish(language));

    public Words In(Language language) => new(texts, language);

    /// <summary>A text cut at its places, for where a place is filled by a link or by other markup.</summary>
    public IEnumerable<(string Text, bool IsPlace)> Parts(string key, long? n = null)
    {
        var text = FormOf(Language, key, n is null ? [] : [("n", n)]);
        var from = 0;
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', from))
        {
            var close = text.IndexOf('}', open);
            if (open > from)
                yield return (text[from..open], false);
            yield return (text[(open + 1)..close], true);
            from = close + 1;
        }
        if (from < text.Length)
            yield return (text[from..], false);
    }

    private string FormOf(Language language, string key, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var forms = texts.Find(language.Code, key).Forms;
        foreach (var (name, value) in values)
        {
            if (name == "n" && forms.GetValueOrDefault(PluralRule.FormOf(language.Code, Convert.ToInt64(value, CultureInfo.InvariantCulture))) is { } form)
                return form;
        }
        return forms[PluralRule.Other];
    }

    private static string Say(Language language, object? value)
    {
        var said = value switch
        {
            null => "",
            string text => text,
            IFormattable number => number.ToString(null, language.Culture),
            _ => value.ToString() ?? "",
        };
        return language.IsRightToLeft && said.Length > 0 ? $"{Isolate}{said}{EndIsolate}" : said;
    }
}
