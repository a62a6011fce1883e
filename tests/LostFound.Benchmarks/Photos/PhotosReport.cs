using System.Globalization;
using LostFound.Benchmarks.Report;

namespace LostFound.Benchmarks.Photos;

/// <summary>The figures for people.</summary>
internal sealed class PhotosReport(TextWriter writer)
{
    /// <summary>Above this many waiting processes, somebody else uses the machine too.</summary>
    private const double QuietLoad = 0.7;

    public void Begin(PhotoFiles files)
    {
        var machine = MachineFacts.Read(postgresVersion: null);
        Line($"{machine.Cpu}, {machine.Cores} cores, {machine.MemoryGb} GB · {machine.System} · {machine.DotNet}");
        if (!machine.Optimised)
            Line($"A debug build: run with -c Release for figures that mean anything.");
        if (Load() is > QuietLoad and var load)
            Line($"Others use this machine: load {load:F1}. Repeat in a quiet moment.");
        Line($"{files.All.Count} files, {files.Megabytes:F0} MB: {PhotoFiles.InWords}.");
        Line($"Of each two JPEGs: longer side 1600 and 320 pixels, upright, without metadata.");
    }

    public void Missing(string name, string package) => Line($"{name} is not measured: it is not installed (Debian: apt-get install {package}).");

    public void Rates(IReadOnlyList<WayResult> results, PhotoFiles files)
    {
        Line($"");
        Line($"  {"",-16}{"photos/s",10}{"slowest",10}{"fastest",10}{"ours / it",11}{"large MB",10}{"small MB",10}");
        var ours = results[0].Rate(files.All.Count);
        foreach (var result in results)
        {
            var rate = result.Rate(files.All.Count);
            Line($"  {result.Name,-16}{rate,10:F1}{result.Slowest(files.All.Count),10:F1}{result.Fastest(files.All.Count),10:F1}{ours / rate,11:F2}{result.LargeMegabytes,10:F1}{result.SmallMegabytes,10:F2}");
        }
        foreach (var result in results)
            Line($"  {result.Name}: {result.Setup}.");
    }

    public void Guests(GuestWaits guests)
    {
        Line($"");
        Line($"  {"guests' pages",-26}{"pages",8}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}");
        Row("without photos", guests.Quiet);
        Row("while photos are decoded", guests.Busy);
        Line($"  {GuestWaits.InWords}; {guests.PhotosMeanwhile} photos done meanwhile.");
    }

    private void Row(string name, Waits waits) => Line($"  {name,-26}{waits.Pages,8}{waits.P50Ms,9:F1}{waits.P95Ms,9:F1}{waits.P99Ms,9:F1}");

    private static double? Load()
    {
        const string Facts = "/proc/loadavg";
        return File.Exists(Facts) ? double.Parse(File.ReadAllText(Facts).Split(' ')[0], CultureInfo.InvariantCulture) : null;
    }

    private void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
