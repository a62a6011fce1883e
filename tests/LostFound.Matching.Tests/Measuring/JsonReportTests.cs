using System.Text.Json;
using LostFound.Benchmarks.Measure;
using LostFound.Benchmarks.Report;
using Xunit;

namespace LostFound.Matching.Tests.Measuring;

public class JsonReportTests
{
    private static readonly MachineFacts Machine = new("Some CPU", 2, 8, "Linux", ".NET 10", "3.50.4", Postgres: null, Optimised: true);
    private static readonly OurResult Ours = new(
        BuildSeconds: 1.5, BytesPerItem: 300, Answers(1, 2), OpenClaims: 5, ItemAsks: new Writes(0.05, 0.06, 1),
        Insert: new Writes(0.1, 0.2, 3), Change: new Writes(0.4, 0.5, 6), Remove: new Writes(0.7, 0.8, 9));

    [Fact]
    public void A_size_has_the_promised_keys_and_takes_a_peers_faster_way()
    {
        var words = new PeerFigures("setup", 3, 60, Answers(20, 80), Answers(10, 50), new Writes(1, 2, 3));
        var size = Sizes(new SizeResult(10_000, 510, Ours, [new PeerResult(PeerNames.Fts5Words, words, NotMeasured: null)])).Single();
        (string Key, double Value)[] promised =
        [
            ("items", 10_000), ("p50Ms", 1), ("p99Ms", 2), ("insertMs", 0.1), ("buildSeconds", 1.5), ("bytesPerItem", 300), ("fts5WordsP99Ms", 50),
        ];
        Assert.All(promised, pair => Assert.Equal(pair.Value, size.GetProperty(pair.Key).GetDouble()));
    }

    [Fact]
    public void A_peer_that_was_not_measured_is_null()
    {
        var missing = new PeerResult(PeerNames.PostgresText, Figures: null, "no PostgreSQL");
        var size = Sizes(new SizeResult(10_000, 510, Ours, [missing])).Single();
        Assert.All(
            ["fts5WordsP99Ms", "fts5TrigramP99Ms", "postgresP99Ms"],
            key => Assert.Equal(JsonValueKind.Null, size.GetProperty(key).ValueKind));
    }

    [Fact]
    public void The_table_says_why_a_peer_was_not_measured()
    {
        using var written = new StringWriter();
        new TableReport(written).Size(new SizeResult(10_000, 510, Ours, [new PeerResult(PeerNames.PostgresText, Figures: null, "no PostgreSQL here")]));
        Assert.Contains("PostgreSQL full text: not measured: no PostgreSQL here", written.ToString(), StringComparison.Ordinal);
    }

    private static Answers Answers(double p50, double p99) => new(p50, p99, 500, Capped: 0, First: double.NaN, InTen: 0.9);

    private static JsonElement[] Sizes(SizeResult size) =>
        [.. JsonSerializer.Deserialize<JsonElement>(JsonReport.Text(Machine, [size])).GetProperty("sizes").EnumerateArray()];
}
