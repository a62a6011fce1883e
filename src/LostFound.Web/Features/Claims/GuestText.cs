using System.Globalization;
using System.Text;

namespace LostFound.Web.Features.Claims;

/// <summary>
/// What a guest typed, made fit to store and to show beside our own words: no control characters (NUL cuts
/// text off in C libraries) and no marks that turn the writing direction of what follows. Everything else stays.
/// </summary>
public static class GuestText
{
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        // A half of a surrogate pair arrives here as U+FFFD.
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.Value == '\n' || !IsDropped(rune))
                clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    public static string CleanLine(string typed) => Clean(typed.Replace('\n', ' ').Replace('\t', ' '));

    private static bool IsDropped(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
