using LostFound.Web.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

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
        store.Changed += config => changed.TrySetResult(config);
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
        using var watcher = await WatchWithoutNoticesAsync(store, clock);
        _venue.Replace("venue.json", "Lantern Bay Park", "Lantern Cove");

        clock.Advance(ConfigWatcher.PollEvery);
        Assert.Equal("Lantern Bay Park", store.Current.Venue.Name);

        clock.Advance(ConfigWatcher.Settle);
        Assert.Equal("Lantern Cove", store.Current.Venue.Name);
    }

    [Fact]
    public async Task A_bad_edit_found_by_the_poll_keeps_the_last_good_configuration()
    {
        var clock = new HandTimers();
        var store = Store(clock);
        using var watcher = await WatchWithoutNoticesAsync(store, clock);

        _venue.Replace("venue.json", "#0b6e6e", "#eeeeee");
        clock.Advance(ConfigWatcher.PollEvery + ConfigWatcher.Settle);

        Assert.Equal("#0b6e6e", store.Current.Venue.Accent);
        Assert.Single(store.Problems);
        Assert.Equal(clock.GetUtcNow().UtcDateTime, store.ProblemsSince);
    }

    [Fact]
    public async Task A_folder_of_links_is_watched_by_what_they_lead_to()
    {
        var clock = new HandTimers();
        var mounted = Path.Combine(_venue.Path, "mounted");
        Directory.CreateDirectory(mounted);
        foreach (var file in Directory.EnumerateFiles(_venue.Path, "*.json"))
            File.CreateSymbolicLink(Path.Combine(mounted, Path.GetFileName(file)), file);
        var store = new ConfigStore(mounted, VenueFolder.Good(ConfigLoader.Load(mounted)), clock);
        using var watcher = new ConfigWatcher(store, clock, NullLogger<ConfigWatcher>.Instance);
        await watcher.StartAsync(default);

        _venue.Replace("venue.json", "Lantern Bay Park", "Lantern Cove");
        clock.Advance(ConfigWatcher.PollEvery + ConfigWatcher.Settle);

        Assert.Equal("Lantern Cove", store.Current.Venue.Name);
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_end_the_watch()
    {
        var clock = new HandTimers();
        var store = Store(clock);
        store.Changed += _ => throw new InvalidOperationException("a listener's bug");
        using var watcher = await WatchWithoutNoticesAsync(store, clock);

        foreach (var name in new[] { "Lantern Cove", "Lantern Point" })
        {
            _venue.Replace("venue.json", store.Current.Venue.Name, name);
            clock.Advance(ConfigWatcher.PollEvery + ConfigWatcher.Settle);
            Assert.Equal(name, store.Current.Venue.Name);
        }
    }

    /// <summary>The folder is away while the watch begins: the system gives no notices, and only the poll is at work.</summary>
    private async Task<ConfigWatcher> WatchWithoutNoticesAsync(ConfigStore store, TimeProvider clock)
    {
        var away = _venue.Path + "-away";
        Directory.Move(_venue.Path, away);
        var watcher = new ConfigWatcher(store, clock, NullLogger<ConfigWatcher>.Instance);
        await watcher.StartAsync(default);
        Directory.Move(away, _venue.Path);
        return watcher;
    }

    private ConfigStore Store(TimeProvider clock) => new(_venue.Path, VenueFolder.Good(_venue.Load()), clock);
}
