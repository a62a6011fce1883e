using LostFound.Web.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LostFound.Web.Tests.Configuration;

public sealed class ConfigWatcherTests : IDisposable
{
    private readonly VenueFolder _venue = new();

    public void Dispose() => _venue.Dispose();

    [Fact]
    public async Task A_saved_file_is_noticed_and_used()
    {
        var store = Store(TimeProvider.System);
        var changed = new TaskCompletionSource<VenueConfig>(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Changed += changed.SetResult;
        using var watcher = new ConfigWatcher(store, TimeProvider.System, NullLogger<ConfigWatcher>.Instance);
        await watcher.StartAsync(default);

        _venue.Replace("venue.json", "Lantern Bay Park", "Lantern Cove");

        var config = await changed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("Lantern Cove", config.Venue.Name);
        await watcher.StopAsync(default);
    }

    [Fact]
    public async Task Without_notices_the_poll_finds_the_edit_and_waits_until_it_is_quiet()
    {
        var clock = new HandTimers();
        var store = Store(clock);

        // A folder of another name, so that the notices come for nothing and only the poll is at work.
        var moved = _venue.Path + "-moved";
        Directory.Move(_venue.Path, moved);
        using var watcher = new ConfigWatcher(store, clock, NullLogger<ConfigWatcher>.Instance);
        await watcher.StartAsync(default);
        Directory.Move(moved, _venue.Path);
        _venue.Replace("venue.json", "Lantern Bay Park", "Lantern Cove");

        clock.Advance(ConfigWatcher.PollEvery);
        Assert.Equal("Lantern Bay Park", store.Current.Venue.Name);

        clock.Advance(ConfigWatcher.Settle);
        Assert.Equal("Lantern Cove", store.Current.Venue.Name);
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_end_the_watch()
    {
        var clock = new HandTimers();
        var store = Store(clock);
        store.Changed += _ => throw new InvalidOperationException("a listener's bug");
        using var watcher = new ConfigWatcher(store, clock, NullLogger<ConfigWatcher>.Instance);
        await watcher.StartAsync(default);

        foreach (var name in new[] { "Lantern Cove", "Lantern Point" })
        {
            _venue.Replace("venue.json", store.Current.Venue.Name, name);
            clock.Advance(ConfigWatcher.PollEvery + ConfigWatcher.Settle);
            Assert.Equal(name, store.Current.Venue.Name);
        }
    }

    private ConfigStore Store(TimeProvider clock) => new(_venue.Path, VenueFolder.Good(_venue.Load()), clock);
}
