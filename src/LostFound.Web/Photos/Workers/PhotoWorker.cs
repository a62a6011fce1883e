using System.ComponentModel;
using System.Diagnostics;

namespace LostFound.Web.Photos.Workers;

/// <summary>One worker process, asked one thing at a time. When anything about it is amiss, it is killed and never asked again.</summary>
internal sealed class PhotoWorker : IDisposable
{
    private const int LongestNote = 300;
    private static readonly TimeSpan MemoryLooks = TimeSpan.FromMilliseconds(100);

    private readonly Process process;
    private readonly PhotoWorkerLimits limits;
    private readonly ILogger log;
    private volatile string? killedBecause;
    private int disposed;

    private PhotoWorker(Process process, PhotoWorkerLimits limits, ILogger log)
    {
        this.process = process;
        this.limits = limits;
        this.log = log;
        Id = process.Id;
    }

    public int Id { get; }

    public int Pictures { get; private set; }

    public bool HasEnded => process.HasExited;

    /// <summary>Starts a worker and waits until it says that it can decode.</summary>
    /// <exception cref="WorkerLostException">It cannot; the message says why.</exception>
    public static async Task<PhotoWorker> StartAsync(WorkerCommand command, PhotoWorkerLimits limits, ILogger log)
    {
        PhotoWorker worker;
        try
        {
            worker = new PhotoWorker(Process.Start(command.StartInfo())!, limits, log);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            throw new WorkerLostException($"{command.Program} does not start: {failure.Message}");
        }
        _ = worker.KeepNotesAsync();
        try
        {
            var hello = await worker.TalkAsync(request: null, limits.TimeToStart);
            return hello.Kind == WorkerAnswerKind.Ready ? worker : throw new WorkerLostException(hello.Words);
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>Has one picture worked on.</summary>
    /// <exception cref="WorkerLostException">It ended, took too long, took too much memory or talked nonsense.</exception>
    public Task<WorkerAnswer> AskAsync(WorkerRequest request)
    {
        Pictures++;
        return TalkAsync(request, limits.TimePerPicture);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        Kill("it is not needed any more");
        // Killed processes go at once; waiting leaves none behind for a moment after the server's own end.
        process.WaitForExit(TimeSpan.FromSeconds(5));
        process.Dispose();
    }

    private async Task<WorkerAnswer> TalkAsync(WorkerRequest? request, TimeSpan limit)
    {
        // Killing is what ends the reading: a pipe may not heed a cancellation, but it ends with its process.
        using var patience = new CancellationTokenSource(limit);
        await using var kill = patience.Token.Register(() => Kill($"it took longer than {limit.TotalSeconds:0.#} s"));
        using var watching = new CancellationTokenSource();
        var watch = limits.WatchMemory ? WatchMemoryAsync(watching.Token) : Task.CompletedTask;
        try
        {
            if (request is not null)
                await WorkerMessages.WriteAsync(process.StandardInput.BaseStream, request, CancellationToken.None);
            return await WorkerMessages.ReadAnswerAsync(process.StandardOutput.BaseStream, CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or InvalidOperationException)
        {
            throw new WorkerLostException(await ReasonAsync(failure));
        }
        finally
        {
            await watching.CancelAsync();
            await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchMemoryAsync(CancellationToken stop)
    {
        using var looks = new PeriodicTimer(MemoryLooks);
        while (await looks.WaitForNextTickAsync(stop))
        {
            process.Refresh();
            if (!process.HasExited && process.WorkingSet64 > limits.MemoryBytes)
                Kill($"it took more than {limits.MemoryBytes / 1024 / 1024} MB");
        }
    }

    private async Task<string> ReasonAsync(Exception failure)
    {
        if (failure is InvalidDataException)
            Kill(failure.Message);
        if (killedBecause is { } reason)
            return reason;
        await process.WaitForExitAsync();
        return $"it ended by itself with code {process.ExitCode}";
    }

    private void Kill(string reason)
    {
        killedBecause ??= reason;
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>What a worker writes to its error stream: why a picture could not be decoded, or its last words.</summary>
    private async Task KeepNotesAsync()
    {
        try
        {
            while (await process.StandardError.ReadLineAsync() is { } line)
                log.LogInformation("Photo worker {Id}: {Note}", Id, line.Length <= LongestNote ? line : line[..LongestNote] + "…");
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Let go of while it was still talking.
        }
    }
}

/// <summary>A worker is gone, and with it the answer to what it was asked.</summary>
internal sealed class WorkerLostException(string reason) : Exception(reason);
