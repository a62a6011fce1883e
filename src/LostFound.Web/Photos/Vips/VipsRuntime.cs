using System.Runtime.InteropServices;

namespace LostFound.Web.Photos.Vips;

/// <summary>Starts libvips once a process, with everything closed that a photo does not need.</summary>
internal static class VipsRuntime
{
    private const int GlibWarning = 1 << 4;

    private static readonly string[] AllowedLoaders =
        ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer", "VipsForeignLoadHeifBuffer"];

    private static readonly Lazy<bool> Started = new(Start);

    private static readonly Lock SvgGate = new();

    /// <summary>Loads and closes down the library on first use. A missing or broken library fails here, with its reason.</summary>
    public static void EnsureStarted() => _ = Started.Value;

    /// <summary>
    /// Opens the SVG loader for one call, so that the demo can draw its pictures. The block is asked for only
    /// while an operation is built, so the loader is open for well under a millisecond; and an upload cannot
    /// reach it even then, because the processor lets only the magic bytes of the four photo formats through.
    /// </summary>
    public static T WithSvg<T>(Func<T> load)
    {
        EnsureStarted();
        lock (SvgGate)
        {
            VipsNative.BlockOperation("VipsForeignLoadSvgBuffer", 0);
            try
            {
                return load();
            }
            finally
            {
                VipsNative.BlockOperation("VipsForeignLoadSvgBuffer", 1);
            }
        }
    }

    /// <summary>Takes what libvips noted about its last failures, and empties the note.</summary>
    public static string TakeErrors()
    {
        var text = VipsNative.TakeErrors();
        try
        {
            return Marshal.PtrToStringUTF8(text)?.Trim() ?? "";
        }
        finally
        {
            VipsNative.Free(text);
        }
    }

    private static unsafe bool Start()
    {
        VipsNative.UseBundledLibrary();
        if (VipsNative.Init("lostfound") != 0)
        {
            throw new VipsException("vips_init: " + TakeErrors());
        }

        _ = VipsNative.SetLogHandler("VIPS", GlibWarning, &VipsNative.IgnoreLog, 0);

        // Requests run side by side; threads inside one picture would only compete with the other requests.
        VipsNative.SetConcurrency(1);

        // No two uploads are the same, so remembered operations would only hold strangers' pixels in memory.
        VipsNative.SetCacheMax(0);

        VipsNative.BlockUntrusted(1);
        VipsNative.BlockOperation("VipsForeignLoad", 1);
        foreach (var loader in AllowedLoaders)
        {
            VipsNative.BlockOperation(loader, 0);
        }

        return true;
    }
}

/// <summary>libvips could not do what was asked; for bytes from outside, that means the bytes are bad.</summary>
internal sealed class VipsException(string message) : Exception(message);
