using System.Buffers.Text;
using System.Security.Cryptography;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>
/// The secret in a guest's browser that opens the claim being written: 128 random bits, of which we keep only
/// a hash. The request id comes from it too, so sending the form again, even after the draft is gone, is known
/// for the same request, and a stolen database cannot ask for anybody's link with it.
/// </summary>
public sealed class DraftKey
{
    private const int Size = 16;
    private readonly byte[] key;

    private DraftKey(byte[] key) => this.key = key;

    public string Text => Base64Url.EncodeToString(key);

    public byte[] Hash => SHA256.HashData(key);

    public Guid RequestId => new(SHA256.HashData([.. "claim request"u8, .. key]).AsSpan(0, Size));

    public static DraftKey Make() => new(RandomNumberGenerator.GetBytes(Size));

    public static DraftKey? Parse(string? text) =>
        text is not null && Base64Url.IsValid(text, out var length) && length == Size ? new DraftKey(Base64Url.DecodeFromChars(text)) : null;

    public override string ToString() => "(draft key)";
}
