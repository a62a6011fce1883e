using LostFound.Web.Configuration;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Configuration;

public sealed class ConfigStoreTests : IDisposable
{
    private readonly VenueFolder _venue = new();
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 7, 11, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _venue.Dispose();

    [Fact]
    public void A_bad_edit_keeps_the_last_good_configuration_and_a_repair_brings_the_new_one()
    {
        var store = Start();
        var first = store.Current;
        var heard = new List<string>();
        store.Changed += config => heard.Add(config.Venue.Name);

        _venue.Replace("venue.json", "\"name\": \"Lantern Bay Park\"", "\"name\": \"Lantern Cove\" oops");
        Assert.False(store.Reload());

        Assert.Same(first, store.Current);
        Assert.Equal("venue.json", Assert.Single(store.Problems).File);
        Assert.Equal(_clock.GetUtcNow().UtcDateTime, store.ProblemsSince);
        Assert.Empty(heard);

        _venue.Replace("venue.json", " oops", "");
        Assert.True(store.Reload());

        Assert.Equal("Lantern Cove", store.Current.Venue.Name);
        Assert.Empty(store.Problems);
        Assert.Null(store.ProblemsSince);
        Assert.Equal("Lantern Cove", Assert.Single(heard));
    }

    [Fact]
    public void Trouble_counts_from_the_first_bad_edit_on()
    {
        var store = Start();
        var began = _clock.GetUtcNow().UtcDateTime;
        _venue.Replace("venue.json", "#0b6e6e", "#ffffff");
        store.Reload();

        _clock.Advance(TimeSpan.FromMinutes(20));
        _venue.Replace("venue.json", "#ffffff", "white");
        store.Reload();

        Assert.Equal(began, store.ProblemsSince);
        Assert.Contains("must be a colour like", Assert.Single(store.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_a_file_as_it_was_changes_nothing_for_those_who_listen()
    {
        var store = Start();
        store.Changed += _ => Assert.Fail("nothing changed");
        var before = store.Current;

        File.SetLastWriteTimeUtc(_venue["venue.json"], new DateTime(2026, 7, 11, 0, 0, 0, DateTimeKind.Utc));

        Assert.True(store.Reload());
        Assert.Same(before, store.Current);
    }

    [Fact]
    public void A_folder_that_vanishes_keeps_the_last_good_configuration()
    {
        var store = Start();
        foreach (var file in Directory.EnumerateFiles(_venue.Path))
            File.Delete(file);

        Assert.False(store.Reload());
        Assert.Equal("Lantern Bay Park", store.Current.Venue.Name);
    }

    [Fact]
    public void A_bad_configuration_at_the_start_is_explained_line_by_line_without_a_stack_trace()
    {
        _venue.Replace("bins.json", "\"desk\": \"main\"", "\"desk\": \"mian\"");
        using var error = new StringWriter();

        Assert.Null(ConfigStore.LoadOrExplain(_venue.Path, error));

        var lines = error.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("LostFound cannot start", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("bins.json:4:", lines[1], StringComparison.Ordinal);
        Assert.Equal(78, ConfigStore.ExitCode);
    }

    private ConfigStore Start()
    {
        using var error = new StringWriter();
        var store = ConfigStore.LoadOrExplain(_venue.Path, error, _clock);
        Assert.Equal("", error.ToString());
        return store!;
    }
}
