using System.Runtime.InteropServices;

namespace LostFound.Web.Photos.Workers;

/// <summary>What a worker forbids itself before it touches a picture. Each is taken from the kernel, so that a decoder gone wrong cannot give it back.</summary>
internal static partial class ProcessLimits
{
    private const int CpuSeconds = 0;
    private const int FileBytes = 1;
    private const int DataBytes = 2;
    private const int CoreBytes = 4;
    private const int WholeProcess = 0;

    /// <summary>Of -20 to 19: guests' pages go first, photos take what they leave.</summary>
    private const int Niceness = 10;

    private const int Interrupt = 2;
    private const int Terminate = 15;
    private const nint Ignore = 1;

    private static readonly nuint Unlimited = nuint.MaxValue;

    /// <summary>Puts this process behind the server. Threads inherit it, so it comes first.</summary>
    public static void StandBack()
    {
        _ = SetPriority(WholeProcess, 0, Niceness);
        // Ctrl+C in a terminal reaches every process of the group. The server still waits for pictures under way
        // then; a worker ends when the server lets go of it.
        _ = OnSignal(Interrupt, Ignore);
        _ = OnSignal(Terminate, Ignore);
    }

    /// <summary>
    /// Limits what can be allocated, and takes away writing files and leaving memory dumps. On Linux
    /// the limit counts private writable memory, so the address space that .NET only reserves is free; other systems
    /// do not enforce it, and the server watches instead.
    /// </summary>
    public static void Confine(long memoryBytes)
    {
        Set(DataBytes, (nuint)memoryBytes, (nuint)memoryBytes);
        Set(FileBytes, 0, 0);
        Set(CoreBytes, 0, 0);
    }

    /// <summary>Lets the next picture have so much processor time, after which the kernel ends the process.</summary>
    public static void AllowProcessorTime(TimeSpan perPicture) =>
        Set(CpuSeconds, (nuint)Math.Ceiling((Environment.CpuUsage.TotalTime + perPicture).TotalSeconds), Unlimited);

    /// <summary>Without tidying up, which would meet a decoder in the midst of its work.</summary>
    public static void EndNow() => Exit(0);

    private static void Set(int resource, nuint soft, nuint hard)
    {
        var limit = new Limit { Soft = soft, Hard = hard };
        _ = SetLimit(resource, in limit);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int id, int niceness);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint OnSignal(int number, nint handler);
}
