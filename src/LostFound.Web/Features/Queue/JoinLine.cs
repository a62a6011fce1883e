using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>Who wants a place, where and what for.</summary>
/// <param name="ClaimId">Whose claim it is about; the place then shows on the claim's page.</param>
/// <param name="GuestKey">Hash of the phone's key, for a guest without a claim.</param>
/// <param name="Name">What staff call who walked up.</param>
public sealed record JoinInput(Guid RequestId, string Desk, Lane Lane, JoinedFrom From, Guid? ClaimId = null, byte[]? GuestKey = null, string Name = "");

/// <summary>A guest's place, new or had before.</summary>
/// <param name="Token">Opens /q/{token}; null where the claim's link shows the place.</param>
public sealed record TakenPlace(Guid TicketId, string Desk, int Number, TicketToken? Token);

/// <summary>
/// Takes a place in a desk's line and says honestly how long it will be. Who has a place gets that one, so that a double
/// tap, a second tab and a retry are one place.
/// </summary>
public sealed class JoinLine(Store store, LineSnapshots lines, PlaceTaking places, ConfigStore config, TimeProvider clock, Words say)
{
    private const string Kind = "join-line";

    public async Task<Outcome<TakenPlace>> HandleAsync(JoinInput input, CancellationToken cancellation)
    {
        var venue = config.Current;
        if (venue.Desk(input.Desk) is null)
            return PlaceTaking.NoDesk;
        if (input.Name.Length > QueueLimits.MaxName || input.Name.Any(char.IsControl))
            return new Refusal(RefusalKind.Invalid, $"A name has at most {QueueLimits.MaxName} characters, on one line", "name");
        var now = clock.GetUtcNow().UtcDateTime;
        // Staff who let somebody in after closing know what they do.
        if (input.From != JoinedFrom.Staff && !venue.Clock.IsOpen(now))
            return new Refusal(RefusalKind.Unavailable, say["queue.desk-closed"]);
        // Before the transaction: the forecast takes its time, and nobody else should wait for it.
        var line = await lines.CurrentAsync(input.Desk);
        var told = line.TellNewcomer(input.Lane, now);
        return await store.WriteAsync<TakenPlace>(async db =>
        {
            var before = await places.HadBeforeAsync(db, input.RequestId, Kind, input, input.ClaimId, input.GuestKey);
            if (!before.Succeeded || before.Value is not null)
                return before.Succeeded ? before.Value! : before.Refusal;
            if (await db.Tickets.Active().CountAsync(t => t.Desk == input.Desk) >= venue.Queue.MaxWaiting)
                return new Refusal(RefusalKind.Unavailable, say["queue.full"]);
            var ticket = await places.AddAsync(db, input, bookedFor: null, bookedPlace: null, told, now);
            db.Remember(input.RequestId, Kind, input, ticket.Id.ToString(), now);
            return places.Taken(ticket);
        }, cancellation);
    }
}
