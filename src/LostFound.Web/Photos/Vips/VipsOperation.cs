using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LostFound.Web.Photos.Vips;

/// <summary>
/// One libvips operation, called by its name: set the inputs, run it, read an output. Operations and their
/// options are those of the libvips reference; an enumeration is set by its number.
/// </summary>
internal sealed class VipsOperation : SafeHandleZeroOrMinusOneIsInvalid
{
    private VipsOperation(nint owned)
        : base(ownsHandle: true) => SetHandle(owned);

    public static VipsOperation Named(string name)
    {
        VipsRuntime.EnsureStarted();
        var operation = VipsNative.NewOperation(name);
        return operation != 0 ? new VipsOperation(operation) : throw new VipsException(VipsRuntime.TakeErrors());
    }

    public VipsOperation Set(string property, int number) =>
        Set(property, "gint", (ref VipsNative.GValue value) => VipsNative.SetInt(ref value, number));

    public VipsOperation Set(string property, bool truth) =>
        Set(property, "gboolean", (ref VipsNative.GValue value) => VipsNative.SetBoolean(ref value, truth ? 1 : 0));

    public VipsOperation Set(string property, string text) =>
        Set(property, "gchararray", (ref VipsNative.GValue value) => VipsNative.SetString(ref value, text));

    public VipsOperation Set(string property, double number) =>
        Set(property, "gdouble", (ref VipsNative.GValue value) => VipsNative.SetDouble(ref value, number));

    public VipsOperation Set(string property, double[] numbers) =>
        Set(property, "VipsArrayDouble", (ref VipsNative.GValue value) => VipsNative.SetDoubles(ref value, numbers, numbers.Length));

    public VipsOperation Set(string property, VipsImage image) =>
        Set(property, "VipsImage", (ref VipsNative.GValue value) => VipsNative.SetObject(ref value, image));

    /// <summary>Lends memory without copying it: it must stay pinned while any image made from it lives.</summary>
    public unsafe VipsOperation Set(string property, MemoryHandle pinned, int length)
    {
        var data = (nint)pinned.Pointer;
        return Set(property, "VipsBlob", (ref VipsNative.GValue value) => VipsNative.SetBlob(ref value, 0, data, (nuint)length));
    }

    /// <summary>Runs the operation, disposes it, and returns the image it made.</summary>
    public VipsImage ToImage() => Run("out", "VipsImage", value => new VipsImage(VipsNative.Ref(VipsNative.GetObject(value))));

    /// <summary>Runs the operation, disposes it, and returns the bytes it wrote.</summary>
    public byte[] ToBytes() => Run("buffer", "VipsBlob", value =>
    {
        var data = VipsNative.GetBlob(value, out var length);
        var bytes = new byte[length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        return bytes;
    });

    protected override bool ReleaseHandle()
    {
        VipsNative.Unref(handle);
        return true;
    }

    private VipsOperation Set(string property, string type, Fill fill)
    {
        var value = default(VipsNative.GValue);
        VipsNative.InitValue(ref value, VipsNative.TypeFromName(type));
        try
        {
            fill(ref value);
            VipsNative.SetProperty(this, property, value);
            return this;
        }
        finally
        {
            VipsNative.UnsetValue(ref value);
        }
    }

    private T Run<T>(string output, string type, Func<VipsNative.GValue, T> read)
    {
        using var done = Build();
        var value = default(VipsNative.GValue);
        VipsNative.InitValue(ref value, VipsNative.TypeFromName(type));
        try
        {
            VipsNative.GetProperty(done, output, ref value);
            return read(value);
        }
        finally
        {
            VipsNative.UnsetValue(ref value);
            VipsNative.UnrefOutputs(done);
        }
    }

    /// <summary>Building answers with a reference of its own, perhaps to another instance, so this one is let go.</summary>
    private VipsOperation Build()
    {
        using (this)
        {
            var built = VipsNative.BuildOperation(this);
            if (built != 0)
            {
                return new VipsOperation(built);
            }

            // A failed build leaves the outputs made so far to its caller.
            VipsNative.UnrefOutputs(this);
            throw new VipsException(VipsRuntime.TakeErrors());
        }
    }

    private delegate void Fill(ref VipsNative.GValue value);
}
