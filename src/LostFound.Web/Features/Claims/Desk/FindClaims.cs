using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Desk;

/// <param name="Typed">A reference, words, an e-mail address or a telephone number.</param>
/// <param name="Status">Null for all.</param>
public sealed record ClaimSearch(string Typed, ClaimStatus? Status, int Page)
{
    public const int PageSize = 25;
    public const int MaxTyped = 200;
}

public sealed record ClaimRow(Guid Id, string Reference, string Category, string? Emoji, string Description, ClaimStatus Status, DateTime FiledAt, DateTime? NextWordBy);

public sealed record ClaimList(IReadOnlyList<ClaimRow> Rows, int Total, int Page)
{
    public int PageCount => Math.Max(1, (Total + ClaimSearch.PageSize - 1) / ClaimSearch.PageSize);
}

/// <summary>Finds claims for the desk, newest first.</summary>
public sealed class FindClaims(Store store, ContactVault vault, ConfigStore config, TimeProvider clock, Words say)
{
    private const string Escape = "\\";

    public async Task<ClaimList> HandleAsync(ClaimSearch search, CancellationToken cancellation)
    {
        var venue = config.Current;
        var words = new ClaimWords(venue, clock.GetUtcNow().UtcDateTime, say);
        return await store.ReadAsync(async db =>
        {
            var found = Narrow(db.Claims, search);
            var total = await found.CountAsync(cancellation);
            var page = Math.Clamp(search.Page, 1, Math.Max(1, (total + ClaimSearch.PageSize - 1) / ClaimSearch.PageSize));
            var claims = await found.OrderByDescending(c => c.FiledAt).ThenByDescending(c => c.Id)
                .Skip((page - 1) * ClaimSearch.PageSize).Take(ClaimSearch.PageSize).ToListAsync(cancellation);
            return new ClaimList([.. claims.Select(c => new ClaimRow(
                c.Id, c.Reference, words.Category(c.Category), c.Category is null ? null : venue.Category(c.Category)?.Emoji,
                c.Description, c.Status, c.FiledAt, c.NextWordBy))], total, page);
        });
    }

    private IQueryable<Claim> Narrow(IQueryable<Claim> claims, ClaimSearch search)
    {
        if (search.Status is { } status)
            claims = claims.Where(c => c.Status == status);
        var typed = search.Typed.Trim();
        if (ClaimReference.Parse(typed) is { } reference)
            return claims.Where(c => c.Reference == reference);
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            var email = vault.IndexEmail(typed);
            return claims.Where(c => c.EmailIndex == email);
        }
        if (typed.Count(char.IsAsciiDigit) >= ClaimLimits.MinPhoneDigits && !typed.Any(char.IsLetter))
        {
            var phone = vault.IndexPhone(typed);
            return claims.Where(c => c.PhoneIndex == phone);
        }
        foreach (var word in SearchText.Normalise(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = $"%{Literal(word)}%";
            claims = claims.Where(c => EF.Functions.Like(c.SearchText, pattern, Escape));
        }
        return claims;
    }

    private static string Literal(string word) => word
        .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
        .Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal);
}
