namespace LostFound.Web.Configuration;

/// <summary>
/// Holds the configuration in use. A bad edit while running leaves the last good one in place and is
/// shown to admins; the desk must not stop because of a comma.
/// </summary>
public sealed class ConfigStore(string folder, VenueConfig first, TimeProvider clock)
{
    /// <summary>EX_CONFIG of sysexits.h: service managers can tell it from a crash.</summary>
    public const int ExitCode = 78;

    private readonly Lock _reloading = new();
    private volatile State _state = new(first, [], null);

    /// <summary>Raised after the configuration changed, with the new one; not for edits that change nothing.</summary>
    public event Action<VenueConfig>? Changed;

    public string Folder => folder;

    public VenueConfig Current => _state.Config;

    /// <summary>What is wrong with the files as they are now; empty while they are the ones in use.</summary>
    public IReadOnlyList<ConfigProblem> Problems => _state.Problems;

    /// <summary>Since when the files have been unusable (UTC), however often they were edited in between.</summary>
    public DateTime? ProblemsSince => _state.ProblemsSince;

    /// <summary>The store, or null after every problem was written out, a line each.</summary>
    public static ConfigStore? LoadOrExplain(string folder, TextWriter error, TimeProvider? clock = null)
    {
        var loaded = ConfigLoader.Load(folder);
        if (loaded.IsGood)
        {
            return new ConfigStore(folder, loaded.Config, clock ?? TimeProvider.System);
        }

        error.WriteLine($"LostFound cannot start: the configuration in {folder} needs mending.");
        foreach (var problem in loaded.Problems)
        {
            error.WriteLine(problem);
        }

        return null;
    }

    /// <summary>Reads the folder again; true when a good configuration is in use afterwards.</summary>
    public bool Reload()
    {
        lock (_reloading)
        {
            var loaded = ConfigLoader.Load(folder);
            var before = _state;
            if (!loaded.IsGood)
            {
                _state = before with { Problems = loaded.Problems, ProblemsSince = before.ProblemsSince ?? clock.GetUtcNow().UtcDateTime };
                return false;
            }

            var same = string.Equals(loaded.Config.Version, before.Config.Version, StringComparison.Ordinal);
            _state = new State(same ? before.Config : loaded.Config, [], null);
            if (!same)
            {
                Changed?.Invoke(loaded.Config);
            }

            return true;
        }
    }

    private sealed record State(VenueConfig Config, IReadOnlyList<ConfigProblem> Problems, DateTime? ProblemsSince);
}
