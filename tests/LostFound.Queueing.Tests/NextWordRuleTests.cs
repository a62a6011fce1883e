using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>By when the next word is promised: while somebody is at work, and never a time that cannot be kept.</summary>
public class NextWordRuleTests
{
    private static readonly DateTime Day = new(2026, 7, 18, 0, 0, 0, DateTimeKind.Utc);
    private static readonly NextWordRule Rule = new(TimeSpan.FromHours(4), TimeSpan.FromMinutes(60), TimeSpan.FromHours(24), TimeSpan.FromHours(3));

    [Theory]
    [InlineData("12:02", "16:05")] // four hours, in whole fives
    [InlineData("20:30", "22:00")] // not long after closing
    [InlineData("07:00", "14:00")] // counted from opening
    public void The_first_word(string filed, string due) => Assert.Equal(At(due), Rule.First(At(filed), Hours));

    [Theory]
    [InlineData("16:05", "1.16:05")]
    [InlineData("22:00", "2.11:00")] // a time at which nobody is in moves to an hour after opening
    public void The_word_after_it(string given, string due) => Assert.Equal(At(due), Rule.FollowUp(At(given), Hours));

    [Theory]
    [InlineData("12:00", "15:00")]
    [InlineData("18:30", "21:00")] // by closing, while there is half the time left
    [InlineData("20:00", "1.13:00")] // too late for today
    [InlineData("22:30", "1.13:00")]
    public void A_call_by_a_person(string asked, string due) => Assert.Equal(At(due), Rule.CallBack(At(asked), Hours));

    [Fact]
    public void Whenever_it_is_promised_it_is_later_than_now_in_fives_and_no_call_is_due_while_nobody_is_in()
    {
        Prop.ForAll(Gen.Choose(0, 3 * 24 * 60).ToArbitrary(), minutes =>
        {
            var now = Day.AddMinutes(minutes);
            var call = Rule.CallBack(now, Hours);
            var hours = Hours(call.AddTicks(-1));
            Assert.All([Rule.First(now, Hours), Rule.FollowUp(now, Hours), call], due =>
            {
                Assert.True(due > now);
                Assert.Equal(0, due.Minute % 5);
            });
            Assert.InRange(call, hours.Opens, hours.Closes);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Open from ten to nine in the evening, every day.</summary>
    private static OpenHours Hours(DateTime at) =>
        at < at.Date.AddHours(21) ? new OpenHours(at.Date.AddHours(10), at.Date.AddHours(21)) : Hours(at.Date.AddDays(1));

    private static DateTime At(string time) => Day + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
