using LostFound.Web.Shared;

namespace LostFound.Web.Features.Staff;

/// <summary>A person signs in on an enrolled device with a PIN; see <see cref="ProvePin"/>.</summary>
public sealed class SignIn(ProvePin prove)
{
    public async Task<Outcome<Actor>> HandleAsync(Device device, Guid staffId, string pin, CancellationToken cancellation)
    {
        var proved = await prove.HandleAsync(device.Id, staffId, pin, AuditKind.SignedIn, cancellation);
        return proved.Succeeded
            ? new Actor(proved.Value.Id, proved.Value.Name, proved.Value.Role, device.Id, device.Name, device.Desk)
            : proved.Refusal;
    }
}
