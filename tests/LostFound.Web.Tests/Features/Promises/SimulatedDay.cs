using System.Text.Json;
using LostFound.ParkDay.Day;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Claims.Guest;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Features.Promises;

/// <summary>The losses of ParkDay's day, each brought before the product's own handlers at its minute.</summary>
internal sealed class SimulatedDay(TestServer server, LostDay day)
{
    private static readonly TimeSpan UntilConfirmed = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan UntilCollected = TimeSpan.FromMinutes(90);

    private readonly PriorityQueue<Func<Task>, DateTime> agenda = new();
    private readonly Dictionary<int, Guid> filed = [];

    private IServiceProvider Services => server.Services;

    public void Plan()
    {
        foreach (var guest in day.Guests)
        {
            agenda.Enqueue(() => FileAsync(guest), guest.TurnsToUsAt);
            if (guest.HandedInAt is { } at)
                agenda.Enqueue(() => FindAsync(guest), Later(at, guest.TurnsToUsAt) + UntilConfirmed);
            else if (guest.Number % 10 == 0)
                agenda.Enqueue(() => Services.GetRequiredService<WithdrawClaim>().HandleAsync(filed[guest.Number], found: true, default), guest.TurnsToUsAt.AddHours(2));
        }
    }

    /// <summary>All that happens up to this moment, each thing at its own.</summary>
    public async Task PlayUntilAsync(DateTime moment)
    {
        while (agenda.TryPeek(out _, out var at) && at <= moment && agenda.TryDequeue(out var happens, out _))
        {
            MoveTo(at);
            await happens();
        }
        MoveTo(moment);
    }

    private void MoveTo(DateTime moment)
    {
        if (moment > server.Clock.GetUtcNow().UtcDateTime)
            server.Clock.Advance(moment - server.Clock.GetUtcNow().UtcDateTime);
    }

    private async Task FileAsync(LostFound.ParkDay.Day.Guest guest)
    {
        var key = DraftKey.Make();
        var answers = new ClaimAnswers
        {
            What = new("backpack"), Colours = new(["blue"]), Description = new($"Knapsack number {guest.Number}", ""), Marks = new(""),
            Where = new([]), When = new(guest.LostAt, guest.TurnsToUsAt), Contact = new($"Guest {guest.Number}", $"guest{guest.Number}@example.org", ""),
        };
        var sealedAnswers = Services.GetRequiredService<ContactVault>().SealText(JsonSerializer.Serialize(answers));
        await server.Store.WriteAsync(db =>
        {
            db.ClaimDrafts.Add(new ClaimDraft { KeyHash = key.Hash, Content = sealedAnswers, UpdatedAt = guest.TurnsToUsAt });
            return Task.CompletedTask;
        }, default);
        var token = await Services.GetRequiredService<FileClaim>().HandleAsync(key, default);
        filed[guest.Number] = (await Services.GetRequiredService<ClaimByToken>().FindIdAsync(token.Value.Text))!.Value;
        // Matching isn't what is played here.
        await server.Store.WriteAsync(db => db.Claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.NeedsMatching, false)), default);
    }

    private async Task FindAsync(LostFound.ParkDay.Day.Guest guest)
    {
        var item = await server.AddItemAsync(i => { i.NeedsMatching = false; return i; });
        var candidate = new Candidate
        {
            Id = Guid.NewGuid(), ClaimId = filed[guest.Number], ItemId = item.Id, Bits = 8, Probability = 0.99, Contributions = "[]", ModelVersion = "day",
        };
        await server.Store.WriteAsync(db => { db.Candidates.Add(candidate); return Task.CompletedTask; }, default);
        var confirmed = await Services.GetRequiredService<ConfirmMatch>().HandleAsync(new Decision(candidate.Id, candidate.Version, Guid.NewGuid()), Rows.Registrar, default);
        Assert.True(confirmed.Succeeded, confirmed.Succeeded ? "" : confirmed.Refusal.Message);
        // One in three comes only the next morning, or never on these days.
        if (guest.Number % 3 != 0)
            agenda.Enqueue(() => CollectAsync(item.Id, guest), server.Clock.GetUtcNow().UtcDateTime + UntilCollected);
    }

    private async Task CollectAsync(Guid itemId, LostFound.ParkDay.Day.Guest guest)
    {
        var item = await server.ItemAsync(itemId);
        var now = server.Clock.GetUtcNow().UtcDateTime;
        var name = $"Guest {guest.Number}";
        var text = HandoverText.Compose(name, item, Rows.Registrar.Desk, now, Services.GetRequiredService<ConfigStore>().Current);
        var input = new HandOverInput(
            itemId, Guid.NewGuid(), new HandoverDetails(name, ProofKind.AnsweredQuestions, ""),
            new SigningTicket(itemId, item.Version, filed[guest.Number], now, SigningTicket.HashOf(text)), new Signature(SignatureKind.Typed, name));
        var done = await Services.GetRequiredService<HandOver>().HandleAsync(input, Rows.Registrar, default);
        Assert.Null(done.Value);
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
