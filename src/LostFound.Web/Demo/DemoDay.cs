using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Promises;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Photos.Demo;

namespace LostFound.Web.Demo;

/// <summary>
/// Re-enacts a day through the same use cases as a real one, each at its own moment: items come in, guests file
/// claims, staff decide. So the demo's data cannot be in a state that the product could not reach.
/// </summary>
public sealed class DemoDay(IServiceProvider services, Store store, ConfigStore config, DemoAccess access, TimeProvider clock)
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(15);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private readonly DemoClock then = new();
    private readonly Random dice = new(20260704);
    private readonly PriorityQueue<Func<Task>, DateTime> agenda = new();
    private readonly Dictionary<int, RegisteredItem> registered = [];
    private readonly Dictionary<int, DemoClaimFiled> filed = [];

    /// <summary>Fills an empty database.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var plan = DemoPlan.Read();
        var now = clock.GetUtcNow().UtcDateTime;
        var times = new DemoTimes(config.Current.Clock, now);
        await access.AddPeopleAsync(now - DemoHistory.Before);
        await new DemoHistory(services, store, config, access, then).PlayAsync(plan, now, cancellation);
        var photos = await DrawAsync(plan.Items, cancellation);
        var found = plan.Items.Select((_, index) => times.OpenTimeAgo(Span * ((index + dice.NextDouble()) / plan.Items.Count) + TimeSpan.FromMinutes(8))).ToList();
        for (var i = 0; i < plan.Items.Count; i++)
            Schedule(i, plan.Items[i], found[i], photos[i], now, cancellation);
        for (var i = 0; i < plan.Claims.Count; i++)
            Schedule(i, plan.Claims[i], plan.Claims[i].Item is { } item ? found[item] : times.OpenTimeAgo(Span * 0.9 * dice.NextDouble()), now, cancellation);
        await PlayAsync(now, cancellation);
        var decisions = ActivatorUtilities.CreateInstance<DemoDecisions>(services, then);
        await decisions.DecideAsync([.. Pairs(plan)], now, cancellation);
        await ActivatorUtilities.CreateInstance<DemoLine>(services, then).PlayAsync(now, cancellation);
    }

    private async Task<DrawnPhoto[]> DrawAsync(IReadOnlyList<DemoItem> items, CancellationToken cancellation)
    {
        var processor = services.GetRequiredService<IPhotoProcessor>();
        var kept = services.GetRequiredService<PhotoStore>();
        var colours = services.GetRequiredService<PhotoColours>();
        var photos = new DrawnPhoto[items.Count];
        await Parallel.ForAsync(0, items.Count, cancellation, async (index, token) =>
        {
            var item = items[index];
            var drawn = await processor.ProcessAsync(DemoPhotos.Draw(index, item.Category, item.Colours), config.Current.MasksPhotosOf(item.Category), token);
            var stored = await kept.SaveAsync(drawn.Value, token);
            photos[index] = new DrawnPhoto(stored, await colours.OfStoredAsync([stored], token));
        });
        return photos;
    }

    private void Schedule(int index, DemoItem item, DateTime found, DrawnPhoto photo, DateTime now, CancellationToken cancellation)
    {
        var at = Earlier(found.AddMinutes(item.RegisteredAfterMinutes), now.AddMinutes(-1 - dice.Next(4)));
        var by = access.Acting(index % 3 == 0 ? DemoAccess.Jonas : DemoAccess.Maya);
        var bins = BinsFor(item.Category, by.Desk);
        var facts = new ItemFacts(item.Category, item.Colours, item.Brand, item.Description, item.PrivateNotes, item.Place, found);
        var input = new RegisterItemInput(Guid.NewGuid(), facts, bins[dice.Next(bins.Count)].Code, [photo.Stored], photo.Colours);
        agenda.Enqueue(async () => registered[index] = (await Use<RegisterItem>().HandleAsync(input, by, cancellation)).Value, at);
    }

    /// <summary>Where somebody would put it.</summary>
    private List<Bin> BinsFor(string category, string desk)
    {
        var bins = config.Current.BinsAt(desk).ToList();
        var kind = (config.Current.Category(category)?.Group, category) switch
        {
            (_, "medicine" or "lunch-box") => BinKind.Fridge,
            ("money-and-papers" or "jewellery", _) => BinKind.Safe,
            ("electronics" or "eyewear" or "keys" or "health", _) => BinKind.Drawer,
            _ => BinKind.Shelf,
        };
        return bins.FindAll(bin => bin.Kind == kind) is { Count: > 0 } fitting ? fitting : bins;
    }

    private void Schedule(int index, DemoClaim claim, DateTime near, DateTime now, CancellationToken cancellation)
    {
        var latest = now.AddMinutes(-2 - dice.Next(20));
        var to = Earlier(near.AddMinutes(claim.LostToMinutes), latest);
        var from = Earlier(near.AddMinutes(claim.LostFromMinutes), to);
        var at = Earlier((to > near ? to : near).AddMinutes(dice.Next(5, 90)), latest.AddMinutes(1));
        var name = DemoGuests.Names[index % DemoGuests.Names.Length];
        var answers = new ClaimAnswers
        {
            What = new(claim.Category),
            Colours = new(claim.Colours),
            Description = new(claim.Description, claim.Brand),
            Marks = new(claim.PrivateMarks),
            Where = new(claim.Places),
            When = new(from, to),
            Contact = new(name, $"{(index < DemoGuests.Names.Length ? "" : $"family{index}.")}{DemoGuests.Email(name)}", ""),
        };
        agenda.Enqueue(async () => filed[index] = await Filing.FileAsync(answers, cancellation), at);
    }

    /// <summary>Runs the agenda in order of time; between its entries the promises are kept, as on a real day.</summary>
    private async Task PlayAsync(DateTime now, CancellationToken cancellation)
    {
        var promises = Use<KeepPromises>();
        if (!agenda.TryPeek(out _, out var moment))
            return;
        for (; moment < now; moment += Step)
        {
            while (agenda.TryPeek(out _, out var at) && at < moment + Step && agenda.TryDequeue(out var act, out at))
            {
                then.Now = at;
                await act();
            }
            then.Now = Earlier(moment + Step, now);
            await promises.SweepAsync(cancellation);
        }
    }

    /// <summary>The claims whose item is there, in the order of filing.</summary>
    private IEnumerable<(Guid ItemId, DemoClaimFiled Claim)> Pairs(DemoPlan plan) =>
        from claim in filed.OrderBy(f => f.Value.At)
        let item = plan.Claims[claim.Key].Item
        where item is not null
        select (registered[item.Value].Id, claim.Value);

    private DemoFiling Filing => new(services, store, then);

    private sealed record DrawnPhoto(StoredPhoto Stored, string[] Colours);

    /// <summary>A use case with the demo's clock in place of the real one.</summary>
    private T Use<T>() => ActivatorUtilities.CreateInstance<T>(services, then);

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
