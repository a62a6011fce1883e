using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// The cookie by which a phone without a claim has one place only: 128 random bits, of which we keep a hash. It opens
/// nothing by itself except the way back to the phone's own place.
/// </summary>
public sealed record GuestKey(string Text)
{
    public const string CookieName = "lostfound-line";
    private const int Size = 16;

    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    public override string ToString() => "(guest key)";

    public static GuestKey? From(HttpContext context) =>
        context.Request.Cookies[CookieName] is { } text && Base64Url.IsValid(text, out var length) && length == Size ? new GuestKey(text) : null;

    /// <summary>The phone's key; a new one is kept in it before the form is shown, so that a double tap sends the same.</summary>
    public static GuestKey Ensure(HttpContext context)
    {
        var key = From(context) ?? new GuestKey(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size)));
        context.Response.Cookies.Append(CookieName, key.Text, new CookieOptions
        {
            Path = "/q",
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = QueueLimits.GuestKeyLife,
            IsEssential = true,
        });
        return key;
    }
}
