using System.CommandLine;
using LostFound.Benchmarks;
using LostFound.Benchmarks.Measure;
using LostFound.Benchmarks.Photos;
using LostFound.Benchmarks.Queue;
using LostFound.Benchmarks.Search;

var items = new Option<int?>("--items")
{
    Description = "Only the sizes up to this many items; below 10,000, just this many. Without it: 10,000, 100,000 and 1,000,000.",
};
items.Validators.Add(result =>
{
    if (result.GetValue(items) < 100)
        result.AddError("--items takes a number from 100 up: fewer say nothing about an index.");
});
var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file, as JSON." };
var withoutPeers = new Option<bool>("--without-peers") { Description = "Measure the matcher only, while working on it." };
var matching = new Command("matching", "Measure LostFound.Matching against SQLite FTS5 and PostgreSQL on the same generated items and claims.")
{
    items,
    json,
    withoutPeers,
};
matching.SetAction(async (parsed, stop) =>
{
    var configuration = parsed.InvocationConfiguration;
    var benchmark = new MatchingBenchmark(configuration.Output, new Progress(configuration.Error));
    try
    {
        await benchmark.RunAsync(MatchingBenchmark.Sizes(parsed.GetValue(items)), parsed.GetValue(json), !parsed.GetValue(withoutPeers), stop);
        return 0;
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        await configuration.Error.WriteLineAsync("Stopped.");
        return 130;
    }
});
var rows = new Option<int>("--items") { Description = "How many items the venue has registered.", DefaultValueFactory = _ => 200_000 };
var search = new Command("search", "Measure the list of items at /items against looking into every row's text.") { rows };
search.SetAction(async (parsed, stop) =>
{
    await new SearchBenchmark(parsed.InvocationConfiguration.Output, new Progress(parsed.InvocationConfiguration.Error)).RunAsync(parsed.GetValue(rows), stop);
    return 0;
});
var rounds = new Option<int>("--rounds") { Description = "How often each way works through all files; the middle one counts.", DefaultValueFactory = _ => 5 };
rounds.Validators.Add(result =>
{
    if (result.GetValue(rounds) is < 1 or > 100)
        result.AddError("--rounds takes a number from 1 to 100.");
});
var photos = new Command("photos", "Measure the photo workers against vipsthumbnail and ImageMagick on the same generated files, and how long guests' pages take meanwhile.")
{
    rounds,
    json,
};
photos.SetAction(async (parsed, stop) =>
{
    var configuration = parsed.InvocationConfiguration;
    try
    {
        await new PhotosBenchmark(configuration.Output, new Progress(configuration.Error)).RunAsync(parsed.GetValue(rounds), parsed.GetValue(json), stop);
        return 0;
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        await configuration.Error.WriteLineAsync("Stopped.");
        return 130;
    }
});
var phones = new Option<int>("--phones") { Description = "How many phones wait.", DefaultValueFactory = _ => 2000 };
phones.Validators.Add(result =>
{
    if (result.GetValue(phones) is < 20 or > 10_000)
        result.AddError("--phones takes a number from 20 to 10,000.");
});
var movements = new Option<int>("--movements") { Description = "How many guests are called, one after the other.", DefaultValueFactory = _ => 12 };
movements.Validators.Add(result =>
{
    if (result.GetValue(movements) is < 1 or > 30)
        result.AddError("--movements takes a number from 1 to 30.");
});
var queue = new Command("queue", "Measure how long one movement of the line takes to be right on every waiting phone.") { phones, movements, json };
queue.SetAction(async (parsed, stop) =>
{
    var configuration = parsed.InvocationConfiguration;
    await new QueueBenchmark(configuration.Output, new Progress(configuration.Error)).RunAsync(parsed.GetValue(phones), parsed.GetValue(movements), parsed.GetValue(json), stop);
    return 0;
});
var root = new RootCommand("Measurements of LostFound against its peers.") { matching, photos, queue, search };
// Ctrl+C must leave time to stop PostgreSQL and to delete its folder.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
