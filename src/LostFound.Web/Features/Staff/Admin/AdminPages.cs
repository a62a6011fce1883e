using System.Reflection;
using System.Runtime.InteropServices;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>/admin: people, devices, the state of the configuration, versions, and what was done lately.</summary>
public sealed class AdminPages(Store store, ConfigStore config, TimeProvider clock)
{
    private static readonly string Version =
        typeof(AdminPages).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/admin", (HttpContext context, AdminPages pages, string? done) => pages.ShowAsync(context.User.Actor(), done)).RequireAuthorization(Policies.Admin);

    private async Task<IResult> ShowAsync(Actor actor, string? done)
    {
        var venue = config.Current;
        var now = clock.GetUtcNow().UtcDateTime;
        var people = await store.ReadAsync(db => db.Staff.OrderByDescending(s => s.Active).ThenBy(s => s.NameKey).ToListAsync());
        var devices = await store.ReadAsync(db => db.Devices.OrderBy(d => d.Name).ToListAsync());
        return Render.Page<AdminPage>(new
        {
            People = people.ConvertAll(p => PersonRow.Of(p, now)),
            Devices = devices.Where(d => d.RevokedAt is null)
                .Select(d => new DeviceRow(d.Id, d.Name, venue.Desk(d.Desk)?.Name ?? d.Desk, d.EnrolledAt, d.Id == actor.DeviceId)).ToList(),
            Config = new ConfigRow(Summary(venue), config.Problems, config.ProblemsSince),
            Audit = await AuditAsync(people, devices),
            Versions = await VersionsAsync(venue),
            Venue = new VenueTime(venue.TimeZone, now),
            Revoked = done == "revoked",
        });
    }

    private async Task<List<AuditRow>> AuditAsync(List<StaffMember> people, List<Device> devices)
    {
        var names = people.ToDictionary(p => p.Id, p => p.Name);
        var deviceNames = devices.ToDictionary(d => d.Id, d => d.Name);
        var latest = await store.ReadAsync(db => db.AuditEntries.OrderByDescending(a => a.Id).Take(StaffLimits.LatestAuditEntries).ToListAsync());
        return latest.ConvertAll(a => new AuditRow(
            a.At, AuditWords.Of(a.Kind), a.Subject,
            a.StaffId is { } staff ? names.GetValueOrDefault(staff) : null,
            a.DeviceId is { } device ? deviceNames.GetValueOrDefault(device) : null));
    }

    private async Task<IReadOnlyList<(string, string)>> VersionsAsync(VenueConfig venue) =>
    [
        ("LostFound", Version.Split('+')[0]),
        (".NET", RuntimeInformation.FrameworkDescription.Replace(".NET ", "", StringComparison.Ordinal)),
        ("SQLite", await store.ReadAsync(db => db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS Value").SingleAsync())),
        ("Configuration", venue.Version[..Math.Min(12, venue.Version.Length)]),
    ];

    private static string Summary(VenueConfig venue) =>
        $"All good: {venue.Places.Count} places in {venue.Zones.Count} zones, {venue.Categories.Count} categories, {venue.Colours.Count} colours, {venue.Desks.Count} desks, {venue.Bins.Count} bins.";
}

internal static class AuditWords
{
    public static string Of(AuditKind kind) => kind switch
    {
        AuditKind.SetUp => "Set the venue up",
        AuditKind.EnrolmentCodeMade => "Made an enrolment code",
        AuditKind.DeviceEnrolled => "Device enrolled",
        AuditKind.DeviceRevoked => "Device revoked",
        AuditKind.StaffAdded => "Added a person",
        AuditKind.StaffChanged => "Changed a person",
        AuditKind.PinReset => "Set a new PIN",
        AuditKind.Unlocked => "Unlocked a person",
        AuditKind.SignedIn => "Signed in",
        AuditKind.SignInRefused => "Sign-in refused",
        AuditKind.LockedOut => "Locked out",
        AuditKind.Locked => "Locked the screen",
        AuditKind.AccessRefused => "Access refused",
        AuditKind.ViewedClaim => "Looked at a claim",
        AuditKind.SecondPersonProved => "Confirmed as the second person",
        AuditKind.CashCountsDiffered => "Two counts of cash differed",
        AuditKind.ClaimSent => "Sent an item to its owner",
        AuditKind.ClaimClosed => "Closed a claim without a find",
        AuditKind.ContactPurged => "Contact details deleted",
    };
}
