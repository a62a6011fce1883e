using System.ComponentModel;
using System.Diagnostics;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>Reads a QR code with a reader that none of our code has a part in.</summary>
internal static class QrPicture
{
    private const string Reader = "zbarimg";

    /// <summary>Skips the test where the reader is not installed; in CI it has to be.</summary>
    public static void NeedReader()
    {
        try
        {
            using var probe = Process.Start(new ProcessStartInfo(Reader, "--version") { UseShellExecute = false, RedirectStandardOutput = true });
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Skip($"{Reader} is not installed (Debian: zbar-tools); tests/run installs it.");
        }
    }

    public static async Task<string> ReadAsync(byte[] png)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, png);
            var start = new ProcessStartInfo(Reader) { ArgumentList = { "--quiet", "--raw", file }, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var reader = Process.Start(start)!;
            var errors = reader.StandardError.ReadToEndAsync();
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            Assert.True(reader.ExitCode == 0, $"{Reader} found no code: {await errors}");
            return text.Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
