using System.Collections.Concurrent;
using System.Text;
using LostFound.Web.Photos.Vips;

namespace LostFound.Web.Photos.Demo;

/// <summary>
/// Draws a picture of a found item for the demo: an object in its colours, lying on some surface. The same
/// arguments always draw the same picture, so the demo's photos keep their addresses from start to start.
/// </summary>
public static class DemoPhotos
{
    private const string FallbackShape = "other";
    private const int LinearKernel = 1;

    /// <summary>Pixels a scene unit: 120 pictures must not hold up the first start, and the desk shows them no larger.</summary>
    private const double Scale = 0.8;

    private const int Width = (int)(DemoScene.Width * Scale);
    private const int Height = (int)(DemoScene.Height * Scale);

    private static readonly ConcurrentDictionary<string, string?> Shapes = new(StringComparer.Ordinal);

    /// <summary>Draws one picture. Safe to call side by side.</summary>
    /// <param name="seed">Decides surface, position, pattern and the like.</param>
    /// <param name="category">A category's key; one without a drawing of its own gets a parcel.</param>
    /// <param name="colours">Colour keys, the most prominent first; unknown ones count as grey.</param>
    /// <returns>A JPEG of 960 by 720 pixels, to be sent through <see cref="IPhotoProcessor"/> like any upload.</returns>
    public static byte[] Draw(int seed, string category, IReadOnlyList<string> colours)
    {
        var scene = new DemoScene(seed, category, colours);
        using var ground = Render(scene.GroundSvg());
        using var thing = Render(scene.ThingSvg(Shape(category) ?? Shape(FallbackShape)!));
        using var outline = VipsOperation.Named("extract_band").Set("in", thing).Set("band", 3).ToImage();
        using var picture = VipsOperation.Named("extract_band").Set("in", thing).Set("band", 0).Set("n", 3).ToImage();
        using var shaded = CastShadow(outline, ground);
        using var composed = Blend(outline, picture, shaded);
        return VipsOperation.Named("jpegsave_buffer").Set("in", composed).Set("Q", 90).ToBytes();
    }

    private static VipsImage Render(string svg)
    {
        var text = Encoding.UTF8.GetBytes(svg);
        using var pinned = new ReadOnlyMemory<byte>(text).Pin();
        using var drawing = VipsRuntime.WithSvg(() => VipsOperation.Named("svgload_buffer").Set("buffer", pinned, text.Length).Set("scale", Scale).ToImage());
        return drawing.ToMemory();
    }

    /// <summary>Blurs the outline at an eighth of its size: SVG's own filter looks the same and takes three times as long as all the rest.</summary>
    private static VipsImage CastShadow(VipsImage outline, VipsImage ground)
    {
        const int reduction = 8;
        using var reduced = VipsOperation.Named("shrink").Set("in", outline).Set("hshrink", (double)reduction).Set("vshrink", (double)reduction).ToImage();
        using var blurred = VipsOperation.Named("gaussblur").Set("in", reduced).Set("sigma", 1.5).ToImage();
        using var soft = VipsOperation.Named("resize").Set("in", blurred).Set("scale", (double)reduction).Set("kernel", LinearKernel).ToImage();
        using var faint = VipsOperation.Named("linear").Set("in", soft).Set("a", [0.45]).Set("b", [0.0]).Set("uchar", true).ToImage();
        using var moved = VipsOperation.Named("embed").Set("in", faint).Set("x", 13).Set("y", 19).Set("width", Width).Set("height", Height).ToImage();
        using var surface = VipsOperation.Named("extract_band").Set("in", ground).Set("band", 0).Set("n", 3).ToImage();
        using var dark = VipsOperation.Named("linear").Set("in", surface).Set("a", [0.08]).Set("b", [10.0, 6.0, 16.0]).Set("uchar", true).ToImage();
        return Blend(moved, dark, surface);
    }

    private static VipsImage Blend(VipsImage mask, VipsImage over, VipsImage under) =>
        VipsOperation.Named("ifthenelse").Set("cond", mask).Set("in1", over).Set("in2", under).Set("blend", true).ToImage();

    /// <summary>Each drawing is a file of its own, Shapes/{category}.svg, whose classes name the colours to fill in.</summary>
    private static string? Shape(string category) => Shapes.GetOrAdd(category, static key =>
    {
        var assembly = typeof(DemoPhotos).Assembly;
        using var file = assembly.GetManifestResourceStream($"LostFound.Web.Photos.Demo.Shapes.{key}.svg");
        if (file is null)
        {
            return null;
        }

        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    });
}
