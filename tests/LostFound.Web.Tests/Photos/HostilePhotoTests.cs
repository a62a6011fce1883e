using System.Text;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Workers;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Photos;

/// <summary>One pool of real workers that meets everything in <see cref="HostilePictures"/>.</summary>
public sealed class HostilePhotoTests : IDisposable
{
    private const int Mutants = 400;

    private readonly LogCapture log = new();
    private readonly PhotoWorkerPool pool;

    public HostilePhotoTests() => pool = new PhotoWorkerPool(log, new PhotoWorkerLimits { Workers = 2 });

    public void Dispose() => pool.Dispose();

    [Fact]
    public async Task Whatever_a_picture_carries_besides_pixels_is_gone()
    {
        foreach (var (name, bytes) in HostilePictures.Tagged())
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(HostilePictures.Marker)) > 0, name);

            var outcome = await pool.ProcessAsync(bytes, mask: false, Stop);

            // A decoder may find such a file faulty; then nothing of it is kept either.
            if (outcome.Succeeded)
                CleanPhoto.Check(outcome.Value);
            else
                Assert.True(name is "AVIF that calls itself a film", $"{name}: {outcome.Refusal.Message}");
        }
        Assert.DoesNotContain("was lost", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_pretends_to_be_a_photo_never_reaches_a_decoder()
    {
        foreach (var (name, bytes) in HostilePictures.Disguised())
        {
            var refusal = (await pool.ProcessAsync(bytes, mask: false, Stop)).Refusal;
            Assert.True(refusal?.Message.Contains("Choose a JPEG, PNG, WebP or AVIF picture", StringComparison.Ordinal), $"{name}: {refusal?.Message}");
        }
        Assert.Empty(pool.ProcessIds);
    }

    [Fact]
    public async Task A_few_bytes_that_would_fill_the_memory_are_refused()
    {
        foreach (var (name, bytes) in HostilePictures.TooLarge())
        {
            Assert.True(bytes.Length < PhotoLimits.MaxBytes, name);
            var outcome = await pool.ProcessAsync(bytes, mask: false, Stop);
            Assert.True(outcome.Refusal is { Kind: RefusalKind.TooLarge } || outcome.Refusal == PhotoRefusals.Damaged || outcome.Refusal == PhotoRefusals.TooSmall, $"{name}: {outcome.Refusal?.Message}");
        }
        Assert.DoesNotContain("was lost", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_unpacks_to_far_more_than_it_shows_costs_neither_a_worker_nor_its_cleanness()
    {
        foreach (var (_, bytes) in HostilePictures.Unpacking())
        {
            var outcome = await pool.ProcessAsync(bytes, mask: false, Stop);
            if (outcome.Succeeded)
                CleanPhoto.Check(outcome.Value);
        }
        Assert.DoesNotContain("was lost", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_pictures_allowed_pass()
    {
        foreach (var (name, bytes) in (IEnumerable<(string, byte[])>)[
            ("PNG", HostilePictures.AllBlack(10_000, 5000, "pngsave_buffer")),
            ("JPEG in passes", HostilePictures.AllBlack(10_000, 5000, "jpegsave_buffer", save => save.Set("interlace", true))),
            ("long and thin", HostilePictures.AllBlack(16, 60_000, "pngsave_buffer"))])
        {
            var outcome = await pool.ProcessAsync(bytes, mask: false, Stop);
            Assert.True(outcome.Succeeded, $"{name}: {outcome.Refusal?.Message} {log.Text}");
            CleanPhoto.Check(outcome.Value);
        }
    }

    [Theory]
    [InlineData(1, 60_000)]
    [InlineData(60_000, 1)]
    public async Task A_line_is_no_photo(int width, int height) =>
        Assert.Equal(PhotoRefusals.TooSmall, (await pool.ProcessAsync(HostilePictures.AllBlack(width, height, "pngsave_buffer"), mask: false, Stop)).Refusal);

    [Fact]
    public async Task A_picture_cut_off_anywhere_is_refused_or_clean_and_mostly_refused()
    {
        byte[][] whole = [TestPictures.Jpeg(300, 200), TestPictures.Png(90, 60, (x, y) => new Pixel((byte)(x * 7), (byte)(y * 13), (byte)(x * y))), TestPictures.WebP(120, 60), TestPictures.Avif(120, 60)];
        var cut = whole.SelectMany(bytes => Enumerable.Range(1, 24).Select(part => bytes[..(bytes.Length * part / 25)])).ToList();

        Assert.InRange(await CleanAmongAsync(cut), 0, cut.Count / 10);
    }

    [Fact]
    public async Task Hundreds_of_mutants_are_each_refused_or_made_clean()
    {
        var parents = HostilePictures.Tagged().Select(picture => picture.Bytes).ToList();
        var dice = new Random(20261122);
        var mutants = Enumerable.Range(0, Mutants).Select(i => Mutate(parents[i % parents.Count], dice)).ToList();

        var clean = await CleanAmongAsync(mutants);

        // Were all refused or all clean, the mutants would show nothing.
        Assert.InRange(clean, Mutants / 20, Mutants - (Mutants / 20));
        Assert.True((await pool.ProcessAsync(TestPictures.Jpeg(120, 60), mask: false, Stop)).Succeeded);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<int> CleanAmongAsync(IEnumerable<byte[]> uploads)
    {
        var outcomes = await Task.WhenAll(uploads.Select(upload => pool.ProcessAsync(upload, mask: false, Stop)));
        foreach (var outcome in outcomes)
        {
            if (outcome.Succeeded)
                CleanPhoto.Check(outcome.Value);
            else
                Assert.Contains(outcome.Refusal.Kind, (RefusalKind[])[RefusalKind.Invalid, RefusalKind.TooLarge]);
        }
        return outcomes.Count(outcome => outcome.Succeeded);
    }

    /// <summary>A few bytes changed, lost, doubled or made extreme: what fuzzers do, always with the same dice.</summary>
    private static byte[] Mutate(byte[] parent, Random dice)
    {
        var bytes = parent.ToList();
        for (var times = dice.Next(1, 8); times > 0; times--)
        {
            var at = dice.Next(4, bytes.Count - 16);
            switch (dice.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << dice.Next(8)); break;
                case 1: bytes[at] = (byte)dice.Next(256); break;
                case 2: bytes.RemoveRange(at, dice.Next(1, 12)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, dice.Next(1, 12))); break;
                default: (bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]) = (0xFF, 0xFF, 0xFF, (byte)dice.Next(256)); break;
            }
        }
        return [.. bytes];
    }
}
