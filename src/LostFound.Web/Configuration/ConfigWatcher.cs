using System.Globalization;
using System.Text;

namespace LostFound.Web.Configuration;

/// <summary>
/// Reloads the store soon after somebody saved a file. The system's notices come at once but not on every
/// file system (network shares, mounted volumes), so a slow look at the folder stands behind them.
/// </summary>
internal sealed partial class ConfigWatcher(ConfigStore store, TimeProvider clock, ILogger<ConfigWatcher> log) : IHostedService, IDisposable
{
    /// <summary>Editors save in several steps (truncate, write, rename): wait until it is quiet.</summary>
    internal static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    internal static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _looking = new();
    private FileSystemWatcher? _notices;
    private ITimer? _settled;
    private ITimer? _poll;
    private string _seen = "";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _seen = Fingerprint();
        _settled = clock.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = clock.CreateTimer(_ => Look(), null, PollEvery, PollEvery);
        _notices = TryWatch();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _notices?.Dispose();
        _settled?.Dispose();
        _poll?.Dispose();
    }

    private FileSystemWatcher? TryWatch()
    {
        try
        {
            var watcher = new FileSystemWatcher(store.Folder, "*.json")
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, _) => Touched();
            watcher.Created += (_, _) => Touched();
            watcher.Deleted += (_, _) => Touched();
            watcher.Renamed += (_, _) => Touched();
            watcher.Error += (_, _) => Touched();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Out of inotify handles, or the folder is gone: the poll still finds every edit.
            LogNoNotices(error, store.Folder);
            return null;
        }
    }

    private void Touched() => _settled?.Change(Settle, Timeout.InfiniteTimeSpan);

    private void Look()
    {
        lock (_looking)
        {
            var now = Fingerprint();
            if (!string.Equals(now, _seen, StringComparison.Ordinal))
            {
                _seen = now;
                Touched();
            }
        }
    }

    private void Reload()
    {
        try
        {
            if (!store.Reload())
            {
                LogBadEdit(string.Join(Environment.NewLine, store.Problems));
            }
        }
        catch (Exception error)
        {
            // An exception in a timer would end the process; one that listens to Changed may have thrown it.
            LogFailed(error);
        }
    }

    private string Fingerprint()
    {
        var seen = new StringBuilder();
        try
        {
            foreach (var file in new DirectoryInfo(store.Folder).EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                // A mounted configuration may be a folder of links, which themselves never change.
                var written = (FileInfo)(file.ResolveLinkTarget(returnFinalTarget: true) ?? file);
                seen.Append(CultureInfo.InvariantCulture, $"{file.Name}|{written.FullName}|{written.Length}|{written.LastWriteTimeUtc.Ticks}\n");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder, or a file in it, went away in between: that is a change too.
            seen.Append(error.GetType().Name);
        }

        return seen.ToString();
    }

    [LoggerMessage(LogLevel.Warning, "The configuration was edited and cannot be used; the last good one stays. {Problems}")]
    private partial void LogBadEdit(string problems);

    [LoggerMessage(LogLevel.Error, "Reloading the configuration failed")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(LogLevel.Warning, "No change notices for {Folder}; looking every few seconds instead")]
    private partial void LogNoNotices(Exception error, string folder);
}
