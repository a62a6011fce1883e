using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Facts;

/// <summary>
/// What the words comparison may find in common: features (<c>#stripes</c>), other things mentioned (<c>~gloves</c>)
/// and plain words. Kind, colours and brand have comparisons of their own. Immutable, in ordinal order.
/// </summary>
internal sealed class TermSet
{
    private readonly string[] _terms;

    public TermSet(IEnumerable<string> terms)
    {
        _terms = terms.Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(_terms, StringComparer.Ordinal);
        FeatureCount = _terms.Count(IsFeature);
    }

    public ReadOnlySpan<string> Terms => _terms;

    public int Count => _terms.Length;

    public int FeatureCount { get; }

    public bool Contains(string term) => Array.BinarySearch(_terms, term, StringComparer.Ordinal) >= 0;

    public bool ContainsAny(KeySet words)
    {
        foreach (var word in words.Keys)
        {
            if (Contains(word))
                return true;
        }
        return false;
    }

    /// <summary>The word here that another misses by one typing slip; the first in ordinal order when several do.</summary>
    public string? MisspellingOf(string word)
    {
        if (!MayBeMisspelt(word))
            return null;
        foreach (var term in _terms)
        {
            if (MayBeMisspelt(term) && EditDistance.IsOneSlip(word, term))
                return term;
        }
        return null;
    }

    /// <summary>Whether a term is a feature concept: one that both sides would be expected to mention.</summary>
    public static bool IsFeature(string term) => term[0] == '#';

    /// <summary>A plain word, long enough that one slip doesn't make it another.</summary>
    public static bool MayBeMisspelt(string term) => term.Length >= EditDistance.ShortestForgiven && char.IsAsciiLetter(term[0]);

    /// <summary>A term as staff should read it.</summary>
    public static string Display(string term) => term.TrimStart('#', '~').Replace('-', ' ');
}
