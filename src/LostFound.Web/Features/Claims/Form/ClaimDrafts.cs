using System.Text.Json;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>
/// Where a guest's answers are while the form is being filled in: on the server, sealed, so that a reload, a
/// lost network or a restart loses nothing; found again by a cookie.
/// </summary>
public sealed class ClaimDrafts(Store store, ContactVault vault, TimeProvider clock)
{
    public const string CookieName = "lostfound-draft";

    /// <summary>How long a sent form still leads back to its claim: for a second tap or the back button.</summary>
    private static readonly TimeSpan AfterSending = TimeSpan.FromHours(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static DraftKey? KeyOf(HttpContext context) => DraftKey.Parse(context.Request.Cookies[CookieName]);

    /// <summary>The answers so far; null when there are none, or none that are still kept.</summary>
    public async Task<ClaimAnswers?> OpenAsync(HttpContext context)
    {
        if (KeyOf(context) is not { } key)
            return null;
        var row = await store.ReadAsync(db => FindAsync(db, key));
        return row is null ? null : Answers(row);
    }

    /// <summary>Takes an answer in, starting a draft if there is none.</summary>
    public async Task<ClaimAnswers> SaveAsync(HttpContext context, Func<ClaimAnswers, ClaimAnswers> take)
    {
        var key = KeyOf(context);
        var saved = await store.WriteAsync<(DraftKey Key, ClaimAnswers Answers)>(async db =>
        {
            var row = key is null ? null : await FindAsync(db, key);
            var answers = take(row is null ? new ClaimAnswers() : Answers(row));
            var content = vault.SealText(JsonSerializer.Serialize(answers));
            if (row is not null)
            {
                (row.Content, row.UpdatedAt) = (content, Now);
                return (key!, answers);
            }
            // Never the old key: it may stand for a claim that was already filed.
            var fresh = DraftKey.Make();
            db.ClaimDrafts.Add(new ClaimDraft { KeyHash = fresh.Hash, Content = content, UpdatedAt = Now });
            return (fresh, answers);
        }, context.RequestAborted);
        SetCookie(context, saved.Value.Key, ClaimLimits.DraftLife);
        return saved.Value.Answers;
    }

    /// <summary>The draft for use in the transaction that files it.</summary>
    public async Task<(ClaimDraft Row, ClaimAnswers Answers)?> TakeAsync(LostFoundDb db, DraftKey key) =>
        await FindAsync(db, key) is { } row ? (row, Answers(row)) : null;

    public async Task ForgetAsync(HttpContext context)
    {
        if (KeyOf(context)?.Hash is { } hash)
            await store.WriteAsync(db => db.ClaimDrafts.Where(d => d.KeyHash == hash).ExecuteDeleteAsync(CancellationToken.None), context.RequestAborted);
        SetCookie(context, null, TimeSpan.Zero);
    }

    public static void ShortenCookie(HttpContext context, DraftKey key) => SetCookie(context, key, AfterSending);

    private async Task<ClaimDraft?> FindAsync(LostFoundDb db, DraftKey key)
    {
        var (hash, keptSince) = (key.Hash, Now - ClaimLimits.DraftLife);
        return await db.ClaimDrafts.SingleOrDefaultAsync(d => d.KeyHash == hash && d.UpdatedAt >= keptSince);
    }

    private ClaimAnswers Answers(ClaimDraft row) => JsonSerializer.Deserialize<ClaimAnswers>(vault.OpenText(row.Content)) ?? new ClaimAnswers();

    private static void SetCookie(HttpContext context, DraftKey? key, TimeSpan life)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/claim",
            MaxAge = life,
            IsEssential = true,
        };
        if (key is null)
            context.Response.Cookies.Delete(CookieName, options);
        else
            context.Response.Cookies.Append(CookieName, key.Text, options);
    }
}
