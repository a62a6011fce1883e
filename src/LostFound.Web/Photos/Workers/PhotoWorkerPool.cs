using LostFound.Web.Shared;

namespace LostFound.Web.Photos.Workers;

/// <summary>
/// Photos decoded outside the server, by a few processes that start when they are needed. A picture that breaks its
/// decoder costs one worker and is refused; the next picture gets a fresh one.
/// </summary>
internal sealed class PhotoWorkerPool : IPhotoProcessor, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly PhotoWorkerLimits limits;
    private readonly WorkerCommand command;
    private readonly ILogger log;
    private readonly SemaphoreSlim turns;
    private readonly Lock gate = new();
    private readonly Stack<PhotoWorker> idle = [];
    private readonly HashSet<PhotoWorker> all = [];
    private int lostInARow;
    private bool closed;

    public PhotoWorkerPool(ILogger<PhotoWorkerPool> log)
        : this(log, new PhotoWorkerLimits())
    {
    }

    /// <summary>With limits, and a command in place of the worker's, that tests choose.</summary>
    internal PhotoWorkerPool(ILogger log, PhotoWorkerLimits limits, WorkerCommand? command = null)
    {
        this.log = log;
        this.limits = limits;
        this.command = command ?? WorkerCommand.OfThisProgram(limits);
        turns = new SemaphoreSlim(limits.Workers);
    }

    /// <summary>The processes that run now.</summary>
    internal IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (gate)
                return [.. all.Select(worker => worker.Id)];
        }
    }

    public Task<Outcome<ProcessedPhoto>> ProcessAsync(ReadOnlyMemory<byte> bytes, bool mask, CancellationToken cancel) =>
        AskAsync(new WorkerRequest(mask ? WorkerTask.MaskedPhoto : WorkerTask.Photo, 0, bytes), answer => answer.AsPhoto(mask), cancel);

    public Task<Outcome<PhotoPixels>> ReadPixelsAsync(ReadOnlyMemory<byte> bytes, int side, CancellationToken cancel) =>
        AskAsync(new WorkerRequest(WorkerTask.Pixels, side, bytes), answer => answer.AsPixels(side), cancel);

    public void Dispose()
    {
        List<PhotoWorker> workers;
        lock (gate)
        {
            closed = true;
            workers = [.. all];
            all.Clear();
            idle.Clear();
        }
        workers.ForEach(worker => worker.Dispose());
    }

    private async Task<Outcome<T>> AskAsync<T>(WorkerRequest request, Func<WorkerAnswer, Outcome<T>> read, CancellationToken cancel)
    {
        if (VipsPhotoProcessor.CheckBytes(request.Bytes.Span) is { } refusal)
            return refusal;
        await turns.WaitAsync(cancel);
        try
        {
            return await TakeWorkerAsync(cancel) is { } worker ? await AskAsync(worker, request, read) : PhotoRefusals.NotNow;
        }
        finally
        {
            turns.Release();
        }
    }

    private async Task<Outcome<T>> AskAsync<T>(PhotoWorker worker, WorkerRequest request, Func<WorkerAnswer, Outcome<T>> read)
    {
        try
        {
            var outcome = read(await worker.AskAsync(request));
            PutBack(worker);
            return outcome;
        }
        catch (Exception failure) when (failure is WorkerLostException or InvalidDataException)
        {
            Drop(worker);
            if (closed)
                return PhotoRefusals.NotNow;
            log.LogWarning("Photo worker {Id} was lost over a photo of {Bytes} bytes: {Reason}; {Lost} in a row", worker.Id, request.Bytes.Length, failure.Message, Interlocked.Increment(ref lostInARow));
            return PhotoRefusals.Unreadable;
        }
    }

    /// <summary>An idle worker that still lives, or a new one; null when none can be started.</summary>
    private async Task<PhotoWorker?> TakeWorkerAsync(CancellationToken cancel)
    {
        while (TryPop() is { } worker)
        {
            if (!worker.HasEnded)
                return worker;
            Drop(worker);
        }
        if (Pause() is { Ticks: > 0 } pause)
            await Task.Delay(pause, cancel);
        try
        {
            return Keep(await PhotoWorker.StartAsync(command, limits, log));
        }
        catch (WorkerLostException failure)
        {
            log.LogError("Photos cannot be decoded: a worker did not start: {Reason}; {Lost} in a row", failure.Message, Interlocked.Increment(ref lostInARow));
            return null;
        }
    }

    /// <summary>One lost worker is a bad picture; many in a row are an attack or a broken installation, and starting processes is not free.</summary>
    private TimeSpan Pause()
    {
        var lost = Math.Min(Volatile.Read(ref lostInARow), 20);
        if (lost < 2)
            return TimeSpan.Zero;
        var pause = FirstPause * Math.Pow(2, lost - 2);
        return pause < limits.LongestPause ? pause : limits.LongestPause;
    }

    private PhotoWorker? TryPop()
    {
        lock (gate)
            return idle.TryPop(out var worker) ? worker : null;
    }

    private PhotoWorker? Keep(PhotoWorker worker)
    {
        lock (gate)
        {
            if (!closed)
            {
                all.Add(worker);
                return worker;
            }
        }
        worker.Dispose();
        return null;
    }

    private void PutBack(PhotoWorker worker)
    {
        Volatile.Write(ref lostInARow, 0);
        lock (gate)
        {
            if (!closed && worker.Pictures < limits.PicturesPerWorker)
            {
                idle.Push(worker);
                return;
            }
        }
        Drop(worker);
    }

    private void Drop(PhotoWorker worker)
    {
        lock (gate)
            all.Remove(worker);
        worker.Dispose();
    }
}
