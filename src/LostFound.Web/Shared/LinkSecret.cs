using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LostFound.Web.Shared;

/// <summary>
/// The secret in a guest's link: 128 bits, base64url, computed from an id with a key that only this server has, so that
/// it can be said again although only a hash is stored.
/// </summary>
/// <param name="key">Another one for each kind of link.</param>
public sealed class LinkSecret(byte[] key)
{
    public const int TextLength = 22;

    public string For(Guid id) => Base64Url.EncodeToString(HMACSHA256.HashData(key, id.ToByteArray()).AsSpan(0, 16));

    /// <summary>What is stored. A fast hash is enough: nobody guesses 128 random bits.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));

    public static bool LooksLikeOne(string? text) => text?.Length == TextLength && Base64Url.IsValid(text);
}
