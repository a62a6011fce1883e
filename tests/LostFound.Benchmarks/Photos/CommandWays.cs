using System.Diagnostics;

namespace LostFound.Benchmarks.Photos;

/// <summary>The <c>vipsthumbnail</c> command: each process takes its share of the files in one go, then makes the small ones from the large ones.</summary>
internal sealed class VipsThumbnailWay(string program, string version, int processes) : IPhotoWay
{
    public string Name => "vipsthumbnail";

    public string Setup => $"{version}; {processes} processes, one thread each, all files of a process in one call; [Q=82,strip,optimize_coding], the small one from the large one with Q=76";

    public Task MakeAsync(IReadOnlyList<string> files, string into, CancellationToken stop) =>
        Task.WhenAll(files.Chunk((files.Count + processes - 1) / processes).Select((share, index) => MakeShareAsync(share, Path.Combine(into, $"{index}"), stop)));

    public void Dispose()
    {
    }

    private async Task MakeShareAsync(string[] share, string into, CancellationToken stop)
    {
        Directory.CreateDirectory(into);
        await Commands.RunAsync(program, [.. share, "--size", "1600x1600>", "-o", into + "/%s-1600.jpg[Q=82,strip,optimize_coding]"], stop);
        await Commands.RunAsync(program, [.. Directory.EnumerateFiles(into, "*-1600.jpg"), "--size", "320x320>", "-o", into + "/%s-320.jpg[Q=76,strip,optimize_coding]"], stop);
    }
}

/// <summary>ImageMagick's <c>convert</c>: one call a file makes both renditions, the decoder told beforehand how small it may read.</summary>
internal sealed class ImageMagickWay(string program, string version, int processes) : IPhotoWay
{
    public string Name => "ImageMagick";

    public string Setup => $"{version}; {processes} processes at a time, one thread each, one call a file; -define jpeg:size=3200x3200 -auto-orient -resize -strip -quality 82, small one with 76";

    public Task MakeAsync(IReadOnlyList<string> files, string into, CancellationToken stop) =>
        Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = processes, CancellationToken = stop }, async (file, cancel) =>
        {
            var name = Path.Combine(into, Path.GetFileName(file));
            await Commands.RunAsync(
                program,
                [
                    "-define", "jpeg:size=3200x3200", file, "-auto-orient", "-resize", "1600x1600>", "-strip",
                    "-quality", "82", "-write", name + "-1600.jpg", "-resize", "320x320>", "-quality", "76", name + "-320.jpg",
                ],
                cancel);
        });

    public void Dispose()
    {
    }
}

internal static class Commands
{
    /// <summary>The first of these programs on the path, with the first line that it says of itself; null when none is there.</summary>
    public static async Task<(string Program, string Version)?> FindAsync(string[] names, CancellationToken stop)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null)
            return null;
        var said = await RunAsync(found, ["--version"], stop);
        return (found, said.Split('\n')[0].Trim());
    }

    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // As our workers: two processes on two cores gain nothing from threads of their own.
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["MAGICK_THREAD_LIMIT"] = "1";
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {await errors}");
    }
}
