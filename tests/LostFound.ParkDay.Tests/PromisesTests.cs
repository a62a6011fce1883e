using LostFound.ParkDay.Day;
using LostFound.ParkDay.LostFoundDesk;
using LostFound.ParkDay.Measures;
using Xunit;

namespace LostFound.ParkDay.Tests;

/// <summary>What guests are promised on the simulated day.</summary>
public class PromisesTests(PlayedOnce once)
{
    private readonly PromiseLog log = once.Played.Days[0].LostFound.Promises;

    [Fact]
    public void Of_a_thousand_promises_nine_hundred_and_ninety_five_are_kept()
    {
        Assert.True(log.Settled > 250, $"{log.Settled} promises were settled");
        Assert.True(once.Played.LostFound.PromisesKept >= 0.995, $"{once.Played.LostFound.PromisesKept:P2} were kept");
    }

    [Fact]
    public void At_no_minute_an_open_claim_has_no_promise_or_two()
    {
        Assert.True(log.ClaimMinutes > 10_000, $"{log.ClaimMinutes} minutes of open claims");
        Assert.Equal(0, log.ClaimMinutesNotExactlyOne);
    }

    [Fact]
    public void The_look_at_every_minute_sees_a_claim_without_a_promise_and_one_with_two()
    {
        var planted = new PromiseLog();
        planted.ClaimOpened(1);
        planted.LookAtAll();
        planted.NextWordMade(1);
        planted.LookAtAll();
        planted.NextWordMade(1);
        planted.LookAtAll();

        Assert.Equal(3, planted.ClaimMinutes);
        Assert.Equal(2, planted.ClaimMinutesNotExactlyOne);
    }

    [Fact]
    public void A_server_that_stood_still_over_a_promise_counts_as_broken_and_a_supervisor_rings()
    {
        var agenda = new Agenda();
        var desk = new DeskLog();
        var day = new LostDay(1);
        var guest = day.Guests[0];
        var words = new NextWords(day, agenda, desk.Promises, new SupervisorCalls(day, agenda, desk), new Span(guest.TurnsToUsAt, guest.TurnsToUsAt.AddHours(6)));

        agenda.Add(guest.TurnsToUsAt, () => words.Opened(guest));
        agenda.RunToTheEnd();

        Assert.Equal(1, desk.Promises.Of(PromiseKind.NextWord).Broken);
        Assert.True(desk.Promises.Of(PromiseKind.NextWord).Kept >= 1, "the supervisor's call");
        Assert.True(desk.StaffMinutes > 0);
    }
}
