using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace LostFound.Web.Features.Items;

/// <summary>
/// The code on a label: seven random characters of Crockford's base 32 and a check character, spoken and
/// printed as <c>7K2M-9QXC</c>. 35 random bits; the database holds each code unique.
/// </summary>
/// <remarks>
/// The check character is the parity symbol of a Reed-Solomon code over GF(32): the sum of each symbol times
/// a distinct power of the field's generator is zero. Any one wrong character, and any two swapped (not only
/// neighbours), are found out. Crockford's own check symbol needs five characters outside his alphabet, of
/// which two cannot stand in a QR code's alphanumeric mode and most mean something in an address.
/// </remarks>
public static class TagCode
{
    public const int Length = 8;
    internal const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New()
    {
        Span<char> code = stackalloc char[Length];
        var parity = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            var symbol = RandomNumberGenerator.GetInt32(Alphabet.Length);
            code[i] = Alphabet[symbol];
            parity = TimesGenerator(parity ^ symbol);
        }
        code[^1] = Alphabet[parity];
        return new string(code);
    }

    /// <summary>
    /// Reads what somebody typed or a scanner sent: a bare code with or without separators, in any case, with
    /// O for 0 and I or L for 1, or the whole address that a label's QR holds.
    /// </summary>
    /// <returns>False when it is no tag, or its check character says that a character is wrong.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? code)
    {
        code = null;
        if (text is null || text.Length > 300)
            return false;
        Span<char> clean = stackalloc char[Length];
        var length = 0;
        foreach (var character in LastSegment(text.Trim()))
        {
            if (character is '-' or ' ' or '\u2011')
                continue;
            var symbol = Canonical(character);
            if (length == Length || !Alphabet.Contains(symbol, StringComparison.Ordinal))
                return false;
            clean[length++] = symbol;
        }
        if (length != Length || !HasValidCheck(clean))
            return false;
        code = new string(clean);
        return true;
    }

    /// <summary>As printed and spoken: two groups of four.</summary>
    public static string Display(string code) => $"{code[..4]}-{code[4..]}";

    private static ReadOnlySpan<char> LastSegment(string text)
    {
        var path = text.AsSpan();
        if (path.Contains("/T/", StringComparison.OrdinalIgnoreCase))
            path = path[(path.LastIndexOf('/') + 1)..];
        var query = path.IndexOfAny('?', '#');
        return query < 0 ? path : path[..query];
    }

    internal static char Canonical(char character) => char.ToUpperInvariant(character) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };

    private static bool HasValidCheck(ReadOnlySpan<char> code)
    {
        var parity = 0;
        foreach (var character in code[..^1])
            parity = TimesGenerator(parity ^ Alphabet.IndexOf(character, StringComparison.Ordinal));
        return Alphabet[parity] == code[^1];
    }

    /// <summary>Multiplication by x in GF(2⁵) modulo x⁵ + x² + 1, which is primitive: x has order 31.</summary>
    private static int TimesGenerator(int symbol) => (symbol << 1) ^ ((symbol & 0b10000) != 0 ? 0b100101 : 0);
}
