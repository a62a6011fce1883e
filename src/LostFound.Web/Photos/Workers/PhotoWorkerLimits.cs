namespace LostFound.Web.Photos.Workers;

/// <summary>How much a pool may use, and how much one picture may cost.</summary>
internal sealed record PhotoWorkerLimits
{
    /// <summary>Pictures at once. More than the cores would only make each slower; more than a few would cost memory that no desk needs.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>
    /// Of one worker, .NET included. The largest picture allowed needs about half of it when its format has to be
    /// decoded as a whole (an interlaced PNG, an AVIF).
    /// </summary>
    public long MemoryBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>A usual photo takes a tenth of a second, the largest ones a few; a decoder that goes round in circles ends here.</summary>
    public TimeSpan ProcessorTimePerPicture { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>By the clock on the wall, longer: workers stand back, so on a busy machine a good picture may take its time.</summary>
    public TimeSpan TimePerPicture { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After so many, a worker makes room for a fresh one: what a decoder leaks or a picture left behind goes with it.</summary>
    public int PicturesPerWorker { get; init; } = 500;

    public TimeSpan TimeToStart { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause before another start, after many losses in a row.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the server itself looks how much memory a worker has: where the kernel does not see to it.</summary>
    public bool WatchMemory { get; init; } = !OperatingSystem.IsLinux();
}
