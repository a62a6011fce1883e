using System.Globalization;
using LostFound.Web.Configuration;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace LostFound.Web.Languages;

/// <summary>
/// In which language a request is answered: a guest's choice, else what the browser asks for, else the
/// venue's. Staff's pages are in English.
/// </summary>
public static class LanguageChoice
{
    public const string Cookie = "lostfound-language";

    /// <summary>For a page that staff see without being signed in.</summary>
    public static TBuilder InEnglish<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Rule.English);

    /// <summary>For a screen that many look at: in the venue's language, or the one that its address names in ?lang=.</summary>
    public static TBuilder InVenueLanguage<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Rule.Venue);

    /// <summary>Runs after routing, since the page decides.</summary>
    public static void UseLanguageChoice(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var rule = RuleOf(context.GetEndpoint());
        var venue = Language.OrEnglish(context.RequestServices.GetRequiredService<ConfigStore>().Current.Venue.Language);
        var language = rule switch
        {
            Rule.English => Language.English,
            Rule.Venue => Language.Find(context.Request.Query["lang"]) ?? venue,
            Rule.Guest => Language.Find(context.Request.Cookies[Cookie]) ?? Asked(context.Request) ?? venue,
        };
        if (rule == Rule.Guest)
            context.Response.OnStarting(Describe, (context.Response, language));
        context.Items[typeof(Language)] = language;
        Speak(context);
        return next(context);
    });

    /// <summary>Takes up the request's language again where an error page is made: outside of what the choice above reaches.</summary>
    public static void Speak(HttpContext context)
    {
        var language = context.Items[typeof(Language)] as Language ?? Language.English;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
    }

    private static Rule RuleOf(Endpoint? endpoint) => endpoint switch
    {
        null => Rule.Guest,
        _ when endpoint.Metadata.OfType<Rule>().Any() => endpoint.Metadata.OfType<Rule>().Last(),
        _ when endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null => Rule.English,
        _ => Rule.Guest,
    };

    /// <summary>The most wanted of the languages that we have; null when the browser asks for none of them.</summary>
    private static Language? Asked(HttpRequest request) => StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)
        ? wanted
            .Where(entry => entry.Quality is not 0)
            .OrderByDescending(entry => entry.Quality ?? 1)
            .Select(entry => Closest(entry.Value.ToString()))
            .FirstOrDefault(language => language is not null)
        : null;

    /// <summary>"pt-BR" is served by our Portuguese; of the Chinese ones only those written in simplified characters.</summary>
    private static Language? Closest(string tag)
    {
        if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            return IsTraditional(tag) ? null : Language.Find("zh-Hans");
        return Language.Find(tag) ?? Language.Find(tag.Split('-')[0]);
    }

    private static bool IsTraditional(string tag) =>
        tag.Split('-').Skip(1).Any(part => part.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO") && !tag.Contains("Hans", StringComparison.OrdinalIgnoreCase);

    private static Task Describe(object state)
    {
        var (response, language) = ((HttpResponse, Language))state;
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
        {
            response.Headers.ContentLanguage = language.Code;
            response.Headers.Append(HeaderNames.Vary, "Accept-Language, Cookie");
        }
        return Task.CompletedTask;
    }

    private enum Rule { Guest, English, Venue }
}
