namespace LostFound.Matching.Lexicon;

/// <summary>
/// Every term that a text in one language may use: the language's own, names that are the same everywhere, and
/// English loan words. Built once; read-only afterwards, so safe for any number of readers.
/// </summary>
internal sealed class LanguageTable
{
    // Shorter English words mean something else too often elsewhere ("hat" is German for "has").
    private const int ShortestLoanWord = 5;
    private const int ShortestCompoundPart = 4;

    // Trying every cut is quadratic, and nobody writes a word this long but to see what happens.
    private const int LongestCompound = 40;

    private readonly Dictionary<string, List<Concept>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Concept>> _stemmed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Concept>> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<(char First, int Length), List<string>> _byShape = [];
    private readonly HashSet<string> _stopWords;

    public LanguageTable(string language, IEnumerable<LexiconEntry> entries, HashSet<string> stopWords)
    {
        Language = language;
        _stopWords = stopWords;
        var all = entries.ToList();
        foreach (var source in new[] { language, LexiconData.AnyLanguage })
            Add(all, source, _ => true);
        if (!string.Equals(language, "en", StringComparison.Ordinal))
            Add(all, "en", key => (key.Length >= ShortestLoanWord || key.Contains(' ', StringComparison.Ordinal)) && !_exact.ContainsKey(key));
        foreach (var word in _exact.Keys.Where(key => key.Length >= EditDistance.ShortestForgiven && !key.Contains(' ', StringComparison.Ordinal)))
            ListFor(_byShape, (word[0], word.Length)).Add(word);
    }

    public string Language { get; }

    /// <summary>Most words in any phrase of the table.</summary>
    public int LongestPhrase { get; private set; } = 1;

    /// <summary>Most characters in any term of the scripts without spaces.</summary>
    public int LongestRun { get; private set; }

    public bool IsStopWord(string word) => _stopWords.Contains(word);

    /// <summary>The concepts of a phrase (words joined by one space): as written first, so that "apples" is fruit and "apple" the brand.</summary>
    public IReadOnlyList<Concept> Phrase(IReadOnlyList<string> words) =>
        _exact.TryGetValue(string.Join(' ', words), out var exact) ? exact
        : _stemmed.TryGetValue(StemKey(words), out var stemmed) ? stemmed
        : [];

    /// <summary>The concepts of exactly this stretch of a script without spaces.</summary>
    public IReadOnlyList<Concept> Run(string stretch) => _runs.TryGetValue(stretch, out var found) ? found : [];

    /// <summary>The concepts of the two halves of a German or Dutch compound; empty unless both halves are known.</summary>
    public IReadOnlyList<Concept> Compound(string word)
    {
        if (Language is not ("de" or "nl") || word.Length > LongestCompound)
            return [];
        for (var cut = word.Length - 3; cut >= ShortestCompoundPart; cut--)
        {
            var head = Phrase([word[..cut]]);
            var tail = head.Count == 0 ? head : Phrase([word[cut..]]);
            if (tail.Count > 0)
                return [.. head, .. tail];
        }
        return [];
    }

    /// <summary>The concepts of the one term that a word misses by a slip; empty when none or when two would do.</summary>
    public IReadOnlyList<Concept> Misspelt(string word)
    {
        IReadOnlyList<Concept> found = [];
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var term in _byShape.GetValueOrDefault((word[0], length)) ?? [])
            {
                if (!EditDistance.IsOneSlip(word, term))
                    continue;
                if (found.Count > 0 && !found.SequenceEqual(_exact[term]))
                    return [];
                found = _exact[term];
            }
        }
        return found;
    }

    private void Add(List<LexiconEntry> entries, string source, Func<string, bool> wanted)
    {
        foreach (var entry in entries)
        {
            foreach (var term in entry.Terms.GetValueOrDefault(source) ?? [])
                Add(entry.Concept, Tokeniser.Tokenise(TextNormaliser.Normalise(term)), wanted);
        }
    }

    private void Add(Concept concept, List<Token> tokens, Func<string, bool> wanted)
    {
        if (tokens is [{ Kind: TokenKind.Run } run])
        {
            AddOnce(_runs, run.Text, concept);
            LongestRun = Math.Max(LongestRun, run.Text.Length);
            return;
        }
        var words = tokens.ConvertAll(token => token.Text);
        var key = string.Join(' ', words);
        if (!wanted(key))
            return;
        AddOnce(_exact, key, concept);
        AddOnce(_stemmed, StemKey(words), concept);
        LongestPhrase = Math.Max(LongestPhrase, words.Count);
    }

    private string StemKey(IReadOnlyList<string> words) => string.Join(' ', words.Select(word => Stemmer.Stem(word, Language)));

    private static void AddOnce(Dictionary<string, List<Concept>> table, string key, Concept concept)
    {
        var list = ListFor(table, key);
        if (!list.Contains(concept))
            list.Add(concept);
    }

    private static List<TValue> ListFor<TKey, TValue>(Dictionary<TKey, List<TValue>> table, TKey key)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var list))
            table[key] = list = [];
        return list;
    }
}
