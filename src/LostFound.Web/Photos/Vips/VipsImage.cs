using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LostFound.Web.Photos.Vips;

/// <summary>
/// An image inside libvips. It is a recipe as much as a picture: pixels are computed when something reads them,
/// so memory that it was loaded from must stay pinned until it is disposed.
/// </summary>
internal sealed class VipsImage : SafeHandleZeroOrMinusOneIsInvalid
{
    public VipsImage(nint owned)
        : base(ownsHandle: true) => SetHandle(owned);

    public int Width => VipsNative.Width(this);

    public int Height => VipsNative.Height(this);

    public bool HasAlpha => VipsNative.HasAlpha(this) != 0;

    /// <summary>Whether it carries a profile for colours; one for greys changes tones too little to matter.</summary>
    public bool HasColourProfile => VipsNative.Bands(this) >= 3 && VipsNative.TypeOfField(this, "icc-profile-data") != 0;

    /// <summary>Computes every pixel now, once, so that several renditions can be made from them.</summary>
    public VipsImage ToMemory()
    {
        var copy = VipsNative.CopyMemory(this);
        return copy != 0 ? new VipsImage(copy) : throw new VipsException(VipsRuntime.TakeErrors());
    }

    /// <summary>The pixels of an 8-bit picture, band after band within a pixel, row by row.</summary>
    public byte[] ToPixels()
    {
        var memory = VipsNative.WriteToMemory(this, out var length);
        if (memory == 0)
            throw new VipsException(VipsRuntime.TakeErrors());
        try
        {
            var pixels = new byte[length];
            Marshal.Copy(memory, pixels, 0, pixels.Length);
            return pixels;
        }
        finally
        {
            VipsNative.Free(memory);
        }
    }

    protected override bool ReleaseHandle()
    {
        VipsNative.Unref(handle);
        return true;
    }
}
