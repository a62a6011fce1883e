using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LostFound.Matching.Lexicon;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace LostFound.Web.Features.Items;

/// <summary>
/// <c>GET /kiosk/words</c>: what the kiosk's script completes and searches while somebody types, in one answer that
/// the browser keeps: names of all kinds in every language, and brands with their misspellings.
/// </summary>
internal sealed class KioskWords(Store store, ConfigStore config, TimeProvider clock)
{
    private const int NamesPerLanguage = 8;
    private const int ItemsLookedAt = 2000;

    /// <summary>A brand that was new this morning may be completed a little later.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private volatile Known? latest;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/kiosk/words", (HttpResponse response, KioskWords words) => words.AnswerAsync(response)).RequireAuthorization(Policies.Agent);

    private async Task<IResult> AnswerAsync(HttpResponse response)
    {
        var venue = config.Current;
        var now = clock.GetUtcNow();
        if (latest is not { } known || known.Venue != venue.Version || now - known.At > Fresh)
            latest = known = await ReadAsync(venue, now);
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(known.Json, "application/json", entityTag: new EntityTagHeaderValue($"\"{known.Hash}\""));
    }

    private async Task<Known> ReadAsync(VenueConfig venue, DateTimeOffset now)
    {
        var written = await store.ReadAsync(db => db.Items.OrderByDescending(i => i.RegisteredAt).Take(ItemsLookedAt).Select(i => i.Brand).Where(brand => brand != "").ToListAsync());
        var json = JsonSerializer.SerializeToUtf8Bytes(new { kinds = Kinds(venue), brands = Brands(written) });
        return new Known(venue.Version, now, json, Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 8)));
    }

    private static Dictionary<string, string[]> Kinds(VenueConfig venue)
    {
        var lexicon = LexiconNames.Kinds(NamesPerLanguage);
        return venue.Categories.ToDictionary(
            kind => kind.Key,
            kind => (string[])[kind.Name, .. kind.Names?.Values ?? [], .. lexicon.GetValueOrDefault(kind.Key) ?? []],
            StringComparer.Ordinal);
    }

    /// <summary>Each brand as it is to be written, then its other spellings; those met most often here first.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Brands(IReadOnlyList<string> written)
    {
        var lexicon = LexiconNames.Brands();
        var idOf = lexicon.SelectMany(brand => brand.Value.Prepend(brand.Key).Select(spelling => (Spelling: SearchText.Normalise(spelling), brand.Key)))
            .DistinctBy(pair => pair.Spelling, StringComparer.Ordinal).ToDictionary(pair => pair.Spelling, pair => pair.Key, StringComparer.Ordinal);
        var met = written.GroupBy(brand => idOf.GetValueOrDefault(SearchText.Normalise(brand)) ?? SearchText.Normalise(brand), StringComparer.Ordinal)
            .ToDictionary(brands => brands.Key, brands => brands.ToList(), StringComparer.Ordinal);
        return [.. met.Keys.Union(lexicon.Keys, StringComparer.Ordinal)
            .OrderByDescending(id => met.GetValueOrDefault(id)?.Count ?? 0).ThenBy(id => id, StringComparer.Ordinal)
            .Select(IReadOnlyList<string> (id) => [.. new[] { Shown(id, met.GetValueOrDefault(id)) }.Concat(lexicon.GetValueOrDefault(id) ?? []).Distinct(StringComparer.OrdinalIgnoreCase)])];
    }

    /// <summary>As staff write it most, unless that is one of its misspellings.</summary>
    private static string Shown(string id, IReadOnlyList<string>? written) =>
        written?.Where(brand => SearchText.Normalise(brand) == SearchText.Normalise(id))
            .CountBy(brand => brand, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault()
        ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(id);

    private sealed record Known(string Venue, DateTimeOffset At, byte[] Json, string Hash);
}
