using System.Security.Cryptography;

namespace LostFound.Web.Features.Claims;

/// <summary>
/// The short name of a claim, for speaking: K7M-4QXH. No characters that look alike, and no vowels, so that it
/// never spells a word. It opens nothing.
/// </summary>
public static class ClaimReference
{
    private const string Alphabet = "234679CDFHJKMNPQRTVWXY";
    private const int FirstGroup = 3;
    private const int Symbols = 7;

    public static string Make() => Grouped(RandomNumberGenerator.GetString(Alphabet, Symbols));

    /// <summary>A reference as somebody typed it, in its one written form; null if it cannot be one.</summary>
    public static string? Parse(string typed)
    {
        var symbols = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return symbols.Length == Symbols && symbols.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? Grouped(symbols) : null;
    }

    private static string Grouped(string symbols) => $"{symbols[..FirstGroup]}-{symbols[FirstGroup..]}";
}
