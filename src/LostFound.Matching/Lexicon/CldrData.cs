namespace LostFound.Matching.Lexicon;

/// <summary>The generated table: names of emoji drawings from Unicode CLDR, written by <c>tools/lexicon</c>.</summary>
internal sealed class CldrData
{
    public const string File = "cldr.json";

    // Written in lower case by the generator; the names are the file's.
    public required Dictionary<string, string> Source { get; init; }

    public required List<Dictionary<string, string>> Concepts { get; init; }

    /// <summary>
    /// Its entries without the words that a hand-kept table gives another meaning: people chose those on purpose. A kind
    /// of thing may share its word with a drawing, since "guitar" is what was lost and what is printed on a shirt.
    /// </summary>
    public IEnumerable<LexiconEntry> EntriesBeside(IEnumerable<LexiconEntry> handKept)
    {
        var claims = handKept.Where(entry => entry.Concept.Kind != ConceptKind.Thing)
            .SelectMany(entry => entry.Terms.SelectMany(terms => terms.Value.Select(term => (terms.Key, Word: KeyOf(term), entry.Concept.Id))))
            .ToLookup(claim => (claim.Key, claim.Word), claim => claim.Id);
        foreach (var row in Concepts)
        {
            var concept = new Concept(row["id"], Enum.Parse<ConceptKind>(row["kind"], ignoreCase: true));
            yield return new LexiconEntry(concept, LexiconData.TermsOf(row).ToDictionary(
                terms => terms.Key, terms => terms.Value.Where(term => IsFree(terms.Key, KeyOf(term), concept.Id)).ToArray(), StringComparer.Ordinal));
        }

        bool IsFree(string language, string word, string id) =>
            claims[(language, word)].Concat(claims[(LexiconData.AnyLanguage, word)]).All(other => string.Equals(other, id, StringComparison.Ordinal));
    }

    private static string KeyOf(string term) => string.Join(' ', Tokeniser.Tokenise(TextNormaliser.Normalise(term)).Select(token => token.Text));
}
