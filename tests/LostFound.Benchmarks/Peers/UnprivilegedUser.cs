using System.Diagnostics;

namespace LostFound.Benchmarks.Peers;

/// <summary>Runs programs as ourselves, or, when we are root, as somebody who is not: PostgreSQL refuses root.</summary>
internal sealed class UnprivilegedUser
{
    private const string Switcher = "/usr/bin/setpriv";
    private const string SessionMaker = "/usr/bin/setsid";
    private readonly string? _name;

    private UnprivilegedUser(string? name) => _name = name;

    /// <summary>Null when we are root and nobody else can be had.</summary>
    public static UnprivilegedUser? Find()
    {
        if (!Environment.IsPrivilegedProcess)
            return new UnprivilegedUser(null);
        if (!File.Exists(Switcher))
            return null;
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var name = new[] { "postgres", "nobody" }.FirstOrDefault(users.Contains);
        return name is null ? null : new UnprivilegedUser(name);
    }

    /// <summary>Gives a folder to that user.</summary>
    public async Task OwnAsync(string folder, CancellationToken stop)
    {
        if (_name is null)
            return;
        using var chown = Process.Start(new ProcessStartInfo("chown", [_name, folder]))!;
        await chown.WaitForExitAsync(stop);
    }

    /// <summary>
    /// Starts a program that goes on, where it can in a session of its own: a terminal's Ctrl+C reaches us and not it, so that
    /// we end it when we are ready. What it says on standard error can be read.
    /// </summary>
    public Process StartApart(string program, IEnumerable<string> arguments, string folder)
    {
        string[] line = AsUser(program, arguments);
        return Start(File.Exists(SessionMaker) ? [SessionMaker, .. line] : line, folder);
    }

    /// <summary>Runs a program to its end.</summary>
    public async Task<(int Exit, string Said)> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken stop)
    {
        using var process = Start(AsUser(program, arguments), folder);
        await using var kill = stop.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var said = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        await output;
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return (process.ExitCode, said);
    }

    private static Process Start(string[] line, string folder) => Process.Start(new ProcessStartInfo(line[0], line[1..])
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardError = true,
        RedirectStandardOutput = true,
        Environment = { ["LC_ALL"] = "C.UTF-8" },
    })!;

    private string[] AsUser(string program, IEnumerable<string> arguments) => _name is null
        ? [program, .. arguments]
        : [Switcher, $"--reuid={_name}", $"--regid={Group()}", "--clear-groups", program, .. arguments];

    /// <summary>That user's own group, by number: nobody's group is called nogroup on Debian.</summary>
    private string Group() =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[0] == _name)[3];
}
