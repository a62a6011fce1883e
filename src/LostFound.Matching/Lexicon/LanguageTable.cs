namespace LostFound.Matching.Lexicon;

/// <summary>
/// Every term that a text in one language may use: the language's own, names that are the same everywhere, English
/// loan words, and a venue's words. Built once; read-only afterwards, so safe for any number of readers.
/// </summary>
internal sealed class LanguageTable
{
    // Shorter English words mean something else too often elsewhere ("hat" is German for "has").
    private const int ShortestLoanWord = 5;

    // Nobody types a longer name in full, and phrases are put together on the stack.
    private const int LongestName = 256;

    private readonly TermTable _exact = new();
    private readonly TermTable _stemmed = new();
    private readonly Dictionary<string, int> _longestFrom = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stopWords;

    public LanguageTable(string language, IReadOnlyList<LexiconEntry> entries, IReadOnlyList<LexiconEntry> venue, HashSet<string> stopWords)
    {
        Language = language;
        _stopWords = stopWords;
        Add(entries, language, LexiconData.AnyLanguage);
        if (!string.Equals(language, "en", StringComparison.Ordinal))
            AddLoanWords(entries);
        AddVenue(venue);
    }

    public string Language { get; }

    /// <summary>Terms of the scripts without spaces.</summary>
    public TermTable Runs { get; } = new();

    /// <summary>Words and phrases as written.</summary>
    public IEnumerable<string> ExactTerms => _exact.Terms;

    /// <summary>Most characters that a phrase can have, its spaces included.</summary>
    public int LongestKey => Math.Max(_exact.LongestTerm, _stemmed.LongestTerm);

    public bool IsStopWord(string word) => _stopWords.Contains(word);

    /// <summary>Most words in any phrase that starts with this word or stem; 1 when none does.</summary>
    public int LongestPhraseFrom(string wordOrStem) => _longestFrom.GetValueOrDefault(wordOrStem, 1);

    /// <summary>The concepts of a phrase (words joined by one space): as written first, so that "apples" is fruit and "apple" the brand.</summary>
    public Concept[] Phrase(ReadOnlySpan<char> words, ReadOnlySpan<char> stems) =>
        _exact.Find(words) is { Length: > 0 } exact ? exact : _stemmed.Find(stems);

    /// <summary>The concepts of one word.</summary>
    public Concept[] Word(string word) => Phrase(word, Stemmer.Stem(word, Language));

    /// <summary>Text as its terms are kept; only Chinese has two ways to write the same characters.</summary>
    public string Fold(string text) => string.Equals(Language, "zh", StringComparison.Ordinal) ? TraditionalChinese.ToSimplified(text) : text;

    private void Add(IReadOnlyList<LexiconEntry> entries, params ReadOnlySpan<string> sources)
    {
        foreach (var source in sources)
        {
            foreach (var (concept, words) in TermsIn(entries, source))
            {
                if (words is [{ Kind: TokenKind.Run } run])
                    Runs.Add(run.Text, concept);
                else
                    AddPhrase(concept, words, claims: false);
            }
        }
    }

    /// <summary>English words that people of any language use, unless the language gives them another meaning.</summary>
    private void AddLoanWords(IReadOnlyList<LexiconEntry> entries)
    {
        var loans = TermsIn(entries, "en")
            .Where(term => term.Words.Count > 1 || term.Words is [{ Text.Length: >= ShortestLoanWord }])
            .Where(term => _exact.Find(Key(term.Words)).Length == 0)
            .ToList();
        foreach (var (concept, words) in loans)
            AddPhrase(concept, words, claims: false);
    }

    private void AddVenue(IReadOnlyList<LexiconEntry> venue)
    {
        foreach (var source in new[] { Language, LexiconData.AnyLanguage })
        {
            foreach (var (concept, words) in TermsIn(venue, source))
            {
                if (concept.Kind == ConceptKind.Place)
                    AddPlace(concept, words);
                else if (words is [{ Kind: TokenKind.Run } run])
                    Runs.Claim(run.Text, concept);
                else
                    AddPhrase(concept, words, claims: true);
            }
        }
    }

    /// <summary>
    /// A place called "Fountain" would otherwise take the word from everything else that it means, and "The Bakery" is
    /// "bakery" to most: one word names a place only when the lexicon doesn't know it.
    /// </summary>
    private void AddPlace(Concept place, List<Token> words)
    {
        var name = words.SkipWhile(word => IsStopWord(word.Text)).ToList();
        if (name is [{ Kind: TokenKind.Run } run])
        {
            if (run.Text.Length > 1 && Runs.Find(run.Text).Length == 0)
                Runs.Add(run.Text, place);
        }
        else if (name.Count > 1 || (name.Count == 1 && name[0].Text.Length > 1 && Word(name[0].Text).Length == 0))
        {
            AddPhrase(place, name, claims: true);
        }
    }

    private void AddPhrase(Concept concept, List<Token> words, bool claims)
    {
        if (words.Count == 0 || Key(words).Length > LongestName)
            return;
        var stems = words.ConvertAll(word => Stemmer.Stem(word.Text, Language));
        if (claims)
        {
            _exact.Claim(Key(words), concept);
            _stemmed.Claim(string.Join(' ', stems), concept);
        }
        else
        {
            _exact.Add(Key(words), concept);
            _stemmed.Add(string.Join(' ', stems), concept);
        }
        foreach (var first in new[] { words[0].Text, stems[0] })
            _longestFrom[first] = Math.Max(LongestPhraseFrom(first), words.Count);
    }

    private IEnumerable<(Concept Concept, List<Token> Words)> TermsIn(IReadOnlyList<LexiconEntry> entries, string source) =>
        from entry in entries
        from term in entry.Terms.GetValueOrDefault(source) ?? []
        select (entry.Concept, Tokeniser.Tokenise(Fold(TextNormaliser.Normalise(term))));

    private static string Key(List<Token> words) => string.Join(' ', words.Select(word => word.Text));
}
