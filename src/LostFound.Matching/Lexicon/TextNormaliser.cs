using System.Buffers;
using System.Globalization;
using System.Text;

namespace LostFound.Matching.Lexicon;

/// <summary>Folds text so that the same word typed two ways compares equal.</summary>
public static class TextNormaliser
{
    private const char NotACharacter = '\uFFFE';

    private static readonly SearchValues<char> SingleCharacters =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsSingle)]);

    // Filled as characters come by; two threads filling the same place write the same.
    private static readonly string?[] Folded = new string?[char.MaxValue + 1];

    /// <summary>
    /// NFKC (which folds full and half width), lower case, accents off, Arabic digits as European ones. Kana keep their
    /// voicing marks and Hangul its syllables, since there a mark makes another letter. Never null; punctuation is kept.
    /// </summary>
    /// <param name="text">Any text; null counts as empty. Broken surrogates become U+FFFD.</param>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        if (Ascii.IsValid(text))
            return NormaliseAscii(text);
        return text.AsSpan().ContainsAnyExcept(SingleCharacters) ? NormaliseUnicode(text) : NormaliseEach(text);
    }

    /// <summary>What any text takes; the shorter ways come to the same.</summary>
    internal static string NormaliseUnicode(string text)
    {
        var decomposed = Mend(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && !IsKanaVoicing(c))
                continue;
            AppendFolded(folded, c);
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Staff write ASCII nearly always, and three passes over Unicode tables cost more than the rest of the reading.</summary>
    private static string NormaliseAscii(string text)
    {
        var lower = text.ToLowerInvariant();
        return lower.Contains('`', StringComparison.Ordinal) ? lower.Replace('`', '\'') : lower;
    }

    /// <summary>Character by character, each looked up once in the life of the process.</summary>
    private static string NormaliseEach(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var known = Folded[c];
            if (known is null)
                Folded[c] = known = NormaliseUnicode(c.ToString());
            folded.Append(known);
        }
        return folded.ToString();
    }

    /// <summary>
    /// Letters, digits and punctuation whose folding doesn't depend on their neighbours: no marks, no jamo, no half-width
    /// kana (a voicing mark may follow), no halves of surrogates.
    /// </summary>
    private static bool IsSingle(char c) => c is not ((>= '\u1100' and <= '\u11FF') or (>= '\uA960' and <= '\uA97F') or (>= '\uD7B0' and <= '\uD7FF') or (>= '\uFF65' and <= '\uFFDC'))
        && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    private static bool IsKanaVoicing(char c) => c is '\u3099' or '\u309A';

    /// <summary>Letters that Unicode doesn't decompose though people type them either way.</summary>
    private static void AppendFolded(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            case 'ı': folded.Append('i'); break;
            case '’' or '‘' or '´' or '`': folded.Append('\''); break;
            case 'ة': folded.Append('ه'); break;
            case 'ى': folded.Append('ي'); break;
            case 'ـ': break;
            case >= '٠' and <= '٩': folded.Append((char)('0' + (c - '٠'))); break;
            case >= '۰' and <= '۹': folded.Append((char)('0' + (c - '۰'))); break;
            default: folded.Append(c); break;
        }
    }

    /// <summary>Normalize throws on a lone surrogate, and guests' phones do cut emoji in half; it throws on U+FFFE too.</summary>
    private static string Mend(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains(NotACharacter, StringComparison.Ordinal)
            ? string.Concat(text.Replace(NotACharacter, '\uFFFD').EnumerateRunes().Select(rune => rune.ToString()))
            : text;
}
