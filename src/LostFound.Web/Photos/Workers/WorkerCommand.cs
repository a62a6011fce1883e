using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LostFound.Web.Photos.Workers;

/// <summary>How a worker is started: this executable again, wherever it runs from, with next to nothing of our environment.</summary>
internal sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The managed half of a worker holds an upload and two JPEGs; decoding happens outside it.</summary>
    private const long ManagedBytes = 96 * 1024 * 1024;

    /// <summary>Where .NET and system libraries are found. Everything else, secrets and settings above all, stays behind.</summary>
    private static readonly string[] KeptVariables =
        ["PATH", "LD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "TMPDIR"];

    private static readonly Dictionary<string, string> OwnVariables = new(StringComparer.Ordinal)
    {
        ["DOTNET_GCHeapHardLimit"] = ManagedBytes.ToString("X", CultureInfo.InvariantCulture),
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        // No debugger or profiler ever has business in a process that holds strangers' pictures.
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_DbgEnableMiniDump"] = "0",
    };

    public static WorkerCommand OfThisProgram(PhotoWorkerLimits limits)
    {
        string[] words = [
            PhotoWorkerProgram.Argument,
            limits.MemoryBytes.ToString(CultureInfo.InvariantCulture),
            ((int)Math.Ceiling(limits.ProcessorTimePerPicture.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
        ];
        var assembly = typeof(WorkerCommand).Assembly;
        if (Environment.ProcessPath is { } running && Path.GetFileName(running) == assembly.GetName().Name)
            return new WorkerCommand(running, words);
        // Started as `dotnet LostFound.Web.dll`, or hosted by a test or a benchmark: the same runtime runs the assembly.
        return new WorkerCommand(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")), [assembly.Location, .. words]);
    }

    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment.Clear();
        foreach (var name in KeptVariables)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }
        foreach (var (name, value) in OwnVariables)
            start.Environment[name] = value;
        return start;
    }
}
