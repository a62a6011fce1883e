using LostFound.Web.Commands.Match;

namespace LostFound.Web.Tests.Commands;

public sealed class ProgressTests
{
    [Fact]
    public void A_short_run_says_nothing_and_a_long_one_every_few_seconds()
    {
        var clock = new StoppedClock();
        using var error = new StringWriter { NewLine = "\n" };
        var progress = new Progress(error, clock);

        progress.Begin("items indexed", of: 700);
        Count(to: 700);
        progress.Begin("lines read");
        Count(to: 800);
        progress.Begin("claims ranked", of: 2000);
        Count(to: 2000);

        Assert.Equal("750 lines read\n750 of 2,000 claims ranked (38 %), about 5 s left\n1,500 of 2,000 claims ranked (75 %), about 2 s left\n", error.ToString());

        void Count(int to)
        {
            for (var done = 1; done <= to; done++)
            {
                clock.Milliseconds += 4;
                progress.Report(done);
            }
        }
    }

    /// <summary>Time passes only when the test says so, real time included.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Milliseconds;
    }
}
