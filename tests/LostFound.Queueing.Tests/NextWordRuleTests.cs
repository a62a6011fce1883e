using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>By when the next word is promised: while somebody is at work, and never a time that cannot be kept.</summary>
public class NextWordRuleTests
{
    private static readonly DateTime Day = new(2026, 7, 18, 0, 0, 0, DateTimeKind.Utc);
    private static readonly NextWordRule Rule = new(Hours);

    [Theory]
    [InlineData("12:02", "16:05", "four hours, in whole fives")]
    [InlineData("20:30", "22:00", "not long after closing")]
    [InlineData("07:00", "14:00", "counted from opening")]
    public void The_first_word(string filed, string due, string why) => AssertDue(due, First(At(filed)), why);

    [Theory]
    [InlineData("16:05", "1.16:05", "the same time the next day")]
    [InlineData("22:00", "2.11:00", "nobody is in at that time: an hour after opening")]
    public void The_word_after_it(string given, string due, string why) => AssertDue(due, FollowUp(At(given)), why);

    [Theory]
    [InlineData("12:00", "15:00", "three hours")]
    [InlineData("19:00", "20:30", "before closing, while there is an hour left")]
    [InlineData("19:40", "1.13:00", "too late for today")]
    [InlineData("22:30", "1.13:00", "nobody is in")]
    public void A_call_by_a_person(string asked, string due, string why) => AssertDue(due, ByAPerson(At(asked)), why);

    [Fact]
    public void Whenever_it_is_promised_it_lies_ahead_in_fives_and_no_call_is_due_while_nobody_is_in() =>
        Prop.ForAll(Gen.Choose(0, 3 * 24 * 60).ToArbitrary(), minutes =>
        {
            var now = Day.AddMinutes(minutes);
            var call = ByAPerson(now);
            var hours = Hours(call.AddTicks(-1));
            Assert.All([First(now), FollowUp(now), call], due =>
            {
                Assert.True(due > now);
                Assert.Equal(0, due.Minute % 5);
            });
            Assert.InRange(call, hours.Opens, hours.Closes);
            Assert.True(call - now >= TimeSpan.FromMinutes(60), $"{now} leaves too little until {call}");
        }).QuickCheckThrowOnFailure();

    private static DateTime First(DateTime now) => Rule.First(now, TimeSpan.FromHours(4), TimeSpan.FromMinutes(60));

    private static DateTime FollowUp(DateTime after) => Rule.FollowUp(after, TimeSpan.FromHours(24));

    private static DateTime ByAPerson(DateTime now) => Rule.ByAPerson(now, TimeSpan.FromHours(3), TimeSpan.FromMinutes(30));

    private static void AssertDue(string expected, DateTime due, string why) => Assert.True(At(expected) == due, $"{why}: {due:d HH:mm}");

    /// <summary>Open from ten to nine in the evening, every day.</summary>
    private static OpenHours Hours(DateTime at) =>
        at < at.Date.AddHours(21) ? new OpenHours(at.Date.AddHours(10), at.Date.AddHours(21)) : Hours(at.Date.AddDays(1));

    private static DateTime At(string time) => Day + TimeSpan.Parse(time, CultureInfo.InvariantCulture);
}
