using System.Globalization;

namespace LostFound.Web.Languages;

/// <summary>
/// A language that guests are spoken to in. Day patterns are those that Unicode CLDR 46 gives for a short
/// day (MMMEd, yMMMEd) and for a date beside a time; .NET knows them in no culture.
/// </summary>
public sealed class Language
{
    public static readonly Language English = new("en", "English", "en-GB", "ddd d MMM", "ddd d MMM yyyy", "{0}, {1}");

    /// <summary>In the order of the switcher.</summary>
    public static readonly IReadOnlyList<Language> All =
    [
        English,
        new("es", "Español", "es-ES", "ddd, d MMM", "ddd, d MMM yyyy", "{0}, {1}"),
        new("fr", "Français", "fr-FR", "ddd d MMM", "ddd d MMM yyyy", "{0}, {1}"),
        new("de", "Deutsch", "de-DE", "ddd, d. MMM", "ddd, d. MMM yyyy", "{0}, {1}"),
        new("it", "Italiano", "it-IT", "ddd d MMM", "ddd d MMM yyyy", "{0}, {1}"),
        new("pt", "Português", "pt-PT", "ddd, d 'de' MMM", "ddd, d 'de' MMM 'de' yyyy", "{0}, {1}"),
        new("nl", "Nederlands", "nl-NL", "ddd d MMM", "ddd d MMM yyyy", "{0} {1}"),
        new("ja", "日本語", "ja-JP", "M月d日(ddd)", "yyyy年M月d日(ddd)", "{0} {1}"),
        new("zh-Hans", "简体中文", "zh-Hans-CN", "M月d日ddd", "yyyy年M月d日ddd", "{0} {1}"),
        new("ko", "한국어", "ko-KR", "M월 d일 (ddd)", "yyyy년 M월 d일 (ddd)", "{0} {1}"),
        new("ar", "العربية", "ar", "ddd، d MMM", "ddd، d MMM yyyy", "{0}، {1}"),
    ];

    private static readonly Dictionary<string, Language> ByCode = All.ToDictionary(language => language.Code, StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, Language> ByCulture = All.ToDictionary(language => language.Culture.Name, StringComparer.OrdinalIgnoreCase);
    private readonly string _dayAndTime;

    private Language(string code, string ownName, string culture, string dayPattern, string dayWithYearPattern, string dayAndTime)
    {
        (Code, OwnName, DayPattern, DayWithYearPattern, _dayAndTime) = (code, ownName, dayPattern, dayWithYearPattern, dayAndTime);
        Culture = Prepare(culture);
    }

    /// <summary>As in an HTML lang attribute, and the name of its folder of texts.</summary>
    public string Code { get; }

    /// <summary>What those who speak it call it.</summary>
    public string OwnName { get; }

    public CultureInfo Culture { get; }

    /// <summary>A day of this year, as a .NET pattern.</summary>
    public string DayPattern { get; }

    public string DayWithYearPattern { get; }

    public bool IsRightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary>As in an HTML dir attribute.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The one that this request, or this work, is done in; English where nobody chose.</summary>
    public static Language Current => ByCulture.GetValueOrDefault(CultureInfo.CurrentUICulture.Name, English);

    /// <summary>By its code; null for a language that guests aren't spoken to in.</summary>
    public static Language? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>By its code; English for one that we don't have.</summary>
    public static Language OrEnglish(string? code) => Find(code) ?? English;

    public string Time(DateTime local) => local.ToString(Culture.DateTimeFormat.ShortTimePattern, Culture);

    public string Day(DateTime local, bool withYear = false) => local.ToString(withYear ? DayWithYearPattern : DayPattern, Culture);

    public string DayAndTime(DateTime local, bool withYear = false) => string.Format(CultureInfo.InvariantCulture, _dayAndTime, Day(local, withYear), Time(local));

    private static CultureInfo Prepare(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        // The venue's opening days are Gregorian in every language.
        culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().First(calendar => calendar.CalendarType == GregorianCalendarTypes.Localized);
        if (name == "en-GB")
        {
            // "Sept" beside "Aug" looks like a slip, and staff's pages say "Sep".
            culture.DateTimeFormat.AbbreviatedMonthNames = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;
            culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = culture.DateTimeFormat.AbbreviatedMonthNames;
        }
        return CultureInfo.ReadOnly(culture);
    }
}
