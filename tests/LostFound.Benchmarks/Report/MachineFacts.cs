using System.Runtime.InteropServices;
using LostFound.Benchmarks.Peers;

namespace LostFound.Benchmarks.Report;

/// <summary>What the figures were measured on.</summary>
internal sealed record MachineFacts(string Cpu, int Cores, double MemoryGb, string System, string DotNet, string Sqlite, string? Postgres, bool Optimised)
{
    public static MachineFacts Read(string? postgresVersion) => new(
        CpuModel(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Fts5Peer.Version,
        postgresVersion,
#if DEBUG
        Optimised: false);
#else
        Optimised: true);
#endif

    private static string CpuModel()
    {
        const string Facts = "/proc/cpuinfo";
        var line = File.Exists(Facts)
            ? File.ReadLines(Facts).FirstOrDefault(fact => fact.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
