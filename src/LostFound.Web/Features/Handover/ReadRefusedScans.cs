using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Handover;

/// <summary>A refused scan with the names that belong to it.</summary>
public sealed record RefusedScanRow(DateTime At, ScanRefusal Reason, string Code, Guid? ItemId, string? Title, string Staff, string Device);

public sealed record RefusedScans(IReadOnlyList<RefusedScanRow> Rows, int Total, int Page, int Pages, VenueTime Time);

/// <summary>The refused scans, newest first, a page at a time: one is a slip, ten of a kind are a worn printer or worse.</summary>
public sealed class ReadRefusedScans(Store store, ConfigStore config, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<RefusedScans> HandleAsync(int wanted) => await store.ReadAsync(async db =>
    {
        var total = await db.RefusedScans.CountAsync();
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(wanted, 1, pages);
        var rows = await (
            from scan in db.RefusedScans.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize)
            join item in db.Items on scan.ItemId equals item.Id into items
            from item in items.DefaultIfEmpty()
            join person in db.Staff on scan.StaffId equals person.Id into people
            from person in people.DefaultIfEmpty()
            join device in db.Devices on scan.DeviceId equals device.Id into devices
            from device in devices.DefaultIfEmpty()
            orderby scan.At descending, scan.Id descending
            select new { scan, item, Person = person == null ? "–" : person.Name, Device = device == null ? "–" : device.Name }).ToListAsync();
        var venue = config.Current;
        return new RefusedScans(
            rows.ConvertAll(r => new RefusedScanRow(r.scan.At, r.scan.Reason, r.scan.RawCode, r.scan.ItemId, r.item is null ? null : ItemWords.Title(r.item, venue), r.Person, r.Device)),
            total, page, pages, new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime));
    });
}

/// <summary><c>/scan/refused</c>, for supervisors.</summary>
internal static class RefusedScansPages
{
    public const string Address = "/scan/refused";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, async (string? page, ReadRefusedScans read) =>
        Render.Page<RefusedScansPage>(new { Found = await read.HandleAsync(int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 1) }, noStore: true)).RequireAuthorization(Policies.Supervisor);

    public static string AddressOf(int page) => page > 1 ? $"{Address}?page={page}" : Address;
}
