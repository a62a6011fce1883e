namespace LostFound.Web.Live;

/// <summary>
/// A worker that looks for rows to act on: at the start, whenever the bell rings, and now and then by itself.
/// The rows are its only memory, so a crash forgets nothing; a failed sweep is logged and tried again.
/// </summary>
public abstract class Sweeper(ChangeBell bell, ILogger log) : BackgroundService
{
    private readonly SemaphoreSlim rung = bell.Listen();

    /// <summary>The longest time between two looks.</summary>
    protected abstract TimeSpan LookAnyway { get; }

    /// <summary>How long a burst of rings is gathered into one look.</summary>
    protected virtual TimeSpan Gather => TimeSpan.Zero;

    protected abstract Task LookAsync(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryLookAsync(stoppingToken);
                if (await rung.WaitAsync(LookAnyway, stoppingToken))
                    await Task.Delay(Gather, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping.
        }
    }

    private async Task TryLookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
        {
            log.LookFailed(GetType().Name, problem);
        }
    }
}

internal static partial class SweeperLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Sweeper} failed; it tries again")]
    public static partial void LookFailed(this ILogger log, string sweeper, Exception problem);
}
