using System.Diagnostics;
using LostFound.Web.Features.Board;
using LostFound.Web.Live;
using LostFound.Web.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LostFound.Web.Tests.Features.Board;

public sealed class BoardSnapshotsTests
{
    private readonly ChangeFeed feed = new();
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 7, 4, 14, 0, 0, TimeSpan.Zero));
    private int reads;

    [Fact]
    public async Task Two_hundred_boards_at_once_cost_at_most_two_readings_a_second()
    {
        var board = Snapshots(Read);
        var watch = Stopwatch.StartNew();
        var sequence = 0L;
        var changes = Task.Run(async () =>
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(2))
            {
                feed.Append(Interlocked.Increment(ref sequence), Topics.Board);
                await Task.Delay(5);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(2))
                await board.CurrentAsync();
        })));
        await changes;

        Assert.InRange(reads, 2, 1 + (int)Math.Ceiling(watch.Elapsed / BoardSnapshots.Spacing));
    }

    [Fact]
    public async Task Boards_that_ask_together_get_the_very_same_snapshot()
    {
        var board = Snapshots(Read);

        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(board.CurrentAsync)));

        Assert.Single(all.Distinct());
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task Who_asks_after_a_change_gets_numbers_that_have_it()
    {
        var board = Snapshots(Read);
        var before = await board.CurrentAsync();

        feed.Append(before.Sequence + 1, Topics.Board);
        var after = await board.CurrentAsync();

        Assert.True(after.Sequence > before.Sequence);
    }

    [Fact]
    public async Task A_change_during_a_reading_is_in_what_a_later_caller_gets()
    {
        var began = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var board = Snapshots(async () =>
        {
            var snapshot = await Read();
            began.TrySetResult();
            await mayEnd.Task;
            return snapshot;
        });
        var first = board.CurrentAsync();
        await began.Task;

        feed.Append(1, Topics.Board);
        var second = board.CurrentAsync();
        mayEnd.SetResult();

        Assert.Equal(0, (await first).Sequence);
        Assert.Equal(1, (await second).Sequence);
    }

    [Fact]
    public async Task When_reading_fails_boards_keep_the_last_numbers_with_their_old_time()
    {
        var fails = false;
        var board = Snapshots(() => fails ? throw new InvalidOperationException("planted") : Read());
        var good = await board.CurrentAsync();
        fails = true;
        clock.Advance(TimeSpan.FromSeconds(20));
        feed.Append(good.Sequence + 1, Topics.Board);

        Assert.Same(good, await board.CurrentAsync());

        fails = false;
        Assert.Equal(good.AsOf.AddSeconds(20), (await board.CurrentAsync()).AsOf);
    }

    private BoardSnapshots Snapshots(Func<Task<BoardSnapshot>> read) => new(read, feed, clock, NullLogger<BoardSnapshots>.Instance);

    private Task<BoardSnapshot> Read()
    {
        Interlocked.Increment(ref reads);
        return Task.FromResult(new BoardSnapshot
        {
            AsOf = clock.GetUtcNow().UtcDateTime, Sequence = feed.Latest, Zone = TimeZoneInfo.Utc, Oldest = null, Hours = [],
            ItemsToday = 0, ItemsHeld = 0, OpenClaims = 0, ReadyToCollect = 0, CandidatesWaiting = 0, LikelyClaims = 0,
            HandedOverToday = 0, PromisesDue = 0, PromisesOverdue = 0,
        });
    }
}
