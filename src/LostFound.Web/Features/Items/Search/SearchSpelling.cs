using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items.Search;

/// <summary>What a mistyped word may have meant: the commonest word of any item that is one slip away.</summary>
internal static class SearchSpelling
{
    /// <summary>In shorter words a slip is usually another word (cap, cup).</summary>
    private const int ShortestForgiven = 4;

    /// <summary>The words with each unknown one mended; null when none is unknown or nothing near is known.</summary>
    public static async Task<string?> CorrectAsync(LostFoundDb db, string typed)
    {
        var words = SearchTokens.Of(typed);
        var changed = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length < ShortestForgiven || words[i].Contains(' ', StringComparison.Ordinal) || await NearestAsync(db, words[i]) is not { } nearest)
                continue;
            words[i] = nearest;
            changed = true;
        }
        return changed ? string.Join(' ', words) : null;
    }

    private static async Task<string?> NearestAsync(LostFoundDb db, string word)
    {
        // People rarely miss the first letter, and a whole vocabulary takes long to read.
        var (first, beyond) = (word[..1], ((char)(word[0] + 1)).ToString());
        var known = await db.Database.SqlQuery<Term>(
            $"SELECT term AS Text, doc AS Items FROM search_vocabulary WHERE col = 'Words' AND term >= {first} AND term < {beyond} AND length(term) BETWEEN {word.Length - 1} AND {word.Length + 1}").ToListAsync();
        return known.Exists(term => term.Text.StartsWith(word, StringComparison.Ordinal))
            ? null
            : known.Where(term => IsOneSlip(word, term.Text)).MaxBy(term => term.Items)?.Text;
    }

    /// <summary>One letter more, less, other, or two neighbours swapped; digits never forgive, since s23 and s24 are two phones.</summary>
    internal static bool IsOneSlip(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        var at = a.AsSpan().CommonPrefixLength(b);
        if (b.Length - a.Length > 1 || at == b.Length || (at < a.Length && char.IsDigit(a[at])) || char.IsDigit(b[at]))
            return false;
        if (a.Length < b.Length)
            return a.AsSpan(at).SequenceEqual(b.AsSpan(at + 1));
        return a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1))
            || (at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2)));
    }

    private sealed record Term(string Text, int Items);
}
