using LostFound.Queueing;
using LostFound.Web.Features.Queue.Outlook;
using LostFound.Web.Shared.Ui;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>The words and the arithmetic behind the board's lines.</summary>
public sealed class OutlookTests
{
    private static readonly DateTime Now = new(2026, 7, 4, 18, 0, 0, DateTimeKind.Utc);
    private static readonly VenueTime Time = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), Now);

    [Theory]
    [InlineData(0, 0, 15, true, "The open counters keep everyone under 15 minutes for two hours.")]
    [InlineData(1, 20, 15, true, "Open 1 more counter by 19:20 to keep everyone under 15 minutes")]
    [InlineData(2, 0, 15, true, "Open 2 more counters now to keep everyone under 15 minutes")]
    [InlineData(2, 0, 24, false, "Open 2 more counters now; waits still reach 24 minutes, so offer booked times too")]
    [InlineData(0, 0, 24, false, "More counters don’t help: up to 24 minutes. Tell guests honestly and offer booked times")]
    public void Advice_is_one_sentence_with_a_number_and_a_time(int more, int inMinutes, int under, bool enough, string said) =>
        Assert.Equal(said, LineAdvice.Say(new Advice(more, Now.AddMinutes(inMinutes), TimeSpan.FromMinutes(under), enough), 15, Time));

    [Fact]
    public void Of_few_guests_the_ninth_in_ten_is_one_who_was_there()
    {
        var measured = Measured.Of(new[] { 4, 1, 30, 2, 3 }.Select(minutes => TimeSpan.FromMinutes(minutes)));
        Assert.Equal((5, 3, 30), (measured.Count, measured.Median, measured.P90));
        Assert.Equal(0, Measured.Of([]).Count);
    }

    [Fact]
    public void A_week_of_ones_own_outweighs_the_guess_and_a_new_desk_has_only_that()
    {
        var guess = new Dictionary<(Lane, int), double> { [(Lane.Collect, 40)] = 7 };
        var at = new DateTime(2026, 7, 3, 9, 5, 0, DateTimeKind.Utc);

        Assert.Equal(7, TypicalArrivals.Mix(guess, [], 0, Time.Zone).At(Lane.Collect, at));
        // Seven days with two guests each at that quarter, 10:00 in London.
        Assert.Equal((7 * 2 + 14) / 9.0, TypicalArrivals.Mix(guess, Enumerable.Repeat((Lane.Collect, at), 14), 7, Time.Zone).At(Lane.Collect, at));
    }
}
