using System.Globalization;
using LostFound.Benchmarks.Measure;
using LostFound.Benchmarks.Peers;

namespace LostFound.Benchmarks.Report;

/// <summary>The figures for people.</summary>
internal sealed class TableReport(TextWriter writer)
{
    private const string Row = "  {0,-42}{1,10}{2,10}{3,9}{4,8}{5,8}{6,8}{7,9}{8,12}";

    public void Machine(MachineFacts machine)
    {
        Line($"{machine.Cpu}, {machine.Cores} cores, {machine.MemoryGb} GB · {machine.System}");
        Line($"{machine.DotNet} · SQLite {machine.Sqlite} · {(machine.Postgres is { } version ? $"PostgreSQL {version}" : "PostgreSQL not measured")}");
        if (!machine.Optimised)
            Line($"A debug build: run with -c Release for figures that mean anything.");
    }

    public void Size(SizeResult size)
    {
        Line($"");
        Line($"{size.Items:N0} items, {size.Claims} claims");
        Cells("", "p50 ms", "p99 ms", "× ours", "first", "in ten", "claims", "build s", "bytes/item");
        Answered("LostFound.Matching", size.Ours.Answers, size.Ours, size.Ours.BuildSeconds, size.Ours.BytesPerItem);
        foreach (var peer in size.Peers)
            Peer(peer, size.Ours);
        var ratios = size.Peers.Where(peer => peer.Figures is not null)
            .Select(peer => Text($"{peer.Name} {peer.Figures!.BestP99Ms / size.Ours.Answers.P99Ms:N1}×"));
        if (size.Peers.Count > 0)
            Line($"  p99 of the peer's faster way, by ours: {string.Join(" · ", ratios)}");
        Line($"");
        Cells("one item into the full index", "p50 ms", "p99 ms", "longest");
        Written($"LostFound.Matching, asks {size.Ours.OpenClaims} claims", size.Ours.ItemAsks);
        Written("LostFound.Matching, insert", size.Ours.Insert);
        Written("LostFound.Matching, change", size.Ours.Change);
        Written("LostFound.Matching, remove", size.Ours.Remove);
        foreach (var peer in size.Peers.Where(peer => peer.Figures is not null))
            Written($"{peer.Name}, insert", peer.Figures!.Insert);
    }

    public void Notes(IReadOnlyList<PeerResult> peers)
    {
        Line($"");
        Line($"p50, p99: one claim → ten items, one thread, claims asked one after the other; × ours: p99 against the matcher's.");
        Line($"first, in ten: share of the claims with an item whose item came first, or among ten. bytes/item: ours on the heap, peers' on disk.");
        if (peers.Count == 0)
            return;
        Line($"Peers search category, colours, brand, description and notes for the same of the claim; “after loss” leaves out what was found before it.");
        Line($"Peers commit each single insert, but wait for no disk.");
        Line($"A query is stopped after {PeerLimits.LongestQuery.TotalSeconds:N0} s and counted as that; asking ends after {PeerLimits.TimeForQueries.TotalSeconds:N0} s (at least {PeerLimits.FewestQueries} claims).");
        foreach (var peer in peers.Where(peer => peer.Figures is not null))
            Line($"{peer.Name}: {peer.Figures!.Setup}.");
    }

    private void Peer(PeerResult peer, OurResult ours)
    {
        if (peer.Figures is not { } figures)
        {
            Line($"  {peer.Name}: not measured: {peer.NotMeasured}");
            return;
        }
        Answered(peer.Name, figures.All, ours, figures.BuildSeconds, figures.BytesPerItem);
        Answered(peer.Name + ", after loss", figures.AfterLoss, ours);
    }

    private void Answered(string name, Answers answers, OurResult ours, double? buildSeconds = null, double? bytesPerItem = null)
    {
        var capped = answers.Capped > 0 ? $" ({answers.Capped} stopped)" : string.Empty;
        Cells(
            name + capped,
            Milliseconds(answers.P50Ms),
            Milliseconds(answers.P99Ms),
            Text($"{answers.P99Ms / ours.Answers.P99Ms:N1}"),
            Text($"{answers.First:F3}"),
            Text($"{answers.InTen:F3}"),
            Text($"{answers.Claims}"),
            Text($"{buildSeconds:F1}"),
            Text($"{bytesPerItem:N0}"));
    }

    private void Written(string what, Writes writes) =>
        Cells(what, Milliseconds(writes.P50Ms), Milliseconds(writes.P99Ms), Milliseconds(writes.LongestMs));

    private static string Milliseconds(double value) => value < 10 ? Text($"{value:F3}") : Text($"{value:N1}");

    private void Cells(params string[] cells) =>
        writer.WriteLine(string.Format(CultureInfo.InvariantCulture, Row, [.. cells, .. Enumerable.Repeat("", 9 - cells.Length)]).TrimEnd());

    private void Line(FormattableString text) => writer.WriteLine(Text(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
