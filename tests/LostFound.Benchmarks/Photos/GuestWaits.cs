using System.Diagnostics;
using System.Text.Json;
using LostFound.Benchmarks.Measure;
using LostFound.Web;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Photos;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostFound.Benchmarks.Photos;

/// <summary>How long guests' pages take, quiet and while the same server has photos without a pause.</summary>
internal sealed record GuestWaits(Waits Quiet, Waits Busy, int PhotosMeanwhile)
{
    private const int Guests = 4;
    private const int QueuedPhotos = 6;
    private static readonly TimeSpan Quietly = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Busily = TimeSpan.FromSeconds(20);

    /// <summary>What a guest reads in between: as many guests as pages a second stay below the limits of one network.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(100);

    public static string InWords => $"{Guests} guests at once, each opening / and a claim's page every {Reading.TotalMilliseconds:F0} ms; {QueuedPhotos} photos always waiting or being worked on, stored and synced as the kiosk does";

    public static async Task<GuestWaits> MeasureAsync(IReadOnlyList<string> files, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("lostfound-guests-").FullName;
        try
        {
            await using var app = Server.Build(["--applicationName", "LostFound.Web", "--urls", "http://127.0.0.1:0", "--LostFound:DataFolder", folder], builder => builder.Logging.ClearProviders())
                ?? throw new InvalidOperationException("The configuration in kiosk-config is unusable; see the error stream.");
            await app.StartAsync(stop);
            var pages = new[] { "/", await FileClaimAsync(app.Services, stop) }.Select(page => new Uri(new Uri(app.Urls.First()), page)).ToArray();
            _ = await OpenAsync(pages, TimeSpan.FromSeconds(2), stop);
            var quiet = await OpenAsync(pages, Quietly, stop);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var photos = WorkAsync(app.Services, files, enough.Token);
            var busy = await OpenAsync(pages, Busily, stop);
            await enough.CancelAsync();
            var made = await photos;
            await app.StopAsync(stop);
            return new GuestWaits(quiet, busy, made);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Waits> OpenAsync(Uri[] pages, TimeSpan during, CancellationToken stop)
    {
        var timings = new Timings();
        var since = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Guests).Select(async guest =>
        {
            using var http = new HttpClient();
            for (var turn = guest; since.Elapsed < during; turn++)
            {
                var asked = Stopwatch.GetTimestamp();
                using (var answer = await http.GetAsync(pages[turn % pages.Length], stop))
                    answer.EnsureSuccessStatusCode();
                var took = Stopwatch.GetElapsedTime(asked);
                lock (timings)
                    timings.Add(took);
                await Task.Delay(Reading, stop);
            }
        }));
        return new Waits(timings.Count, timings.Percentile(0.5), timings.Percentile(0.95), timings.Percentile(0.99));
    }

    private static async Task<int> WorkAsync(IServiceProvider services, IReadOnlyList<string> files, CancellationToken enough)
    {
        var (processor, store) = (services.GetRequiredService<IPhotoProcessor>(), services.GetRequiredService<PhotoStore>());
        var made = 0;
        await Task.WhenAll(Enumerable.Range(0, QueuedPhotos).Select(async queue =>
        {
            for (var next = queue; !enough.IsCancellationRequested; next++)
            {
                var photo = await processor.ProcessAsync(await File.ReadAllBytesAsync(files[next % files.Count], CancellationToken.None), mask: false, CancellationToken.None);
                await store.SaveAsync(photo.Value, CancellationToken.None);
                Interlocked.Increment(ref made);
            }
        }));
        return made;
    }

    /// <summary>Files a claim as a guest does, and answers with its page.</summary>
    private static async Task<string> FileClaimAsync(IServiceProvider services, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var answers = new ClaimAnswers
        {
            What = new("backpack"),
            Colours = new(["navy"]),
            Description = new("Knapsack with a caricature in it", "Fjällräven"),
            Marks = new("Initials inside"),
            Where = new(["gift-emporium"]),
            When = new(now.AddHours(-3), now.AddHours(-2)),
            Contact = new("Mara", "mara@example.com", ""),
        };
        var key = DraftKey.Make();
        var vault = services.GetRequiredService<ContactVault>();
        await services.GetRequiredService<Store>().WriteAsync(db =>
        {
            db.ClaimDrafts.Add(new ClaimDraft { KeyHash = key.Hash, Content = vault.SealText(JsonSerializer.Serialize(answers)), UpdatedAt = now });
            return Task.CompletedTask;
        }, stop);
        var filed = await ActivatorUtilities.CreateInstance<FileClaim>(services).HandleAsync(key, stop);
        return $"/c/{filed.Value.Text}";
    }
}

/// <summary>Of pages opened one after the other by each guest, in milliseconds.</summary>
internal sealed record Waits(int Pages, double P50Ms, double P95Ms, double P99Ms);
