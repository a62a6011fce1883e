namespace LostFound.Matching.Lexicon;

/// <summary>What a text says, sorted by the comparison that uses it.</summary>
/// <param name="Things">Category keys named.</param>
/// <param name="Colours">Colour keys named.</param>
/// <param name="Brands">Brand ids named.</param>
/// <param name="Features">Terms of features named.</param>
/// <param name="Words">Everything else that might be shared: unknown words, names, numbers, and the very word used for a thing.</param>
internal sealed record Reading(
    HashSet<string> Things, HashSet<string> Colours, HashSet<string> Brands, HashSet<string> Features, HashSet<string> Words)
{
    public static Reading Empty() => new(NewSet(), NewSet(), NewSet(), NewSet(), NewSet());

    private static HashSet<string> NewSet() => new(StringComparer.Ordinal);
}

/// <summary>Turns text in any of the lexicon's languages into concepts and residual words.</summary>
internal static class ConceptReader
{
    private static readonly Lazy<Dictionary<string, LanguageTable>> Tables = new(BuildTables);
    private static readonly Lazy<Dictionary<string, string>> Abbreviations = new(LexiconData.Abbreviations);

    /// <summary>Reads a text; an unknown language is read as English.</summary>
    public static Reading Read(string text, string language)
    {
        var table = Tables.Value.GetValueOrDefault(language) ?? Tables.Value["en"];
        var tokens = Tokeniser.Tokenise(TextNormaliser.Normalise(text));
        // Only English is abbreviated the way the list knows: "blu" is short for blue there and whole in Italian.
        if (string.Equals(table.Language, "en", StringComparison.Ordinal))
            tokens = tokens.ConvertAll(Expand);
        var reading = Reading.Empty();
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Kind == TokenKind.Run)
                ReadRun(tokens[at++].Text, table, reading);
            else
                at += ReadPhrase(tokens, at, table, reading);
        }
        return reading;
    }

    private static Dictionary<string, LanguageTable> BuildTables()
    {
        var entries = LexiconData.Entries();
        var stopWords = LexiconData.StopWords();
        return entries.SelectMany(entry => entry.Terms.Keys).Distinct(StringComparer.Ordinal)
            .Where(language => !string.Equals(language, LexiconData.AnyLanguage, StringComparison.Ordinal))
            .ToDictionary(language => language, language => new LanguageTable(language, entries, stopWords.GetValueOrDefault(language) ?? []), StringComparer.Ordinal);
    }

    private static Token Expand(Token token) =>
        token.Kind == TokenKind.Word && Abbreviations.Value.TryGetValue(token.Text, out var full) ? token with { Text = full } : token;

    /// <summary>Takes the longest known phrase at a position; returns how many tokens it used.</summary>
    private static int ReadPhrase(List<Token> tokens, int at, LanguageTable table, Reading reading)
    {
        var longest = 1;
        while (longest < table.LongestPhrase && at + longest < tokens.Count && tokens[at + longest].Kind != TokenKind.Run)
            longest++;
        for (var length = longest; length >= 1; length--)
        {
            var words = tokens.GetRange(at, length).ConvertAll(token => token.Text);
            if (length == 1 && table.IsStopWord(words[0]))
                return 1;
            var concepts = table.Phrase(words);
            if (concepts.Count == 0)
                continue;
            Note(concepts, words, reading);
            return length;
        }
        ReadUnknown(tokens[at], table, reading);
        return 1;
    }

    private static void ReadUnknown(Token token, LanguageTable table, Reading reading)
    {
        var word = token.Text;
        var concepts = token.Kind == TokenKind.Word ? table.Compound(word) : [];
        if (concepts.Count == 0 && token.Kind == TokenKind.Word && word.Length >= EditDistance.ShortestForgiven)
            concepts = table.Misspelt(word);
        if (concepts.Count > 0)
            Note(concepts, [], reading);
        else if (token.Kind == TokenKind.Number)
            reading.Words.Add(word.TrimStart('0') is { Length: > 0 } number ? number : "0");
        else if (word.Length > 1)
            reading.Words.Add(Stemmer.Stem(word, table.Language));
    }

    private static void ReadRun(string run, LanguageTable table, Reading reading)
    {
        var unreadFrom = 0;
        for (var at = 0; at < run.Length;)
        {
            var length = LongestTermAt(run, at, table, out var concepts);
            if (length == 0)
            {
                at++;
                continue;
            }
            Note(concepts, [], reading);
            reading.Words.UnionWith(Tokeniser.Bigrams(run[unreadFrom..at]));
            at += length;
            unreadFrom = at;
        }
        reading.Words.UnionWith(Tokeniser.Bigrams(run[unreadFrom..]));
    }

    private static int LongestTermAt(string run, int at, LanguageTable table, out IReadOnlyList<Concept> concepts)
    {
        for (var length = Math.Min(table.LongestRun, run.Length - at); length >= 1; length--)
        {
            concepts = table.Run(run.Substring(at, length));
            if (concepts.Count > 0 && (length > 1 || MayStandAlone(run, at)))
                return length;
        }
        concepts = [];
        return 0;
    }

    /// <summary>
    /// One Hangul syllable is a word only at the start of a short stretch (the rest is a particle); inside, it is
    /// nearly always part of another word. One Han character usually is a word.
    /// </summary>
    private static bool MayStandAlone(string run, int at) =>
        run[at] is not (>= '\uAC00' and <= '\uD7AF') || (at == 0 && run.Length <= 3);

    private static void Note(IReadOnlyList<Concept> concepts, List<string> words, Reading reading)
    {
        foreach (var concept in concepts)
        {
            switch (concept.Kind)
            {
                case ConceptKind.Thing:
                    reading.Things.Add(concept.Id);
                    // "beanie" says more than "hat": the very word is kept beside the concept.
                    reading.Words.UnionWith(words.Where(word => word.Length > 2).Select(word => Stemmer.Stem(word, "en")));
                    break;
                case ConceptKind.Colour: reading.Colours.Add(concept.Id); break;
                case ConceptKind.Brand: reading.Brands.Add(concept.Id); break;
                case ConceptKind.Feature: reading.Features.Add(concept.Term); break;
            }
        }
    }
}
