using LostFound.Web.Photos.Vips;

namespace LostFound.Benchmarks.Photos;

/// <summary>
/// Pictures like those that a desk gets, always the same: soft shapes, structure and a sensor's noise at a phone's
/// resolution, some taken with the phone on its side.
/// </summary>
internal sealed class PhotoFiles : IDisposable
{
    private const int Scenes = 3;

    /// <summary>JPEG qualities, each of every scene, every other one on its side.</summary>
    private static readonly int[] Qualities = [85, 88, 90, 92];

    private PhotoFiles(string folder) => Folder = folder;

    public string Folder { get; }

    public IReadOnlyList<string> All { get; private set; } = [];

    public double Megabytes => All.Sum(file => new FileInfo(file).Length) / 1e6;

    public static string InWords => $"{Scenes * Qualities.Length} JPEG of 4000 × 3000 (quality {string.Join(", ", Qualities)}, half of them on their side), {Scenes} WebP of 2400 × 1800 (quality 82), {Scenes} PNG of 1600 × 1200";

    public static PhotoFiles Make()
    {
        var files = new PhotoFiles(Directory.CreateTempSubdirectory("lostfound-photos-").FullName);
        var all = new List<string>();
        for (var scene = 0; scene < Scenes; scene++)
        {
            using (var drawn = Draw(4000, 3000, scene))
                all.AddRange(Qualities.Select((quality, index) => files.Write($"{scene}-{quality}.jpg", OnItsSide(Save(drawn, "jpegsave_buffer", quality), turned: index % 2 == 1))));
            using (var drawn = Draw(2400, 1800, scene))
                all.Add(files.Write($"{scene}.webp", Save(drawn, "webpsave_buffer", quality: 82)));
            using (var drawn = Draw(1600, 1200, scene))
                all.Add(files.Write($"{scene}.png", Save(drawn, "pngsave_buffer", quality: null)));
        }
        // Mixed, so that each half of the list is as much work as the other.
        files.All = [.. all.Where((_, index) => index % 2 == 0), .. all.Where((_, index) => index % 2 == 1)];
        return files;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Save(VipsImage picture, string saver, int? quality)
    {
        var save = VipsOperation.Named(saver).Set("in", picture);
        return (quality is { } number ? save.Set("Q", number) : save).ToBytes();
    }

    private static VipsImage Draw(int width, int height, int seed)
    {
        using var shapes = Tinted(Clouds(width, height, cell: width / 6, seed), [0.9, 0.5, 0.3], [0, 30, 60]);
        using var structure = Tinted(Clouds(width, height, cell: 40, seed + 1000), [0.15, 0.35, 0.5], [0, 0, 0]);
        using var scene = VipsOperation.Named("add").Set("left", shapes).Set("right", structure).ToImage();
        using var noise = VipsOperation.Named("gaussnoise").Set("width", width).Set("height", height).Set("mean", 0.0).Set("sigma", 5.0).Set("seed", seed).ToImage();
        using var taken = VipsOperation.Named("add").Set("left", scene).Set("right", noise).ToImage();
        using var picture = VipsOperation.Named("linear").Set("in", taken).Set("a", [1.0]).Set("b", [0.0]).Set("uchar", true).ToImage();
        using var srgb = VipsOperation.Named("copy").Set("in", picture).Set("interpretation", 22).ToImage();
        return srgb.ToMemory();
    }

    private static VipsImage Clouds(int width, int height, int cell, int seed) =>
        VipsOperation.Named("perlin").Set("width", width).Set("height", height).Set("cell-size", cell).Set("uchar", true).Set("seed", seed).ToImage();

    private static VipsImage Tinted(VipsImage grey, double[] share, double[] offset)
    {
        using (grey)
            return VipsOperation.Named("linear").Set("in", grey).Set("a", share).Set("b", offset).ToImage();
    }

    /// <summary>Writes into a JPEG, as phones do, which way is up.</summary>
    private static byte[] OnItsSide(byte[] jpeg, bool turned)
    {
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)(turned ? 6 : 1), 0, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
