using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Queue;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Benchmarks.Queue;

/// <summary>A line of many guests, put into the rows as if they had joined one after the other.</summary>
internal sealed class FilledLine(IServiceProvider services)
{
    private readonly Dictionary<int, string> pages = [];

    /// <summary>What a phone reads that is told to read again.</summary>
    public string StatusOf(int number) => $"{pages[number]}/status";

    public async Task FillAsync(string desk, int count)
    {
        var (tokens, now) = (services.GetRequiredService<TicketTokens>(), TimeProvider.System.GetUtcNow().UtcDateTime);
        var day = services.GetRequiredService<ConfigStore>().Current.Clock.BusinessDay(now);
        await services.GetRequiredService<Store>().WriteAsync(db =>
        {
            for (var number = 1; number <= count; number++)
            {
                var id = Guid.NewGuid();
                pages[number] = tokens.For(id).Address;
                db.Tickets.Add(new Ticket
                {
                    Id = id,
                    Desk = desk,
                    Day = day,
                    Number = number,
                    Lane = number % 3 == 0 ? Lane.Report : Lane.Collect,
                    From = JoinedFrom.Poster,
                    JoinedAt = now.AddSeconds(number - count),
                    TokenHash = TicketTokens.Hash(tokens.For(id)),
                });
            }
            return Task.CompletedTask;
        }, CancellationToken.None);
        // Everybody is told their time once, before anything is measured.
        await services.GetRequiredService<LineSnapshots>().CurrentAsync(desk);
    }
}
