using System.Collections.Concurrent;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Sync;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Sync;

/// <summary>
/// Five kiosks with clocks of their own deliver a day's items over a network that loses answers, to a server that
/// goes down in the middle. Whatever is lost, repeated or reordered: each item is there once, as it was sent.
/// </summary>
public sealed class FiveHundredItemsTests
{
    private const int Items = 500;
    private const int Restarts = 3;
    private static readonly TimeSpan[] ClockErrors = [TimeSpan.Zero, TimeSpan.FromSeconds(40), TimeSpan.FromHours(3), TimeSpan.FromHours(-2), TimeSpan.FromDays(-400)];
    private static readonly byte[][] Pictures = [.. Enumerable.Range(0, 8).Select(i => TestPicture.Png((byte)(i * 30), (byte)(255 - i * 30), 90, 24, 16))];

    [Fact]
    public async Task Each_is_registered_once_with_every_photo_and_its_own_tag_and_the_first_answer_is_repeated()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var dice = new Random(seed);
        await using var server = await TestServer.StartAsync();
        var address = server.Address.ToString();
        var maya = await server.AddStaffAsync(StaffRole.Agent, "Maya");
        var parcels = await PackAsync(server, maya, dice);

        for (var restart = 0; restart < Restarts; restart++)
        {
            var delivering = DeliverAsync(parcels, dice, share: 0.25);
            await server.RestartAsync("--urls", address);
            await delivering;
        }
        while (parcels.Exists(p => p.Answers.IsEmpty))
            await DeliverAsync(parcels, dice, share: 1);
        await DeliverAsync(parcels, dice, share: 0.3, lossy: false);

        Assert.All(parcels, p => Assert.Single(p.Answers.Distinct()));
        await AssertWholeAsync(server, parcels);
    }

    private static async Task<List<Parcel>> PackAsync(TestServer server, StaffMember maya, Random dice)
    {
        var kiosks = new List<FarKiosk>();
        foreach (var number in Enumerable.Range(1, ClockErrors.Length))
        {
            var kiosk = await FarKiosk.EnrolAsync(server, $"Kiosk {number}");
            await kiosk.LeaseAsync();
            kiosks.Add(kiosk);
        }
        var now = server.Clock.GetUtcNow().UtcDateTime;
        return [.. Enumerable.Range(0, Items).Select(i =>
        {
            var kiosk = kiosks[i % kiosks.Count];
            var shown = now + ClockErrors[i % kiosks.Count];
            var form = FarKiosk.Form(Guid.NewGuid(), shown.AddMinutes(-dice.Next(600)), maya, kiosk.TakeCode())
                .With(DeviceFields.SentAt, FarKiosk.Iso(shown))
                .With(ItemFields.FoundDate, shown.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                .With(ItemFields.Description, $"Item {i}");
            return new Parcel(kiosk, form, [.. dice.GetItems(Pictures, dice.Next(3)).Distinct()]);
        })];
    }

    /// <summary>Sends some of the parcels in any order, all kiosks at once; those that were answered may go again.</summary>
    private static Task DeliverAsync(List<Parcel> parcels, Random dice, double share, bool lossy = true)
    {
        var chosen = parcels.Where(p => dice.NextDouble() < share && (p.Answers.IsEmpty || dice.NextDouble() < 0.3)).ToArray();
        dice.Shuffle(chosen);
        var luck = chosen.ToDictionary(p => p, _ => (Lost: lossy && dice.NextDouble() < 0.15, Cut: lossy && dice.NextDouble() < 0.1 ? dice.Next(1, 20) : (int?)null));
        return Task.WhenAll(chosen.GroupBy(p => p.Kiosk).Select(async group =>
        {
            foreach (var parcel in group)
            {
                using var cut = luck[parcel].Cut is { } after ? new CancellationTokenSource(after) : new CancellationTokenSource();
                var answer = await parcel.Kiosk.TryDeliverAsync(parcel.Form, parcel.Photos, cut.Token);
                if (answer is not null && !luck[parcel].Lost)
                    parcel.Answers.Add(answer);
            }
        }));
    }

    private static async Task AssertWholeAsync(TestServer server, List<Parcel> parcels)
    {
        var items = await server.Store.ReadAsync(db => db.Items.Include(i => i.Photos).ToListAsync());
        Assert.Equal(Items, items.Count);
        Assert.Equal(parcels.Select(p => p.Tag).Order(StringComparer.Ordinal), items.Select(i => i.Tag).Order(StringComparer.Ordinal));
        var byTag = items.ToDictionary(i => i.Tag, StringComparer.Ordinal);
        foreach (var parcel in parcels)
        {
            var item = byTag[parcel.Tag];
            Assert.Equal((item.Id, item.Tag), (parcel.Answers.First().Id, parcel.Answers.First().Tag));
            Assert.Equal(parcel.Form.Single(f => f.Name == ItemFields.Description).Value, item.Description);
            Assert.Equal(parcel.Photos.Length, item.Photos.Count);
            Assert.True(item.FoundAt <= server.Clock.GetUtcNow().UtcDateTime + ItemLimits.FoundAhead);
        }
        // Each distinct picture is stored once, whoever sent it and how often.
        Assert.Equal(parcels.SelectMany(p => p.Photos).Distinct().Count(), items.SelectMany(i => i.Photos).Select(p => p.Hash).Distinct().Count());
        Assert.True((await CustodyChain.VerifyAsync(server.Store)).IsWhole);
    }

    private sealed record Parcel(FarKiosk Kiosk, (string Name, string Value)[] Form, byte[][] Photos)
    {
        public ConcurrentBag<Delivered> Answers { get; } = [];

        public string Tag => Form.Single(f => f.Name == ItemFields.Tag).Value;
    }
}
