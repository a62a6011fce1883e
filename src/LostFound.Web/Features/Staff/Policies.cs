using System.Security.Claims;
using LostFound.Web.Shared;
using Microsoft.AspNetCore.Authorization;

namespace LostFound.Web.Features.Staff;

/// <summary>The three policies, named for the least role that passes each.</summary>
public static class Policies
{
    public const string Agent = nameof(StaffRole.Agent);
    public const string Supervisor = nameof(StaffRole.Supervisor);
    public const string Admin = nameof(StaffRole.Admin);

    public static void AddTo(AuthorizationBuilder authorization)
    {
        foreach (var least in Enum.GetValues<StaffRole>())
            authorization.AddPolicy(least.ToString(), policy => policy.RequireAssertion(context => context.User.Role() >= least));
    }
}

/// <summary>What the staff cookie says of its bearer.</summary>
public static class StaffPrincipal
{
    public const string Scheme = "Staff";
    private const string DeviceIdClaim = "device";
    private const string DeviceNameClaim = "device-name";
    private const string DeskClaim = "desk";

    public static ClaimsPrincipal For(Actor actor) => new(new ClaimsIdentity(
    [
        new(ClaimTypes.NameIdentifier, actor.StaffId.ToString()),
        new(ClaimTypes.Name, actor.StaffName),
        new(ClaimTypes.Role, actor.Role.ToString()),
        new(DeviceIdClaim, actor.DeviceId.ToString()),
        new(DeviceNameClaim, actor.DeviceName),
        new(DeskClaim, actor.Desk),
    ], Scheme));

    public static StaffRole? Role(this ClaimsPrincipal user) =>
        Enum.TryParse<StaffRole>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    /// <summary>Who acts, for endpoints behind a staff policy.</summary>
    public static Actor Actor(this ClaimsPrincipal user) => user.ActorOrNone()
        ?? throw new InvalidOperationException("No staff member is signed in: the endpoint lacks a staff policy.");

    public static Actor? ActorOrNone(this ClaimsPrincipal user) => user.Role() is { } role
        ? new Actor(
            Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), user.FindFirstValue(ClaimTypes.Name)!, role,
            Guid.Parse(user.FindFirstValue(DeviceIdClaim)!), user.FindFirstValue(DeviceNameClaim)!, user.FindFirstValue(DeskClaim)!)
        : null;
}
