using System.Text.Json;
using System.Text.Json.Serialization;

namespace LostFound.Web.Features.Claims;

/// <summary>
/// A claim's token as a browser said it, in an address or to the hub; right, wrong or nonsense. It never turns
/// into text by itself, because frameworks log what they are given.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct ClaimToken(string Text)
{
    public string Address => $"/c/{Text}";

    public override string ToString() => "(claim token)";

    /// <summary>From the address, where <see cref="TokenHidingServer"/> took it out.</summary>
    public static ValueTask<ClaimToken> BindAsync(HttpContext context) =>
        ValueTask.FromResult(new ClaimToken(context.Features.Get<HiddenToken>()?.Text ?? ""));

    private sealed class Converter : JsonConverter<ClaimToken>
    {
        public override ClaimToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, ClaimToken value, JsonSerializerOptions options) => throw new NotSupportedException("Tokens are never sent as data.");
    }
}

/// <summary>The token that stood in the request's address.</summary>
internal sealed record HiddenToken(string Text)
{
    public override string ToString() => "(token)";
}
