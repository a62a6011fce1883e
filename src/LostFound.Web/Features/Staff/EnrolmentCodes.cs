using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LostFound.Web.Features.Staff;

/// <summary>The secrets that enrol: a long one for the set-up link, a short one that can also be typed.</summary>
public static class EnrolmentCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TypedLength = 10;
    private const int GroupLength = 5;

    /// <summary>128 random bits: it makes an admin, and lives for a day.</summary>
    public static string NewLink() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// 50 random bits in Crockford's base 32. It lives for minutes and look-ups are rate-limited, so some ten
    /// thousand guesses meet a thousand billion codes.
    /// </summary>
    public static string NewTyped() => RandomNumberGenerator.GetString(Alphabet, TypedLength);

    /// <summary>As shown and spoken: two groups of five.</summary>
    public static string Display(string code) => $"{code[..GroupLength]}-{code[GroupLength..]}";

    /// <summary>The code somebody typed or followed, in any case, with O for 0 and I or L for 1; null when it is none.</summary>
    public static string? Typed(string? text)
    {
        if (text is null || text.Length > 40)
            return null;
        var code = string.Concat(text.Where(c => c is not ('-' or ' ')).Select(c => char.ToUpperInvariant(c) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var other => other,
        }));
        return code.Length == TypedLength && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>What is stored.</summary>
    public static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
