using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LostFound.Web.Tests.Hosting;

/// <summary>Rows as the kiosk and the guest's form leave them, for tests that begin after those.</summary>
public static class Rows
{
    public static readonly Actor Registrar = new(Guid.NewGuid(), "Ines", StaffRole.Agent, Guid.NewGuid(), "Kiosk 1", "main");

    /// <summary>A navy backpack, found half an hour ago with a caricature in it.</summary>
    public static async Task<Item> AddItemAsync(this TestServer server, Func<Item, Item>? change = null, string? photoHash = null)
    {
        var now = server.Clock.GetUtcNow().UtcDateTime;
        var item = new Item
        {
            Id = Guid.NewGuid(),
            Tag = TagCode.New(),
            Category = "backpack",
            Colours = ["navy"],
            Brand = "Fjällräven",
            Description = "Navy backpack with a leather patch, a rolled caricature inside",
            PrivateNotes = "Initials M.K. inside the lid",
            Place = server.PlaceKey(0),
            FoundAt = now.AddMinutes(-30),
            RegisteredAt = now,
            Desk = "main",
            SearchText = "navy backpack",
        };
        if (photoHash is not null)
            item.Photos.Add(new ItemPhoto { ItemId = item.Id, Ordinal = 0, Hash = photoHash, Width = 1600, Height = 1200 });
        item = change?.Invoke(item) ?? item;
        await server.Store.WriteAsync(async db =>
        {
            db.Items.Add(item);
            await db.RecordCustodyAsync(item, CustodyKind.Registered, Registrar, now, "Registered.");
        }, default);
        return item;
    }

    /// <summary>A guest who lost that backpack an hour ago, next word due in two.</summary>
    public static async Task<Claim> AddClaimAsync(
        this TestServer server, string description = "Navy Fjällräven rucksack, a caricature of my children rolled up in it", string? category = "backpack",
        string brand = "Fjällräven", TimeSpan? wordDueIn = null, string[]? colours = null)
    {
        var now = server.Clock.GetUtcNow().UtcDateTime;
        var vault = server.Services.GetRequiredService<ContactVault>();
        var id = Guid.NewGuid();
        var claim = new Claim
        {
            Id = id,
            Reference = Convert.ToHexString(id.ToByteArray(), 0, 3),
            TokenHash = LinkSecret.Hash(id.ToString("N")),
            Category = category,
            Colours = colours ?? ["navy"],
            Brand = brand,
            Description = description,
            PrivateMarks = "M.K. in the lid",
            Places = [server.PlaceKey(0)],
            LostFrom = now.AddMinutes(-90),
            LostTo = now.AddMinutes(-45),
            Contact = vault.Seal(new Contact("Mara Kern", "mara@example.org", "")),
            Language = "en",
            FiledAt = now,
        };
        await server.Store.WriteAsync(async db =>
        {
            db.Claims.Add(claim);
            await db.NextWordAsync(claim, now + (wordDueIn ?? TimeSpan.FromHours(2)), now, PromiseCause.Filed);
            db.ClaimEvents.Add(new ClaimEvent { ClaimId = id, At = now, Kind = ClaimEventKind.Filed, NextWordBy = claim.NextWordBy });
        }, default);
        return claim;
    }

    /// <summary>As if the worker that gives guests their word were stuck: only then does a promise become overdue.</summary>
    public static Task StopKeepingPromisesAsync(this TestServer server) =>
        server.Services.GetServices<IHostedService>().OfType<KeepPromises>().Single().StopAsync(CancellationToken.None);

    public static Task<Claim> ClaimAsync(this TestServer server, Guid id) => server.Store.ReadAsync(db => db.Claims.SingleAsync(c => c.Id == id));

    public static Task<Item> ItemAsync(this TestServer server, Guid id) => server.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Id == id));

    private static string PlaceKey(this TestServer server, int at) =>
        server.Services.GetRequiredService<LostFound.Web.Configuration.ConfigStore>().Current.Places[at].Key;
}
