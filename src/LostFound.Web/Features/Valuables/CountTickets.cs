using System.Security.Cryptography;
using System.Text.Json;
using LostFound.Web.Features.Staff;
using Microsoft.AspNetCore.DataProtection;

namespace LostFound.Web.Features.Valuables;

/// <summary>A first count that waits for the second.</summary>
/// <param name="Id">Of this one comparison: it can be made once.</param>
public sealed record CountTicket(Guid Id, Guid ItemId, Guid StaffId, Guid DeviceId, DateTime At, CountedCash Cash, string Seal, string Bin);

/// <summary>
/// Seals the first count into a hidden field of the second person's form: it never stands readable on the page they
/// count at, cannot be changed there, and is of no use on another device or to another person.
/// </summary>
public sealed class CountTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector seal = protection.CreateProtector("Valuables.CountTicket");

    public string Seal(CountTicket ticket) => seal.Protect(JsonSerializer.Serialize(ticket));

    /// <summary>Null when it was not made here for this item, person and device, or waited too long.</summary>
    public CountTicket? Open(string sealedTicket, Guid itemId, Actor by)
    {
        try
        {
            return JsonSerializer.Deserialize<CountTicket>(seal.Unprotect(sealedTicket)) is { } ticket
                && (ticket.ItemId, ticket.StaffId, ticket.DeviceId) == (itemId, by.StaffId, by.DeviceId)
                && clock.GetUtcNow().UtcDateTime - ticket.At <= ValuablesLimits.FirstCountLives
                ? ticket
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
