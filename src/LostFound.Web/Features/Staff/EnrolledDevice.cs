using System.Buffers.Text;
using System.Security.Cryptography;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff;

/// <summary>
/// The cookie by which an enrolled device is known: its id and a secret of 256 bits, of which only the hash is
/// stored. It is no permission by itself; it lets a person try a PIN.
/// </summary>
public sealed class EnrolledDevice(Store store)
{
    public const string CookieName = "__Host-lostfound-device";
    private const int SecretBytes = 32;

    /// <summary>The device that sent the request; null when it is not enrolled or was revoked.</summary>
    public async Task<Device?> FromAsync(HttpContext context)
    {
        if (context.Request.Cookies[CookieName]?.Split('.') is not [var idText, var secret] || !Guid.TryParseExact(idText, "N", out var id))
            return null;
        var device = await store.ReadAsync(db => db.Devices.SingleOrDefaultAsync(d => d.Id == id && d.RevokedAt == null));
        return device is not null && CryptographicOperations.FixedTimeEquals(device.SecretHash, HashOf(secret)) ? device : null;
    }

    /// <summary>A new device's row, and the cookie that its browser is to keep once the row is committed.</summary>
    public static (Device Device, string Cookie) New(string name, string desk, DateTime now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var device = new Device { Id = Guid.NewGuid(), Name = name, Desk = desk, SecretHash = HashOf(secret), EnrolledAt = now };
        return (device, $"{device.Id:N}.{secret}");
    }

    public static void Keep(HttpContext context, string cookie) => context.Response.Cookies.Append(CookieName, cookie, new CookieOptions
    {
        Path = "/",
        HttpOnly = true,
        Secure = true,
        // Lax for the reason that the staff cookie gives.
        SameSite = SameSiteMode.Lax,
        MaxAge = StaffLimits.DeviceCookieLives,
        IsEssential = true,
    });

    /// <summary>Each sign-in starts the cookie's life anew, so that a device in use never has to be enrolled again.</summary>
    public static void Renew(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is { } cookie)
            Keep(context, cookie);
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret));
}
