using LostFound.Benchmarks.Corpus;
using LostFound.Benchmarks.Measure;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Items.Search;

namespace LostFound.Benchmarks.Search;

/// <summary>The generated year as rows of a venue's database.</summary>
internal static class ItemRows
{
    private const int AtOnce = 2_000;

    public static async Task FillAsync(Store store, VenueConfig venue, int count, Progress progress, CancellationToken stop)
    {
        var corpus = new ItemCorpus(count);
        var done = 0;
        foreach (var some in corpus.Rows().Chunk(AtOnce))
        {
            var rows = some.Select(found => Row(found, venue)).ToList();
            await store.WriteAsync(db =>
            {
                db.Items.AddRange(rows);
                return Task.CompletedTask;
            }, stop);
            if ((done += rows.Count) % (AtOnce * 10) == 0)
                progress.Say($"{done:N0} of {count:N0} registered");
        }
    }

    private static Item Row(Matching.FoundItem found, VenueConfig venue)
    {
        var item = new Item
        {
            Id = Guid.ParseExact(found.Id, "N"),
            Tag = TagCode.New(),
            Category = found.Category,
            Colours = [.. found.Colours],
            Brand = found.Brand,
            Description = found.Description,
            PrivateNotes = found.PrivateNotes,
            Place = found.Place,
            FoundAt = found.FoundAt,
            RegisteredAt = found.FoundAt.AddMinutes(20),
            Desk = venue.Desks[0].Key,
            NeedsMatching = false,
        };
        ItemSearchText.Write(item, venue);
        return item;
    }
}
