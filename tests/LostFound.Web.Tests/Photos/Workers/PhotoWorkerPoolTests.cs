using System.Diagnostics;
using System.Globalization;
using LostFound.Web.Photos;
using LostFound.Web.Photos.Workers;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Photos.Workers;

/// <summary>The pool with real processes: workers of our own, and programs that misbehave in their place.</summary>
public sealed class PhotoWorkerPoolTests : IDisposable
{
    /// <summary>Says what a worker says when it is ready, and then does something else.</summary>
    private const string Ready = @"printf '\001\000\000\000\001'; ";

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly byte[] Upload = TestPictures.Jpeg(900, 700);

    private readonly List<PhotoWorkerPool> pools = [];
    private readonly LogCapture log = new();

    public void Dispose() => pools.ForEach(pool => pool.Dispose());

    [Fact]
    public async Task Many_at_once_give_the_same_bytes_as_one_by_one_here()
    {
        var expected = new VipsPhotoProcessor(_ => { }).Process(Upload).Value;
        var pool = Pool(new PhotoWorkerLimits { Workers = 2 });

        var all = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => pool.ProcessAsync(Upload, mask: false, Stop)));

        Assert.All(all, outcome => Assert.True(outcome.Value.Large.AsSpan().SequenceEqual(expected.Large)));
        Assert.All(all, outcome => Assert.True(outcome.Value.Small.AsSpan().SequenceEqual(expected.Small)));
        Assert.Equal(2, pool.ProcessIds.Count);
    }

    [Fact]
    public async Task Refusals_keep_their_words_and_their_field()
    {
        var pool = Pool(new PhotoWorkerLimits());

        Assert.Equal(PhotoRefusals.Damaged, (await pool.ProcessAsync(Upload.AsMemory(0, 3000), mask: false, Stop)).Refusal);
        Assert.Equal(PhotoRefusals.TooManyPixels(30_000, 30_000), (await pool.ProcessAsync(TestPictures.PngThatDeclares(30_000, 30_000), mask: false, Stop)).Refusal);
        Assert.Equal(PhotoRefusals.TooSmall, (await pool.ReadPixelsAsync(TestPictures.RedOverBlue(4, 4), 64, Stop)).Refusal);
        Assert.Contains("could not be decoded", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pixels_for_the_colours_come_from_a_worker_too()
    {
        var pixels = (await Pool(new PhotoWorkerLimits()).ReadPixelsAsync(TestPictures.RedOverBlue(200, 100), 50, Stop)).Value;

        Assert.Equal((50, 25, 50 * 25 * 3), (pixels.Width, pixels.Height, pixels.Rgb.Length));
        Assert.Equal(255, pixels.Rgb[0]);
    }

    [Fact]
    public async Task A_worker_killed_in_the_midst_of_a_picture_costs_that_picture_only()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1 });
        Assert.True((await pool.ProcessAsync(Upload, mask: false, Stop)).Succeeded);
        var worker = pool.ProcessIds.Single();

        // Halted by the system, it takes the picture and gets no further.
        Signal("STOP", worker);
        var asked = pool.ProcessAsync(Upload, mask: false, Stop);
        Signal("KILL", worker);

        Assert.Equal(PhotoRefusals.Unreadable, (await asked).Refusal);
        Assert.True((await pool.ProcessAsync(Upload, mask: false, Stop)).Succeeded);
        Assert.NotEqual(worker, pool.ProcessIds.Single());
        Assert.Contains("was lost", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_ended_between_two_pictures_costs_nothing()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1 });
        Assert.True((await pool.ProcessAsync(Upload, mask: false, Stop)).Succeeded);
        using (var worker = Process.GetProcessById(pool.ProcessIds.Single()))
        {
            worker.Kill();
            await worker.WaitForExitAsync(Stop);
        }

        Assert.True((await pool.ProcessAsync(Upload, mask: false, Stop)).Succeeded);
    }

    [Fact]
    public async Task A_picture_that_never_ends_is_stopped_in_time()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1, TimePerPicture = Short }, Ready + "exec sleep 600");

        Assert.Equal(PhotoRefusals.Unreadable, (await pool.ProcessAsync(Upload, mask: false, Stop)).Refusal);

        Assert.Empty(pool.ProcessIds);
        Assert.Contains("longer than 0.3 s", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_keeps_a_core_busy_for_too_long_is_stopped_by_the_kernel()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1 }, Ready + "ulimit -t 1; while :; do :; done");

        Assert.Equal(PhotoRefusals.Unreadable, (await pool.ProcessAsync(Upload, mask: false, Stop)).Refusal);

        Assert.Contains("it ended by itself", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_eats_memory_is_stopped_where_only_the_server_watches()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1, MemoryBytes = 64 * 1024 * 1024, WatchMemory = true }, Ready + "exec tail /dev/zero");

        Assert.Equal(PhotoRefusals.Unreadable, (await pool.ProcessAsync(Upload, mask: false, Stop)).Refusal);

        Assert.Contains("more than 64 MB", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_needs_more_memory_than_a_worker_may_have_is_refused_and_the_next_one_taken()
    {
        // Interlaced: nothing of it can be shown before all of it is in memory.
        var hungry = HostilePictures.InterlacedPng(5000, 4000);
        var pool = Pool(new PhotoWorkerLimits { Workers = 1, MemoryBytes = 150 * 1024 * 1024, WatchMemory = false });

        var refusal = (await pool.ProcessAsync(hungry, mask: false, Stop)).Refusal;

        Assert.Contains(refusal, (Refusal?[])[PhotoRefusals.Unreadable, PhotoRefusals.Damaged]);
        Assert.True((await pool.ProcessAsync(Upload, mask: false, Stop)).Succeeded);
        Assert.True((await Pool(new PhotoWorkerLimits { Workers = 1 }).ProcessAsync(hungry, mask: false, Stop)).Succeeded);
    }

    [Theory]
    [InlineData(@"printf 'HTTP/1.1 200 OK'; exec sleep 600")]
    [InlineData(@"printf '\377\377\377\177'; exec sleep 600")]
    [InlineData(@"printf '\002\000\000\000\003\003'; exec sleep 600")]
    [InlineData(@"head -c 9 >/dev/null; printf '\016\000\000\000\003\001\000\000\000<\004\000\000\000html'; exec sleep 600")]
    public async Task A_worker_that_answers_nonsense_is_not_believed(string script)
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1 }, Ready + script);

        Assert.Equal(PhotoRefusals.Unreadable, (await pool.ProcessAsync(Upload, mask: false, Stop)).Refusal);
        Assert.Empty(pool.ProcessIds);
    }

    [Fact]
    public async Task When_no_worker_starts_the_person_is_told_and_the_log_says_why()
    {
        var broken = Pool(new PhotoWorkerLimits(), @"printf '\013\000\000\000\002\006\000\000\000no lib'");
        var missing = Keep(new PhotoWorkerPool(log, new PhotoWorkerLimits(), new WorkerCommand("/nowhere/at-all", [])));

        Assert.Equal(PhotoRefusals.NotNow, (await broken.ProcessAsync(Upload, mask: false, Stop)).Refusal);
        Assert.Equal(PhotoRefusals.NotNow, (await missing.ProcessAsync(Upload, mask: false, Stop)).Refusal);

        Assert.Contains("no lib", log.Text, StringComparison.Ordinal);
        Assert.Contains("/nowhere/at-all", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_losses_in_a_row_are_met_with_pauses()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1 }, Ready + "exit 3");
        var since = Stopwatch.StartNew();

        for (var i = 0; i < 5; i++)
            Assert.Equal(PhotoRefusals.Unreadable, (await pool.ProcessAsync(Upload, mask: false, Stop)).Refusal);

        // Before the third 0.1 s, then 0.2 s and 0.4 s.
        Assert.True(since.Elapsed > TimeSpan.FromMilliseconds(650));
        Assert.Contains("code 3; 5 in a row", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_makes_room_after_its_share_of_pictures()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 1, PicturesPerWorker = 2 });
        var seen = new HashSet<int>();
        for (var i = 0; i < 4; i++)
        {
            Assert.True((await pool.ProcessAsync(Upload, mask: false, Stop)).Succeeded);
            seen.UnionWith(pool.ProcessIds);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task Nothing_runs_on_after_the_pool_is_closed_and_who_still_waits_is_told()
    {
        var pool = Pool(new PhotoWorkerLimits { Workers = 2 });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pool.ProcessAsync(Upload, mask: false, Stop)));
        var workers = pool.ProcessIds;
        workers.ToList().ForEach(worker => Signal("STOP", worker));
        var waiting = pool.ProcessAsync(Upload, mask: false, Stop);

        pool.Dispose();

        Assert.Equal(PhotoRefusals.NotNow, (await waiting).Refusal);
        Assert.NotEmpty(workers);
        Assert.All(workers, worker => Assert.False(Runs(worker)));
    }

    [Fact]
    public async Task A_worker_sees_neither_secrets_nor_settings_and_stands_behind_the_server()
    {
        Environment.SetEnvironmentVariable("LostFound__Test", "SecretSetting");
        var pool = Pool(new PhotoWorkerLimits { Workers = 1 });
        Assert.True((await pool.ProcessAsync(Upload, mask: false, Stop)).Succeeded);
        var proc = $"/proc/{pool.ProcessIds.Single()}";

        Assert.DoesNotContain("SecretSetting", await File.ReadAllTextAsync(proc + "/environ", Stop), StringComparison.Ordinal);
        var limits = await File.ReadAllLinesAsync(proc + "/limits", Stop);
        Assert.Contains(limits, line => line.StartsWith("Max data size             1073741824", StringComparison.Ordinal));
        Assert.Contains(limits, line => line.StartsWith("Max file size             0 ", StringComparison.Ordinal));
        Assert.Contains(limits, line => line.StartsWith("Max core file size        0 ", StringComparison.Ordinal));
        Assert.DoesNotContain(limits, line => line.StartsWith("Max cpu time              unlimited", StringComparison.Ordinal));
        var status = (await File.ReadAllTextAsync(proc + "/stat", Stop)).Split(") ")[1].Split(' ');
        Assert.Equal("10", status[16]);
    }

    [Fact]
    public async Task A_worker_ends_in_the_midst_of_a_picture_when_its_server_is_gone()
    {
        using var worker = Process.Start(WorkerCommand.OfThisProgram(new PhotoWorkerLimits()).StartInfo())!;
        Assert.Equal(WorkerAnswerKind.Ready, (await WorkerMessages.ReadAnswerAsync(worker.StandardOutput.BaseStream, Stop)).Kind);
        await WorkerMessages.WriteAsync(worker.StandardInput.BaseStream, new WorkerRequest(WorkerTask.Photo, 0, HostilePictures.InterlacedPng(7000, 7000)), Stop);

        worker.StandardInput.Close();
        await worker.WaitForExitAsync(Stop);

        Assert.Equal(0, worker.ExitCode);
        Assert.Equal("", await worker.StandardOutput.ReadToEndAsync(Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", ["-" + name, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static bool Runs(int process) => Directory.Exists($"/proc/{process}");

    private PhotoWorkerPool Pool(PhotoWorkerLimits limits, string? script = null) =>
        Keep(new PhotoWorkerPool(log, limits, script is null ? null : new WorkerCommand("/bin/sh", ["-c", script])));

    private PhotoWorkerPool Keep(PhotoWorkerPool pool)
    {
        pools.Add(pool);
        return pool;
    }
}
