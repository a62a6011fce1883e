using System.Diagnostics;
using System.Text.Json;
using LostFound.Benchmarks.Measure;

namespace LostFound.Benchmarks.Photos;

/// <summary>Our workers beside the commands that people use for this, in alternating rounds over the same files, and guests' pages meanwhile.</summary>
internal sealed class PhotosBenchmark(TextWriter output, Progress progress)
{
    private const int Processes = 2;

    public async Task RunAsync(int rounds, FileInfo? json, CancellationToken stop)
    {
        progress.Begin("photos");
        progress.Say("drawing the pictures");
        using var files = PhotoFiles.Make();
        var report = new PhotosReport(output);
        report.Begin(files);
        var ways = await WaysAsync(report, stop);
        var results = ways.ConvertAll(way => new WayResult(way.Name, way.Setup));
        // The first round is for everybody to warm up: workers start, files come into the system's memory.
        for (var round = 0; round <= rounds; round++)
        {
            progress.Say($"round {round} of {rounds}");
            for (var turn = 0; turn < ways.Count; turn++)
            {
                var at = (turn + round) % ways.Count;
                await MeasureAsync(ways[at], results[at], files, keep: round > 0, stop);
            }
        }
        ways.ForEach(way => way.Dispose());
        report.Rates(results, files);
        progress.Say("guests' pages");
        var guests = await GuestWaits.MeasureAsync(files.All, stop);
        report.Guests(guests);
        if (json is not null)
            await File.WriteAllTextAsync(json.FullName, Json(results, files, guests), stop);
    }

    private static async Task<List<IPhotoWay>> WaysAsync(PhotosReport report, CancellationToken stop)
    {
        var ways = new List<IPhotoWay> { new OurWay(Processes) };
        if (await Commands.FindAsync(["vipsthumbnail"], stop) is { } vips)
            ways.Add(new VipsThumbnailWay(vips.Program, vips.Version, Processes));
        else
            report.Missing("vipsthumbnail", "libvips-tools");
        if (await Commands.FindAsync(["magick", "convert-im6.q16", "convert"], stop) is { } magick)
            ways.Add(new ImageMagickWay(magick.Program, magick.Version, Processes));
        else
            report.Missing("ImageMagick", "imagemagick");
        return ways;
    }

    private static async Task MeasureAsync(IPhotoWay way, WayResult result, PhotoFiles files, bool keep, CancellationToken stop)
    {
        var into = Directory.CreateDirectory(Path.Combine(files.Folder, "out")).FullName;
        var begun = Stopwatch.GetTimestamp();
        await way.MakeAsync(files.All, into, stop);
        var took = Stopwatch.GetElapsedTime(begun);
        if (keep)
            result.Add(took, into);
        Directory.Delete(into, recursive: true);
    }

    private static string Json(List<WayResult> results, PhotoFiles files, GuestWaits guests)
    {
        double? Rate(string name) => results.Find(result => result.Name == name) is { } result ? Math.Round(result.Rate(files.All.Count), 2) : null;
        return JsonSerializer.Serialize(
            new
            {
                PhotosPerSecond = Rate("LostFound"),
                VipsthumbnailPerSecond = Rate("vipsthumbnail"),
                ImagemagickPerSecond = Rate("ImageMagick"),
                GuestP95Ms = Math.Round(guests.Busy.P95Ms, 2),
            },
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });
    }
}

/// <summary>The rounds of one way.</summary>
internal sealed class WayResult(string name, string setup)
{
    private readonly Timings rounds = new();

    public string Name => name;

    public string Setup => setup;

    public double LargeMegabytes { get; private set; }

    public double SmallMegabytes { get; private set; }

    /// <summary>Photos a second in the middle round.</summary>
    public double Rate(int photos) => photos / (rounds.Percentile(0.5) / 1000);

    public double Slowest(int photos) => photos / (rounds.Percentile(1) / 1000);

    public double Fastest(int photos) => photos / (rounds.Percentile(0.001) / 1000);

    public void Add(TimeSpan took, string folder)
    {
        rounds.Add(took);
        LargeMegabytes = Megabytes(folder, "*-1600.jpg");
        SmallMegabytes = Megabytes(folder, "*-320.jpg");
    }

    private static double Megabytes(string folder, string pattern) =>
        new DirectoryInfo(folder).EnumerateFiles(pattern, SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;
}
