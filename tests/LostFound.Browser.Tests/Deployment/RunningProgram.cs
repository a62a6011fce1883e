using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LostFound.Browser.Tests.Deployment;

/// <summary>A program of its own, as an operator starts one: what it prints can be waited for, and SIGTERM ends it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly List<string> lines = [];
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process) => this.process = process;

    public string Output
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    public bool HasEnded => process.HasExited;

    public static RunningProgram Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        var running = new RunningProgram(process);
        process.OutputDataReceived += (_, line) => running.Take(line.Data);
        process.ErrorDataReceived += (_, line) => running.Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Waits until it has printed what the pattern describes.</summary>
    public async Task<Match> SaysAsync(string pattern)
    {
        using var patience = new CancellationTokenSource(LongEnough);
        while (true)
        {
            Task next;
            lock (lines)
                next = more.Task;
            var match = Regex.Match(Output, pattern, RegexOptions.None, TimeSpan.FromSeconds(5));
            if (match.Success)
                return match;
            Assert.False(process.HasExited, $"It ended before it said /{pattern}/:\n{Output}");
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"It never said /{pattern}/:\n{Output}");
            }
        }
    }

    /// <summary>Asks it to end, as <c>docker stop</c> and systemd do, and waits until it has; its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await EndsAsync();
    }

    /// <summary>Waits until it has ended by itself; its exit code.</summary>
    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(LongEnough);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    public static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        TaskCompletionSource ring;
        lock (lines)
        {
            lines.Add(line);
            (ring, more) = (more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        ring.SetResult();
    }
}
