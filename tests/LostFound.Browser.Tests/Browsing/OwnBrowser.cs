using System.Diagnostics;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>A browser with a profile on disk that can be killed like a tablet whose battery is pulled out, and started again on what is left.</summary>
public sealed class OwnBrowser(Chromium chromium) : IAsyncDisposable
{
    private readonly string profile = Directory.CreateTempSubdirectory("lostfound-profile-").FullName;
    private Process? process;
    private IBrowser? connection;

    public Watch Watch { get; private set; } = null!;

    public async Task<IPage> StartAsync()
    {
        var portFile = Path.Combine(profile, "DevToolsActivePort");
        File.Delete(portFile);
        var start = new ProcessStartInfo(Chromium.Executable) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--headless=new", "--remote-debugging-port=0", $"--user-data-dir={profile}", .. Chromium.Arguments, "about:blank"])
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        // Read, or the browser stops when the pipes are full.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!File.Exists(portFile) || (await File.ReadAllLinesAsync(portFile)).Length == 0)
            await Task.Delay(Patience.BetweenLooks);
        connection = await chromium.ConnectAsync($"http://127.0.0.1:{(await File.ReadAllLinesAsync(portFile))[0]}");
        var context = connection.Contexts[0];
        context.SetDefaultTimeout(Patience.Milliseconds);
        Watch = await Watch.OverAsync(context);
        // What a cut line makes of a request.
        Watch.Expect("ERR_");
        return await context.NewPageAsync();
    }

    /// <summary>As a person closes it: everything is written down.</summary>
    public async Task CloseAsync()
    {
        var control = await connection!.NewBrowserCDPSessionAsync();
        await control.SendAsync("Browser.close");
        await process!.WaitForExitAsync();
        await KillAsync();
    }

    /// <summary>SIGKILL to all of it: nothing gets to say goodbye.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        if (connection is not null)
            await connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        // Its last helpers may still be closing their files.
        for (var attempt = 0; Directory.Exists(profile); attempt++)
        {
            try
            {
                Directory.Delete(profile, recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                await Task.Delay(Patience.BetweenLooks);
            }
        }
    }
}
