using System.Diagnostics;
using System.Globalization;
using LostFound.Benchmarks.Measure;
using LostFound.Benchmarks.Report;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items.Search;
using LostFound.Web.Live;
using LostFound.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace LostFound.Benchmarks.Search;

/// <summary>
/// How long /items takes to answer, in the use case itself on a real file, beside what it replaced: every word
/// looked for in every row's text.
/// </summary>
internal sealed class SearchBenchmark(TextWriter output, Progress progress)
{
    private const int Rounds = 20;
    private const int PeerRounds = 3;

    public async Task RunAsync(int items, CancellationToken stop)
    {
        var config = ConfigStore.LoadOrExplain(ConfigFolder.Find(new ConfigurationBuilder().Build()), output)
            ?? throw new InvalidOperationException("kiosk-config cannot be used; see above.");
        var folder = Directory.CreateTempSubdirectory("lostfound-search-").FullName;
        try
        {
            var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "lostfound.db") }.ToString();
            SchemaUpgrade.Apply(connection);
            using var store = new Store(new StoreOptions(connection), new ChangeBell());
            progress.Begin($"{items:N0} items");
            var filling = Stopwatch.StartNew();
            await ItemRows.FillAsync(store, config.Current, items, progress, stop);
            await output.WriteLineAsync($"{MachineFacts.Read(null).Cpu}, {Environment.ProcessorCount} cores\n{items:N0} items, registered in {filling.Elapsed.TotalSeconds:F0} s; database {new FileInfo(Path.Combine(folder, "lostfound.db")).Length / 1e6:F0} MB\n");
            var search = new SearchItems(store, config, TimeProvider.System);
            await output.WriteLineAsync("| asked | found | p50 ms | p99 ms | rows' text p50 ms | ratio |\n| --- | --- | --- | --- | --- | --- |");
            foreach (var question in Questions.All)
                await MeasureAsync(search, store, question, stop);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task MeasureAsync(SearchItems search, Store store, (string Name, ItemSearch Search) question, CancellationToken stop)
    {
        var found = await search.HandleAsync(question.Search);
        var (ours, peer) = (new Timings(), new Timings());
        for (var round = 0; round < Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            await search.HandleAsync(question.Search);
            ours.Add(Stopwatch.GetElapsedTime(started));
            if (round >= PeerRounds)
                continue;
            started = Stopwatch.GetTimestamp();
            await RowsTextAsync(store, question.Search);
            peer.Add(Stopwatch.GetElapsedTime(started));
        }
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"| {question.Name} | {found.Total:N0} | {ours.Percentile(0.5):F1} | {ours.Percentile(0.99):F1} | {peer.Percentile(0.5):F1} | {peer.Percentile(0.5) / ours.Percentile(0.5):F0}× |"));
    }

    /// <summary>The list as it was before: a scan, and sorting by time.</summary>
    private static Task<int> RowsTextAsync(Store store, ItemSearch search) => store.ReadAsync(async db =>
    {
        var rows = db.Items.AsQueryable();
        if (search.Category.Length > 0)
            rows = rows.Where(i => i.Category == search.Category);
        if (search.Colour.Length > 0)
            rows = rows.Where(i => i.Colours.Contains(search.Colour));
        foreach (var word in SearchTokens.Of(search.Words))
            rows = rows.Where(i => i.SearchText.Contains(word));
        var total = await rows.CountAsync();
        await rows.OrderByDescending(i => i.RegisteredAt).ThenBy(i => i.Id).Skip((search.Page - 1) * 24).Take(24).ToListAsync();
        return total;
    });
}
