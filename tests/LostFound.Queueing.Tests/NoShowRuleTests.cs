using Xunit;

namespace LostFound.Queueing.Tests;

public class NoShowRuleTests
{
    private static readonly DateTime Called = Lines.Now;
    private static readonly DateTime Again = Called + NoShowRule.AnswerWithin;

    [Fact]
    public void Called_once_there_is_time_to_come_and_then_a_second_call()
    {
        var calls = new Calls(Called);
        Assert.Equal(CallStage.Called, NoShowRule.Stage(calls, Called));
        Assert.Equal(CallStage.Called, NoShowRule.Stage(calls, Again));
        Assert.Equal(CallStage.CallAgain, NoShowRule.Stage(calls, Again.AddTicks(1)));
        Assert.Equal(Again, NoShowRule.NextChange(calls, Called));
        Assert.Null(calls.KeptUntil);
    }

    [Fact]
    public void Called_twice_the_place_is_kept_for_ten_minutes_and_then_given_up()
    {
        var calls = new Calls(Called, Again);
        Assert.Equal(CallStage.Kept, NoShowRule.Stage(calls, Again));
        Assert.Equal(CallStage.Kept, NoShowRule.Stage(calls, Again.AddMinutes(10)));
        Assert.Equal(CallStage.NoShow, NoShowRule.Stage(calls, Again.AddMinutes(10).AddTicks(1)));
        Assert.Equal(Again.AddMinutes(10), NoShowRule.NextChange(calls, Again));
        Assert.Null(NoShowRule.NextChange(calls, Again.AddMinutes(11)));
    }

    [Fact]
    public void A_place_is_never_given_up_before_the_second_call() =>
        Assert.True(NoShowRule.KeepsPlace(new Calls(Called), Called.AddHours(3)));

    [Fact]
    public void Back_in_time_means_first_of_all_who_joined_later()
    {
        var place = new Place("was away", Lane.Report, Called.AddMinutes(-40));
        var others = Enumerable.Range(0, 5).Select(at => new Place($"{at}", Lane.Collect, Called.AddMinutes(-30 + at)));
        Assert.True(NoShowRule.KeepsPlace(new Calls(Called, Again), Again.AddMinutes(9)));
        Assert.Equal(place, OrderOfService.Line([.. others, place], Again.AddMinutes(9))[0]);
    }
}
