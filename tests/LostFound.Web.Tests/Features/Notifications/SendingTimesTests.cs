using LostFound.Web.Configuration;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notifications;
using LostFound.Web.Tests.Configuration;
using Xunit;

namespace LostFound.Web.Tests.Features.Notifications;

/// <summary>When guests are left in peace. It is 15:00 on a Saturday; quiet from 21:30 to 8:00; three messages a day.</summary>
public sealed class SendingTimesTests : NotificationTest
{
    private static readonly VenueConfig Venue = VenueFolder.ShippedConfig();

    [Fact]
    public async Task Come_and_collect_waits_for_the_morning()
    {
        var claim = await FileAsync();
        await SendAsync(TimeSpan.FromHours(7));
        await TellAsync(claim.Id, ClaimEventKind.ReadyToCollect, ClaimStatus.ReadyToCollect);
        await SendAsync();
        await SendAsync(TimeSpan.FromHours(9) + TimeSpan.FromMinutes(50));
        Assert.Single(Mail.Mails);

        await SendAsync(TimeSpan.FromMinutes(10));

        Assert.Equal("Good news: please come and collect", Mail.Mails[1].Subject);
    }

    [Fact]
    public async Task No_more_than_the_limit_a_day_the_last_for_what_needs_the_guest_and_the_rest_in_one_tomorrow()
    {
        var claim = await FileAsync();
        for (var news = 0; news < 4; news++)
        {
            await TellAsync(claim.Id, ClaimEventKind.NothingYet);
            await SendAsync();
        }
        Assert.Equal(2, Mail.Mails.Count);
        await TellAsync(claim.Id, ClaimEventKind.Asked, ClaimStatus.Asking);
        await SendAsync();
        Assert.Equal(3, Mail.Mails.Count);
        await TellAsync(claim.Id, ClaimEventKind.Asked, ClaimStatus.Asking);
        await TellAsync(claim.Id, ClaimEventKind.NothingYet);
        await SendAsync(TimeSpan.FromHours(5));
        Assert.Equal(3, Mail.Mails.Count);

        await SendAsync(TimeSpan.FromHours(13));

        Assert.Equal(4, Mail.Mails.Count);
        Assert.Contains("ask you something", Mail.Mails[3].Plain, StringComparison.Ordinal);
        Assert.Contains("Nothing has turned up yet", Mail.Mails[3].Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void At_no_minute_of_a_year_is_anything_sent_in_quiet_hours_or_long_after_it_could_be()
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var minute = 0; minute < 366 * 24 * 60; minute += 7)
        {
            var now = start.AddMinutes(minute);
            foreach (var sent in new[] { 0, Venue.Notifications.MostPerDay })
            {
                var earliest = SendingTimes.Earliest(Venue, now, needsGuest: minute % 2 == 0, sent);
                Assert.False(Venue.Notifications.QuietHours.Hold(TimeOnly.FromDateTime(Venue.LocalTime(earliest))), $"{now:O} → {earliest:O}");
                Assert.InRange(earliest, now, now.AddHours(sent == 0 ? 12 : 34));
            }
        }
    }

    [Fact]
    public void Waits_grow_never_beyond_their_limit_and_two_messages_wait_differently()
    {
        var (one, other) = (new Guid("00000000-0000-0000-0000-000000000001"), new Guid("00000000-0000-0000-0000-0000000000a7"));
        for (var attempt = 1; attempt < 40; attempt++)
        {
            var wait = SendingTimes.WaitAfter(attempt, one);
            Assert.InRange(wait, NotificationLimits.FirstWait * 0.75, NotificationLimits.LongestWait * 1.25);
            Assert.Equal(wait, SendingTimes.WaitAfter(attempt, one));
        }
        Assert.NotEqual(SendingTimes.WaitAfter(3, one), SendingTimes.WaitAfter(3, other));
    }
}
