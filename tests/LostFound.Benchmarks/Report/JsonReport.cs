using System.Text.Json;
using System.Text.Json.Serialization;
using LostFound.Benchmarks.Measure;

namespace LostFound.Benchmarks.Report;

/// <summary>
/// The figures for other programs. The first nine keys of a size are a promise; of a peer's two ways they name the faster one.
/// A peer that wasn't measured is null.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // A share of no claims is not a number.
        Converters = { new NotANumberIsNull() },
    };

    public static string Text(MachineFacts machine, IEnumerable<SizeResult> sizes) =>
        JsonSerializer.Serialize(new { Sizes = sizes.Select(Row), Machine = machine }, Layout);

    private static object Row(SizeResult size) => new
    {
        size.Items,
        size.Ours.Answers.P50Ms,
        size.Ours.Answers.P99Ms,
        InsertMs = size.Ours.Insert.P50Ms,
        size.Ours.BuildSeconds,
        size.Ours.BytesPerItem,
        Fts5WordsP99Ms = size.Of(PeerNames.Fts5Words)?.BestP99Ms,
        Fts5TrigramP99Ms = size.Of(PeerNames.Fts5Trigrams)?.BestP99Ms,
        PostgresP99Ms = size.Of(PeerNames.PostgresText)?.BestP99Ms,
        PostgresTrigramP99Ms = size.Of(PeerNames.PostgresTrigrams)?.BestP99Ms,
        InsertP99Ms = size.Ours.Insert.P99Ms,
        size.Ours.OpenClaims,
        size.Ours.ItemAsks,
        size.Ours.Insert,
        size.Ours.Change,
        size.Ours.Remove,
        size.Ours.Answers,
        size.Claims,
        size.Peers,
    };

    private sealed class NotANumberIsNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(Math.Round(value, 6));
            else
                writer.WriteNullValue();
        }
    }
}
