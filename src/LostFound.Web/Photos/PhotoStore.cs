using System.Buffers;
using System.Security.Cryptography;

namespace LostFound.Web.Photos;

/// <summary>Which of a photo's two renditions. The number is the longer side in pixels and part of its name.</summary>
public enum PhotoSize { Small = PhotoLimits.SmallSide, Large = PhotoLimits.LargeSide }

/// <summary>What a row keeps of a photo.</summary>
/// <param name="Hash">SHA-256 of the large rendition, 64 lower-case hexadecimal digits.</param>
/// <param name="Width">Of the large rendition, in pixels.</param>
/// <param name="Height">Of the large rendition, in pixels.</param>
/// <param name="Masked">Whether it is known to be a mosaic; not kept in the row.</param>
public sealed record StoredPhoto(string Hash, int Width, int Height, bool Masked = false);

/// <summary>
/// Photos as files named by their content, so that saving twice is harmless and a file never changes. A name
/// appears only once its bytes are on the disk: a crash leaves temporary files, never half a photo.
/// </summary>
public sealed class PhotoStore
{
    private static readonly TimeSpan TemporaryFileLife = TimeSpan.FromHours(1);
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly string root;
    private readonly TimeProvider clock;
    private readonly Lock ages = new();

    public PhotoStore(string dataFolder, TimeProvider clock)
    {
        root = Path.Combine(dataFolder, "photos");
        this.clock = clock;
        Directory.CreateDirectory(root);
    }

    public async Task<StoredPhoto> SaveAsync(ProcessedPhoto photo, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(photo.Large));
        var folder = Path.GetDirectoryName(PathOf(hash, PhotoSize.Large))!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FolderSync.Flush(root);
        }

        await WriteAsync(PathOf(hash, PhotoSize.Small), photo.Small, cancel);
        await WriteAsync(PathOf(hash, PhotoSize.Large), photo.Large, cancel);
        FolderSync.Flush(folder);
        return new StoredPhoto(hash, photo.Width, photo.Height, photo.Masked);
    }

    /// <summary>The JPEG, or null when the hash is not one or nothing is stored under it.</summary>
    public Stream? Open(string hash, PhotoSize size)
    {
        if (!IsHash(hash))
        {
            return null;
        }

        try
        {
            return new FileStream(PathOf(hash, size), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            });
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>All bytes of <see cref="Open"/>, or null.</summary>
    public async Task<byte[]?> ReadAsync(string hash, PhotoSize size, CancellationToken cancel)
    {
        await using var file = Open(hash, size);
        if (file is null)
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    /// <summary>Removes both renditions, and lets the folder know for good.</summary>
    public void Remove(string hash)
    {
        if (!IsHash(hash))
        {
            return;
        }

        File.Delete(PathOf(hash, PhotoSize.Large));
        File.Delete(PathOf(hash, PhotoSize.Small));
        FolderSync.Flush(Path.GetDirectoryName(PathOf(hash, PhotoSize.Large))!);
    }

    /// <summary>Makes a stored photo as good as new for <see cref="RemoveUnused"/>: a row that refers to it is about to be written.</summary>
    /// <returns>False when nothing is stored under the hash any more.</returns>
    public bool Keep(string hash) => IsHash(hash) && Renew(PathOf(hash, PhotoSize.Large)) && Renew(PathOf(hash, PhotoSize.Small));

    /// <summary>Hashes of photos that were last saved or kept before an instant.</summary>
    public IEnumerable<string> OlderThan(DateTime before) => Directory.EnumerateFiles(root, $"*-{PhotoSize.Large:D}.jpg", SearchOption.AllDirectories)
        .Where(file => File.GetLastWriteTimeUtc(file) < before)
        .Select(file => Path.GetFileName(file).Split('-')[0]);

    /// <summary>Removes a photo that no row refers to, unless somebody saved or kept it since it was found to be old.</summary>
    public bool RemoveUnused(string hash, DateTime before)
    {
        lock (ages)
        {
            if (!IsHash(hash) || File.GetLastWriteTimeUtc(PathOf(hash, PhotoSize.Large)) >= before)
                return false;
            Remove(hash);
            return true;
        }
    }

    /// <summary>Removes what a crash left half written. Younger files may belong to a save that is still running.</summary>
    public int SweepTemporaryFiles()
    {
        var before = clock.GetUtcNow().UtcDateTime - TemporaryFileLife;
        var leftovers = Directory.EnumerateFiles(root, "*.tmp", SearchOption.AllDirectories)
            .Where(file => File.GetLastWriteTimeUtc(file) < before)
            .ToList();
        leftovers.ForEach(File.Delete);
        return leftovers.Count;
    }

    /// <summary>The only way from outside text to a path: nothing but a hash passes, so nothing can climb out of the folder.</summary>
    private static bool IsHash(string text) =>
        text.Length == SHA256.HashSizeInBytes * 2 && !text.AsSpan().ContainsAnyExcept(LowerHex);

    private bool Renew(string path)
    {
        lock (ages)
        {
            if (!File.Exists(path))
                return false;
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return true;
        }
    }

    private async Task WriteAsync(string path, byte[] bytes, CancellationToken cancel)
    {
        if (Renew(path))
        {
            return;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.Asynchronous))
            {
                await file.WriteAsync(bytes, cancel);
                file.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(temporary, clock.GetUtcNow().UtcDateTime);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private string PathOf(string hash, PhotoSize size) => Path.Combine(root, hash[..2], $"{hash}-{size:D}.jpg");
}
