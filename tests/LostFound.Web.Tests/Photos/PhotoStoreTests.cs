using System.Security.Cryptography;
using LostFound.Web.Photos;

namespace LostFound.Web.Tests.Photos;

public sealed class PhotoStoreTests : IDisposable
{
    private static readonly ProcessedPhoto Photo = new([1, 2, 3, 4], [5, 6], 40, 30);

    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-photos-").FullName;
    private readonly FixedClock clock = new(new DateTimeOffset(2026, 7, 5, 12, 0, 0, TimeSpan.Zero));
    private readonly PhotoStore store;

    public PhotoStoreTests() => store = new PhotoStore(folder, clock);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_photo_is_found_again_by_the_hash_of_its_large_rendition()
    {
        var stored = await store.SaveAsync(Photo, TestContext.Current.CancellationToken);

        Assert.Equal(new StoredPhoto(Convert.ToHexStringLower(SHA256.HashData(Photo.Large)), 40, 30), stored);
        Assert.Equal(Photo.Large, await ReadAsync(stored.Hash, PhotoSize.Large));
        Assert.Equal(Photo.Small, await ReadAsync(stored.Hash, PhotoSize.Small));
        Assert.True(File.Exists(Path.Combine(folder, "photos", stored.Hash[..2], stored.Hash + "-1600.jpg")));
    }

    [Fact]
    public async Task Saving_the_same_photo_many_times_at_once_leaves_one_copy_and_no_leftovers()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.SaveAsync(Photo, TestContext.Current.CancellationToken)));

        Assert.Equal(2, Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task An_interrupted_save_leaves_nothing_under_a_photos_name()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(Photo, new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("../secretsecretsecretsecretsecretsecretsecretsecretsecretsecrets")]
    [InlineData("/tmp/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\0")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_stored_photos_hash_opens_nothing(string hash)
    {
        File.WriteAllText(Path.Combine(folder, "secret"), "not a photo");

        Assert.Null(store.Open(hash, PhotoSize.Large));
    }

    [Fact]
    public async Task Only_leftovers_older_than_an_hour_are_swept()
    {
        var stored = await store.SaveAsync(Photo, TestContext.Current.CancellationToken);
        var old = Leftover("old.tmp", TimeSpan.FromMinutes(61));
        var young = Leftover("young.tmp", TimeSpan.FromMinutes(59));

        Assert.Equal(1, store.SweepTemporaryFiles());

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.Equal(Photo.Large, await ReadAsync(stored.Hash, PhotoSize.Large));

        string Leftover(string name, TimeSpan age)
        {
            var path = Path.Combine(folder, "photos", stored.Hash[..2], name);
            File.WriteAllText(path, "half a photo");
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime - age);
            return path;
        }
    }

    private async Task<byte[]> ReadAsync(string hash, PhotoSize size)
    {
        await using var file = store.Open(hash, size);
        Assert.NotNull(file);
        var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
