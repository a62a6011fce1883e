using System.Collections.Concurrent;

namespace LostFound.Matching.Lexicon;

/// <summary>
/// The words seen so far in one language, so that splitting a compound or searching a misspelling is paid once a word
/// and not once a text. Finding one takes no lock. When full it starts anew: text from outside can make it forget, but
/// not grow.
/// </summary>
internal sealed class KnownWords(LanguageTable table)
{
    private const int MostWords = 32_768;
    private const int LongestWord = 40;

    private static readonly Lazy<Dictionary<string, string>> Abbreviations = new(LexiconData.Abbreviations);

    // Only English is abbreviated the way the list knows: "blu" is short for blue there and whole in Italian.
    private readonly bool _isAbbreviated = string.Equals(table.Language, "en", StringComparison.Ordinal);
    private readonly WordGuesses _guesses = new(table);
    private ConcurrentDictionary<string, KnownWord> _words = new(StringComparer.Ordinal);
    private int _count;

    public KnownWord Find(ReadOnlySpan<char> text, TokenKind kind)
    {
        var words = Volatile.Read(ref _words);
        if (words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
            return known;
        var word = text.ToString();
        known = new KnownWord(_isAbbreviated ? Abbreviations.Value.GetValueOrDefault(word, word) : word, kind, table, _guesses);
        if (word.Length <= LongestWord && words.TryAdd(word, known) && Interlocked.Increment(ref _count) >= MostWords)
            StartAnew();
        return known;
    }

    private void StartAnew()
    {
        Interlocked.Exchange(ref _count, 0);
        Volatile.Write(ref _words, new ConcurrentDictionary<string, KnownWord>(StringComparer.Ordinal));
    }
}
