using LostFound.Web.Photos.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace LostFound.Benchmarks.Photos;

/// <summary>The server's own pool: read a file, hand it to a worker, write what comes back.</summary>
internal sealed class OurWay(int processes) : IPhotoWay
{
    private readonly PhotoWorkerPool pool = new(NullLogger.Instance, new PhotoWorkerLimits { Workers = processes });

    public string Name => "LostFound";

    public string Setup => $"{processes} worker processes, one thread each; quality 82 and 76, checked for bareness; no file is synced, as the peers sync none";

    public Task MakeAsync(IReadOnlyList<string> files, string into, CancellationToken stop) =>
        Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = processes + 1, CancellationToken = stop }, async (file, cancel) =>
        {
            var photo = await pool.ProcessAsync(await File.ReadAllBytesAsync(file, cancel), mask: false, cancel);
            var name = Path.Combine(into, Path.GetFileName(file));
            await File.WriteAllBytesAsync(name + "-1600.jpg", photo.Value.Large, cancel);
            await File.WriteAllBytesAsync(name + "-320.jpg", photo.Value.Small, cancel);
        });

    public void Dispose() => pool.Dispose();
}
