using LostFound.Web.Configuration;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Browser.Tests.People;

/// <summary>The desk as a guest's page hears of it: the product's own use cases, without the staff's screens.</summary>
internal sealed class Desk(TestServer server)
{
    private static readonly Actor Maya = new(Guid.NewGuid(), "Maya", StaffRole.Agent, Guid.NewGuid(), "Counter 1", "main");

    private Guid counter;

    /// <summary>The clock goes on, and the promises are looked after.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        server.Clock.Advance(time);
        await server.Services.GetRequiredService<KeepPromises>().SweepAsync(default);
    }

    public Task PostBreakdownAsync(string place, TimeSpan lasts) => DoAsync<PostNotice>(use => use.HandleAsync(
        new NoticeInput(NoticeKind.Breakdown, NoticeScope.Place, place, Now + lasts, null, "", "", null, Guid.NewGuid()), Maya, default));

    /// <summary>Tells the guest that it takes longer, why, and until when.</summary>
    public async Task MoveTheNextWordAsync(TimeSpan by, string why)
    {
        var promise = await server.Store.ReadAsync(db => db.Promises.SingleAsync(p => p.Kind == PromiseKind.NextWord && p.Status == PromiseStatus.Open));
        await DoAsync<MovePromise>(use => use.HandleAsync(promise.Id, promise.DueAt + by, why, Maya, default));
    }

    public async Task OpenCounterAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        counter = (await scope.ServiceProvider.GetRequiredService<OpenCounter>().HandleAsync("main", 1, Maya, default)).Value;
    }

    public Task CallNextAsync() => DoAsync<CallNext, CalledGuest>(use => use.HandleAsync(counter, Guid.NewGuid(), Maya, default));

    /// <summary>The guest is at the counter, signs, and has the thing back.</summary>
    public async Task HandOverAsync(string guest)
    {
        var item = await server.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Status == ItemStatus.OnHold));
        var ticket = await server.Store.ReadAsync(db => db.Tickets.SingleAsync());
        await DoAsync<StartServing, bool>(use => use.HandleAsync(counter, Maya, default));
        var text = HandoverText.Compose(guest, item, Maya.Desk, Now, server.Services.GetRequiredService<ConfigStore>().Current);
        var signed = new SigningTicket(item.Id, item.Version, item.ClaimId, Now, SigningTicket.HashOf(text));
        var input = new HandOverInput(item.Id, Guid.NewGuid(), new HandoverDetails(guest, ProofKind.AnsweredQuestions, ""), signed, new Signature(SignatureKind.Typed, guest));
        await DoAsync<HandOver, ScanRefusal?>(use => use.HandleAsync(input, Maya, default));
        await DoAsync<FinishServing, bool>(use => use.HandleAsync(counter, ticket.Id, Maya, default));
    }

    private DateTime Now => server.Clock.GetUtcNow().UtcDateTime;

    private Task DoAsync<TUse>(Func<TUse, Task<Outcome<Guid>>> act) where TUse : notnull => DoAsync<TUse, Guid>(act);

    private async Task DoAsync<TUse, T>(Func<TUse, Task<Outcome<T>>> act) where TUse : notnull
    {
        await using var scope = server.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<TUse>());
        Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusal.Message);
    }
}
