using LostFound.ParkDay;
using LostFound.Web.Features.Queue;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>The simulated day, played at a real server: phones at the poster and live, staff at a counter.</summary>
public sealed class ParkDayTests : ServerTest
{
    [Fact]
    public async Task After_a_day_played_at_speed_every_phone_shows_the_right_thing()
    {
        await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        var link = new Uri(Server.Address, $"/enrol/{await Server.AddEnrolmentCodeAsync()}");

        var (exit, said) = await PlayAsync("--enrol", link.ToString(), "--pin", StaffBrowser.Pin);

        Assert.True(exit == 0, said);
        Assert.Contains("phones show the right thing", said, StringComparison.Ordinal);
        var states = await Server.Store.ReadAsync(db => db.Tickets.GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.Contains($"{states.Values.Sum()} guests joined, {states[TicketState.Served]} were served", said, StringComparison.Ordinal);
        Assert.InRange(states[TicketState.Waiting], 1, 50);
    }

    [Fact]
    public async Task A_pin_that_is_not_right_is_said_and_nobody_takes_a_place()
    {
        await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        var link = new Uri(Server.Address, $"/enrol/{await Server.AddEnrolmentCodeAsync()}");

        var (exit, said) = await PlayAsync("--enrol", link.ToString(), "--pin", "000000");

        Assert.Equal(4, exit);
        Assert.Contains("the PIN was not right", said, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Tickets.CountAsync()));
    }

    private async Task<(int Exit, string Said)> PlayAsync(params string[] access)
    {
        var said = new StringWriter();
        var command = ParkDayCommand.Create().Parse(["--against", Server.Address.ToString(), .. access]);
        var exit = await command.InvokeAsync(new() { Output = said, Error = said });
        return (exit, said.ToString());
    }
}
