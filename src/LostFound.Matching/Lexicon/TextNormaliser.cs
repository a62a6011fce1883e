using System.Globalization;
using System.Text;

namespace LostFound.Matching.Lexicon;

/// <summary>Folds text so that the same word typed two ways compares equal.</summary>
public static class TextNormaliser
{
    /// <summary>
    /// NFKC (which folds full and half width), lower case, accents off. Kana keep their voicing marks and Hangul
    /// its syllables, since there a mark makes another letter. Never null; punctuation is kept.
    /// </summary>
    /// <param name="text">Any text; null counts as empty. Broken surrogates become U+FFFD.</param>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        // Normalize throws on a lone surrogate, and guests' phones do cut emoji in half.
        var decomposed = MendSurrogates(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && !IsKanaVoicing(c))
                continue;
            AppendFolded(folded, c);
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

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
            default: folded.Append(c); break;
        }
    }

    private static string MendSurrogates(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
                return string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        }
        return text;
    }
}
