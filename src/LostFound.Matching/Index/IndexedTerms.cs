using System.Collections.Concurrent;
using LostFound.Matching.Facts;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Index;

/// <summary>Every term that ever stood in an item or a claim, by number, and how to find a word from its misspelling.</summary>
internal sealed class IndexedTerms
{
    private readonly Interner<string> _terms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(char, char, char, int), int[]> _byShape = new();
    private readonly Lock _adding = new();

    public int Count => _terms.Count;

    public string this[int number] => _terms[number];

    /// <summary>A term's number, or -1 when it never stood anywhere.</summary>
    public int Find(string term) => _terms.Find(term);

    public int Intern(string term)
    {
        if (_terms.Find(term) is >= 0 and var known)
            return known;
        lock (_adding)
        {
            var before = _terms.Count;
            var number = _terms.Intern(term);
            if (number >= before && TermSet.MayBeMisspelt(term))
            {
                Note(HeadShape(term, term.Length), number);
                Note(TailShape(term, term.Length), number);
            }
            return number;
        }
    }

    /// <summary>The numbers of a set's terms in ascending order: how a row stores them.</summary>
    public int[] Intern(TermSet set)
    {
        var numbers = new int[set.Count];
        for (var at = 0; at < numbers.Length; at++)
            numbers[at] = Intern(set.Terms[at]);
        Array.Sort(numbers);
        return numbers;
    }

    /// <summary>The terms one typing slip from a word, without it.</summary>
    public List<int> OneSlipFrom(string word)
    {
        var found = new List<int>();
        if (!TermSet.MayBeMisspelt(word))
            return found;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            AddSlips(word, HeadShape(word, length), found);
            AddSlips(word, TailShape(word, length), found);
        }
        return found;
    }

    // A slip spares the first letter, so it leaves the second intact, or (in words of five and more) the last two.
    private static (char, char, char, int) HeadShape(string word, int length) => (word[0], word[1], '\0', length);

    private static (char, char, char, int) TailShape(string word, int length) => (word[0], word[^2], word[^1], length);

    private void Note((char, char, char, int) shape, int number) =>
        _byShape[shape] = [.. _byShape.GetValueOrDefault(shape) ?? [], number];

    private void AddSlips(string word, (char, char, char, int) shape, List<int> found)
    {
        foreach (var number in _byShape.GetValueOrDefault(shape) ?? [])
        {
            if (EditDistance.IsOneSlip(word, _terms[number]) && !found.Contains(number))
                found.Add(number);
        }
    }
}
