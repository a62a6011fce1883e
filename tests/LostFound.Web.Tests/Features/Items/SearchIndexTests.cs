using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>The index answers as a look at every row would, whatever happened to the rows and in which order.</summary>
public sealed class SearchIndexTests : IDisposable
{
    private const int Steps = 250;
    private static readonly string[] Words = ["fox", "star", "moon", "anchor", "tiger"];
    private static readonly string[] Kinds = ["backpack", "umbrella", "phone", "keys"];

    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-search-").FullName;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_changes_each_search_finds_what_a_look_at_every_row_finds(int seed)
    {
        var random = new Random(seed);
        var config = ConfigStore.LoadOrExplain(ConfigFolder.Find(new ConfigurationBuilder().Build()), Console.Error)!;
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, $"{seed}.db") }.ToString();
        SchemaUpgrade.Apply(connection);
        using var store = new Store(new StoreOptions(connection), new ChangeBell());
        var search = new SearchItems(store, config, TimeProvider.System);
        var rows = new List<Item>();

        for (var step = 0; step < Steps; step++)
        {
            await ChangeAsync(store, rows, random, config.Current);
            var item = rows[random.Next(rows.Count)];
            var asked = Ask(random, item);
            var found = await search.HandleAsync(asked);

            var expected = Enumerable.Reverse(rows).Where(row => Fits(row, asked)).Select(row => row.Id).ToList();
            Assert.Equal(expected.Take(ItemLimits.SearchPage), found.Items.Take(found.InTypedWords).Select(row => row.Id));
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task ChangeAsync(Store store, List<Item> rows, Random random, VenueConfig venue)
    {
        var kind = random.Next(10);
        if (rows.Count == 0 || kind < 4)
        {
            var item = NewItem(random, venue);
            rows.Add(item);
            await store.WriteAsync(db => { db.Items.Add(item); return Task.CompletedTask; }, CancellationToken.None);
            return;
        }
        var changed = rows[random.Next(rows.Count)];
        switch (kind)
        {
            case < 7:
                changed.Status = Enum.GetValues<ItemStatus>()[random.Next(Enum.GetValues<ItemStatus>().Length)];
                await store.WriteAsync(db => db.Items.Where(i => i.Id == changed.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, changed.Status)), CancellationToken.None);
                break;
            case < 9:
                changed.Description = Words[random.Next(Words.Length)];
                ItemSearchText.Write(changed, venue);
                await store.WriteAsync(db => db.Items.Where(i => i.Id == changed.Id).ExecuteUpdateAsync(set => set
                    .SetProperty(i => i.Description, changed.Description).SetProperty(i => i.SearchText, changed.SearchText).SetProperty(i => i.SearchConcepts, changed.SearchConcepts)), CancellationToken.None);
                break;
            default:
                changed.Bin = changed.Bin is null ? "A1" : null;
                await store.WriteAsync(db => db.Items.Where(i => i.Id == changed.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Bin, changed.Bin)), CancellationToken.None);
                break;
        }
    }

    private static Item NewItem(Random random, VenueConfig venue)
    {
        var item = new Item
        {
            Id = Guid.NewGuid(), Tag = TagCode.New(), Category = Kinds[random.Next(Kinds.Length)], Colours = ["navy"], Description = Words[random.Next(Words.Length)],
            Place = venue.Places[0].Key, FoundAt = new DateTime(2026, 7, 4, 10, 0, 0, DateTimeKind.Utc), RegisteredAt = new DateTime(2026, 7, 4, 10, 0, 0, DateTimeKind.Utc), Desk = venue.Desks[0].Key,
        };
        ItemSearchText.Write(item, venue);
        return item;
    }

    private static ItemSearch Ask(Random random, Item item) => new(
        random.Next(3) switch { 0 => item.Tag, 1 => item.Description, _ => "" }, random.Next(3) == 0 ? item.Category : "", "", "",
        random.Next(4) == 0 ? item.Bin ?? "" : "", random.Next(2) == 0 ? item.Status : null, null, null, 1);

    private static bool Fits(Item row, ItemSearch asked) =>
        (asked.Words.Length == 0 || row.Tag == asked.Words || row.Description == asked.Words)
        && (asked.Category.Length == 0 || row.Category == asked.Category)
        && (asked.Bin.Length == 0 || row.Bin == asked.Bin)
        && (asked.Status is null || row.Status == asked.Status);
}
