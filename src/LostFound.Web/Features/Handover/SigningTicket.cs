using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace LostFound.Web.Features.Handover;

/// <summary>What a recipient was shown to sign: which item, in which version, for which claim, as of when, in which words.</summary>
public sealed record SigningTicket(Guid ItemId, int ItemVersion, Guid? ClaimId, DateTime At, byte[] TextHash)
{
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public bool IsFor(string text) => CryptographicOperations.FixedTimeEquals(TextHash, HashOf(text));
}

/// <summary>
/// Seals tickets into a hidden field: the browser carries what was shown and cannot change it. The moment in the
/// text travels with it, so that what is signed says the minute at which it was read.
/// </summary>
public sealed class SigningTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector seal = protection.CreateProtector("Handover.SigningTicket");

    public string Seal(SigningTicket ticket) => seal.Protect(JsonSerializer.Serialize(ticket));

    /// <summary>Null when it was not made here, or for another item.</summary>
    public SigningTicket? Open(string sealedTicket, Guid itemId)
    {
        try
        {
            var ticket = JsonSerializer.Deserialize<SigningTicket>(seal.Unprotect(sealedTicket));
            return ticket?.ItemId == itemId ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public bool IsTooOld(SigningTicket ticket) => clock.GetUtcNow().UtcDateTime - ticket.At > HandoverLimits.TextLives;
}
