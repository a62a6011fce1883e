using LostFound.Web.Photos.Demo;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>
/// The film that Chromium plays in place of a camera. It reads the file when a page opens its camera, so a test
/// may put another picture before it in between. All pictures are of one size, as the frames of one camera are.
/// </summary>
public sealed class FakeCamera : IDisposable
{
    public const int Width = 960;
    public const int Height = 720;

    // More than one, so that the film runs; all alike, so that it does not matter when a page looks.
    private const int Frames = 5;

    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-camera-").FullName;

    public FakeCamera()
    {
        File = Path.Combine(folder, "film.mjpeg");
        Show(DemoPhotos.Draw(seed: 7, "backpack", ["blue"]));
    }

    public string File { get; }

    /// <summary>Holds a picture before the camera: a baseline JPEG of 960 by 720 pixels.</summary>
    public void Show(byte[] jpeg)
    {
        var next = File + ".next";
        System.IO.File.WriteAllBytes(next, [.. Enumerable.Repeat(jpeg, Frames).SelectMany(bytes => bytes)]);
        System.IO.File.Move(next, File, overwrite: true);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
