using LostFound.Queueing;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>What guests and counters do with a line, in few words.</summary>
internal static class AtTheLine
{
    public static readonly Actor Maya = new(Guid.NewGuid(), "Maya", StaffRole.Agent, Guid.NewGuid(), "Counter 1", "main");
    public static readonly Actor Jonas = new(Guid.NewGuid(), "Jonas", StaffRole.Agent, Guid.NewGuid(), "Counter 2", "main");

    /// <summary>Runs a use case as the server would for a request.</summary>
    public static async Task<T> DoAsync<THandler, T>(this TestServer server, Func<THandler, Task<T>> act) where THandler : notnull
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>A phone that takes a place from the poster, and the page it sees then.</summary>
    public static async Task<(Browser Phone, Page Page)> JoinAsync(this TestServer server, string wish = "report")
    {
        var phone = server.NewBrowser();
        var page = await phone.SendAsync(await phone.OpenAsync("/q?desk=main"), "form[action='/q']", ("wish", wish));
        Assert.StartsWith("/q/", page.Address.AbsolutePath, StringComparison.Ordinal);
        return (phone, page);
    }

    public static async Task<Guid> OpenAsync(this TestServer server, int number, Actor by) =>
        (await server.DoAsync<OpenCounter, Outcome<Guid>>(use => use.HandleAsync("main", number, by, default))).Value;

    public static Task<Outcome<CalledGuest>> CallNextAsync(this TestServer server, Guid counter, Actor by, Guid? request = null) =>
        server.DoAsync<CallNext, Outcome<CalledGuest>>(use => use.HandleAsync(counter, request ?? Guid.NewGuid(), by, default));

    public static Task<Outcome<TakenPlace>> TakeAsync(this TestServer server, Lane lane, JoinedFrom from = JoinedFrom.Staff) =>
        server.DoAsync<JoinLine, Outcome<TakenPlace>>(use => use.HandleAsync(new JoinInput(Guid.NewGuid(), "main", lane, from), default));

    public static async Task ServeAsync(this TestServer server, Guid counter, Guid ticket, Actor by)
    {
        Assert.True((await server.DoAsync<StartServing, Outcome<bool>>(use => use.HandleAsync(counter, by, default))).Succeeded);
        Assert.True((await server.DoAsync<FinishServing, Outcome<bool>>(use => use.HandleAsync(counter, ticket, by, default))).Succeeded);
    }

    public static Task<Ticket> TicketAsync(this TestServer server, Guid id) => server.Store.ReadAsync(db => db.Tickets.SingleAsync(t => t.Id == id));

    public static Task<List<Ticket>> TicketsAsync(this TestServer server) => server.Store.ReadAsync(db => db.Tickets.OrderBy(t => t.Number).ToListAsync());

    /// <summary>Time passes; snapshots and broadcasts go by the same clock, so nothing really waits.</summary>
    public static void Pass(this TestServer server, double minutes) => server.Clock.Advance(TimeSpan.FromMinutes(minutes));

    public static string Number(this Page page) => page.Find(".place-number")!.TextContent;
}
