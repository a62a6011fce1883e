using System.Globalization;
using LostFound.Benchmarks.Queue;
using LostFound.Queueing;
using LostFound.Web.Features.Queue;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>One message a movement, the same for all phones, and each finds itself in it.</summary>
public sealed class LineBroadcastTests : ServerTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_movement_is_one_message_with_the_same_bytes_and_only_the_called_phone_reads_again()
    {
        var counter = await Server.OpenAsync(1, AtTheLine.Maya);
        for (var i = 0; i < 3; i++)
            await Server.TakeAsync(Lane.Report, JoinedFrom.Kiosk);
        await SettleAsync();
        using var stop = new CancellationTokenSource(Soon);
        using var first = new LinePhone(1);
        using var third = new LinePhone(3);
        await first.ConnectAsync(Server.Address, "main", stop.Token);
        await third.ConnectAsync(Server.Address, "main", stop.Token);

        await Server.CallNextAsync(counter, AtTheLine.Maya);

        var (to, other) = (await first.NextMovementAsync(stop.Token), await third.NextMovementAsync(stop.Token));
        Assert.Equal(to, other);
        Assert.Equal((null, true), first.Find(to));
        Assert.Equal((1, false), third.Find(to));
        Assert.Equal((0, 0), (first.Unread, third.Unread));
    }

    [Fact]
    public async Task A_burst_of_movements_is_told_in_few_messages_and_the_last_is_true()
    {
        await Server.TakeAsync(Lane.Report, JoinedFrom.Kiosk);
        await SettleAsync();
        using var stop = new CancellationTokenSource(Soon);
        using var phone = new LinePhone(1);
        await phone.ConnectAsync(Server.Address, "main", stop.Token);

        var places = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Server.TakeAsync(Lane.SecondContact, JoinedFrom.Kiosk)));

        Assert.All(places, p => Assert.True(p.Succeeded));
        var messages = 0;
        int? ahead = null;
        while (ahead != 12)
        {
            (ahead, _) = phone.Find(await phone.NextMovementAsync(stop.Token));
            messages++;
        }
        // At most one a second: a join takes milliseconds, so twelve of them are far fewer messages.
        Assert.InRange(messages, 1, 6);
    }

    [Fact]
    public void Numbers_that_follow_each_other_are_one_piece_and_waits_are_said_where_they_change()
    {
        var places = new[] { 7, 8, 9, 4, 12 }.Select((number, i) => new LinePlace(
            Guid.NewGuid(), number, Lane.Report, i + 1, default, null, null, OrderReason.Arrival, new WaitEstimate(TimeSpan.FromMinutes(i / 2 * 3), TimeSpan.Zero), null));
        var message = LineMessage.Of(Snapshot([.. places]), before: null);

        Assert.Equal("7-9,4,12", message.Line);
        Assert.Equal(["1 0", "3 3", "5 6"], message.Waits.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w[0]} {w[1]}")));
        Assert.Empty(message.Again);
    }

    /// <summary>Lets what happened so far be told, so that the next message is of the next movement.</summary>
    private async Task SettleAsync()
    {
        using var stop = new CancellationTokenSource(Soon);
        using var phone = new LinePhone(0);
        await phone.ConnectAsync(Server.Address, "main", stop.Token);
        Server.Pass(minutes: 0.1);
        await Server.DoAsync<OpenCounter, Outcome<Guid>>(use => use.HandleAsync("main", 9, AtTheLine.Jonas, default));
        var latest = (await Server.Services.GetRequiredService<LineSnapshots>().CurrentAsync("main")).Sequence.ToString(CultureInfo.InvariantCulture);
        while (!(await phone.NextMovementAsync(stop.Token)).Contains($"\"sequence\":{latest},", StringComparison.Ordinal))
        {
        }
        Server.Pass(minutes: 0.1);
    }

    private static LineSnapshot Snapshot(IReadOnlyList<LinePlace> line) => new()
    {
        Desk = "main",
        AsOf = default,
        Sequence = 1,
        Counters = [],
        Line = line,
        Booked = [],
        Called = [],
        Passes = [],
        Newcomer = new Dictionary<Lane, WaitEstimate>(),
        State = LineState.Of(default, [], [], [], 0),
        History = new LineHistory(ServiceTimes.Fit([], ServicePrior.Usual), new ToldCalibration(), TimeZoneInfo.Utc, 0, 0, 0, 0),
    };
}
