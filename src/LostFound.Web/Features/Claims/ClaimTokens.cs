using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LostFound.Web.Data;

namespace LostFound.Web.Features.Claims;

/// <summary>
/// The secret in a guest's link: 128 bits, base64url. It is computed from the request id with a key that only
/// this server has, so that the same form sent twice gets the same link although only a hash is stored.
/// </summary>
public sealed class ClaimTokens(Secrets secrets)
{
    public const int TextLength = 22;
    private readonly byte[] key = secrets.KeyFor("claim tokens");

    public string For(Guid requestId) => Base64Url.EncodeToString(HMACSHA256.HashData(key, requestId.ToByteArray()).AsSpan(0, 16));

    /// <summary>What is stored. A fast hash is enough: nobody guesses 128 random bits.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    public static bool LooksLikeOne(string? token) => token?.Length == TextLength && Base64Url.IsValid(token);
}
