using LostFound.Web.Photos;
using LostFound.Web.Photos.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>Without a running server, whose matching worker would take the mark away at once.</summary>
public sealed class NeedsMatchingTests : IDisposable
{
    private static readonly DateTime Found = new(2026, 7, 4, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Maya = new(Guid.NewGuid(), "Maya", StaffRole.Agent, Guid.NewGuid(), "Desk 1", "main");

    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-items-").FullName;
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 7, 4, 14, 0, 0, TimeSpan.Zero));
    private readonly ConfigStore config = ConfigStore.LoadOrExplain(Path.Combine(Repository(), ConfigFolder.Name), Console.Error)!;
    private readonly Store store;

    public NeedsMatchingTests()
    {
        var connection = $"Data Source={Path.Combine(folder, "lostfound.db")}";
        SchemaUpgrade.Apply(connection);
        store = new Store(new StoreOptions(connection), new ChangeBell());
    }

    [Fact]
    public async Task A_new_item_and_a_corrected_one_ask_to_be_matched_and_a_moved_one_does_not()
    {
        var registered = await new RegisterItem(store, config, clock, TagCode.New).HandleAsync(new RegisterItemInput(Guid.NewGuid(), Facts("Eastpak"), "A1", [], []), Maya, default);
        var id = registered.Value.Id;
        Assert.True(await TakeMarkAsync(id));

        await new MoveItem(store, config, clock).HandleAsync(id, new Whereabouts("main", "A2"), Maya, default);
        Assert.False(await TakeMarkAsync(id));

        using var photos = new PhotoWorkerPool(NullLogger<PhotoWorkerPool>.Instance);
        var masking = new MaskPhotos(photos, new PhotoStore(folder, clock), store);
        var amended = await new AmendItem(store, config, masking, clock).HandleAsync(new AmendItemInput(id, Version: 2, Facts("Kånken")), Maya, default);
        Assert.True(amended.Succeeded);
        Assert.True(await TakeMarkAsync(id));
    }

    public void Dispose()
    {
        store.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static ItemFacts Facts(string brand) => new("backpack", [], brand, "", "", "bakery", Found);

    /// <summary>Whether the item asks to be matched; takes the mark away as the matching worker does.</summary>
    private async Task<bool> TakeMarkAsync(Guid id)
    {
        var marked = await store.WriteAsync<bool>(async db =>
            await db.Items.Where(i => i.Id == id && i.NeedsMatching).ExecuteUpdateAsync(s => s.SetProperty(i => i.NeedsMatching, false)) == 1, default);
        return marked.Value;
    }

    private static string Repository() => Path.GetDirectoryName(ConfigFolder.Find(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()))!;
}
