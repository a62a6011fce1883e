using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Tests.Lexicon;

/// <summary>
/// The oracle of the reader: the same rules written down plainly, with strings joined at every attempt, every word
/// guessed anew and no shortcut for any alphabet. Slow, and meant to be.
/// </summary>
internal sealed class PlainReader
{
    private static readonly List<LexiconEntry> Entries = LexiconData.Entries();
    private static readonly Dictionary<string, string> Abbreviations = LexiconData.Abbreviations();
    private readonly string _language;
    private readonly HashSet<string> _stopWords;
    private readonly Dictionary<string, List<Concept>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Concept>> _stemmed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Concept>> _runs = new(StringComparer.Ordinal);

    public PlainReader(string language)
    {
        _language = language;
        _stopWords = LexiconData.StopWords().GetValueOrDefault(language) ?? [];
        var own = Terms(language).Concat(Terms(LexiconData.AnyLanguage)).ToList();
        foreach (var (concept, tokens) in own)
            Add(concept, tokens);
        var taken = _exact.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var (concept, tokens) in Terms("en").Where(term => term.Tokens.Count > 1 || term.Tokens[0].Text.Length >= 5))
        {
            if (!taken.Contains(Join(tokens.ConvertAll(token => token.Text))))
                Add(concept, tokens);
        }
    }

    public Reading Read(string text)
    {
        var reading = Reading.Empty();
        var tokens = Tokens(text);
        if (_language == "en")
            tokens = tokens.ConvertAll(token => token with { Text = Abbreviations.GetValueOrDefault(token.Text, token.Text) });
        for (var at = 0; at < tokens.Count;)
            at += tokens[at].Kind == TokenKind.Run ? ReadRun(tokens[at].Text, reading) : ReadPhrase(tokens, at, reading);
        return reading;
    }

    private int ReadPhrase(List<Token> tokens, int at, Reading reading)
    {
        var words = tokens.Skip(at).TakeWhile(token => token.Kind != TokenKind.Run).Select(token => token.Text).ToList();
        for (var length = words.Count; length >= 1; length--)
        {
            var phrase = words.GetRange(0, length);
            if (length == 1 && _stopWords.Contains(phrase[0]))
                return 1;
            if (Phrase(phrase) is not { Count: > 0 } concepts)
                continue;
            if (reading.Note([.. concepts]))
                reading.Words.UnionWith(phrase.Where(word => word.Length > 2).Select(word => Stemmer.Stem(word, "en")));
            return length;
        }
        ReadUnknown(tokens[at], reading);
        return 1;
    }

    private void ReadUnknown(Token token, Reading reading)
    {
        var guessed = token.Kind == TokenKind.Word ? Compound(token.Text) ?? Misspelt(token.Text) : null;
        if (guessed is not null)
            reading.Note([.. guessed]);
        else if (token.Kind == TokenKind.Number)
            reading.Words.Add(token.Text.TrimStart('0') is { Length: > 0 } number ? number : "0");
        else if (token.Text.Length > 1)
            reading.Words.Add(Stemmer.Stem(token.Text, _language));
    }

    private List<Concept>? Compound(string word)
    {
        if (_language is not ("de" or "nl") || word.Length > 40)
            return null;
        for (var cut = word.Length - 3; cut >= 4; cut--)
        {
            if (Phrase([word[..cut]]) is { Count: > 0 } head && Phrase([word[cut..]]) is { Count: > 0 } tail)
                return [.. head, .. tail];
        }
        return null;
    }

    private List<Concept>? Misspelt(string word)
    {
        if (word.Length < EditDistance.ShortestForgiven)
            return null;
        var meant = _exact.Where(term => !term.Key.Contains(' ', StringComparison.Ordinal) && EditDistance.IsOneSlip(word, term.Key))
            .Where(term => word.Length >= 7 || word.Length != term.Key.Length || string.Concat(word.Order()) == string.Concat(term.Key.Order()))
            .Select(term => term.Value).ToList();
        return meant.Count > 0 && meant.TrueForAll(concepts => concepts.SequenceEqual(meant[0])) ? meant[0] : null;
    }

    private int ReadRun(string run, Reading reading)
    {
        var unread = string.Empty;
        for (var at = 0; at < run.Length;)
        {
            var length = Enumerable.Range(1, run.Length - at).LastOrDefault(length => _runs.ContainsKey(run.Substring(at, length)) && (length > 1 || MayStandAlone(run, at)));
            if (length == 0)
            {
                unread += run[at++];
                continue;
            }
            reading.Note([.. _runs[run.Substring(at, length)]]);
            reading.Words.UnionWith(Tokeniser.Bigrams(unread));
            unread = string.Empty;
            at += length;
        }
        reading.Words.UnionWith(Tokeniser.Bigrams(unread));
        return 1;
    }

    private static bool MayStandAlone(string run, int at) =>
        run[at] is not (>= '가' and <= '\uD7AF') || (at == 0 && (run.Length == 1 || LanguageReader.KoreanParticles.Contains(run[1..])));

    private List<Concept>? Phrase(List<string> words) =>
        _exact.GetValueOrDefault(Join(words)) ?? _stemmed.GetValueOrDefault(Join(words.ConvertAll(word => Stemmer.Stem(word, _language))));

    private void Add(Concept concept, List<Token> tokens)
    {
        var words = tokens.ConvertAll(token => token.Text);
        if (tokens is [{ Kind: TokenKind.Run }])
        {
            AddOnce(_runs, words[0], concept);
            return;
        }
        AddOnce(_exact, Join(words), concept);
        AddOnce(_stemmed, Join(words.ConvertAll(word => Stemmer.Stem(word, _language))), concept);
    }

    private static void AddOnce(Dictionary<string, List<Concept>> table, string key, Concept concept)
    {
        if (!table.TryGetValue(key, out var list))
            table[key] = list = [];
        if (!list.Contains(concept))
            list.Add(concept);
    }

    private List<(Concept Concept, List<Token> Tokens)> Terms(string source) =>
        [.. from entry in Entries
            from term in entry.Terms.GetValueOrDefault(source) ?? []
            select (entry.Concept, Tokens(term))];

    private List<Token> Tokens(string text)
    {
        var folded = TextNormaliser.NormaliseUnicode(text);
        return Tokeniser.Tokenise(_language == "zh" ? TraditionalChinese.ToSimplified(folded) : folded);
    }

    private static string Join(List<string> words) => string.Join(' ', words);
}
