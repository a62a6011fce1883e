using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LostFound.Benchmarks.Measure;
using LostFound.Web;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostFound.Benchmarks.Queue;

/// <summary>
/// One movement of a line with many phones waiting: how long until every phone shows the right thing. The phones are raw
/// WebSockets to a real server; whoever is told to read its page again does so over HTTP.
/// </summary>
internal sealed class QueueBenchmark(TextWriter output, Progress progress)
{
    private const string Desk = "main";
    private static readonly Uri Address = new("http://127.0.0.2:0");
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(1);
    private static readonly Actor Staff = new(Guid.NewGuid(), "Maya", StaffRole.Agent, Guid.NewGuid(), "Counter 1", Desk);

    public async Task RunAsync(int phones, int movements, FileInfo? json, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("lostfound-queue-").FullName;
        try
        {
            await using var app = Server.Build(["--applicationName", "LostFound.Web", "--urls", Address.ToString(), "--LostFound:DataFolder", folder], builder => builder.Logging.ClearProviders())
                ?? throw new InvalidOperationException("The configuration in kiosk-config is unusable; see the error stream.");
            await app.StartAsync(stop);
            await MeasureAsync(app, phones, movements, json, stop);
            await app.StopAsync(stop);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task MeasureAsync(WebApplication app, int count, int movements, FileInfo? json, CancellationToken stop)
    {
        progress.Begin("queue");
        progress.Say($"{count} guests join");
        var line = new FilledLine(app.Services);
        await line.FillAsync(Desk, count);
        // One counter a call, so that a call is the only movement of its round.
        var counters = new List<Guid>();
        for (var number = 1; number <= movements + 1; number++)
            counters.Add(await OpenAsync(app.Services, number, stop));
        var server = new Uri(app.Urls.First());
        var phones = Enumerable.Range(1, count).Select(number => new LinePhone(number)).ToList();
        foreach (var some in phones.Chunk(100))
            await Task.WhenAll(some.Select(phone => phone.ConnectAsync(server, Desk, stop)));
        using var pages = new HttpClient { BaseAddress = server };
        var results = new List<Movement>();
        foreach (var counter in counters)
        {
            await QuietAsync(phones, stop);
            progress.Say($"movement {results.Count} of {movements}");
            results.Add(await MoveAsync(app.Services, line, counter, phones, pages, stop));
        }
        await QuietAsync(phones, stop);
        phones.ForEach(phone => phone.Dispose());
        // The first was for everybody to warm up.
        await ReportAsync(count, results[1..], json, stop);
    }

    /// <summary>Until the broadcasts of before are through; whatever else came for a phone is one too many.</summary>
    private static async Task QuietAsync(List<LinePhone> phones, CancellationToken stop)
    {
        await Task.Delay(QueueLimits.Spacing * 1.5, stop);
        foreach (var phone in phones)
        {
            while (phone.Unread > 0)
            {
                await phone.NextMovementAsync(stop);
                phone.TooMany++;
            }
        }
    }

    private static async Task<Movement> MoveAsync(IServiceProvider services, FilledLine line, Guid counter, List<LinePhone> phones, HttpClient pages, CancellationToken stop)
    {
        phones.ForEach(phone => phone.TooMany = 0);
        var begun = Stopwatch.GetTimestamp();
        var called = await CallAsync(services, counter, stop);
        var committed = Stopwatch.GetElapsedTime(begun);
        var seen = await Task.WhenAll(phones.Select(async phone =>
        {
            var message = await phone.NextMovementAsync(stop);
            var (ahead, again) = phone.Find(message);
            if (again)
                (await pages.GetAsync(line.StatusOf(phone.Number), stop)).EnsureSuccessStatusCode();
            var isRight = phone.Number > called ? ahead == phone.Number - called - 1 : ahead is null && (again || phone.Number < called);
            return new Seen(Stopwatch.GetElapsedTime(begun), message, isRight, again);
        }));
        return new Movement(
            committed.TotalMilliseconds, seen.Max(s => s.After).TotalMilliseconds, seen.Select(s => s.Message).Distinct(StringComparer.Ordinal).Count(),
            Encoding.UTF8.GetByteCount(seen[0].Message), seen.All(s => s.IsRight), seen.Count(s => s.Again), phones);
    }

    private static async Task<Guid> OpenAsync(IServiceProvider services, int number, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<OpenCounter>().HandleAsync(Desk, number, Staff with { StaffId = Guid.NewGuid() }, stop)).Value;
    }

    private static async Task<int> CallAsync(IServiceProvider services, Guid counter, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CallNext>().HandleAsync(counter, Guid.NewGuid(), Staff, stop)).Value.Number;
    }

    private async Task ReportAsync(int phones, List<Movement> movements, FileInfo? json, CancellationToken stop)
    {
        var last = new Timings();
        movements.ForEach(m => last.Add(TimeSpan.FromMilliseconds(m.LastMs)));
        var broadcasts = 1 + movements.Max(m => m.Phones.Max(p => p.TooMany));
        var result = new
        {
            phones,
            movements = movements.Count,
            lastPhoneP50Ms = last.Percentile(0.5),
            lastPhoneMaxMs = last.Percentile(1),
            broadcastsAMovement = broadcasts,
            sameBytesForAll = movements.TrueForAll(m => m.DifferentMessages == 1),
            messageBytes = movements.Max(m => m.Bytes),
            everyPhoneRight = movements.TrueForAll(m => m.AllRight),
            withinOneSecond = last.Percentile(1) <= Goal.TotalMilliseconds,
        };
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {phones} phones wait, one guest is called, {movements.Count} times, a quiet second in between
              last phone right after   {result.lastPhoneP50Ms:F0} ms (median), {result.lastPhoneMaxMs:F0} ms (longest)   goal {Goal.TotalMilliseconds:F0}
              of it until committed    {movements.Max(m => m.CommittedMs):F0} ms (longest)
              every phone right        {(result.everyPhoneRight ? "yes" : "NO")}
              broadcasts a movement    {broadcasts}, {(result.sameBytesForAll ? "the same bytes for all" : "DIFFERENT bytes")}, {result.messageBytes} bytes
              pages read again         {movements.Max(m => m.ReadAgain)} at most
            """));
        if (json is not null)
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(result), stop);
    }

    private sealed record Seen(TimeSpan After, string Message, bool IsRight, bool Again);

    private sealed record Movement(
        double CommittedMs, double LastMs, int DifferentMessages, int Bytes, bool AllRight, int ReadAgain, List<LinePhone> Phones);
}
